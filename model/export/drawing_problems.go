package export

import (
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
	place := problemPlace{where, w.Detail}
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
	var places []string
	for i, place := range p.places {
		text := place.where
		if next := i + 1; place.detail != "" && (next == len(p.places) || p.places[next].detail != place.detail) {
			text += " (" + place.detail + ")"
		}
		places = append(places, text)
	}
	if strings.HasSuffix(p.title, ".") { // a sentence, not a rule
		return strings.Join(places, ", ") + ": " + p.title
	}
	return strings.Join(places, ", ") + ": " + problemWords[p.tone] + ": " + p.title + "."
}

var problemWords = map[model.TrafficTone]string{
	model.TrafficFails: "blocker broken", model.TrafficWarns: "warning broken", model.TrafficUnknown: "blocker not known yet",
}
