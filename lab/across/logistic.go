package across

import "math"

// labelled is an example of one head.
type labelled struct {
	features []float64
	is       bool
	weight   float64
}

// fitLogistic is logistic regression by Newton's method of the features that are used, their weights held small.
func fitLogistic(rows []labelled, used []bool, small float64) []float64 {
	const rounds = 25
	if len(rows) == 0 {
		return nil
	}
	n := len(rows[0].features)
	weights := make([]float64, n)
	for range rounds {
		slope, curve := make([]float64, n), square(n)
		for i := range n {
			slope[i], curve[i][i] = small*weights[i], small
		}
		for i := range n {
			if !used[i] {
				curve[i][i] = 1e9 // stays where it is
			}
		}
		for _, r := range rows {
			p := 1 / (1 + math.Exp(-dot(weights, r.features)))
			miss := p
			if r.is {
				miss--
			}
			addRow(slope, curve, r.features, r.weight*miss, r.weight*p*(1-p))
		}
		step := solve(curve, slope)
		largest := 0.0
		for i := range weights {
			if !used[i] {
				continue
			}
			weights[i] -= step[i]
			largest = max(largest, math.Abs(step[i]))
		}
		if largest < 1e-6 {
			break
		}
	}
	return weights
}

func addRow(slope []float64, curve [][]float64, features []float64, miss, bend float64) {
	told := make([]int, 0, len(features)) // most features of most rows are 0
	for i, f := range features {
		if f == 0 {
			continue
		}
		slope[i] += miss * f
		told = append(told, i)
		for _, k := range told {
			curve[i][k] += bend * f * features[k]
		}
	}
}

func dot(weights, features []float64) (sum float64) {
	for i, f := range features {
		sum += weights[i] * f
	}
	return sum
}

func square(n int) [][]float64 {
	rows := make([][]float64, n)
	for i := range rows {
		rows[i] = make([]float64, n)
	}
	return rows
}

// solve gives x of a·x = b for a positive definite a, of which the lower half is read and overwritten (Cholesky).
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	x := append([]float64(nil), b...)
	for i := range n {
		for k := range i + 1 {
			sum := a[i][k]
			for j := range k {
				sum -= a[i][j] * a[k][j]
			}
			if i == k {
				a[i][i] = math.Sqrt(sum)
			} else {
				a[i][k] = sum / a[k][k]
			}
		}
	}
	for i := range n {
		for k := range i {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	for i := n - 1; i >= 0; i-- {
		for k := i + 1; k < n; k++ {
			x[i] -= a[k][i] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}
