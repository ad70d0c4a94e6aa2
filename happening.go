package onrecord

// EventRef names an event among all reports.
type EventRef struct {
	Report ReportID `json:"report"`
	Event  EventID  `json:"event"`
}

// Join says that two events of different reports tell of one act. What is joined, directly
// or by others, is one happening. Joins are derived from entries and can be made anew.
type Join struct {
	A         EventRef `json:"a"`
	B         EventRef `json:"b"`
	Certainty float64  `json:"certainty"`
}
