package export

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// A drawnProblem is one thing that is wrong, wherever it is.
type drawnProblem struct {
	number int
	tone   model.TrafficTone
	title  string
	places []problemPlace
}

type problemPlace struct{ where, detail string }

// problemBook numbers what is wrong, from the top of the drawing to its bottom.
type problemBook struct{ list []drawnProblem }

// number is the number of a problem, with one more place where it is met.
func (b *problemBook) number(w model.TrafficWrong, where string) int {
	place := problemPlace{cmp.Or(where, w.About), w.Detail}
	for i, p := range b.list {
		if p.title == w.Title && p.tone == w.Tone {
			if !slices.Contains(p.places, place) {
				b.list[i].places = append(p.places, place)
			}
			return p.number
		}
	}
	b.list = append(b.list, drawnProblem{len(b.list) + 1, w.Tone, w.Title, []problemPlace{place}})
	return len(b.list)
}

func (b *problemBook) numbers(wrongs []model.TrafficWrong, where string) []int {
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

var toneSigns = map[model.TrafficTone]string{model.TrafficFails: "X", model.TrafficWarns: "!", model.TrafficUnknown: "?"}

// words are the problem and where it is met.
func (p drawnProblem) words() string {
	if strings.HasSuffix(p.title, ".") { // a sentence, not a rule
		return (problemGroup{names: p.names("")}).where() + ": " + p.title
	}
	said := []string{problemWords[p.tone] + ": " + p.title + "."}
	for _, detail := range p.details() {
		if words := (problemGroup{p.names(detail), detail}).words(); words != "" {
			said = append(said, words)
		}
	}
	return strings.Join(said, " ")
}

// details are what is said against the rule, each once.
func (p drawnProblem) details() []string {
	var details []string
	for _, place := range p.places {
		if !slices.Contains(details, place.detail) {
			details = append(details, place.detail)
		}
	}
	return details
}

// names are the places of which this is said.
func (p drawnProblem) names(detail string) []string {
	var names []string
	for _, place := range p.places {
		if place.detail == detail && place.where != "" {
			names = append(names, place.where)
		}
	}
	return names
}

// A problemGroup is the places of which the same is said.
type problemGroup struct {
	names  []string
	detail string
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
	case g.detail == "" || g.detail == model.OutcomeWords.Label(model.Unclear):
		if said == "" {
			return ""
		}
		said = "Where: " + said
	case said == "":
		said = capital(g.detail)
	default:
		said += ": " + g.detail
	}
	return said + "."
}

var problemWords = map[model.TrafficTone]string{
	model.TrafficFails: "Blocker broken", model.TrafficWarns: "Warning broken", model.TrafficUnknown: "Not known yet",
}
