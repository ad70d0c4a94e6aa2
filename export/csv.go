package export

import (
	"context"
	"encoding/csv"
	"io"
	"strconv"
	"strings"
)

// CSV writes a table with a header, as RFC 4180 has it; an unknown value is an empty cell.
func CSV(ctx context.Context, w io.Writer, t Table, r Record) error {
	out := csv.NewWriter(w)
	if err := out.Write(headerOf(t)); err != nil {
		return err
	}
	for row, err := range t.Rows(ctx, r) {
		if err != nil {
			return err
		}
		if err := out.Write(texts(row)); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// TSV writes a table as the field of event data does: cells between tabs, no quotes; a tab or a
// line break inside a cell becomes a space.
func TSV(ctx context.Context, w io.Writer, t Table, r Record) error {
	if t.HasHeader() {
		if err := writeTabbed(w, headerOf(t)); err != nil {
			return err
		}
	}
	for row, err := range t.Rows(ctx, r) {
		if err != nil {
			return err
		}
		if err := writeTabbed(w, texts(row)); err != nil {
			return err
		}
	}
	return nil
}

func writeTabbed(w io.Writer, cells []string) error {
	for i := range cells {
		cells[i] = strings.Join(strings.FieldsFunc(cells[i], func(r rune) bool { return r == '\t' || r == '\n' || r == '\r' }), " ")
	}
	_, err := io.WriteString(w, strings.Join(cells, "\t")+"\n")
	return err
}

func headerOf(t Table) []string {
	names := make([]string, 0, len(t.Columns))
	for _, c := range t.Columns {
		names = append(names, c.Name)
	}
	return names
}

// texts writes the values of a row.
func texts(row Row) []string {
	cells := make([]string, 0, len(row))
	for _, value := range row {
		cells = append(cells, textOfValue(value))
	}
	return cells
}

func textOfValue(value any) string {
	switch v := value.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case int64:
		return strconv.FormatInt(v, 10)
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}
