package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"onrecord"
	"onrecord/export"
	"onrecord/store/storetest"
)

const schemaFile = "../../docs/entry.schema.json"

func entrySchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

// checkAgainst validates an entry in the form in which it leaves the program.
func checkAgainst(t *testing.T, schema *jsonschema.Schema, entry *onrecord.Entry) {
	t.Helper()
	var line bytes.Buffer
	if err := export.WriteEntry(&line, entry); err != nil {
		t.Fatal(err)
	}
	form, err := jsonschema.UnmarshalJSON(&line)
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(form); err != nil {
		t.Errorf("entry of %s: %v", entry.Report.Source, err)
	}
}

func TestSamplesFollowTheSchema(t *testing.T) {
	schema := entrySchema(t)
	for _, entry := range []*onrecord.Entry{storetest.Embassy(), storetest.Harbour(), storetest.Undated()} {
		checkAgainst(t, schema, entry)
	}
}

func TestSchemaRefusesWhatIsNoEntry(t *testing.T) {
	schema := entrySchema(t)
	for name, spoil := range map[string]func(map[string]any){
		"a null list":        func(e map[string]any) { e["events"] = nil },
		"a missing field":    func(e map[string]any) { delete(e, "clutter") },
		"an unknown field":   func(e map[string]any) { e["mood"] = "gloomy" },
		"an unknown kind":    func(e map[string]any) { e["statements"].([]any)[0].(map[string]any)["kind"] = "sing" },
		"a broken date":      func(e map[string]any) { e["report"].(map[string]any)["published"] = "May 2031" },
		"a negative offset":  func(e map[string]any) { e["clutter"] = []any{map[string]any{"start": -1, "end": 0, "text": ""}} },
		"too much certainty": func(e map[string]any) { e["events"].([]any)[0].(map[string]any)["certainty"] = 1.5 },
	} {
		form, err := json.Marshal(storetest.Embassy())
		if err != nil {
			t.Fatal(err)
		}
		var entry map[string]any
		if err := json.Unmarshal(form, &entry); err != nil {
			t.Fatal(err)
		}
		if spoil(entry); schema.Validate(entry) == nil {
			t.Errorf("an entry with %s is valid", name)
		}
	}
}

// object is what the tests read of a schema.
type object struct {
	Ref         string            `json:"$ref"`
	Type        string            `json:"type"`
	Description string            `json:"description"`
	Properties  map[string]object `json:"properties"`
	Required    []string          `json:"required"`
	Enum        []string          `json:"enum"`
	Defs        map[string]object `json:"$defs"`
}

func readSchema(t *testing.T) object {
	t.Helper()
	file, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema object
	if err := json.Unmarshal(file, &schema); err != nil {
		t.Fatal(err)
	}
	return schema
}

// TestSchemaDescribesEveryField compares the schema with the Go types: the same
// fields, each described, required unless it may be left out.
func TestSchemaDescribesEveryField(t *testing.T) {
	schema := readSchema(t)
	for name, value := range map[string]any{
		"": onrecord.Entry{}, "masthead": onrecord.Masthead{}, "quote": onrecord.Quote{}, "when": onrecord.When{},
		"statement": onrecord.Statement{}, "speaker": onrecord.Speaker{}, "hop": onrecord.Hop{}, "event": onrecord.Event{},
		"party": onrecord.Party{}, "actor": onrecord.Actor{}, "role": onrecord.Role{}, "issue": onrecord.Issue{}, "provenance": onrecord.Provenance{},
	} {
		def := schema
		if name != "" {
			def = schema.Defs[name]
		}
		all, required := jsonFields(reflect.TypeOf(value))
		for _, field := range all {
			if def.Properties[field].Description == "" {
				t.Errorf("%s.%s is not described", name, field)
			}
		}
		if len(def.Properties) != len(all) {
			t.Errorf("%s: the schema has %d fields, the type %d", name, len(def.Properties), len(all))
		}
		slices.Sort(def.Required)
		if !slices.Equal(def.Required, required) {
			t.Errorf("%s: the schema requires %q, the type always has %q", name, def.Required, required)
		}
	}
}

// jsonFields gives the names of a struct's fields in JSON, embedded ones too.
func jsonFields(of reflect.Type) (all, required []string) {
	for _, field := range reflect.VisibleFields(of) {
		if field.Anonymous {
			continue
		}
		name, options, _ := strings.Cut(field.Tag.Get("json"), ",")
		all = append(all, name)
		if !strings.Contains(options, "omitempty") {
			required = append(required, name)
		}
	}
	slices.Sort(required)
	return all, required
}

// TestSchemaListsEveryValue compares the schema's enums with the constants of the
// root package.
func TestSchemaListsEveryValue(t *testing.T) {
	schema, constants := readSchema(t), constantsOf(t, "../..")
	for place, typeName := range map[[2]string]string{
		{"statement", "kind"}: "StatementKind", {"statement", "form"}: "StatementForm", {"speaker", "kind"}: "SpeakerKind",
		{"hop", "kind"}: "HopKind", {"event", "status"}: "EventStatus", {"actor", "kind"}: "ActorKind", {"issue", "station"}: "Station",
	} {
		field := schema.Defs[place[0]].Properties[place[1]]
		enum := field.Enum
		if def, ok := strings.CutPrefix(field.Ref, "#/$defs/"); ok {
			enum = schema.Defs[def].Enum
		}
		if len(enum) == 0 || !slices.Equal(slices.Sorted(slices.Values(enum)), slices.Sorted(slices.Values(constants[typeName]))) {
			t.Errorf("%s.%s lists %q, the constants are %q", place[0], place[1], enum, constants[typeName])
		}
	}
}

// constantsOf gives the string constants of a folder's package by their type.
func constantsOf(t *testing.T, dir string) map[string][]string {
	t.Helper()
	constants := map[string][]string{}
	for _, name := range goFiles(t, dir) {
		file, err := parser.ParseFile(token.NewFileSet(), dir+"/"+name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		ast.Inspect(file, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok || spec.Type == nil || len(spec.Values) != 1 {
				return true
			}
			if literal, ok := spec.Values[0].(*ast.BasicLit); ok && literal.Kind == token.STRING {
				value, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				constants[fmt.Sprint(spec.Type)] = append(constants[fmt.Sprint(spec.Type)], value)
			}
			return true
		})
	}
	return constants
}

func goFiles(t *testing.T, dir string) []string {
	t.Helper()
	names, err := fs.Glob(os.DirFS(dir), "*.go")
	if err != nil || len(names) == 0 {
		t.Fatalf("no Go files in %s: %v", dir, err)
	}
	return slices.DeleteFunc(names, func(name string) bool { return strings.HasSuffix(name, "_test.go") })
}
