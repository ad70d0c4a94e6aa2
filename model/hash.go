package model

// Hash is the hash of a feature. The hashes are part of the weights: a change
// here makes every file of weights useless.
type Hash uint32

// HashString hashes text (FNV-1a, then mixed).
func HashString[S ~string | ~[]byte](s S) Hash {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return Hash(mix(uint64(h) * 0x9e3779b97f4a7c15))
}

// Join hashes a template's number with one value.
func Join(template int, a Hash) Hash {
	return Hash(mix((uint64(a) + uint64(template)<<32) * 0x9e3779b97f4a7c15))
}

// Join2 hashes a template's number with two values.
func Join2(template int, a, b Hash) Hash {
	h := uint64(a) | uint64(b)<<32
	h = (h ^ uint64(template)*0xd6e8feb86659fd93) * 0x9e3779b97f4a7c15
	h ^= h >> 29
	return Hash(mix(h * 0xbf58476d1ce4e5b9))
}

// Join3 hashes a template's number with three values.
func Join3(template int, a, b, c Hash) Hash {
	return Join2(template, Join2(template+512, a, b), c)
}

// Join4 hashes a template's number with four values.
func Join4(template int, a, b, c, d Hash) Hash {
	return Join2(template, Join2(template+512, a, b), Join2(template+1024, c, d))
}

// mix takes the high half, whose bits depend on all bits of the product.
func mix(h uint64) uint32 {
	x := uint32(h>>32) ^ uint32(h>>15)
	if x == 0 {
		return 1 // 0 marks an empty slot of Rows
	}
	return x
}
