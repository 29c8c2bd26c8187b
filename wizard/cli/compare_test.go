package cli

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/compare"
	"cmgwizard/wizard/cli/page"
	"github.com/charmbracelet/x/ansi"
)

func TestSettings(t *testing.T) {
	for _, test := range []struct {
		text string
		want []model.Setting // nil: refused
	}{
		{"site.security=https-only", []model.Setting{{Key: "site.security", Value: "https-only"}}},
		{"a=1,b=2", []model.Setting{{Key: "a", Value: "1"}, {Key: "b", Value: "2"}}},
		{" a = 1 , b = 2 ", []model.Setting{{Key: "a", Value: "1"}, {Key: "b", Value: "2"}}},
		{"token.registration=internal-network,bulk,a=1", []model.Setting{{Key: "token.registration", Value: "internal-network,bulk"}, {Key: "a", Value: "1"}}},
		{"a=x=y", []model.Setting{{Key: "a", Value: "x=y"}}},
		{"a=", []model.Setting{{Key: "a"}}},
		{"a", nil}, {"", nil}, {"=x", nil}, {"a=1,=x", nil},
	} {
		got, err := settings(test.text)
		if !slices.Equal(got, test.want) || (err != nil) != (test.want == nil) {
			t.Errorf("%q: %v, %v", test.text, got, err)
		}
	}
}

func comparedSample(t *testing.T) (model.Plan, compare.Comparison) {
	t.Helper()
	plan := sample(t)
	comparison, err := compared(plan, [][]model.Setting{{{Key: "site.security", Value: "https-only"}}})
	if err != nil {
		t.Fatal(err)
	}
	return plan, comparison
}

// A comparison fits its terminal, but for addresses, and says the same with and
// without colours.
func TestComparisonFits(t *testing.T) {
	plan, comparison := comparedSample(t)
	for _, width := range []int{page.MinWidth, 40, 80, page.MaxWidth} {
		plain, painted := page.Page{Width: width}, page.Page{Width: width, Ink: true}
		showComparison(&plain, planPath{name: "a.toml"}, plan, comparison)
		showComparison(&painted, planPath{name: "a.toml"}, plan, comparison)
		if !strings.Contains(painted.String(), "\x1b[") || ansi.Strip(painted.String()) != plain.String() {
			t.Errorf("width %d: colours change the words", width)
		}
		for line := range strings.SplitSeq(plain.String(), "\n") {
			if words := strings.Fields(line); len(line) > width && len(words) > 2 && width >= 40 {
				t.Errorf("width %d: %q is too long", width, line)
			}
		}
	}
}

// What a terminal has no room for goes below.
func TestColumns(t *testing.T) {
	for width, want := range map[int]int{page.MinWidth: 1, 40: 1, 56: 2, 80: 3, page.MaxWidth: 4} {
		if got := columns((&page.Page{Width: width})); got != want {
			t.Errorf("width %d: %d columns, want %d", width, got, want)
		}
	}
}

// Every word of the model's table is on the page, at every width.
func TestComparisonLosesNothing(t *testing.T) {
	plan, comparison := comparedSample(t)
	for _, width := range []int{page.MinWidth, 40, 80, page.MaxWidth} {
		p := page.Page{Width: width}
		showComparison(&p, planPath{name: "a.toml"}, plan, comparison)
		for _, g := range comparison.Groups {
			_, rows := g.Table()
			for _, row := range rows {
				for _, word := range strings.Fields(fmt.Sprint(row.Cells)) {
					word = strings.Trim(word, "[]")
					if len(word) < leastCell && !strings.Contains(p.String(), word) {
						t.Errorf("width %d: %q of %s is not on the page", width, word, row.Label)
					}
				}
			}
		}
	}
}

func TestCells(t *testing.T) {
	got := cell([]string{"one two three", "management-point.contoso.com"}, 11)
	want := []string{"one two", " three", "management", " -point.con", " toso.com"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestComparisonJSON(t *testing.T) {
	plan, comparison := comparedSample(t)
	empty := model.Plan{Format: 1}
	for name, c := range map[string]struct {
		plan       model.Plan
		comparison compare.Comparison
	}{"the sample": {plan, comparison}, "an empty plan": {empty, compare.Plan(empty)}} {
		text := writtenJSON(t, c.plan, c.comparison)
		if strings.Contains(text, "null") || strings.Count(text, "\n") != 1 {
			t.Errorf("%s: nulls, or more than a line: %s", name, text)
		}
		var read struct {
			Format int
			Plan   map[string]any
			First  []map[string]any `json:"answer_first"`
			Groups []struct {
				ID           string
				Alternatives []map[string]any
			}
		}
		if err := json.Unmarshal([]byte(text), &read); err != nil {
			t.Fatal(err)
		}
		if read.Format != 1 || read.Plan["file"] != "a.toml" || read.Groups[0].ID != "method" || len(read.Groups) < 2 {
			t.Errorf("%s: %s", name, text)
		}
		for _, a := range read.Groups[0].Alternatives {
			checkKeys(t, a)
		}
	}
}

// checkKeys names the keys that are an interface: none may go.
func checkKeys(t *testing.T, alternative map[string]any) {
	t.Helper()
	for _, key := range []string{
		"id", "title", "also", "changes", "verdict", "management_points", "devices", "user_centric", "requirements",
		"tasks", "expires", "blockers", "warnings", "open", "conflicts",
	} {
		if _, there := alternative[key]; !there {
			t.Errorf("%v has no key %q", alternative["id"], key)
		}
	}
}

func writtenJSON(t *testing.T, plan model.Plan, c compare.Comparison) string {
	t.Helper()
	file, err := os.Create(filepath.Join(t.TempDir(), "out"))
	if err != nil {
		t.Fatal(err)
	}
	p := &program{out: file}
	if err := p.writeJSON(newComparisonJSON("a.toml", plan, c), oneLine); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(file.Name())
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
