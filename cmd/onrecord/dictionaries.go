package main

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"maps"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"onrecord/actors"
	"onrecord/petrarch"
	"onrecord/pipeline"
)

// dictionaries are files of a project's own actors and verbs.
type dictionaries struct {
	actors, agents  []string
	verbs, discards string
}

// dictionaryFlags lets a command that reads take dictionaries.
func (a *app) dictionaryFlags(c *cobra.Command) {
	d := &a.dictionaries
	c.Flags().StringSliceVar(&d.actors, "actors", nil, "actors of your own: a .toml `file` (docs/actors.md), or PETRARCH actor files with --verbs; may be repeated")
	c.Flags().StringSliceVar(&d.agents, "agents", nil, "PETRARCH agent `file`; may be repeated")
	c.Flags().StringVar(&d.verbs, "verbs", "", "PETRARCH verb `file`: code events by it (docs/petrarch.md)")
	c.Flags().StringVar(&d.discards, "discards", "", "PETRARCH discard `file`: phrases that stop coding")
}

// loadStations opens the stations and gives them the dictionaries that the caller named.
func (a *app) loadStations() (*pipeline.Pipeline, error) {
	tables, files, err := a.dictionaries.sorted()
	if err != nil {
		return nil, err
	}
	stations, err := a.load()
	if err != nil || tables == "" && files.Verbs == "" {
		return stations, err
	}
	changed := *stations // what load gives may be shared
	changed.Made.Models = maps.Clone(stations.Made.Models)
	if tables != "" {
		if err := addActors(&changed, tables); err != nil {
			return nil, err
		}
	}
	if files.Verbs != "" {
		if err := a.addPetrarch(&changed, files); err != nil {
			return nil, err
		}
	}
	return &changed, nil
}

// sorted parts the TOML table of actors from PETRARCH's files.
func (d *dictionaries) sorted() (table string, files petrarch.Files, err error) {
	files = petrarch.Files{Agents: d.agents, Verbs: d.verbs, Discards: d.discards}
	for _, path := range d.actors {
		switch {
		case !strings.HasSuffix(path, ".toml"):
			files.Actors = append(files.Actors, path)
		case table != "":
			return "", files, &usageError{errors.New("--actors takes one .toml file")}
		default:
			table = path
		}
	}
	if others := len(files.Actors) + len(files.Agents) + len(files.Discards); (files.Verbs != "") != (len(files.Actors) > 0) || files.Verbs == "" && others > 0 {
		return "", files, &usageError{errors.New("PETRARCH dictionaries need both --actors and --verbs")}
	}
	return table, files, nil
}

func addActors(to *pipeline.Pipeline, path string) error {
	resolver, err := actors.LoadWith(path)
	if err != nil {
		return err
	}
	raw, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(raw)
	to.Resolver = resolver
	to.Made.Models["actors/user"] = hex.EncodeToString(sum[:8])
	return nil
}

func (a *app) addPetrarch(to *pipeline.Pipeline, files petrarch.Files) error {
	d, err := petrarch.Open(files)
	if err != nil {
		return err
	}
	coder := petrarch.NewCoder(d)
	to.Resolver, to.Coder = petrarch.NewResolver(to.Resolver, d), coder
	to.Made.Models["events/petrarch"] = d.Digest()
	if unused := d.Warnings(); len(unused) > 0 {
		fmt.Fprintf(a.stderr, "%s of %s not used, the first: %s\n", counted(len(unused), "line"), files.Verbs, unused[0])
	}
	if strange := coder.Unmapped(); len(strange) > 0 {
		fmt.Fprintf(a.stderr, "%s of %s not CAMEO's, left out: %s\n", counted(len(strange), "code"), files.Verbs, strings.Join(strange[:min(len(strange), 10)], " "))
	}
	return nil
}
