package onrecord_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// floors says which packages of the module a package may import, by path below
// the module root. A name stands for its sub-packages too; "" is the root. It is
// the table of ARCHITECTURE.md; both are changed together.
var floors = map[string][]string{
	"":           {},
	"model":      {"model"},
	"codebook":   {""},
	"ingest":     {""},
	"feeds":      {"", "ingest"},
	"clean":      {""},
	"language":   {"", "model"},
	"statements": {"", "model"},
	"place":      {},
	"events":     {"", "model", "codebook", "place"},
	"actors":     {"", "codebook", "place"},
	"petrarch":   {"", "codebook"},
	"store":      {"", "store"},
	"pipeline":   {"", "model", "codebook", "clean", "language", "actors", "statements", "events"},
	"across":     {"", "across", "codebook", "store"},
	"search":     {"", "store", "across"},
	"work":       {"", "work", "pipeline", "store", "ingest"},
	"queue":      {"", "store", "ingest"},
	"export":     {"", "codebook", "place", "store", "search", "across"},
	"web":        {"", "web", "store", "search", "across"},
	"api":        {"", "store", "search", "across"},
	"mcp":        {"", "store", "search", "across"},
	"lab":        nil, // anything below cmd
	"training":   nil, // the same
	"cmd":        nil, // anything
}

const module = "onrecord"

// listedPackage is the part of `go list -json` that the test reads.
type listedPackage struct {
	ImportPath string
	Imports    []string
}

func TestNoImportRunsUp(t *testing.T) {
	for _, p := range listPackages(t) {
		from := below(p.ImportPath)
		allowed, known := floors[top(from)]
		if !known {
			t.Errorf("package %q stands on no floor: add it to the table here and in ARCHITECTURE.md", from)
			continue
		}
		for _, imported := range p.Imports {
			if to, ours := inModule(imported); ours && !mayImport(from, to, allowed) {
				t.Errorf("%s may not import %s (allowed: %q)", p.ImportPath, imported, allowed)
			}
		}
	}
}

func TestGroundImportsStandardLibraryOnly(t *testing.T) {
	for _, p := range listPackages(t) {
		if name := below(p.ImportPath); name != "" && top(name) != "model" {
			continue
		}
		for _, imported := range p.Imports {
			if _, ours := inModule(imported); !ours && strings.Contains(strings.Split(imported, "/")[0], ".") && !mayModelUse(imported) {
				t.Errorf("%s imports %s: the ground stands on the standard library", p.ImportPath, imported)
			}
		}
	}
}

// mayModelUse names the libraries of the model's floor: weights are packed, and
// kernels ask what the processor can do.
func mayModelUse(path string) bool {
	return path == "github.com/klauspost/compress/zstd" || path == "golang.org/x/sys/cpu"
}

func mayImport(from, to string, allowed []string) bool {
	switch {
	case top(from) == "cmd":
		return true
	case top(from) == "lab" || top(from) == "training":
		return top(to) != "cmd"
	case top(to) == "lab" || top(to) == "training" || top(to) == "cmd":
		return false
	}
	return slices.Contains(allowed, top(to)) || (to != "" && strings.HasPrefix(to, from+"/"))
}

func listPackages(t *testing.T) []listedPackage {
	t.Helper()
	out, err := exec.Command("go", "list", "-json=ImportPath,Imports", "./...").Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var packages []listedPackage
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listedPackage
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatalf("read go list: %v", err)
		}
		packages = append(packages, p)
	}
}

func inModule(path string) (string, bool) {
	if path == module {
		return "", true
	}
	return strings.CutPrefix(path, module+"/")
}

func below(path string) string { name, _ := inModule(path); return name }

func top(path string) string { name, _, _ := strings.Cut(path, "/"); return name }
