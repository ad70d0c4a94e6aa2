package codebook

import (
	"fmt"
	"slices"
	"strings"

	"onrecord"
)

// Code is a CAMEO code and what it becomes here.
type Code struct {
	CAMEO    string
	Type     onrecord.EventType
	Modes    []string // more than one where CAMEO does not tell them apart
	Contexts []string
	Means    string
}

// renaming is an old name of a type, mode ("TYPE/mode") or context; now is ""
// for what is gone.
type renaming struct{ kind, old, now string }

// FromCAMEO tells what a CAMEO code becomes. A code that the table lacks is taken
// as the longest code above it ("1999" as "199", "19" as "190").
func (b *Codebook) FromCAMEO(code string) (Code, bool) {
	if len(code) == 2 {
		code += "0"
	}
	for ; len(code) >= 3; code = code[:len(code)-1] {
		for i := range b.Codes {
			if b.Codes[i].CAMEO == code {
				return b.Codes[i], true
			}
		}
	}
	return Code{}, false
}

// ToCAMEO gives the nearest CAMEO code of an act: that of its mode, or of its type
// and the first of its contexts for which the table has one.
func (b *Codebook) ToCAMEO(of onrecord.EventType, mode string, contexts []string) string {
	for _, context := range contexts {
		for i := range b.Codes {
			c := &b.Codes[i]
			if c.Type == of && hasMode(c, mode) && slices.Contains(c.Contexts, context) && !isGeneral(context) {
				return c.CAMEO
			}
		}
	}
	if m := b.Mode(of, mode); m != nil {
		return m.CAMEO
	}
	if t := b.Type(of); t != nil {
		return t.CAMEO + "0"
	}
	return ""
}

// isGeneral reports whether a context is too wide to choose a code by: "legal"
// stands on most codes of law and order alike.
func isGeneral(context string) bool {
	return context == "diplomatic" || context == "legal"
}

func hasMode(c *Code, mode string) bool {
	if mode == "" {
		return len(c.Modes) == 0
	}
	return slices.Contains(c.Modes, mode)
}

// Rename gives today's name of a type.
func (b *Codebook) Rename(name string) (onrecord.EventType, bool) {
	name = strings.ToUpper(strings.TrimSpace(name))
	if t := b.Type(onrecord.EventType(name)); t != nil {
		return t.Name, true
	}
	for _, r := range b.renamed {
		if r.kind == "type" && r.old == name {
			return onrecord.EventType(r.now), true
		}
	}
	return "", false
}

// RenameMode gives today's name of a mode; "" if it is gone or never was.
func (b *Codebook) RenameMode(of onrecord.EventType, mode string) string {
	if b.Mode(of, mode) != nil {
		return mode
	}
	old := string(of) + "/" + mode
	for _, r := range b.renamed {
		if r.kind == "mode" && r.old == old {
			_, now, _ := strings.Cut(r.now, "/")
			return now
		}
	}
	return ""
}

// RenameContext gives today's name of a context; "" if it never was.
func (b *Codebook) RenameContext(context string) string {
	if b.HasContext(context) {
		return context
	}
	for _, r := range b.renamed {
		if r.kind == "context" && r.old == context {
			return r.now
		}
	}
	return ""
}

func (b *Codebook) addRenaming(r row) error {
	kind := r["kind"]
	if kind != "type" && kind != "mode" && kind != "context" {
		return fmt.Errorf("kind %q is not type, mode or context", kind)
	}
	b.renamed = append(b.renamed, renaming{kind, r["old"], r["now"]})
	return nil
}

func (b *Codebook) addCode(r row) error {
	c := Code{CAMEO: r["code"], Type: onrecord.EventType(r["type"]), Modes: r.list("modes"), Contexts: r.list("contexts"), Means: r["means"]}
	if b.Type(c.Type) == nil {
		return fmt.Errorf("no type %q", c.Type)
	}
	for _, m := range c.Modes {
		if b.Mode(c.Type, m) == nil {
			return fmt.Errorf("no mode %q of %s", m, c.Type)
		}
	}
	for _, x := range c.Contexts {
		if !b.HasContext(x) {
			return fmt.Errorf("no context %q", x)
		}
	}
	b.Codes = append(b.Codes, c)
	return nil
}
