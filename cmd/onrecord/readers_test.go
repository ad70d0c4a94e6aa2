package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"onrecord/export"
)

// python is where .ci/run puts pandas, pyarrow, readers of CoNLL-U and a public client of GDELT.
const python = "../../.cache/python/bin/python"

func needPython(t *testing.T) {
	t.Helper()
	if _, err := os.Stat(python); err != nil {
		skipUnlessCI(t, "no Python with pandas at "+python+"; .ci/run makes it")
	}
}

// readBack reads what was written, with other readers than the writer: every table has the same shape,
// columns and words as Parquet and as CSV; GDELT's files have the columns that a client asks for; trees
// are read as trees.
const readBack = `
import csv, glob, sys
import conllu
import pandas as pd
folder = sys.argv[1]
words = dict(sep="\t", dtype=str, keep_default_na=False, quoting=csv.QUOTE_NONE)
for path in glob.glob(folder + "/*.parquet"):
    table, plain = pd.read_parquet(path), pd.read_csv(path.replace(".parquet", ".csv"), dtype=str, keep_default_na=False)
    assert len(table) > 20 and table.shape == plain.shape and list(table.columns) == list(plain.columns), path
    for name in table.columns:
        if pd.api.types.is_string_dtype(table[name]):
            assert table[name].fillna("").tolist() == plain[name].tolist(), path + ": " + name
        elif pd.api.types.is_numeric_dtype(table[name]) and not pd.api.types.is_bool_dtype(table[name]):
            assert (table[name] - pd.to_numeric(plain[name])).abs().max() == 0, path + ": " + name
for name, client, keep in (("gdelt-events", "events2", 61), ("gdelt-mentions", "mentions", 16)):
    table = pd.read_csv(f"{folder}/{name}.tsv", header=None, **words)
    with open(f"{sys.prefix}/data/{client}.csv", newline="", encoding="utf-8") as f:
        asked = [row[0] for row in csv.reader(f)][1:]
    ours = open(f"{folder}/{name}.columns").read().split("\n")
    assert table.shape[1] == keep == len(asked) and [c.upper() for c in ours] == [c.upper() for c in asked], (name, set(ours) ^ set(asked))
for name, columns in (("polecat", 40), ("icews", 20)):
    table = pd.read_csv(f"{folder}/{name}.tsv", **words)
    assert table.shape[1] == columns and len(table) > 20, name
    assert table[table.columns[0]].is_unique, name + ": ids that repeat"
sentences = conllu.parse(open(folder + "/trees.conllu", encoding="utf-8").read())
assert len(sentences) > 300
for s in sentences:
    assert s.to_tree().token["deprel"] == "root" and all(w["misc"]["Span"] for w in s if isinstance(w["id"], int)), s
print("read back")
`

// TestOtherReadersReadWhatIsWritten writes the sample record in every form and reads it back.
func TestOtherReadersReadWhatIsWritten(t *testing.T) {
	needPython(t)
	record, err := sampleOnceForTests()
	if err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	write := func(name string, deed func(*bytes.Buffer) error) {
		t.Helper()
		var out bytes.Buffer
		if err := deed(&out); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(folder, name), out.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, table := range export.Tidy() {
		write(table.Name+".csv", func(w *bytes.Buffer) error { return export.CSV(t.Context(), w, table, record) })
		write(table.Name+".parquet", func(w *bytes.Buffer) error { return export.Parquet(t.Context(), w, table, record) })
	}
	for _, table := range export.Field() {
		write(table.Name+".tsv", func(w *bytes.Buffer) error {
			return export.TSV(t.Context(), w, table, record)
		})
		write(table.Name+".columns", func(w *bytes.Buffer) error {
			for i, c := range table.Columns {
				if i > 0 {
					w.WriteByte('\n')
				}
				w.WriteString(c.Name)
			}
			return nil
		})
	}
	trees, err := conlluOfSample()
	if err != nil {
		t.Fatal(err)
	}
	write("trees.conllu", func(w *bytes.Buffer) error { _, err := w.WriteString(trees); return err })
	if out, err := exec.Command(python, "-c", readBack, folder).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
