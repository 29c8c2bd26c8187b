package model

import (
	"regexp"
	"strings"
)

var nameForm = regexp.MustCompile(`\{([a-z-]+)\}`)

// switched puts the switches of the plan into a command line.
func (p *Plan) switched(line string) string {
	return nameForm.ReplaceAllStringFunc(line, func(name string) string {
		if on, known := switches[name[1:len(name)-1]]; known {
			return on(p)
		}
		return name
	})
}

// filled is a text with the plan's words, cleaned, and with its marks.
func (p *Plan) filled(text string) Rich {
	return parseRich(text, func(t string) string { return p.fillText(t) })
}

// fillText fills the {names} of a text with the plan's words, cleaned.
func (p *Plan) fillText(text string) string {
	if !strings.Contains(text, "{") {
		return text
	}
	return nameForm.ReplaceAllStringFunc(text, func(match string) string {
		f, known := fillings[match[1:len(match)-1]]
		if !known {
			return match
		}
		values := f.values(p)
		if len(values) == 0 {
			return f.gap
		}
		return Clean(strings.Join(values, ", "))
	})
}

// fillCommand fills the {names} of a command, quoted for its shell. A name
// that stands for several values makes a line of each. The line is filled in
// one pass: a {name} inside a value stays what it is.
func (p *Plan) fillCommand(c Command) []string {
	line := p.switched(c.Line)
	values, count := map[string][]string{}, 1
	for _, match := range nameForm.FindAllStringSubmatch(line, -1) {
		if f, known := fillings[match[1]]; known {
			values[match[0]] = c.Shell.values(f, p)
			count = max(count, len(values[match[0]]))
		}
	}
	lines := make([]string, count)
	for i := range lines {
		lines[i] = nameForm.ReplaceAllStringFunc(line, func(name string) string {
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
func (s Shell) values(f filling, p *Plan) []string {
	values := f.values(p)
	if len(values) == 0 && !s.isPowerShell() {
		return []string{f.gap}
	}
	if len(values) == 0 {
		values = []string{f.gap}
	}
	for i, value := range values {
		values[i] = s.quote(Clean(value))
	}
	return values
}

func (s Shell) isPowerShell() bool {
	return s == PowerShell || s == SiteDrive || s == WindowsPowerShell
}

// bareWord is text that no shell takes for more than a word: a name, or the
// address of an app.
var bareWord = regexp.MustCompile(`^((api|https)://)?[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*$`)

// quote makes a value one harmless word. The Command Prompt has no safe quoting:
// a value that needs one is left for a person to type.
func (s Shell) quote(value string) string {
	if s.isPowerShell() {
		return PowerShellWord(value)
	}
	if bareWord.MatchString(value) {
		return value
	}
	return "<type the value here>"
}
