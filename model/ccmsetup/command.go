package ccmsetup

import (
	"strings"

	"cmgwizard/model/reading"
)

// A command is one command line of ccmsetup.
type command struct {
	line    int    // where it begins
	lines   int    // how many a mail or a document made of it
	start   string // how it starts
	pack    string // the package that msiexec is given, "" for none
	Args    []argument
	outside []argument // what ccmsetup never gets
	marks   quotation  // those of CCMSETUPCMD
	gap     bool       // a blank parts it from its value
	strays  []string   // words between them that belong to nothing
	open    bool       // parts of it stand in variables
	odd     []string
	length  int // of what CCMSETUPCMD holds, in characters; 0 without it
}

// A quotation says how the value of CCMSETUPCMD is quoted.
type quotation int

// The ways to quote it.
const (
	quoteClosed  quotation = iota
	quoteOpen              // the second mark is missing
	quoteInside            // one stands inside, and ends the value early
	quoteStrange           // the marks are none for Windows Installer
	quoteNone
)

// get finds the last argument with this name.
func (c *command) get(name string) (argument, bool) {
	for i := len(c.Args) - 1; i >= 0; i-- {
		if c.Args[i].is(name) {
			return c.Args[i], true
		}
	}
	return argument{}, false
}

func (c *command) has(name string) bool {
	_, ok := c.get(name)
	return ok
}

func (c *command) value(name string) string {
	a, _ := c.get(name)
	return a.value
}

// hasAny lists those of the names that the line has.
func (c *command) hasAny(names []string) []string {
	var has []string
	for _, name := range names {
		if c.has(name) {
			has = append(has, name)
		}
	}
	return has
}

// intune reports whether the line is one for Intune.
func (c *command) intune() bool { return c.start == startProperty }

// The ways in which a command line starts.
const (
	startProperty = "CCMSETUPCMD"
	startProgram  = "ccmsetup"
	startNone     = "" // properties alone
)

// Parse reads the command of a line. Without the name of the program, as
// in the settings of client push and Intune, two known properties make it one.
func Parse(line string) (command, bool) {
	if span, ok := spanOf(line); ok {
		return parseSetup(span)
	}
	words := lex(line)
	start, first := commandStart(words)
	if start == startNone {
		first = firstProperty(words)
	}
	c := command{start: start}
	if pack, at := packageIn(words); pack != "" {
		c.pack, c.start, first = pack, startProgram, at+1
		c.outside, c.marks = outsideOf(words[first:]), quoteNone
		words, first = withoutMsiexec(words[first:]), 0
	}
	c.consume(words[first:])
	known := c.known()
	return c, known >= 2 || known == 1 && c.start != startNone
}

// parseSetup reads a line with CCMSETUPCMD.
func parseSetup(span setupSpan) (command, bool) {
	c := command{start: startProperty, length: len([]rune(strings.TrimSpace(span.inside))), gap: span.gap, odd: span.odd}
	inside, before := lex(span.inside), lex(span.before)
	if c.marks = span.marks(); c.marks == quoteNone || c.marks == quoteOpen {
		inside = withoutMsiexec(inside)
	}
	pack, at := packageIn(before)
	if c.pack = pack; pack != "" {
		c.outside = outsideOf(before[at+1:])
	}
	if span.closed {
		c.outside = append(c.outside, outsideOf(lex(span.after))...)
	}
	c.consume(inside)
	return c, c.known() > 0 || len(c.outside) > 1
}

// known counts the arguments that can only be ccmsetup's: known or nearly so,
// and with a value where they take one. A name in a sentence has none.
func (c *command) known() int {
	known, strange := 0, 0
	for _, a := range c.Args {
		switch {
		case a.mark == 0 && (!a.slash || takesValue(a.name)):
		case a.known():
			known++
		case c.start != startNone && strange < maxStrange:
			strange++
			if nearest(a.name) != "" {
				known++
			}
		}
	}
	return known
}

// The bounds of what is said about one command line.
const (
	MaxArguments = 100
	maxStrange   = 6 // unknown names
)

// consume takes arguments until something else follows.
func (c *command) consume(words []lexeme) {
	for i := 0; i < len(words) && len(c.Args) < MaxArguments; i++ {
		w := words[i]
		switch a, ok := readArgument(w); {
		case ends(w.text), isProgram(w.text), isMsiexec(w):
			return
		case ok:
			c.Args, c.odd = append(c.Args, a), reading.AppendNew(c.odd, w.odd)
		case c.continues(w.text):
			c.odd = reading.AppendNew(c.odd, w.odd)
		case isVariable(w.text):
			c.open = true
		case isFiller(w.text):
		default:
			if i+1 >= len(words) || !isArgument(words[i+1]) || len(c.Args) == 0 {
				return
			}
			c.strays, c.odd = append(c.strays, w.text), reading.AppendNew(c.odd, w.odd)
		}
	}
}

// continues takes a word as the value of the argument before it, from which a
// blank parts it: "SMSSITECODE= ABC", "SMSSITECODE = ABC".
func (c *command) continues(word string) bool {
	if len(c.Args) == 0 {
		return false
	}
	last := &c.Args[len(c.Args)-1]
	switch {
	case last.value != "" || last.quoted || isFiller(word):
		return false
	case last.mark != 0:
		last.value, last.gap = word, true
		return true
	case word[0] == '=' || word[0] == ':':
		last.mark, last.value, last.gap = word[0], word[1:], true
		return true
	}
	return false
}
