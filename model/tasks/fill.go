package tasks

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// NameForm finds the {names} in the texts and command lines of tasks.
var NameForm = model.Pattern(`\{([a-z-]+)\}`)

// switched puts the switches of the plan into a command line.
func switched(p *model.Plan, line string) string {
	return NameForm().ReplaceAllStringFunc(line, func(name string) string {
		if on, known := lineFlags[name[1:len(name)-1]]; known {
			return on(p)
		}
		return name
	})
}

// FillMarkup is a text with the plan's words, cleaned, and with its marks. What
// nobody said is marked as assumed: beside it, or behind the last piece of code
// that holds any.
func FillMarkup(p *model.Plan, text string) model.Text {
	spans := model.ParseText(text, strings.Clone)
	last := -1
	for i, span := range spans {
		switch {
		case span.Kind != model.CodeSpan:
			spans[i].Text = fill(p, span.Text, model.AssumedMark)
			continue
		case len(AssumedIn(p, span.Text)) > 0:
			last = i
		}
		spans[i].Text = FillText(p, span.Text)
	}
	if last >= 0 {
		spans = slices.Insert(spans, last+1, model.Span{Text: model.AssumedMark})
	}
	return spans
}

// AssumedIn lists the fields behind the {names} of a text that nobody answered.
func AssumedIn(p *model.Plan, text string) []model.Field {
	var fields []model.Field
	if !p.AnyAssumed() {
		return nil
	}
	for _, match := range NameForm().FindAllStringSubmatch(text, -1) {
		f, found := p.Field(Fillings[match[1]].Rests)
		if found && f.Assumed() {
			fields = append(fields, f)
		}
	}
	return fields
}

// FillText fills the {names} of a text with the plan's words, cleaned.
func FillText(p *model.Plan, text string) string { return fill(p, text, "") }

// fill puts a mark behind what nobody said.
func fill(p *model.Plan, text, mark string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return NameForm().ReplaceAllStringFunc(text, func(match string) string {
		f, known := Fillings[match[1:len(match)-1]]
		if !known {
			return match
		}
		values := f.values(p)
		if len(values) == 0 {
			return f.Gap
		}
		words := model.Clean(strings.Join(values, ", "))
		if mark != "" && len(AssumedIn(p, match)) > 0 {
			words += mark
		}
		return words
	})
}

// FillCommand fills the {names} of a command, quoted for its shell. A name
// that stands for several values makes a line of each. The line is filled in
// one pass: a {name} inside a value stays what it is.
func FillCommand(p *model.Plan, c Command) []string {
	line := switched(p, c.Line)
	values, count := map[string][]string{}, 1
	for _, match := range NameForm().FindAllStringSubmatch(line, -1) {
		if f, known := Fillings[match[1]]; known {
			values[match[0]] = c.Shell.values(f, p)
			count = max(count, len(values[match[0]]))
		}
	}
	lines := make([]string, count)
	for i := range lines {
		lines[i] = NameForm().ReplaceAllStringFunc(line, func(name string) string {
			if v := values[name]; v != nil {
				return v[i%len(v)]
			}
			return name
		})
	}
	return lines
}

// values are what a {name} stands for, quoted. The gap needs no quotes where
// somebody will type over it.
func (s Shell) values(f filling, p *model.Plan) []string {
	values := f.values(p)
	if len(values) == 0 && !s.isPowerShell() {
		return []string{f.Gap}
	}
	if len(values) == 0 {
		values = []string{f.Gap}
	}
	for i, value := range values {
		values[i] = s.quote(model.Clean(value))
	}
	return values
}

func (s Shell) isPowerShell() bool {
	return s == PowerShell || s == SiteDrive || s == WindowsPowerShell
}

// bareWord is text that no shell takes for more than a word: a name, or the
// address of an app.
var bareWord = model.Pattern(`^((api|https)://)?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$`)

// quote makes a value one harmless word. The Command Prompt has no safe quoting:
// a value that needs one is left for a person to type.
func (s Shell) quote(value string) string {
	if s.isPowerShell() {
		return model.PowerShellWord(value)
	}
	if bareWord().MatchString(value) {
		return value
	}
	return "<type the value here>"
}
