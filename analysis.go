package onrecord

// Analysis is what package language finds in a text: the ground on which the
// other stations stand. It is cheap to make again and is not stored.
type Analysis struct {
	Text      *Text
	Sentences []Sentence
	Tokens    []Token   // of all sentences, in order
	Mentions  []Mention // by Start, longer first
	Chains    []Chain
	Times     []Time // by Start
}

// Sentence is a run of tokens. Tokens [First, End) of Analysis.Tokens belong to it.
type Sentence struct {
	Span
	First, End int
	Paragraph  int // index into Text.Paragraphs
}

// Token is a syntactic word in the sense of Universal Dependencies: "don't" is
// the two tokens "do" and "n't".
type Token struct {
	Span
	Lemma  string
	UPOS   string // Universal POS tag
	XPOS   string // Penn Treebank tag
	Feats  string // UD features, "Name=Value|Name=Value", "" for none
	Head   int    // index into Analysis.Tokens; -1 for the root of a sentence
	Deprel string // UD v2 relation to Head, with subtype ("nsubj:pass")
	Joined bool   // no space and no token border before it in writing: the "n't" of "don't"
}

// MentionForm says by what kind of words something is mentioned.
type MentionForm string

// The forms of a mention.
const (
	Name    MentionForm = "name"    // "Zamir Kabulov", "US State Department"
	Nominal MentionForm = "nominal" // "the spokesman", "Afghan experts in Washington"
	Pronoun MentionForm = "pronoun" // "he", "they", "who"
)

// EntityType is the coarse type of a thing mentioned.
type EntityType string

// The entity types of the names tagger; an unsure mention has none ("").
const (
	Person       EntityType = "PER"
	Organisation EntityType = "ORG"
	Location     EntityType = "LOC"
	Other        EntityType = "MISC"
)

// Mention is a span that names someone or something. For a nominal it is the
// whole noun phrase with the phrases and clauses that hang on it; Core is that
// phrase without relative clauses and appositions. Names stand inside nominals:
// "Norland Trade Office spokesman Jon Berg" is a nominal mention, and "Norland
// Trade Office" and "Jon Berg" are name mentions inside it.
type Mention struct {
	Span
	Core  Span
	Head  int // index into Analysis.Tokens
	Form  MentionForm
	Type  EntityType
	Chain int // index into Analysis.Chains
}

// Chain is the mentions of one thing in one report.
type Chain struct {
	Mentions []int // indexes into Analysis.Mentions, in order
	Name     Span  // its fullest name, or its fullest nominal if it is never named
	Type     EntityType
	Plural   bool
}

// TimeKind is the TIMEX3 type of a time expression.
type TimeKind string

// The kinds of time expression.
const (
	TimeDate     TimeKind = "DATE"
	TimeOfDay    TimeKind = "TIME"
	TimeDuration TimeKind = "DURATION"
	TimeSet      TimeKind = "SET"
)

// Time is a time expression and the days it means, counted from the report's
// published date.
type Time struct {
	Span
	Kind  TimeKind
	Value string // TIMEX3 value: "2015-12-29", "P2Y", "PRESENT_REF", "" if unknown
	From  Date   // day; "" if the days are unknown
	To    Date
	Rule  string // the rule of the grammar that read it, for explanation
}

// TokensIn gives the half-open range of token indexes whose spans lie inside s.
func (a *Analysis) TokensIn(s Span) (first, end int) {
	first = searchTokens(a.Tokens, s.Start)
	end = first
	for end < len(a.Tokens) && a.Tokens[end].End <= s.End {
		end++
	}
	return first, end
}

// SentenceOf gives the index of the sentence that holds token i.
func (a *Analysis) SentenceOf(i int) int {
	lo, hi := 0, len(a.Sentences)
	for lo < hi {
		if mid := (lo + hi) / 2; a.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// searchTokens finds the first token that starts at or after the offset.
func searchTokens(tokens []Token, offset int) int {
	lo, hi := 0, len(tokens)
	for lo < hi {
		if mid := (lo + hi) / 2; tokens[mid].Start < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}
