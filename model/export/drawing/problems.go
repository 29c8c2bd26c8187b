package drawing

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/rules"
	"cmgwizard/model/traffic"
)

// A drawnProblem is one thing that is wrong, wherever it is.
type drawnProblem struct {
	number int
	tone   traffic.Tone
	title  string
	groups []problemGroup
}

// A problemGroup is the places of which the same is said.
type problemGroup struct {
	detail string
	names  []string
}

// problemBook numbers what is wrong, from the top of the drawing to its bottom.
type problemBook struct {
	list  []drawnProblem
	known map[traffic.Problem]int // the number of a problem, its details left out
	place map[string]int          // the place of a detail among the groups of a problem
	seen  map[string]bool
}

// number is the number of a problem, with one more place where it is met.
func (b *problemBook) number(w traffic.Problem, where string) int {
	if b.known == nil {
		b.known, b.place, b.seen = map[traffic.Problem]int{}, map[string]int{}, map[string]bool{}
	}
	key := traffic.Problem{Tone: w.Tone, Rule: w.Rule, Title: cmp.Or(w.Said, w.Title)}
	n, known := b.known[key]
	if !known {
		n = len(b.list) + 1
		b.known[key] = n
		b.list = append(b.list, drawnProblem{number: n, tone: w.Tone, title: w.Title})
	}
	b.meet(&b.list[n-1], w.Detail, cmp.Or(where, w.About))
	return n
}

// meet adds a place to those of which the same is said.
func (b *problemBook) meet(p *drawnProblem, detail, where string) {
	group := fmt.Sprint(p.number, " ", detail)
	i, known := b.place[group]
	if !known {
		i = len(p.groups)
		b.place[group], p.groups = i, append(p.groups, problemGroup{detail: detail})
	}
	if name := group + "\n" + where; where != "" && !b.seen[name] {
		b.seen[name] = true
		p.groups[i].names = append(p.groups[i].names, where)
	}
}

func (b *problemBook) numbers(wrongs []traffic.Problem, where string) []int {
	var numbers []int
	for _, w := range wrongs {
		if n := b.number(w, where); !slices.Contains(numbers, n) {
			numbers = append(numbers, n)
		}
	}
	return numbers
}

func (b *problemBook) of(number int) drawnProblem { return b.list[number-1] }

// mark is what stands on the badge: the sign says how bad it is.
func (p drawnProblem) mark() string { return fmt.Sprintf("%s%d", toneSigns[p.tone], p.number) }

var toneSigns = map[traffic.Tone]string{traffic.Fails: "X", traffic.Warns: "!", traffic.NotKnown: "?"}

// mostGroups is how many things are said of one problem.
const mostGroups = 3

// words are the problem and where it is met.
func (p drawnProblem) words() string {
	if strings.HasSuffix(p.title, ".") { // no rule says so
		return p.groups[0].where() + ": " + p.title
	}
	said := []string{problemWords[p.tone] + p.title + "."}
	for _, g := range p.groups[:min(len(p.groups), mostGroups)] {
		if words := g.words(); words != "" {
			said = append(said, words)
		}
	}
	if more := len(p.groups) - mostGroups; more > 0 {
		said = append(said, fmt.Sprintf("And %d more.", more))
	}
	return strings.Join(said, " ")
}

// mostNames is how many places are named where the same is said of more.
const mostNames = 3

func (g problemGroup) where() string {
	if more := len(g.names) - mostNames; more > 0 {
		return strings.Join(g.names[:mostNames], ", ") + fmt.Sprintf(" and %d more", more)
	}
	return strings.Join(g.names, ", ")
}

func (g problemGroup) words() string {
	said := g.where()
	switch {
	case g.detail == "" || g.detail == explain.OutcomeWords.Label(rules.Unclear):
		if said == "" {
			return ""
		}
		said = "Where: " + said
	case said == "":
		said = model.Capital(g.detail)
	default:
		said += ": " + g.detail
	}
	return said + "."
}

var problemWords = map[traffic.Tone]string{
	traffic.Fails: "Blocker: ", traffic.Warns: "Warning: ", // an open question says itself that it is one
}
