package speed

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"runtime"
	"strings"
	"time"
)

// Table is what a measurement gave, and where it was made.
type Table struct {
	Processor string  `json:"processor"`
	Go        string  `json:"go"`
	Date      string  `json:"date"`
	Reports   int     `json:"reports"`
	Words     int     `json:"words"` // read in all, each time anew
	Stages    []Stage `json:"stages"`
}

func tableOf(stages []Stage, reports, words int) Table {
	return Table{
		Processor: processor(), Go: runtime.Version(), Date: time.Now().UTC().Format(time.DateOnly),
		Reports: reports, Words: words, Stages: stages,
	}
}

// processor names the kind of processor as the system does.
func processor() string {
	f, err := os.Open("/proc/cpuinfo")
	if err != nil {
		return runtime.GOARCH
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if name, ok := strings.CutPrefix(lines.Text(), "model name"); ok {
			return strings.TrimLeft(name, "\t :")
		}
	}
	return runtime.GOARCH
}

// languageStages are the stages of the language station, which has a figure of its own.
var languageStages = [...]string{"cutting", "tags and trees", "times", "names", "chains"}

// Language is the time of all stages of the language station together.
func (t Table) Language() Stage {
	sum := Stage{Name: "language, all", Words: t.Words}
	for _, s := range t.Stages {
		for _, name := range languageStages {
			if s.Name == name {
				sum.Seconds += s.Seconds
			}
		}
	}
	return sum
}

// Write writes the table in Markdown. What differs from machine to machine stands
// above it.
func (t Table) Write(w io.Writer) error {
	var b strings.Builder
	b.WriteString("# Words a second of one core\n\nWritten by `onrecord-lab bench --write`. Words are tokens, signs among them; the time is the processor's, with the\ncollector's work.\n\n")
	fmt.Fprintf(&b, "%s, %s, %s; %d reports.\n\n", t.Processor, t.Go, t.Date, t.Reports)
	b.WriteString("| stage | words/s | share of the whole |\n|---|---|---|\n")
	whole := t.whole()
	for _, s := range t.Stages {
		if s.Name == Whole {
			t.writeRow(&b, t.Language(), whole)
		}
		t.writeRow(&b, s, whole)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t Table) writeRow(b *strings.Builder, s, whole Stage) {
	fmt.Fprintf(b, "| %s | %.0f | %.1f %% |\n", s.Name, s.PerSecond(), 100*s.Seconds/max(whole.Seconds, 1e-9))
}

func (t Table) whole() Stage {
	for _, s := range t.Stages {
		if s.Name == Whole {
			return s
		}
	}
	return Stage{}
}
