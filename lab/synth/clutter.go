package synth

import (
	"bytes"
	"fmt"
	"html"
	"math/rand/v2"
	"strings"
)

// clutter is what of a page is not the report. It draws by chances of its own, so that the report
// is the same with and without it.
type clutter struct {
	*cast
	inHead bool
}

// otherChances keeps the clutter's draws apart from those of the report.
const otherChances = 1 << 40

func (m *Maker) newClutter(n int) *clutter {
	c := m.cast(n)
	c.chance = rand.New(rand.NewPCG(m.Seed+otherChances, uint64(n)))
	return &clutter{c, true}
}

// pad writes clutter until the page is as long as wanted: scripts and styles before the words, more
// and lists of links behind them.
func (m *Maker) pad(b *bytes.Buffer, c *clutter, wanted int) {
	for b.Len() < wanted {
		switch kind := c.chance.IntN(4); {
		case kind == 0:
			c.style(b)
		case kind == 1 || c.inHead:
			c.script(b)
		default:
			c.links(b)
		}
	}
	c.inHead = false
}

func (c *clutter) script(b *bytes.Buffer) {
	b.WriteString("<script>window.slots=window.slots||[];\n")
	for range 20 + c.chance.IntN(60) {
		fmt.Fprintf(b, "slots.push({id:\"ad-%x\",size:[%d,%d],lazy:%t});\n", c.chance.Uint64(), c.chance.IntN(970), c.chance.IntN(600), c.chance.IntN(2) == 0)
	}
	b.WriteString("</script>\n")
}

func (c *clutter) style(b *bytes.Buffer) {
	b.WriteString("<style>\n")
	for range 20 + c.chance.IntN(60) {
		fmt.Fprintf(b, ".c%x{margin:%dpx %dpx;color:#%06x;display:flex}\n", c.chance.Uint32(), c.chance.IntN(40), c.chance.IntN(40), c.chance.IntN(1<<24))
	}
	b.WriteString("</style>\n")
}

func (c *clutter) links(b *bytes.Buffer) {
	fmt.Fprintf(b, "<div class=\"related\"><h3>More from the %s</h3><ul>\n", c.draw("outlet"))
	for range 5 + c.chance.IntN(30) {
		headline := html.EscapeString(c.fill(c.drawSentence("headline")))
		fmt.Fprintf(b, "<li class=\"card card--small\" data-id=\"%x\"><a href=\"/%s\"><img src=\"/img/%x.jpg\" alt=\"\"><span>%s</span></a></li>\n",
			c.chance.Uint64(), strings.ToLower(strings.ReplaceAll(headline, " ", "-")), c.chance.Uint64(), headline)
	}
	b.WriteString("</ul></div>\n")
}
