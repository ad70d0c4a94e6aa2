package across

import (
	"cmp"
	"slices"

	"onrecord"
	"onrecord/across/origins"
	"onrecord/clean"
	"onrecord/lab"
	"onrecord/store"
)

// rawCopies finds which reports of news-raw have words from which, as a store would: those near each
// other in a list are compared.
func rawCopies(c lab.Corpora) (reports map[onrecord.ReportID]lab.RawReport, copies []onrecord.Copy, err error) {
	reports = map[onrecord.ReportID]lab.RawReport{}
	var sheets []origins.Sheet
	err = c.EachRaw(func(r *lab.RawReport) error {
		id := onrecord.ReportID(r.ID)
		published := onrecord.Date(r.Date)
		e := &onrecord.Entry{Report: onrecord.Masthead{ID: id, Outlet: r.Outlet, Headline: r.Title, Published: &published}}
		reports[id] = *r
		sheets = append(sheets, origins.Read(e, ownWords(r)))
		return nil
	})
	if err != nil {
		return nil, nil, err
	}
	slices.SortFunc(sheets, func(a, b origins.Sheet) int {
		return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Report, b.Report))
	})
	return reports, compareNear(sheets), nil
}

// ownWords are the words of a report that the product holds for its own.
func ownWords(r *lab.RawReport) (pieces []string) {
	text, _, err := clean.New().Clean(&onrecord.Report{MediaType: onrecord.PlainText, Raw: []byte(r.Text)})
	if err != nil {
		return nil
	}
	e := &onrecord.Entry{Text: text.Words}
	for _, span := range text.Clutter {
		e.Clutter = append(e.Clutter, text.Quote(span))
	}
	return store.OwnText(e)
}

func compareNear(sheets []origins.Sheet) (copies []onrecord.Copy) {
	const reach = 12
	lists := map[uint32][]int{}
	seen := map[[2]int]bool{}
	for i := range sheets {
		for _, key := range sheets[i].Keys() {
			list := lists[key]
			for _, j := range list[max(0, len(list)-reach):] {
				if two := [2]int{j, i}; !seen[two] {
					seen[two] = true
					if c, ok := origins.Compare(&sheets[j], &sheets[i]); ok {
						copies = append(copies, c)
					}
				}
			}
			lists[key] = append(list, i)
		}
	}
	return copies
}
