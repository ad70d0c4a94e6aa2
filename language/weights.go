package language

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"onrecord/model"
)

//go:embed weights/lexicon.bin weights/borders.bin weights/inflection.bin
var weightFiles embed.FS

// encoderWeights are read in place.
//
//go:embed weights/encoder.bin
var encoderWeights []byte

// syntaxFiles are the files of weights that this file reads.
func (r *Reader) syntaxFiles() map[string]func([]byte) error {
	return map[string]func([]byte) error{
		"lexicon":    r.readLexicon,
		"borders":    r.readBorders,
		"inflection": r.readInflection,
	}
}

// loadSyntax opens the embedded models of words, sentences and trees.
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
	return r.UseEncoder(encoderWeights)
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
	var errs [2]error
	r.kinds, errs[0] = unpackCodes(u)
	r.borders, errs[1] = unpackRows(u, 2)
	return wrong("borders", errors.Join(errs[:]...))
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

func (r *Reader) readInflection(file []byte) error {
	u, err := model.Unpack(file, "inflection")
	if err != nil {
		return err
	}
	in := &inflection{tags: u.Strings()}
	if len(in.tags) == 0 || len(in.tags) >= maxTags {
		return wrong("inflection", errors.New("no list of tags"))
	}
	in.rules, in.features = u.Strings(), u.Strings()
	var errs [2]error
	in.lemmas, errs[0] = unpackCodes(u)
	in.shown, errs[1] = unpackCodes(u)
	r.inflection = in
	return wrong("inflection", errors.Join(errs[:]...))
}

// pack writes the files of all models that are learned here but the lexicon.
func (r *Reader) pack() (map[string][]byte, error) {
	files := map[string][]byte{}
	for name, pack := range map[string]func(*model.Packer){
		"borders":    r.packBorders,
		"inflection": r.inflection.pack,
	} {
		var p model.Packer
		pack(&p)
		file, err := p.File(name)
		if err != nil {
			return nil, err
		}
		files[name+".bin"] = file
	}
	return files, nil
}

func (r *Reader) packBorders(p *model.Packer) {
	r.kinds.pack(p)
	r.borders.Pack(p)
}

func (in *inflection) pack(p *model.Packer) {
	p.Strings(in.tags)
	p.Strings(in.rules)
	p.Strings(in.features)
	in.lemmas.pack(p)
	in.shown.pack(p)
}
