// Package ccmsetup reads command lines of ccmsetup and msiexec as the shell and
// Windows Installer read them, and says what is wrong with them.
package ccmsetup

import (
	"slices"
	"strings"
	"sync"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// The bounds of the command lines of one file.
const (
	maxCommands   = 8   // that are judged
	maxInside     = 3   // that are judged where none goes over a CMG
	maxCandidates = 200 // that are looked at
)

// commandMarks are what a line must have one of to be looked at.
var commandMarks = sync.OnceValue(func() *reading.Automaton {
	marks := []string{"ccmsetupcmd", "/mp:", "/mp=", "/usepkicert", "/nocrlcheck", "/regtoken", "ccmsetup.exe ", "ccmsetup.exe\"", "ccmsetup.exe'", "ccmsetup /", "ccmhostname"}
	return reading.NewAutomaton(append(marks, assigned(properties)...))
})

// assigned are the names with the mark that follows them.
func assigned(names []string) []string {
	var marks []string
	for _, name := range names {
		if len(name) > 4 {
			marks = append(marks, strings.ToLower(name)+"=")
		}
	}
	return marks
}

// Read reads the command lines of ccmsetup in a text.
func Read(in reading.View, f *reading.Found, text string) {
	commands, all := findCommands(text, f.Logged)
	if len(commands) == 0 {
		return
	}
	about := model.CountedAs(len(commands), "ccmsetup command line", "ccmsetup command lines")
	if all > len(commands) {
		about += ", " + model.Thousands(all-len(commands)) + " left out"
	}
	f.Is(reading.CommandLine, about)
	for i := range commands {
		c := &commands[i]
		where := ""
		if len(commands) > 1 || c.line > 1 {
			where = "Line " + model.Thousands(c.line) + ": "
		}
		f.AddFacts(commandFacts(c, where)...)
		f.Add(lintCommand(in, c, where)...)
		f.Tenants = append(f.Tenants, reading.Tenant{ID: c.value("AADTENANTID"), Of: "command"})
		readGivenToken(in, f, c)
	}
}

// readGivenToken reads the token of a command line.
func readGivenToken(in reading.View, f *reading.Found, c *command) {
	value := c.value("regtoken")
	if !reading.IsToken(value) {
		return
	}
	token, ok := reading.ReadToken(value)
	if !ok {
		return
	}
	f.AddFacts(reading.TokenFacts(token, in.At)...)
	f.Add(reading.TokenRemarks(token, in.At)...)
	in.KeepToken(f, token)
}

// findCommands lists the command lines of a text. Those over a CMG matter more:
// where there are any, the others are left away. all counts those beyond the
// bound too.
func findCommands(text string, logged bool) (kept []command, all int) {
	if !commandMarks().Any(text) {
		return nil, 0
	}
	var overCMG, others []command
	for c := range candidates(text, logged) {
		switch {
		case c.forCMG():
			overCMG = addNew(overCMG, c)
		case !logged:
			others = addNew(others, c)
		}
	}
	if len(overCMG) == 0 {
		overCMG = others[:min(len(others), maxInside)]
	}
	return overCMG[:min(len(overCMG), maxCommands)], len(overCMG)
}

// candidates gives what can be read as a command in the lines of a text.
func candidates(text string, logged bool) func(yield func(command) bool) {
	return func(yield func(command) bool) {
		tried := 0
		for line, place := range unwrappedLines(text, logged) {
			if !commandMarks().Any(line) || isComment(line) {
				continue
			}
			if tried++; tried > maxCandidates {
				return
			}
			for _, part := range programsIn(entities.Replace(reading.Unlogged(line))) {
				c, ok := Parse(part)
				c.line, c.lines = place.at, place.lines
				if logged && c.pack == clientPackage {
					c.pack = "" // ccmsetup itself starts it
				}
				if ok && !(logged && c.start == startNone) && !yield(c) {
					return
				}
			}
		}
	}
}

// entities are what XML and HTML write in place of marks.
var entities = strings.NewReplacer("&quot;", `"`, "&#34;", `"`, "&amp;", "&", "&lt;", "<", "&gt;", ">")

// programsIn parts a line where a shell starts a second program of ours.
func programsIn(line string) []string {
	const most = 32 // marks that are looked at
	line = line[:min(len(line), longestLine)]
	var parts []string
	begin, looks := 0, 0
	for i, r := range line {
		if !strings.ContainsRune("&|;", r) || looks == most {
			continue
		}
		looks++
		if namesProgram(line[begin:i]) && namesProgram(line[i+1:]) {
			parts, begin = append(parts, line[begin:i]), i+1
		}
	}
	return append(parts, line[begin:])
}

// forCMG reports whether the line names what only a CMG needs.
func (c *command) forCMG() bool {
	outside := command{Args: c.outside}
	return c.has("CCMHOSTNAME") || outside.has("CCMHOSTNAME") || c.has("regtoken") || c.value("CCMALWAYSINF") == "1" ||
		slices.ContainsFunc(reading.Addresses(c.value("mp")), func(a reading.Address) bool { return a.IsProxy() || a.IsAzure() }) ||
		slices.ContainsFunc(c.Args, func(a argument) bool { return strings.Contains(strings.ToLower(a.value), "/ccm_proxy") })
}

// addNew adds a command line unless the same stands there already: logs repeat.
func addNew(commands []command, c command) []command {
	if slices.ContainsFunc(commands, func(d command) bool {
		return slices.Equal(d.Args, c.Args) && slices.Equal(d.outside, c.outside) && d.pack == c.pack && d.marks == c.marks
	}) {
		return commands
	}
	return append(commands, c)
}

// logicalLines gives the lines of a text with the number of each, those that go
// on in the next one joined to it: after ^ in a batch file, after ` in
// PowerShell, and from @( to ).
func logicalLines(text string) func(yield func(line string, at int) bool) {
	return func(yield func(string, int) bool) {
		var whole strings.Builder
		list, begin, at := false, 0, 0
		for line := range strings.Lines(text) {
			at++
			line = strings.TrimRight(line, " \t\n")
			if whole.Len() == 0 {
				begin = at
			}
			list = (list || strings.HasSuffix(line, "@(")) && !strings.HasPrefix(strings.TrimSpace(line), ")")
			on := strings.HasSuffix(line, "^") || strings.HasSuffix(line, "`")
			if on {
				line = line[:len(line)-1]
			}
			whole.WriteString(line)
			if (on || list) && whole.Len() < longestLine {
				whole.WriteByte(' ')
				continue
			}
			if !yield(whole.String(), begin) {
				return
			}
			whole.Reset()
		}
		if whole.Len() > 0 {
			yield(whole.String(), begin)
		}
	}
}

// isComment reports whether a script does not run the line.
func isComment(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	return strings.HasPrefix(line, "rem ") || strings.HasPrefix(line, "::") || strings.HasPrefix(line, "#")
}

// commandFacts are what a command line gives. The token is not among them.
func commandFacts(c *command, where string) []model.Fact {
	var flags []string
	for _, w := range parameters {
		if !w.value && c.has(w.name) {
			flags = append(flags, "/"+w.name)
		}
	}
	return reading.Given(
		reading.Fact("mp", where+"/mp", c.value("mp")),
		reading.Fact("ccmhostname", where+"CCMHOSTNAME", c.value("CCMHOSTNAME")),
		reading.Fact("smssitecode", where+"SMSSITECODE", c.value("SMSSITECODE")),
		reading.Fact("smsmp", where+"SMSMP", c.value("SMSMP")),
		reading.Fact("aadtenantid", where+"AADTENANTID", c.value("AADTENANTID")),
		reading.Fact("aadclientappid", where+"AADCLIENTAPPID", c.value("AADCLIENTAPPID")),
		reading.Fact("aadresourceuri", where+"AADRESOURCEURI", c.value("AADRESOURCEURI")),
		reading.Fact("parameters", where+"Parameters", strings.Join(flags, " ")),
	)
}
