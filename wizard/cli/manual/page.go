package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// surroundings are the parts of the page that no command tells.
const surroundings = `.SH ENVIRONMENT
.TP
\fBNO_COLOR\fR, \fBCLICOLOR=0\fR
No colors.
.TP
\fBACCESSIBLE\fR
In a terminal the wizard asks in numbered lines, as with \fB\-\-plain\fR.
.SH FILES
.TP
\fIPLAN\fR.bak, \fIPLAN\fR.lock
The plan before its last save; who has it open.
.TP
\fIcmgwizard/last.json\fR
In the configuration folder of the user: the path and the name of the last plan. It may be deleted.
`

// page is the manual page, in the language of man: all commands on one page.
func page(root *cobra.Command, version, date string) string {
	var b strings.Builder
	fmt.Fprintf(&b, ".TH CMGWIZARD 1 %q %q \"User Commands\"\n.nh\n", date, "cmgwizard "+version)
	fmt.Fprintf(&b, ".SH NAME\ncmgwizard \\- %s\n", safe(strings.ToLower(root.Short[:1])+root.Short[1:]))
	fmt.Fprintf(&b, ".SH SYNOPSIS\n.nf\n\\fB%s\\fR\n", safe(line(root)))
	walk(root, func(c *cobra.Command) { fmt.Fprintf(&b, "\\fB%s\\fR\n", safe(line(c))) })
	b.WriteString(".fi\n.SH DESCRIPTION\n" + command(root))
	b.WriteString(".SH COMMANDS\n")
	walk(root, func(c *cobra.Command) {
		fmt.Fprintf(&b, ".SS %s\n%s", safe(line(c)), command(c))
	})
	return b.String() + surroundings
}

// walk visits the commands below this one, in the order of their names.
func walk(c *cobra.Command, visit func(*cobra.Command)) {
	for _, sub := range c.Commands() {
		if sub.IsAvailableCommand() {
			visit(sub)
			walk(sub, visit)
		}
	}
}

// line is the command with its arguments. All have --help: it counts as no flag.
func line(c *cobra.Command) string {
	words := strings.TrimSuffix(c.UseLine(), " [flags]")
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if told(f) && !strings.HasSuffix(words, " [FLAGS]") {
			words += " [FLAGS]"
		}
	})
	return words
}

func told(f *pflag.Flag) bool { return !f.Hidden && f.Name != "help" }

// command is what a command says of itself, its flags and its examples.
func command(c *cobra.Command) string {
	b := paragraphs(c.Long)
	c.NonInheritedFlags().VisitAll(func(f *pflag.Flag) {
		if told(f) {
			b += flag(f)
		}
	})
	if c.HasExample() {
		b += ".PP\n.nf\n" + safe(c.Example) + "\n.fi\n"
	}
	return b
}

func flag(f *pflag.Flag) string {
	value, usage := pflag.UnquoteUsage(f)
	names := "\\fB\\-\\-" + safe(f.Name) + "\\fR"
	if f.Shorthand != "" {
		names = "\\fB\\-" + f.Shorthand + "\\fR, " + names
	}
	if value != "" {
		names += " \\fI" + safe(value) + "\\fR"
	}
	return ".TP\n" + names + "\n" + safe(usage) + "\n"
}

// paragraphs keeps empty lines, and fills the lines between them.
func paragraphs(text string) string {
	var b strings.Builder
	for p := range strings.SplitSeq(strings.TrimSpace(text), "\n\n") {
		b.WriteString(".PP\n" + safe(p) + "\n")
	}
	return b.String()
}

// safe is text in which man finds no requests of its own.
func safe(text string) string {
	text = strings.NewReplacer(`\`, `\e`, "-", `\-`, "'", `\(aq`, "`", `\(ga`, "^", `\(ha`, "~", `\(ti`, "…", "...").Replace(text)
	lines := strings.Split(text, "\n")
	for i, line := range lines {
		if strings.HasPrefix(line, ".") || strings.TrimSpace(line) == "" && i > 0 {
			lines[i] = `\&` + line
		}
	}
	return strings.Join(lines, "\n")
}
