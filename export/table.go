package export

import (
	"context"
	"iter"

	"onrecord"
	"onrecord/store"
)

// Record is what tables are cut from.
type Record interface {
	Entries(context.Context) iter.Seq2[*onrecord.Entry, error]
	Pairs(context.Context, store.PairQuery) ([]store.Pair, error)
	Stands(context.Context, store.StandQuery) ([]store.Stand, error)
}

// Table is a form with one row a thing. Its columns tell what they mean; docs/export.md is written
// from them.
type Table struct {
	Name    string
	Means   string // what a row is
	Columns []Column
	Rows    func(context.Context, Record) iter.Seq2[Row, error]
}

// Row holds a value a column: a string, a float64, an int64, a bool, or nil for what is unknown.
type Row []any

// Column is a name with what stands below it.
type Column struct {
	Name  string
	Kind  Kind
	Means string
}

// Kind says what values a column has.
type Kind string

// The kinds of column.
const (
	Words  Kind = "words"
	Number Kind = "number"
	Whole  Kind = "whole number"
	Flag   Kind = "flag"
)

// column is a Column with how its value is cut from a T.
type column[T any] struct {
	Column
	cell func(T) any
}

// words, number, whole and flag make columns.
func words[T any](name, means string, cell func(T) string) column[T] {
	return column[T]{Column{name, Words, means}, func(from T) any {
		if text := cell(from); text != "" {
			return text
		}
		return nil
	}}
}

func number[T any](name, means string, cell func(T) float64) column[T] {
	return column[T]{Column{name, Number, means}, func(from T) any { return cell(from) }}
}

func whole[T any](name, means string, cell func(T) int) column[T] {
	return column[T]{Column{name, Whole, means}, func(from T) any { return int64(cell(from)) }}
}

func flag[T any](name, means string, cell func(T) bool) column[T] {
	return column[T]{Column{name, Flag, means}, func(from T) any { return cell(from) }}
}

// number and whole values that may be unknown.
func anyOf[T any](name string, kind Kind, means string, cell func(T) any) column[T] {
	return column[T]{Column{name, kind, means}, cell}
}

// tableOf makes a table of things that all come from one place.
func tableOf[T any](name, means string, columns []column[T], things func(context.Context, Record) iter.Seq2[T, error]) Table {
	t := Table{Name: name, Means: means}
	for _, c := range columns {
		t.Columns = append(t.Columns, c.Column)
	}
	t.Rows = func(ctx context.Context, r Record) iter.Seq2[Row, error] {
		return func(yield func(Row, error) bool) {
			for thing, err := range things(ctx, r) {
				if err != nil {
					yield(nil, err)
					return
				}
				row := make(Row, 0, len(columns))
				for _, c := range columns {
					row = append(row, c.cell(thing))
				}
				if !yield(row, nil) {
					return
				}
			}
		}
	}
	return t
}

// ofEntries gives what each entry holds.
func ofEntries[T any](pick func(*onrecord.Entry) []T) func(context.Context, Record) iter.Seq2[T, error] {
	return func(ctx context.Context, r Record) iter.Seq2[T, error] {
		return func(yield func(T, error) bool) {
			for entry, err := range r.Entries(ctx) {
				if err != nil {
					var none T
					yield(none, err)
					return
				}
				for _, thing := range pick(entry) {
					if !yield(thing, nil) {
						return
					}
				}
			}
		}
	}
}

// listed gives what one question of the record gives.
func listed[T any](ask func(context.Context, Record) ([]T, error)) func(context.Context, Record) iter.Seq2[T, error] {
	return func(ctx context.Context, r Record) iter.Seq2[T, error] {
		return func(yield func(T, error) bool) {
			all, err := ask(ctx, r)
			if err != nil {
				var none T
				yield(none, err)
				return
			}
			for _, one := range all {
				if !yield(one, nil) {
					return
				}
			}
		}
	}
}

// Tidy gives the tidy tables, in the order in which one leads to the next.
func Tidy() []Table {
	return []Table{reports(), statements(), events(), actors(), links(), positions()}
}

// Field gives the tables in the forms of the field of event data.
func Field() []Table {
	return []Table{polecat(), gdeltEvents(), gdeltMentions(), icews(), petrarch()}
}

// HasHeader reports whether the files of a form begin with the names of its columns: those of GDELT
// and PETRARCH do not.
func (t Table) HasHeader() bool {
	return t.Name != "gdelt-events" && t.Name != "gdelt-mentions" && t.Name != "petrarch"
}

// Find finds a table by its name; ok is false if there is none.
func Find(tables []Table, name string) (t Table, ok bool) {
	for _, t := range tables {
		if t.Name == name {
			return t, true
		}
	}
	return Table{}, false
}
