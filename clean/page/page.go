package page

import "errors"

type Doc struct{ Told Told }
type Field struct{ Name, Value string }
type Told struct {
	Title, Site, URL, Language string
	Authors                    []string
	Dates                      []Field
}

func Read(raw []byte) (*Doc, error) { return nil, errors.New("todo") }
