package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// plain is a fact of one line.
func plain(label, text string) fact { return rich(label, plainRich(text)) }

// number is a fact that is a number; there is none for 0.
func number(label string, n int) fact {
	if n == 0 {
		return fact{label: label}
	}
	return plain(label, strconv.Itoa(n))
}

// rich is a fact of one line with its labels and code.
func rich(label string, line model.Rich) fact {
	return fact{label: label, lines: []model.Rich{line}}
}

// lines is a fact of several lines; empty ones are left out.
func lines(label, text string) fact {
	f := fact{label: label}
	for line := range strings.SplitSeq(model.CleanLines(text), "\n") {
		if line != "" {
			f.lines = append(f.lines, plainRich(line))
		}
	}
	return f
}

func plainRich(text string) model.Rich { return model.Rich{{Text: text}} }

// cleanSpan cleans a piece of a text, whose blanks at its ends are needed.
func cleanSpan(text string) string {
	inner := strings.Trim(text, " ")
	clean := model.Clean(inner)
	start := len(text) - len(strings.TrimLeft(text, " "))
	if inner == "" {
		return text
	}
	return text[:start] + clean + text[start+len(inner):]
}

// given leaves out the facts that say nothing.
func given(facts ...fact) []fact {
	var kept []fact
	for _, f := range facts {
		if len(f.tasks) > 0 || strings.TrimSpace(f.text()) != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// text is the fact's lines without their kinds.
func (f fact) text() string {
	var b strings.Builder
	for _, line := range f.lines {
		b.WriteString(line.String())
	}
	return model.Clean(b.String())
}

// taskList is "task 3" or "tasks 3, 4 (PKI)".
func (f fact) taskList() string {
	words := make([]string, len(f.tasks))
	for i, n := range f.tasks {
		words[i] = strconv.Itoa(n) + f.asideOf(n)
	}
	return taskWord(f.tasks) + " " + strings.Join(words, ", ")
}

// asideOf is what stands behind the number of a task that the sheet does not
// list: " (PKI, done)".
func (f fact) asideOf(task int) string {
	if f.aside[task] == "" {
		return ""
	}
	return " (" + f.aside[task] + ")"
}

func taskWord(numbers []int) string {
	if len(numbers) == 1 {
		return "task"
	}
	return "tasks"
}

// sourceTitle is the page and, where one is named, the heading in it.
func sourceTitle(r model.Reference) string {
	if r.Heading == r.Title {
		return r.Title
	}
	return joined(r.Title, r.Heading)
}

// joined is a title with what stands behind it. Each is cleaned by itself, so
// that nothing in one can swallow the other.
func joined(title, word string) string {
	if word == "" {
		return model.Clean(title)
	}
	return model.Clean(title) + ": " + model.Clean(word)
}

// slug keeps of a word what an anchor may hold.
func slug[T ~string](word T) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, string(word))
}

// disagree is the label of what the documents say against each other.
const disagree = "Documents disagree"

// disagreement is a fact with a line for each contradiction.
func disagreement(conflict model.Disagreements) fact {
	f := fact{label: disagree, conflict: conflict}
	for _, paragraph := range conflict.Paragraphs() {
		f.lines = append(f.lines, plainRich(paragraph))
	}
	return f
}

// tellOnce keeps a contradiction whole where it comes first, and makes it a
// pointer to that place wherever it comes again: paper is long.
func tellOnce(parts []part) {
	told := map[model.Disagreement]model.Rich{}
	for _, p := range parts {
		for _, g := range p.groups {
			for _, e := range g.entries {
				e.tellOnce(told)
			}
		}
	}
}

// tellOnce changes the lines in place; told says where each stands whole.
func (e entry) tellOnce(told map[model.Disagreement]model.Rich) {
	for _, f := range slices.Concat(e.facts, e.after) {
		for i, d := range f.conflict {
			if place, again := told[d]; again {
				f.lines[i] = append(plainRich(d.ID+", told above at "), place...)
			} else {
				told[d] = e.place()
			}
		}
	}
}

// place is the entry as others refer to it.
func (e entry) place() model.Rich {
	if e.number > 0 {
		return plainRich(fmt.Sprintf("task %d", e.number))
	}
	return model.Rich{{Text: e.title, Kind: model.LabelSpan}}
}
