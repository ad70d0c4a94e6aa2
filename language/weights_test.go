package language

import (
	"testing"

	"onrecord/model"
)

func TestDigestsNameAllWeights(t *testing.T) {
	digests := loaded(t).Digests()
	for name := range loaded(t).syntaxFiles() {
		if len(digests[name]) != 16 {
			t.Errorf("digest of %s is %q", name, digests[name])
		}
	}
}

func TestWeightsOfAnotherModelAreRefused(t *testing.T) {
	for name := range newReader().syntaxFiles() {
		file, err := weightFiles.ReadFile("weights/" + name + ".bin")
		if err != nil {
			t.Fatal(err)
		}
		for other, read := range newReader().syntaxFiles() {
			if err := read(file); (err == nil) != (name == other) {
				t.Errorf("weights of %s read as %s: error %v", name, other, err)
			}
			if err := read(file[:len(file)/2]); err == nil {
				t.Errorf("half the weights of %s read as %s: no error", name, other)
			}
		}
	}
}

// FuzzReadWeights reads files that are whole but hold any numbers.
func FuzzReadWeights(f *testing.F) {
	f.Add([]byte{1, 4, 'r', 'o', 'o', 't', 16, 1, 3, 0, 0, 0, 0})
	f.Add([]byte{2, 1, 'N', 1, 'V', 1, 5, 1, 2, 0, 2, 0, 0, 0, 0, 0})
	f.Fuzz(func(t *testing.T, numbers []byte) {
		for name, read := range newReader().syntaxFiles() {
			var p model.Packer
			for _, n := range numbers {
				p.Int(int(n))
			}
			file, err := p.File(name)
			if err != nil {
				t.Fatal(err)
			}
			_ = read(file) // it may be refused, but must not panic
		}
	})
}
