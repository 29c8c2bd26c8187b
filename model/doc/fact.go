package doc

import (
	"strconv"
	"strings"

	"cmgwizard/model"
)

// CleanSpan cleans a piece of a text, whose blanks at its ends are needed.
func CleanSpan(text string) string {
	inner := strings.Trim(text, " ")
	clean := model.Clean(inner)
	start := len(text) - len(strings.TrimLeft(text, " "))
	if inner == "" {
		return text
	}
	return text[:start] + clean + text[start+len(inner):]
}

// Text is the fact's lines without their kinds.
func (f Fact) Text() string {
	var b strings.Builder
	for _, line := range f.Lines {
		b.WriteString(line.String())
	}
	return model.Clean(b.String())
}

// TaskList is "task 3" or "tasks 3, 4 (PKI)".
func (f Fact) TaskList() string {
	return TaskWord(f.Tasks) + " " + strings.Join(f.named(), ", ")
}

// InSentence is the same within a sentence: "tasks 3, 4 and 5".
func (f Fact) InSentence() string {
	return TaskWord(f.Tasks) + " " + model.AndList(f.named())
}

func (f Fact) named() []string {
	words := make([]string, len(f.Tasks))
	for i, n := range f.Tasks {
		words[i] = strconv.Itoa(n) + f.AsideOf(n)
	}
	return words
}

// AsideOf is what stands behind the number of a task that the sheet does not
// list: " (PKI, done)".
func (f Fact) AsideOf(task int) string {
	if f.aside[task] == "" {
		return ""
	}
	return " (" + f.aside[task] + ")"
}

// TaskWord is "task" before one number, "tasks" before several.
func TaskWord(numbers []int) string {
	if len(numbers) == 1 {
		return "task"
	}
	return "tasks"
}

// SourceTitle is the page and, where one is named, the heading in it.
func SourceTitle(r model.Reference) string {
	if r.Heading == r.Title {
		return r.Title
	}
	return Joined(r.Title, r.Heading)
}

// SourceRead is the page with its heading and the day on which it was read, as a
// screen tells it.
func SourceRead(r model.Reference) string {
	return Joined(r.Title, r.Heading) + " (read " + r.Read + ")"
}

// Joined is a title with what stands behind it. Each is cleaned by itself, so
// that nothing in one can swallow the other.
func Joined(title, word string) string {
	if word == "" {
		return model.Clean(title)
	}
	return Led(model.Clean(title)) + model.Clean(word)
}

// Led is a title as it leads to what follows: with a colon, but for a question.
func Led(title string) string {
	if strings.HasSuffix(title, "?") {
		return title + " "
	}
	return title + ": "
}

// Slug keeps of a word what an anchor may hold.
func Slug[T ~string](word T) string {
	return strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '-' {
			return r
		}
		return -1
	}, string(word))
}

// disagreement is a fact with a line for each contradiction.
func disagreement(conflict model.Disagreements) Fact {
	f := Fact{Label: disagree, Shape: Repeated}
	for _, paragraph := range conflict.Paragraphs() {
		f.Lines = append(f.Lines, plainRich(paragraph))
	}
	return f
}
