package cli

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

// bothWays are two plans with much between them, told both ways.
func bothWays(t *testing.T) []diff.Difference {
	old, changed := sample(t), sample(t)
	changed.Name = "Contoso\x1b[31m\u202e, with a name that goes on for longer than a line of a small terminal does"
	changed.Site.Security, changed.Gateway.VMInstances = model.PlainHTTP, model.Num(1)
	changed.Devices = changed.Devices[1:]
	changed.Evidence = []model.Evidence{{File: "a\nb\x07", SHA256: "aa"}}
	return []diff.Difference{diff.Plans(old, changed), diff.Plans(changed, old), diff.Plans(old, old)}
}

func differencePage(d diff.Difference, width int, ink bool) string {
	p := page.Page{Width: width, Ink: ink}
	difference(&p, []string{"old\x1b[2J.toml", "new.toml"}, d)
	return p.String()
}

// A difference says the same with and without colours, and nothing in a plan
// reaches the terminal as more than text.
func TestDifferenceNeedsNoColours(t *testing.T) {
	for _, d := range bothWays(t) {
		plain, painted := differencePage(d, 80, false), differencePage(d, 80, true)
		if ansi.Strip(painted) != plain {
			t.Errorf("with colours it says\n%q\nwithout\n%q", ansi.Strip(painted), plain)
		}
		if strings.ContainsAny(plain, "\x1b\x07\u202e") {
			t.Errorf("signs of a plan get through: %q", plain)
		}
	}
}

func TestDifferenceFits(t *testing.T) {
	for _, d := range bothWays(t) {
		for _, width := range []int{40, 80, page.MaxWidth} {
			for line := range strings.SplitSeq(differencePage(d, width, false), "\n") {
				if ansi.StringWidth(line) > width && len(strings.Fields(line)) > 3 {
					t.Errorf("wider than %d: %q", width, line)
				}
			}
		}
	}
}
