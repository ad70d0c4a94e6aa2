package actors

import (
	"strconv"

	"onrecord"
)

// readYears reads "from 2004 to 2009", "since 2012", "between 2001 and 2005",
// "until 2010" at the end of a role and takes them off its words. An office that
// has ended by the report's day is not held now.
func (r *reading) readYears(role *roleRead) {
	for i := role.head + 1; i < role.end+6 && i < len(r.words); i++ {
		if i > role.end && (r.words[i].gap != "" || r.words[i-1].gap == ".") {
			return
		}
		end := r.yearsAt(i, role)
		if end == 0 {
			continue
		}
		role.end = min(role.end, i)
		role.dated = role.to != "" && (r.day == "" || role.to < r.day[:min(4, len(r.day))])
		return
	}
}

// yearsAt reads years that start at word i and gives their end; 0 if there are
// none.
func (r *reading) yearsAt(i int, role *roleRead) int {
	first := r.yearAt(i + 1)
	if first == "" {
		return 0
	}
	switch r.words[i].key {
	case "since":
		role.from = first
		return i + 2
	case "until", "till":
		role.to = first
		return i + 2
	case "in":
		role.from, role.to = first, first
		return i + 2
	case "from", "between":
		role.from = first
		if last := r.yearAt(i + 3); last != "" {
			role.to = last
			return i + 4
		}
		return i + 2
	}
	return 0
}

// yearAt reads a year of four digits; "" if word i is none.
func (r *reading) yearAt(i int) onrecord.Date {
	if i >= len(r.words) || len(r.words[i].key) != 4 {
		return ""
	}
	if y, err := strconv.Atoi(r.words[i].key); err != nil || y < 1800 || y > 2200 {
		return ""
	}
	return onrecord.Date(r.words[i].key)
}

// pastRole reads ", who was Norway's envoy in Lima from 2001 to 2006" after
// a name that ends before word i.
func (r *reading) pastRole(i int) (roleRead, bool) {
	if !r.hasComma(i) || r.words[i].key != "who" {
		return roleRead{}, false
	}
	i++
	for steps := 0; steps < 3 && r.gapBefore(i) == "" && isListed("being", r.words[i].key); steps++ {
		i++
	}
	if r.gapBefore(i) != "" || !isListed("being", r.words[i-1].key) {
		return roleRead{}, false
	}
	present := r.words[i-1].key == "is"
	if isListed("article", r.words[i].key) {
		i++
	}
	head, ok := r.headFrom(i)
	if !ok {
		return roleRead{}, false
	}
	role := roleRead{first: i, end: r.rightEdge(head), head: head, certainty: 0.9, why: "apposition", dated: !present}
	r.readYears(&role)
	role.dated = !present
	r.readPrincipal(&role)
	r.trimOwner(&role)
	return role, true
}
