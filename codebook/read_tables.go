package codebook

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strconv"
	"strings"

	"onrecord"
)

//go:embed plover/*.tsv
var tables embed.FS

// readBook reads all tables of the codebook and checks them against each other.
func readBook(files fs.FS) (*Codebook, error) {
	book := &Codebook{}
	for _, t := range []struct {
		file, columns string
		add           func(row) error
	}{
		{"types", "type origin quad score recipient cameo means", book.addType},
		{"modes", "type mode score cameo means", book.addMode},
		{"contexts", "context cues means", book.addContext},
		{"sectors", "sector frequent means", book.addSector},
		{"renamed", "kind old now", book.addRenaming},
		{"cameo", "code type modes contexts means", book.addCode},
	} {
		name := "plover/" + t.file + ".tsv"
		data, err := fs.ReadFile(files, name)
		if err != nil {
			return nil, err
		}
		if err := eachRow(string(data), strings.Fields(t.columns), t.add); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
	}
	book.cues = book.indexCues()
	return book, nil
}

// row is a line of a table, its cells by column.
type row map[string]string

// eachRow hands on the rows of a tab-separated table: comment lines, the names of
// the columns, then rows with as many cells.
func eachRow(table string, columns []string, add func(row) error) error {
	headed := false
	for n, line := range strings.Split(table, "\n") {
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		cells := strings.Split(line, "\t")
		if !headed {
			if !slices.Equal(cells, columns) {
				return fmt.Errorf("line %d: columns are %q, not %q", n+1, cells, columns)
			}
			headed = true
			continue
		}
		if len(cells) != len(columns) {
			return fmt.Errorf("line %d: %d cells, not %d", n+1, len(cells), len(columns))
		}
		r := make(row, len(cells))
		for i, c := range columns {
			r[c] = strings.TrimSpace(cells[i])
		}
		if err := add(r); err != nil {
			return fmt.Errorf("line %d: %w", n+1, err)
		}
	}
	if !headed {
		return errors.New("no columns")
	}
	return nil
}

// list cuts a cell at its commas.
func (r row) list(column string) []string {
	var items []string
	for item := range strings.SplitSeq(r[column], ",") {
		if item = strings.TrimSpace(item); item != "" {
			items = append(items, item)
		}
	}
	return items
}

func (b *Codebook) addType(r row) error {
	quad, err := strconv.Atoi(r["quad"])
	if err != nil || quad < 0 || quad > int(MaterialConflict) {
		return fmt.Errorf("quad %q is not 0 to 4", r["quad"])
	}
	score, err := readScore(r["score"])
	if err != nil {
		return err
	}
	if b.Type(onrecord.EventType(r["type"])) != nil {
		return fmt.Errorf("type %s stands twice", r["type"])
	}
	b.Types = append(b.Types, Type{
		Name: onrecord.EventType(r["type"]), Extension: r["origin"] == "extension", Quad: Quad(quad), Score: score,
		NeedsRecipient: r["recipient"] == "yes", CAMEO: r["cameo"], Means: r["means"],
	})
	return nil
}

func (b *Codebook) addMode(r row) error {
	of := b.Type(onrecord.EventType(r["type"]))
	if of == nil {
		return fmt.Errorf("no type %q", r["type"])
	}
	if b.Mode(of.Name, r["mode"]) != nil {
		return fmt.Errorf("mode %s of %s stands twice", r["mode"], of.Name)
	}
	score := of.Score
	if r["score"] != "" {
		var err error
		if score, err = readScore(r["score"]); err != nil {
			return err
		}
	}
	b.Modes = append(b.Modes, Mode{Type: of.Name, Name: r["mode"], Score: score, CAMEO: r["cameo"], Means: r["means"]})
	return nil
}

func (b *Codebook) addContext(r row) error {
	if b.HasContext(r["context"]) {
		return fmt.Errorf("context %s stands twice", r["context"])
	}
	b.Contexts = append(b.Contexts, Context{Name: r["context"], Cues: r.list("cues"), Means: r["means"]})
	return nil
}

func (b *Codebook) addSector(r row) error {
	if b.HasSector(r["sector"]) {
		return fmt.Errorf("sector %s stands twice", r["sector"])
	}
	b.Sectors = append(b.Sectors, Sector{Name: r["sector"], Frequent: r["frequent"] == "yes", Means: r["means"]})
	return nil
}

func readScore(s string) (float64, error) {
	score, err := strconv.ParseFloat(s, 64)
	if err != nil || score < -10 || score > 10 {
		return 0, fmt.Errorf("score %q is not -10 to 10", s)
	}
	return score, nil
}
