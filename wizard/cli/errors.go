package cli

import (
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

// A mistake is a command line that cannot be used.
type mistake struct{ what, hint string }

func (m *mistake) Error() string { return m.what }

// Hint says what to do.
func (m *mistake) Hint() string { return m.hint }

// ExitCode is the exit code of a program that ends with this error.
func (m *mistake) ExitCode() int { return exitUnusable }

// report says on the standard error what is wrong and what to do now. There is
// nobody to tell when even that cannot be written.
func (p *program) report(err error) {
	p.end(exitCode(err))
	_, _ = fmt.Fprint(p.err, reportText(err, lineWidth(p.err)))
}

// reportText has one line for each thing, broken between words where it is wider
// than a terminal.
func reportText(err error, width int) string {
	page := page.Page{Width: width}
	for line := range strings.SplitSeq(err.Error(), "\n") {
		told(&page, "error: ", line)
	}
	var hinted interface{ Hint() string }
	if errors.As(err, &hinted) && hinted.Hint() != "" {
		told(&page, "hint: ", hinted.Hint())
	}
	return page.String()
}

// longestEcho is how much of each end of a line is told: what was typed may be a
// whole file.
const longestEcho = 300

// told is an item that keeps its blanks where a line has room for it: they may
// be those of a path.
func told(p *page.Page, label, text string) {
	if runes := []rune(text); len(runes) > 2*longestEcho {
		text = string(runes[:longestEcho]) + " … " + string(runes[len(runes)-longestEcho:])
	}
	if line := label + model.Clean(text); ansi.StringWidth(line) <= p.Width {
		p.WriteString(line + "\n")
		return
	}
	p.Item(label, text)
}

// lineWidth is how long a line may be: a file takes any, a narrow terminal would
// break it within a word.
func lineWidth(to io.Writer) int {
	if f, ok := to.(*os.File); ok && page.IsTerminal(f) {
		return page.New(to).Width
	}
	return math.MaxInt
}
