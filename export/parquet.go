package export

import (
	"context"
	"fmt"
	"io"
	"reflect"

	"github.com/parquet-go/parquet-go"
)

// Parquet writes a table as a Parquet file. Columns keep their order and kinds; what is unknown is
// null.
func Parquet(ctx context.Context, w io.Writer, t Table, r Record) error {
	form := formOf(t)
	out := parquet.NewWriter(w, parquet.SchemaOf(reflect.New(form).Interface()), parquet.Compression(&parquet.Zstd))
	for row, err := range t.Rows(ctx, r) {
		if err != nil {
			return err
		}
		one := reflect.New(form)
		for i, value := range row {
			if value != nil {
				pointer := reflect.New(reflect.TypeOf(value))
				pointer.Elem().Set(reflect.ValueOf(value))
				one.Elem().Field(i).Set(pointer)
			}
		}
		if err := out.Write(one.Interface()); err != nil {
			return fmt.Errorf("write Parquet: %w", err)
		}
	}
	return out.Close()
}

// formOf makes the struct that the library reads a row's form from: a pointer a column, nil for
// null.
func formOf(t Table) reflect.Type {
	kinds := map[Kind]reflect.Type{
		Words: reflect.TypeFor[*string](), Number: reflect.TypeFor[*float64](), Whole: reflect.TypeFor[*int64](), Flag: reflect.TypeFor[*bool](),
	}
	fields := make([]reflect.StructField, 0, len(t.Columns))
	for i, c := range t.Columns {
		fields = append(fields, reflect.StructField{
			Name: fmt.Sprintf("C%d", i), Type: kinds[c.Kind], Tag: reflect.StructTag(fmt.Sprintf(`parquet:"%s,optional"`, c.Name)),
		})
	}
	return reflect.StructOf(fields)
}
