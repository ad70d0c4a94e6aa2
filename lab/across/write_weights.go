package across

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"onrecord/across/links"
)

// writeWeights writes the tables that package across/links reads its model from: that of answers has a column of more
// features than the others have.
func writeWeights(m *links.Model, out string) error {
	answer := slices.Index(links.Heads(), "answer")
	tables := map[string][]byte{
		"weights.txt": formatWeights(m, "of two claims", links.FeatureNames(false), 0, answer),
		"answers.txt": formatWeights(m, "of two claims of one report", links.FeatureNames(true), answer, len(m.Weights)),
		"denials.txt": formatDenials(m),
	}
	for name, table := range tables {
		if err := os.WriteFile(filepath.Join(out, name), table, 0o644); err != nil {
			return err
		}
	}
	return nil
}

// formatWeights makes the table of the heads from one on and before another.
func formatWeights(m *links.Model, of string, features []string, from, before int) []byte {
	var out bytes.Buffer
	fmt.Fprintf(&out, "# What each feature tells %s, in log-odds, and the odds from which a link is taken to be: %s. Learned by onrecord-lab train links.\n",
		of, strings.Join(links.Heads()[from:before], ", "))
	row := func(name string, of func(head int) float64) {
		fmt.Fprintf(&out, "%s:", name)
		for h := from; h < before; h++ {
			fmt.Fprintf(&out, " %.3f", of(h))
		}
		out.WriteByte('\n')
	}
	row("bound", func(h int) float64 { return m.Bounds[h] })
	for i, name := range features {
		row(name, func(h int) float64 { return m.Weights[h][i] })
	}
	return out.Bytes()
}

func formatDenials(m *links.Model) []byte {
	var out bytes.Buffer
	fmt.Fprintln(&out, "# What each feature tells of a denial that was found, in log-odds: whether it is one. Learned by onrecord-lab train links.")
	for i, name := range links.DenialNames() {
		fmt.Fprintf(&out, "%s: %.3f\n", name, m.Denials[i])
	}
	return out.Bytes()
}
