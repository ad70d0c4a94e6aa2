// Command gen writes the vector kernels of the folder above. It is a module of its
// own, so that the product does not depend on the generator.
//
// Every output has a lane of its own, and a lane adds its products one after the
// other, in the order of the inputs, by fused operations: they round once, and so
// does the plain Go twin. The norms have no fused operations; theirs rounds twice.
package main

import (
	"fmt"

	. "github.com/mmcloughlin/avo/build"
	"github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

//go:generate go run . -out ../tile_amd64.s -stubs ../tile_amd64.go -pkg kernel

// panel is the number of outputs that lie together in a packed matrix.
const panel = 32

func main() {
	ConstraintExpr("amd64")
	wide := vectors{"AVX512", 16, ZMM}
	narrow := vectors{"AVX2", 8, YMM}
	for rows := 8; rows > 0; rows-- {
		tile(wide, rows, 2)
	}
	for rows := 6; rows > 0; rows-- {
		tile(narrow, rows, 2)
	}
	joinPieces(wide, 1)
	joinPieces(narrow, 2)
	addNormed(wide, 1)
	addNormed(narrow, 2)
	add(wide, 1)
	add(narrow, 2)
	Generate()
}

// vectors is a kind of vector register.
type vectors struct {
	name     string
	lanes    int
	register func() reg.VecVirtual
}

// tile multiplies a few rows of inputs with one panel, or half a one, and adds the products to c.
func tile(v vectors, rows, width int) {
	TEXT(fmt.Sprintf("tile%d%s", rows, v.name), NOSPLIT, "func(c, start, a, b *float32, at *struct{ Input, Sum int32 }, inputs int)")
	Pragma("noescape")
	Doc(fmt.Sprintf("tile%d%s adds the product of %d rows of a with %d columns of a panel to c, or to start if there is one.", rows, v.name, rows, width*v.lanes))
	c, a, b := Load(Param("c"), GP64()), Load(Param("a"), GP64()), Load(Param("b"), GP64())
	at := Load(Param("at"), GP64())
	sums := loadSums(v, c, at, rows, width)
	rowsOfA := make([]reg.Register, rows)
	for r := range rowsOfA {
		rowsOfA[r] = begin(a, at, r, "Input")
	}
	multiply(v, sums, rowsOfA, b)
	c, at = Load(Param("c"), GP64()), Load(Param("at"), GP64())
	for r := range sums {
		row := begin(c, at, r, "Sum")
		for k := range sums[r] {
			VMOVUPS(sums[r][k], operand.Mem{Base: row, Disp: 4 * v.lanes * k})
		}
	}
	VZEROUPPER()
	RET()
}

// loadSums takes the sums of all rows from c or, if there is a start, from that.
func loadSums(v vectors, c, at reg.Register, rows, width int) [][]reg.VecVirtual {
	sums := make([][]reg.VecVirtual, rows)
	for r := range sums {
		sums[r] = make([]reg.VecVirtual, width)
		for k := range sums[r] {
			sums[r][k] = v.register()
		}
	}
	load := func(r int, row reg.Register) {
		for k := range sums[r] {
			VMOVUPS(operand.Mem{Base: row, Disp: 4 * v.lanes * k}, sums[r][k])
		}
	}
	start := Load(Param("start"), GP64())
	TESTQ(start, start)
	JZ(operand.LabelRef("add"))
	for r := range sums {
		load(r, start)
	}
	JMP(operand.LabelRef("loaded"))
	Label("add")
	for r := range sums {
		load(r, begin(c, at, r, "Sum"))
	}
	Label("loaded")
	return sums
}

// begin gives the place in memory where a row begins: each Row is two numbers of 32 bits.
func begin(of, at reg.Register, r int, field string) reg.Register {
	disp := 8 * r
	if field == "Sum" {
		disp += 4
	}
	row := GP64()
	MOVLQSX(operand.Mem{Base: at, Disp: disp}, row)
	LEAQ(operand.Mem{Base: of, Index: row, Scale: 4}, row)
	return row
}

// multiply goes along the inputs of the rows and down the panel.
func multiply(v vectors, sums [][]reg.VecVirtual, rows []reg.Register, b reg.Register) {
	inputs := Load(Param("inputs"), GP64())
	i := GP64()
	XORQ(i, i)
	Label("next")
	weights := make([]reg.VecVirtual, len(sums[0]))
	for k := range weights {
		weights[k] = v.register()
		VMOVUPS(operand.Mem{Base: b, Disp: 4 * v.lanes * k}, weights[k])
	}
	input := v.register()
	for r := range sums {
		VBROADCASTSS(operand.Mem{Base: rows[r], Index: i, Scale: 4}, input)
		for k := range weights {
			VFMADD231PS(input, weights[k], sums[r][k])
		}
	}
	ADDQ(operand.I32(4*panel), b)
	INCQ(i)
	CMPQ(i, inputs)
	JL(operand.LabelRef("next"))
}

// joinPieces takes the greater of two pieces and sums it in 16 lanes.
func joinPieces(v vectors, times int) {
	TEXT("joinPieces"+v.name, NOSPLIT, "func(to, first, second *float32, n int, sums *[16]float32)")
	Pragma("noescape")
	Doc("joinPieces" + v.name + " writes the greater of each pair and sums it in 16 lanes; n is a multiple of 16.")
	to, first, second := Load(Param("to"), GP64()), Load(Param("first"), GP64()), Load(Param("second"), GP64())
	n, sums := Load(Param("n"), GP64()), Load(Param("sums"), GP64())
	lanes := zeros(v, times)
	at := GP64()
	XORQ(at, at)
	Label("next")
	x, y := v.register(), v.register()
	for k := range lanes {
		VMOVUPS(operand.Mem{Base: first, Index: at, Scale: 4, Disp: 4 * v.lanes * k}, x)
		VMOVUPS(operand.Mem{Base: second, Index: at, Scale: 4, Disp: 4 * v.lanes * k}, y)
		VMAXPS(y, x, x)
		VMOVUPS(x, operand.Mem{Base: to, Index: at, Scale: 4, Disp: 4 * v.lanes * k})
		VADDPS(x, lanes[k], lanes[k])
	}
	ADDQ(operand.I8(16), at)
	CMPQ(at, n)
	JL(operand.LabelRef("next"))
	for k := range lanes {
		VMOVUPS(lanes[k], operand.Mem{Base: sums, Disp: 4 * v.lanes * k})
	}
	VZEROUPPER()
	RET()
}

func zeros(v vectors, n int) []reg.VecVirtual {
	found := make([]reg.VecVirtual, n)
	for k := range found {
		found[k] = v.register()
		VXORPS(found[k], found[k], found[k])
	}
	return found
}

// addNormed has two deeds in one text each: the squares of the distances from the
// middle, and the sum of the normed row with what stands there.
func addNormed(v vectors, times int) {
	TEXT("squares"+v.name, NOSPLIT, "func(x *float32, n int, middle float32, sums *[16]float32)")
	Pragma("noescape")
	Doc("squares" + v.name + " takes the middle from x and sums the squares in 16 lanes; n is a multiple of 16.")
	x, n := Load(Param("x"), GP64()), Load(Param("n"), GP64())
	middle := broadcast(v, "middle")
	sums := Load(Param("sums"), GP64())
	lanes := zeros(v, times)
	at := GP64()
	XORQ(at, at)
	Label("next")
	y := v.register()
	for k := range lanes {
		here := operand.Mem{Base: x, Index: at, Scale: 4, Disp: 4 * v.lanes * k}
		VMOVUPS(here, y)
		VSUBPS(middle, y, y)
		VMOVUPS(y, here)
		VMULPS(y, y, y)
		VADDPS(y, lanes[k], lanes[k])
	}
	ADDQ(operand.I8(16), at)
	CMPQ(at, n)
	JL(operand.LabelRef("next"))
	for k := range lanes {
		VMOVUPS(lanes[k], operand.Mem{Base: sums, Disp: 4 * v.lanes * k})
	}
	VZEROUPPER()
	RET()
	addScaled(v, times)
}

func addScaled(v vectors, times int) {
	TEXT("addScaled"+v.name, NOSPLIT, "func(to, x, gain, shift *float32, n int, scale float32)")
	Pragma("noescape")
	Doc("addScaled" + v.name + " adds x·scale·gain + shift to the row; n is a multiple of 16.")
	to, x := Load(Param("to"), GP64()), Load(Param("x"), GP64())
	gain, shift, n := Load(Param("gain"), GP64()), Load(Param("shift"), GP64()), Load(Param("n"), GP64())
	scale := broadcast(v, "scale")
	at := GP64()
	XORQ(at, at)
	Label("next")
	y := v.register()
	for k := range times {
		by := 4 * v.lanes * k
		VMULPS(operand.Mem{Base: x, Index: at, Scale: 4, Disp: by}, scale, y)
		VMULPS(operand.Mem{Base: gain, Index: at, Scale: 4, Disp: by}, y, y)
		VADDPS(operand.Mem{Base: shift, Index: at, Scale: 4, Disp: by}, y, y)
		VADDPS(operand.Mem{Base: to, Index: at, Scale: 4, Disp: by}, y, y)
		VMOVUPS(y, operand.Mem{Base: to, Index: at, Scale: 4, Disp: by})
	}
	ADDQ(operand.I8(16), at)
	CMPQ(at, n)
	JL(operand.LabelRef("next"))
	VZEROUPPER()
	RET()
}

// add adds a row to another.
func add(v vectors, times int) {
	TEXT("add"+v.name, NOSPLIT, "func(to, x *float32, n int)")
	Pragma("noescape")
	Doc("add" + v.name + " adds x to the row; n is a multiple of 16.")
	to, x, n := Load(Param("to"), GP64()), Load(Param("x"), GP64()), Load(Param("n"), GP64())
	at := GP64()
	XORQ(at, at)
	Label("next")
	y := v.register()
	for k := range times {
		by := 4 * v.lanes * k
		VMOVUPS(operand.Mem{Base: x, Index: at, Scale: 4, Disp: by}, y)
		VADDPS(operand.Mem{Base: to, Index: at, Scale: 4, Disp: by}, y, y)
		VMOVUPS(y, operand.Mem{Base: to, Index: at, Scale: 4, Disp: by})
	}
	ADDQ(operand.I8(16), at)
	CMPQ(at, n)
	JL(operand.LabelRef("next"))
	VZEROUPPER()
	RET()
}

// broadcast puts a parameter into all lanes.
func broadcast(v vectors, name string) reg.VecVirtual {
	single := XMM()
	Load(Param(name), single)
	all := v.register()
	VBROADCASTSS(single, all)
	return all
}
