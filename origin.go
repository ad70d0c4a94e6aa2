package onrecord

// CopyKind says how a report has its words from another.
type CopyKind string

// The kinds of copy. All but Passage make two reports one origin.
const (
	WholeCopy  CopyKind = "copy"    // most of its words
	NewVersion CopyKind = "version" // an update or correction by the same outlet
	Retold     CopyKind = "retold"  // it names the other's outlet as its source and says the same
	Passage    CopyKind = "passage" // some sentences; the rest is its own
)

// Copy says that one report has words from another. Copies are derived from entries and
// can be made anew.
type Copy struct {
	Kind   CopyKind `json:"kind"`
	Report ReportID `json:"report"` // the later one
	Of     ReportID `json:"of"`
	Share  float64  `json:"share"` // of Report's words that stand in Of
	Why    string   `json:"why"`
}
