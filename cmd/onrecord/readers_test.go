package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"onrecord/export"
)

// python is where .ci/run puts polars and a public client of GDELT.
const python = "../../.cache/python/bin/python"

// readBack reads what was written, with other readers than the writer: every table has the same shape,
// columns and words as Parquet and as CSV; GDELT's files have the columns that a client asks for.
const readBack = `
import csv, glob, sys
import polars as pl
folder = sys.argv[1]
for path in glob.glob(folder + "/*.parquet"):
    table, plain = pl.read_parquet(path), pl.read_csv(path.replace(".parquet", ".csv"), infer_schema=False)
    assert table.height > 20 and table.shape == plain.shape and table.columns == plain.columns, path
    for name in table.columns:
        if table[name].dtype == pl.String:
            assert table[name].fill_null("").to_list() == plain[name].fill_null("").to_list(), path + ": " + name
for name, client, keep in (("gdelt-events", "events2", 61), ("gdelt-mentions", "mentions", 16)):
    table = pl.read_csv(f"{folder}/{name}.tsv", separator="\t", quote_char=None, has_header=False, infer_schema_length=None)
    with open(f"{sys.prefix}/data/{client}.csv", newline="", encoding="utf-8") as f:
        asked = [row[0] for row in csv.reader(f)][1:]
    ours = open(f"{folder}/{name}.columns").read().split("\n")
    assert table.width == keep == len(asked) and [c.upper() for c in ours] == [c.upper() for c in asked], (name, set(ours) ^ set(asked))
for name, columns in (("polecat", 40), ("icews", 20)):
    table = pl.read_csv(f"{folder}/{name}.tsv", separator="\t", quote_char=None, infer_schema_length=None)
    assert table.width == columns and table.height > 20, name
    assert table[table.columns[0]].n_unique() == table.height, name + ": ids that repeat"
print("read back")
`

// TestOtherReadersReadWhatIsWritten writes the sample record in every form and reads it back.
func TestOtherReadersReadWhatIsWritten(t *testing.T) {
	if _, err := os.Stat(python); err != nil {
		skipUnlessCI(t, "no Python with polars at "+python+"; .ci/run makes it")
	}
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
	if out, err := exec.Command(python, "-c", readBack, folder).CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
