package drawing

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
	"github.com/charmbracelet/x/ansi"
)

func TestDrawnWordsFit(t *testing.T) {
	for n, traffic := range traffics() {
		for _, width := range []int{20, 40, 80, 100} {
			for _, line := range drawnWords(traffic, width) {
				if ansi.StringWidth(line) > width && !strings.Contains(line, "://") {
					t.Fatalf("drawing %d: more than %d columns: %q", n, width, line)
				}
				if line != strings.TrimRight(line, " ") || strings.Contains(line, "\x1b") {
					t.Fatalf("drawing %d: %q", n, line)
				}
			}
		}
	}
}

// TestDrawnWordsTellAll looks for every node, label and problem, however many
// there are and however narrow the page is.
func TestDrawnWordsTellAll(t *testing.T) {
	for n, traffic := range traffics() {
		for _, width := range []int{40, 80} {
			words := exporttest.Packed(strings.NewReplacer("|", "", "^", "").Replace(strings.Join(drawnWords(traffic, width), " ")))
			tell := func(text string) {
				if !strings.Contains(words, exporttest.Packed(strings.NewReplacer("|", "", "^", "").Replace(doc.TextSafe(text)))) {
					t.Fatalf("drawing %d, %d columns: %q is not in it", n, width, text)
				}
			}
			for _, lane := range traffic.Lanes {
				tell(lane.Title)
				tell(lane.Way)
			}
			for _, node := range traffic.Nodes {
				tell("[" + node.Title + "]")
				tell(strings.Join(node.Lines, ", "))
			}
			for _, problem := range newPlotter(traffic, 490).book.list {
				tell(problem.mark() + " " + problem.words())
			}
		}
	}
}

func TestDrawnWordsOfThePlan(t *testing.T) {
	p := exporttest.MixedPlan()
	lines := drawnWords(traffic.Draw(&p, judge.Plan(p)), doc.TextWidth)
	for _, want := range []string{
		"Clients on the internet",
		"  [Kiosks] Workgroup, about 60 devices, deployments to devices only",
		"      --> Site-issued token, E-HTTP or HTTPS !1 !2",
		"        |  TCP 10124 to 10125, opened by the connection points",
		"        v",
		"  [mp2.contoso.com] HTTPS, accepts CMG traffic",
		"        |  E-HTTP / HTTPS",
		"  !1 Warning: The rollout takes longer than its bulk registration token is",
	} {
		if !slices.Contains(lines, want) {
			t.Errorf("no line %q in\n%s", want, strings.Join(lines, "\n"))
		}
	}
}
