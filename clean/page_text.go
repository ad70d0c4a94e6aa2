package clean

import (
	"onrecord"
	"onrecord/clean/page"
)

func readPage(report *onrecord.Report, doc *page.Doc) *onrecord.Text { return nil }
