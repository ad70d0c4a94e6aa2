package lab

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"
)

// key names a figure in the floors file.
func (f Figure) key() string { return f.Task + "/" + f.Set + "/" + f.Measure }

// WriteScores writes the figures as the table that lives in the repository, so
// that a change of quality is a line in a diff.
func WriteScores(w io.Writer, figures []Figure, floors map[string]float64) error {
	var b strings.Builder
	b.WriteString("# Scores on the development sets\n\n")
	b.WriteString("Written by `make eval`; per cent unless the measure says otherwise. A figure below its floor (`lab/floors.json`) fails the run.\n")
	task := ""
	for _, f := range figures {
		if f.Task != task {
			task = f.Task
			fmt.Fprintf(&b, "\n## %s\n\n| set | measure | score | floor |\n|---|---|---|---|\n", task)
		}
		floor := ""
		if v, pinned := floors[f.key()]; pinned {
			floor = fmt.Sprintf("%.1f", v)
		}
		fmt.Fprintf(&b, "| %s | %s | %.2f | %s |\n", f.Set, f.Measure, f.Value, floor)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// ReadFloors reads the pinned floors: figure key -> least value.
func ReadFloors(path string) (map[string]float64, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var floors map[string]float64
	if err := json.Unmarshal(data, &floors); err != nil {
		return nil, fmt.Errorf("read floors %s: %w", path, err)
	}
	return floors, nil
}

// CheckFloors returns an error that lists every figure below its floor. A floor of
// a task that was measured, but whose figure is missing, is an error as well.
func CheckFloors(figures []Figure, floors map[string]float64) error {
	value, measured := map[string]float64{}, map[string]bool{}
	for _, f := range figures {
		value[f.key()], measured[f.Task] = f.Value, true
	}
	var faults []error
	for _, key := range sortedKeys(floors) {
		task, _, _ := strings.Cut(key, "/")
		switch v, ok := value[key]; {
		case !measured[task]:
		case !ok:
			faults = append(faults, fmt.Errorf("%s: no figure for this floor", key))
		case v < floors[key]:
			faults = append(faults, fmt.Errorf("%s: %.2f is below the floor %.2f", key, v, floors[key]))
		}
	}
	return errors.Join(faults...)
}

func sortedKeys(m map[string]float64) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	return keys
}
