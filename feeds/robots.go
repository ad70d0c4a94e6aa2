package feeds

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// mostRobots is how much of a robots.txt is read: RFC 9309 asks for 500 KiB at least.
const mostRobots = 500 << 10

// robots are the rules of a host for one robot, by RFC 9309. The zero value allows everything.
type robots struct {
	rules []rule
	delay time.Duration // Crawl-delay, which the RFC does not know but many hosts write
}

// rule allows or disallows paths. Its pattern may hold "*" and end in "$".
type rule struct {
	pattern string
	allow   bool
}

// parseRobots reads the rules for [Robot]: those of all groups that name it, else of all that name
// "*".
func parseRobots(raw []byte) robots {
	var named, others robots
	isNamed := false
	var current []*robots // whom the group at hand is for
	inAgents := false     // the line before named a robot
	raw = bytes.TrimPrefix(raw[:min(len(raw), mostRobots)], []byte("\xef\xbb\xbf"))
	for line := range strings.FieldsFuncSeq(string(raw), func(r rune) bool { return r == '\n' || r == '\r' }) {
		line, _, _ = strings.Cut(line, "#")
		key, value, found := strings.Cut(line, ":")
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" && found {
			if !inAgents {
				current, inAgents = nil, true
			}
			switch token := productToken(value); {
			case strings.EqualFold(token, Robot):
				isNamed = true
				current = append(current, &named)
			case value == "*":
				current = append(current, &others)
			}
			continue
		}
		if !found || key != "allow" && key != "disallow" && key != "crawl-delay" {
			continue // other lines, such as Sitemap, end no group
		}
		inAgents = false
		for _, r := range current {
			r.add(key, value)
		}
	}
	if isNamed {
		return named
	}
	return others
}

func (r *robots) add(key, value string) {
	switch {
	case key == "crawl-delay":
		if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < math.MaxInt32 {
			r.delay = time.Duration(seconds * float64(time.Second))
		}
	case value != "": // an empty pattern matches nothing
		r.rules = append(r.rules, rule{normalizePath(value), key == "allow"})
	}
}

// productToken is the part of a User-agent line that names the robot.
func productToken(value string) string {
	end := strings.IndexFunc(value, func(r rune) bool {
		return (r < 'a' || r > 'z') && (r < 'A' || r > 'Z') && r != '_' && r != '-'
	})
	if end < 0 {
		return value
	}
	return value[:end]
}

// allows reports whether a path, with its query, may be fetched: the longest pattern that matches
// decides, an allowing one where two are as long.
func (r *robots) allows(path string) bool {
	path = normalizePath(path)
	if path == "/robots.txt" {
		return true
	}
	best, allowed := -1, true
	for _, rule := range r.rules {
		if n := len(rule.pattern); n >= best && (n > best || rule.allow) && matches(rule.pattern, path) {
			best, allowed = n, rule.allow
		}
	}
	return allowed
}

// matches tries a pattern at the beginning of a path, in time linear in the path for each "*".
func matches(pattern, path string) bool {
	pattern, isWhole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	rest, found := strings.CutPrefix(path, parts[0])
	if !found {
		return false
	}
	for i, part := range parts[1:] {
		if isWhole && i == len(parts)-2 { // the last part stands at the end
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !isWhole || rest == ""
}

// normalizePath writes what may be written in two ways in one: escapes of plain characters are
// taken off, all other bytes are escaped, in capitals.
func normalizePath(path string) string {
	var out strings.Builder
	for i := 0; i < len(path); i++ {
		c := path[i]
		if c == '%' && i+2 < len(path) {
			if n, err := strconv.ParseUint(path[i+1:i+3], 16, 8); err == nil {
				i += 2
				if isUnreserved(byte(n)) {
					out.WriteByte(byte(n))
				} else {
					writeEscaped(&out, byte(n))
				}
				continue
			}
		}
		if c <= ' ' || c >= 0x7f {
			writeEscaped(&out, c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}

func writeEscaped(out *strings.Builder, c byte) {
	const digits = "0123456789ABCDEF"
	out.Write([]byte{'%', digits[c>>4], digits[c&15]})
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}
