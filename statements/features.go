package statements

// hashString is FNV-1a.
func hashString(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix folds a value into a hash.
func mix(h, x uint64) uint64 {
	h = (h ^ x) * 0x9E3779B97F4A7C15
	return h ^ h>>29
}

// bag collects hashed features. Each place in the code that adds features has
// its own number, counted up in the order of the calls, so learning and reading
// agree.
type bag struct {
	out   []uint32
	place uint64
}

func (b *bag) add(values ...uint64) { b.addIf(true, values...) }

func (b *bag) addIf(seen bool, values ...uint64) {
	b.place++
	if seen {
		b.put(values...)
	}
}

// put adds one more feature at the same place.
func (b *bag) put(values ...uint64) {
	h := mix(0x51ED270B, b.place)
	for _, v := range values {
		h = mix(h, v)
	}
	h = mix(h, 0x2545F4914F6CDD1D)
	b.out = append(b.out, uint32(h>>32))
}

func yes(b bool) uint64 {
	if b {
		return 1
	}
	return 0
}

// bucket coarsens a distance.
func bucket(n int) uint64 {
	sign := uint64(0)
	if n < 0 {
		sign, n = 100, -n
	}
	switch {
	case n <= 4:
	case n <= 6:
		n = 5
	case n <= 10:
		n = 6
	case n <= 20:
		n = 7
	default:
		n = 8
	}
	return sign + uint64(n)
}
