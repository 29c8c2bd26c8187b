package doc

import (
	"strconv"
	"strings"

	"cmgwizard/model"
)

// Plain is a fact of one line.
func Plain(label, text string) Fact { return Rich(label, plainRich(text)) }

// number is a fact that is a number; there is none for 0.
func number(label string, n int) Fact {
	if n == 0 {
		return Fact{Label: label}
	}
	return Plain(label, strconv.Itoa(n))
}

// Rich is a fact of one line with its labels and code.
func Rich(label string, line model.Text) Fact {
	return Fact{Label: label, Lines: []model.Text{line}}
}

// Inset sets a fact in by so many steps.
func Inset(f Fact, steps int) Fact {
	f.In = steps
	return f
}

// Lines is a fact of several lines; empty ones are left out.
func Lines(label, text string) Fact {
	f := Fact{Label: label}
	for line := range strings.SplitSeq(model.CleanLines(text), "\n") {
		if line != "" {
			f.Lines = append(f.Lines, plainRich(line))
		}
	}
	return f
}

func plainRich(text string) model.Text { return model.Text{{Text: text}} }

// Given leaves out the facts that say nothing.
func Given(facts ...Fact) []Fact {
	var kept []Fact
	for _, f := range facts {
		if len(f.Tasks) > 0 || strings.TrimSpace(f.Text()) != "" {
			kept = append(kept, f)
		}
	}
	return kept
}

// Line is a part of one line.
func Line(text string) Part {
	return Part{Groups: []Group{{Flush: true, Entries: []Entry{{Title: text}}}}}
}

// ListOf is a part of entries, none without any.
func ListOf(title string, entries []Entry) Part {
	if entries == nil {
		return Part{}
	}
	return Part{Title: title, Groups: []Group{{Entries: entries}}}
}

// Each puts things into words, one after the other.
func Each[T any](things []T, told func(T) Entry) []Entry {
	var entries []Entry
	for _, t := range things {
		entries = append(entries, told(t))
	}
	return entries
}

// Listed is a list with a mark before each line.
func Listed(lines []string) Group {
	var g Group
	for _, line := range lines {
		g.Entries = append(g.Entries, Entry{Mark: "-", Title: line})
	}
	return g
}

// JoinedWith puts a sign between words; empty ones are left out.
func JoinedWith(sign string, words ...string) string {
	var list []string
	for _, w := range words {
		if w != "" {
			list = append(list, w)
		}
	}
	return strings.Join(list, sign)
}

var severityTones = map[model.Severity]string{model.Blocker: BadTone, model.Warning: WarnTone, model.Advice: StrongTone}

// SeverityTone is the tone of what is as grave as this.
func SeverityTone(s model.Severity) string { return severityTones[s] }
