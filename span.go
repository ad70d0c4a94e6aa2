package onrecord

// Span is a half-open byte range [Start, End) of a [Text], never inside a rune.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len is the number of bytes that the span covers.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty reports whether the span covers nothing, as the zero Span does.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Contains reports whether o lies wholly inside s.
func (s Span) Contains(o Span) bool { return s.Start <= o.Start && o.End <= s.End }

// Overlaps reports whether the two spans share at least one byte.
func (s Span) Overlaps(o Span) bool { return s.Start < o.End && o.Start < s.End }

// Cover is the smallest span that contains both; an empty span adds nothing.
func (s Span) Cover(o Span) Span {
	switch {
	case s.IsEmpty():
		return o
	case o.IsEmpty():
		return s
	}
	return Span{min(s.Start, o.Start), max(s.End, o.End)}
}

// Quote is a span together with the words it cuts. It is how evidence leaves
// the product: a reader can check the words against the text.
type Quote struct {
	Span
	Text string `json:"text"`
}
