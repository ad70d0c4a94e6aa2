package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"onrecord/model"
)

//go:embed weights
var weightFiles embed.FS

// syntaxFiles are the files of weights that this file reads.
func (r *Reader) syntaxFiles() map[string]func([]byte) error {
	return map[string]func([]byte) error{
		"lexicon": r.readLexicon,
		"tagger":  r.readTagger,
		"borders": r.readBorders,
		"parser":  r.readParser,
	}
}

// loadSyntax opens the embedded models of words and trees.
func (r *Reader) loadSyntax() error {
	for name, read := range r.syntaxFiles() {
		file, err := fs.ReadFile(weightFiles, "weights/"+name+".bin")
		if err != nil {
			return err
		}
		if err := read(file); err != nil {
			return err
		}
		r.digested[name] = model.Digest(file)
	}
	return nil
}

func (r *Reader) readLexicon(file []byte) error {
	u, err := model.Unpack(file, "lexicon")
	if err != nil {
		return err
	}
	r.lexicon, err = unpackCodes(u)
	return wrong("lexicon", err)
}

func (r *Reader) readBorders(file []byte) error {
	u, err := model.Unpack(file, "borders")
	if err != nil {
		return err
	}
	r.borders, err = unpackRows(u, 2)
	return wrong("borders", err)
}

func unpackRows(u *model.Unpacker, classes int) (*model.Rows, error) {
	rows, err := model.UnpackRows(u)
	if err == nil && rows.Classes() != classes {
		err = errors.New("wrong number of classes")
	}
	return rows, err
}

func wrong(name string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("read weights of %s: %w", name, err)
}

func (r *Reader) readTagger(file []byte) error {
	u, err := model.Unpack(file, "tagger")
	if err != nil {
		return err
	}
	t, in := &tagger{tags: u.Strings()}, &inflection{}
	if len(t.tags) == 0 || len(t.tags) >= noTag {
		return wrong("tagger", errors.New("no list of tags"))
	}
	t.classes = tagClasses(t.tags)
	var errs [5]error
	t.kinds, errs[0] = unpackCodes(u)
	t.first, errs[1] = unpackRows(u, len(t.tags))
	t.second, errs[2] = unpackRows(u, len(t.tags))
	in.rules, in.features = u.Strings(), u.Strings()
	in.lemmas, errs[3] = unpackCodes(u)
	in.shown, errs[4] = unpackCodes(u)
	r.tagger, r.inflection = t, in
	return wrong("tagger", errors.Join(errs[:]...))
}

func (r *Reader) readParser(file []byte) error {
	u, err := model.Unpack(file, "parser")
	if err != nil {
		return err
	}
	p := &parser{labels: u.Strings(), width: beamWidth}
	root := slices.Index(p.labels, "root")
	if root < 0 || len(p.labels) >= noLabel {
		return wrong("parser", errors.New("no list of labels"))
	}
	p.root = uint8(root)
	var errs [3]error
	p.arcs, errs[0] = model.UnpackGrid(u)
	p.quick, errs[1] = unpackRows(u, len(p.labels))
	p.final, errs[2] = unpackRows(u, len(p.labels))
	r.parser = p
	return wrong("parser", errors.Join(errs[:]...))
}

// pack writes the files of all models but the lexicon.
func (r *Reader) pack() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, pack := range map[string]func(*model.Packer) error{
		"borders": func(p *model.Packer) error { r.borders.Pack(p); return nil },
		"tagger":  r.packTagger,
		"parser":  r.packParser,
	} {
		var p model.Packer
		if err := pack(&p); err != nil {
			return nil, err
		}
		file, err := p.File(name)
		if err != nil {
			return nil, err
		}
		files[name+".bin"] = file
	}
	return files, nil
}

func (r *Reader) packTagger(p *model.Packer) error {
	p.Strings(r.tagger.tags)
	r.tagger.kinds.pack(p)
	r.tagger.first.Pack(p)
	r.tagger.second.Pack(p)
	p.Strings(r.inflection.rules)
	p.Strings(r.inflection.features)
	r.inflection.lemmas.pack(p)
	r.inflection.shown.pack(p)
	return nil
}

func (r *Reader) packParser(p *model.Packer) error {
	arcs, ok := r.parser.arcs.(*model.Grid)
	if !ok {
		return errors.New("pack weights: the parser has not learned")
	}
	p.Strings(r.parser.labels)
	arcs.Pack(p)
	r.parser.quick.Pack(p)
	r.parser.final.Pack(p)
	return nil
}
