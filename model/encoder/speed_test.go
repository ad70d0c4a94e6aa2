package encoder

import (
	"math/rand/v2"
	"testing"

	"onrecord/model/kernel"
)

// product is a network of the size that the product has, with weights of no meaning.
func product() *Encoder {
	rng := rand.New(rand.NewPCG(1, 2))
	numbers := func(n int) []float32 {
		found := make([]float32, n)
		for i := range found {
			found[i] = float32(rng.NormFloat64()) / 12
		}
		return found
	}
	block := func(outputs, inputs int) affine {
		a := affine{Matrix: kernel.NewMatrix(outputs, inputs, numbers(outputs*inputs))}
		a.bias = numbers(a.Width())
		return a
	}
	rows := func(n, size int) table {
		t := table{size: size, cells: make([]byte, n*size), scales: numbers(n)}
		for i := range t.cells {
			t.cells[i] = byte(rng.IntN(255) - 127)
		}
		return t
	}
	e := &Encoder{width: 160, head: 128, dilations: []int{1, 1, 2, 4, 8}, tags: make([]string, 109), relations: make([]string, 51), rootRelation: -1}
	e.steps = []int{1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 15, 19, 24, 32, 45, 70}
	e.words = wordTable{table: rows(40000, 96), keys: make([]uint32, 40000), unknown: numbers(96)}
	for i := range e.words.keys {
		e.words.keys[i] = rng.Uint32()
	}
	e.words.index()
	seen := 96
	for i, size := range []int{48, 32, 48, 24, 24, 48} {
		e.pieces = append(e.pieces, rows([]int{1 << 14, 4096, 8192, 2048, 1024, 8192}[i], size))
		seen += size
	}
	part := func(inputs, parts int) layer {
		l := layer{bias: numbers(320), norm: kernel.Norm{Gain: numbers(160), Shift: numbers(160)}}
		for range parts {
			l.parts = append(l.parts, kernel.NewMatrix(320, inputs, numbers(320*inputs)))
		}
		return l
	}
	e.enter = part(seen, 1)
	for range e.dilations {
		e.layers = append(e.layers, part(160, 3))
	}
	e.tag, e.sides, e.root = block(109, 160), block(512, 160), numbers(256)
	e.arc, e.way, e.weight, e.name = block(128, 128).Matrix, block(32, 128), numbers(128), block(51, 128)
	return e
}

// BenchmarkSentence reads made-up sentences of 24 words, the mean of news.
func BenchmarkSentence(b *testing.B) {
	forms := make([]string, 24)
	rng := rand.New(rand.NewPCG(3, 4))
	for i := range forms {
		for range 2 + rng.IntN(8) {
			forms[i] += string(rune('a' + rng.IntN(26)))
		}
	}
	d := product().NewDesk()
	for b.Loop() {
		d.Read(forms, len(forms))
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkReport reads a report of 30 such sentences at once.
func BenchmarkReport(b *testing.B) {
	var forms []string
	var ends []int
	for i := range 30 * 24 {
		forms = append(forms, string(rune('a'+i%26))+string(rune('a'+i%7)))
		if i%24 == 23 {
			ends = append(ends, i+1)
		}
	}
	d := product().NewDesk()
	for b.Loop() {
		d.Read(forms, ends...)
	}
	b.ReportMetric(float64(len(forms)*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkLongSentence reads one of 5,000 words, which is cut into runs.
func BenchmarkLongSentence(b *testing.B) {
	forms := make([]string, 5000)
	for i := range forms {
		forms[i] = string(rune('a' + i%26))
	}
	d := product().NewDesk()
	for b.Loop() {
		d.Read(forms, len(forms))
	}
}
