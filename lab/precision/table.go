package precision

import (
	"encoding/csv"
	"fmt"
	"io"
	"math"
	"slices"
	"strconv"
	"strings"

	"onrecord"
)

// Fields are what is judged of each event, in the order of the table.
var Fields = [...]string{"type", "actor", "recipient", "status", "date", "country"}

// Verdict is what the judge said of a field.
type Verdict string

// The verdicts. Missed and NotTold are for a field that the product leaves open: the
// report tells it, or tells nothing either.
const (
	Right   Verdict = "right"
	Wrong   Verdict = "wrong"
	Unsure  Verdict = "unsure"
	Missed  Verdict = "missed"
	NotTold Verdict = "not-told"
)

var verdicts = []Verdict{Right, Wrong, Unsure, Missed, NotTold}

var columns = []string{"report", "type", "status", "country", "from", "to", "evidence", "actor", "recipient"}

// WriteHead writes the first line of the table.
func WriteHead(w io.Writer) error {
	_, err := fmt.Fprintln(w, strings.Join(columns, "\t")+"\t"+judgedHead())
	return err
}

func judgedHead() string {
	var names []string
	for _, f := range Fields {
		names = append(names, "is:"+f)
	}
	return strings.Join(names, "\t")
}

// WriteRow writes a row of the table.
func WriteRow(w io.Writer, r Row) error {
	cells := []string{r.Report, r.Type, r.Status, r.Country, r.From, r.To, place(r.Evidence), place(r.Actor), place(r.Recipient)}
	for _, v := range r.Verdicts {
		cells = append(cells, string(v))
	}
	_, err := fmt.Fprintln(w, strings.Join(cells, "\t"))
	return err
}

func place(s onrecord.Span) string {
	if s.IsEmpty() {
		return ""
	}
	return fmt.Sprintf("%d-%d", s.Start, s.End)
}

// ReadTable reads a judged table.
func ReadTable(in io.Reader) ([]Row, error) {
	r := csv.NewReader(in)
	r.Comma = '\t'
	r.FieldsPerRecord = len(columns) + len(Fields)
	cells, err := r.ReadAll()
	if err != nil {
		return nil, fmt.Errorf("read judged events: %w", err)
	}
	var rows []Row
	for i, c := range cells {
		if i == 0 {
			continue
		}
		row := Row{Report: c[0], Type: c[1], Status: c[2], Country: c[3], From: c[4], To: c[5]}
		for j, to := range []*onrecord.Span{&row.Evidence, &row.Actor, &row.Recipient} {
			if *to, err = parsePlace(c[6+j]); err != nil {
				return nil, fmt.Errorf("read judged events, line %d: %w", i+1, err)
			}
		}
		for j := range Fields {
			row.Verdicts[j] = Verdict(c[len(columns)+j])
			if !slices.Contains(verdicts, row.Verdicts[j]) {
				return nil, fmt.Errorf("read judged events, line %d: verdict %q on %s", i+1, row.Verdicts[j], Fields[j])
			}
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func parsePlace(s string) (onrecord.Span, error) {
	if s == "" {
		return onrecord.Span{}, nil
	}
	from, to, _ := strings.Cut(s, "-")
	start, err := strconv.Atoi(from)
	if err != nil {
		return onrecord.Span{}, fmt.Errorf("place %q: %w", s, err)
	}
	end, err := strconv.Atoi(to)
	if err != nil {
		return onrecord.Span{}, fmt.Errorf("place %q: %w", s, err)
	}
	return onrecord.Span{Start: start, End: end}, nil
}

// Count is how often each verdict was given.
type Count struct {
	Name string
	Of   map[Verdict]int
}

// Precision is the share of right ones among right and wrong, with the limits of
// Wilson's 95 per cent interval.
func (c Count) Precision() (share, low, high float64) {
	n := float64(c.Of[Right] + c.Of[Wrong])
	if n == 0 {
		return 0, 0, 0
	}
	const z = 1.96
	share = float64(c.Of[Right]) / n
	mid := (share + z*z/(2*n)) / (1 + z*z/n)
	half := z / (1 + z*z/n) * math.Sqrt(share*(1-share)/n+z*z/(4*n*n))
	return 100 * share, 100 * (mid - half), 100 * (mid + half)
}

// Counts counts the verdicts by field, and the events whose type and parties are all
// right.
func Counts(rows []Row) []Count {
	all := make([]Count, 0, len(Fields)+1)
	for i, f := range Fields {
		c := Count{f, map[Verdict]int{}}
		for _, r := range rows {
			c.Of[r.Verdicts[i]]++
		}
		all = append(all, c)
	}
	whole := Count{"type, actor and recipient", map[Verdict]int{}}
	for _, r := range rows {
		whole.Of[together(r.Verdicts[:3])]++
	}
	return append(all, whole)
}

// together is wrong if one is or was missed, else unsure if one is.
func together(of []Verdict) Verdict {
	switch {
	case slices.Contains(of, Wrong), slices.Contains(of, Missed):
		return Wrong
	case slices.Contains(of, Unsure):
		return Unsure
	}
	return Right
}

// WriteCounts writes the figures as a table in Markdown.
func WriteCounts(w io.Writer, counts []Count) error {
	var b strings.Builder
	b.WriteString("| field | right | wrong | unsure | missed | not told | precision (95 %) |\n|---|---|---|---|---|---|---|\n")
	for _, c := range counts {
		fmt.Fprintf(&b, "| %s |", c.Name)
		for _, v := range verdicts {
			fmt.Fprintf(&b, " %d |", c.Of[v])
		}
		share, low, high := c.Precision()
		fmt.Fprintf(&b, " %.0f %% (%.0f-%.0f) |\n", share, low, high)
	}
	_, err := io.WriteString(w, b.String())
	return err
}
