package language

// nameFeatures collects the feature keys of one word.
type nameFeatures []uint32

// add puts in the feature that template's parts have these values.
func (f *nameFeatures) add(template uint32, parts ...uint32) {
	h := template*0x9e3779b1 + 0x7f4a7c15
	for _, p := range parts {
		h ^= p
		h *= 0x85ebca6b
		h ^= h >> 15
	}
	*f = append(*f, h*0xc2b2ae35^h>>13)
}

// The templates. A number, once learned, keeps its meaning.
const (
	ofBias uint32 = iota + 1
	ofWord
	ofLower
	ofShape
	ofPrefix
	ofSuffix
	ofCluster
	ofLowerCluster
	ofPairBefore
	ofPairAfter
	ofShapes
	ofClusterPair
	ofClusterWord
	ofNearSuffix
	ofPlace
	ofSmall
	ofSeenBefore
	ofSeenAfter
	ofRun
	ofLength
	ofAcrossShape
)

// nameEdge stands for the words beyond the ends of a sentence.
var nameEdge = nameWord{text: "<>", lower: "<>", shape: "<>", textHash: 1, lowerHash: 1, shapeHash: 1, seen: &wordSeen{}}

// sentenceFeatures gives each word's features.
func sentenceFeatures(s []nameWord) [][]uint32 {
	out := make([][]uint32, len(s))
	shout := uint32(0)
	if isShouting(s) {
		shout = 1
	}
	for i := range s {
		f := make(nameFeatures, 0, 96)
		view := viewOf(s, i)
		f.addOwn(view[2], i == 0, shout)
		f.addNear(view, shout)
		f.addReport(view[2], shout)
		out[i] = f
	}
	return out
}

// viewOf is the word at i with two neighbours on each side.
func viewOf(s []nameWord, i int) [5]*nameWord {
	var view [5]*nameWord
	for k := range view {
		view[k] = &nameEdge
		if j := i + k - 2; j >= 0 && j < len(s) {
			view[k] = &s[j]
		}
	}
	return view
}

// addOwn adds what the word itself tells.
func (f *nameFeatures) addOwn(w *nameWord, first bool, shout uint32) {
	start := uint32(0)
	if first {
		start = 1
	}
	f.add(ofBias)
	f.add(ofWord, w.textHash)
	f.add(ofShape, 2, w.shapeHash, start, shout)
	f.add(ofPlace, w.textHash, start, shout)
	for n := 1; n <= 5; n++ {
		f.add(ofPrefix, uint32(n), hashWord(prefix(w.text, n)))
		f.add(ofSuffix, uint32(n), hashWord(suffix(w.text, n)))
	}
	f.add(ofSuffix, 13, hashWord(suffix(w.lower, 3)), w.shapeHash)
	f.add(ofLowerCluster, w.lowerCluster, w.shapeHash, start, shout)
	f.add(ofLength, uint32(min(len(w.text), 12)), w.shapeHash)
}

// addNear adds the word together with its neighbours.
func (f *nameFeatures) addNear(v [5]*nameWord, shout uint32) {
	for k, w := range v {
		at := uint32(k)
		f.add(ofLower, at, w.lowerHash)
		for level, c := range w.clusters {
			f.add(ofCluster, at, uint32(level), c)
		}
		if k != 2 {
			f.add(ofShape, at, w.shapeHash)
		}
	}
	for k := 0; k < 4; k++ {
		at := uint32(k)
		f.add(ofPairBefore, at, v[k].lowerHash, v[k+1].lowerHash)
		f.add(ofClusterPair, at, v[k].clusters[1], v[k+1].clusters[1])
		f.add(ofShapes, at, v[k].shapeHash, v[k+1].shapeHash, shout)
	}
	f.add(ofShapes, 9, v[1].shapeHash, v[2].shapeHash, v[3].shapeHash)
	f.add(ofAcrossShape, v[1].lowerHash, v[2].shapeHash)
	f.add(ofAcrossShape, 3, v[3].lowerHash, v[2].shapeHash)
	f.add(ofClusterWord, v[1].clusters[1], v[2].textHash)
	f.add(ofClusterWord, 3, v[3].clusters[1], v[2].textHash)
	f.add(ofClusterPair, 7, v[1].clusters[1], v[2].clusters[1], v[3].clusters[1])
	f.add(ofClusterPair, 8, v[1].lowerHash, v[2].clusters[1])
	f.add(ofClusterPair, 9, v[3].lowerHash, v[2].clusters[1])
	f.add(ofNearSuffix, 1, hashWord(suffix(v[1].lower, 3)))
	f.add(ofNearSuffix, 3, hashWord(suffix(v[3].lower, 3)))
}

// addReport adds what the report shows of the word in its other places.
func (f *nameFeatures) addReport(w *nameWord, shout uint32) {
	if !w.capital {
		return
	}
	seen := w.seen
	small := uint32(0)
	if seen.small {
		small = 1
	}
	f.add(ofSmall, small, w.shapeHash, shout)
	for k := range seen.before {
		f.add(ofSeenBefore, seen.before[k])
		f.add(ofSeenAfter, seen.after[k])
	}
	if seen.longest > 1 {
		f.add(ofRun, 1, seen.first)
		f.add(ofRun, 2, seen.last)
		f.add(ofRun, 3, seen.lastFix)
	}
	f.add(ofRun, 4, uint32(min(seen.longest, 5)))
}
