package judge

import (
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/guides"
	"cmgwizard/model/logs"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
	"cmgwizard/model/tasks"
)

// addressOf is the address of a page, or of a heading on it.
func addressOf(source, anchor string) string {
	return model.References([]model.Citation{{source, anchor}})[0].URL
}

// addresses are the addresses of all pages and headings of the table.
func addresses() map[string]bool {
	known := map[string]bool{}
	for _, s := range source.All {
		known[addressOf(s.ID, "")] = true
		for _, h := range s.Headings {
			known[addressOf(s.ID, h.Anchor)] = true
		}
	}
	return known
}

// cited lists everything that cites, by name, with its references.
func cited() map[string][]model.Reference {
	list := map[string][]model.Reference{}
	for _, rule := range rules.All() {
		list["rule "+rule.ID] = model.References(rule.Cites)
	}
	for _, phase := range tasks.Phases() {
		for _, task := range phase.Tasks {
			list["task "+task.ID] = model.References(task.Cites)
		}
	}
	for _, r := range rules.RequirementRows {
		list["requirement "+r.Name] = model.References(r.Cites)
	}
	for _, c := range rules.Contradictions {
		list["contradiction "+c.ID] = c.Sources()
	}
	for _, r := range rules.Releases {
		for _, c := range r.Changes {
			list[fmt.Sprint("version ", r.Version)] = append(list[fmt.Sprint("version ", r.Version)], model.References([]model.Citation{c.Cite})...)
		}
	}
	for _, p := range logs.Patterns {
		list["log pattern "+p.ID] = model.References(p.Cites)
	}
	for _, g := range guides.All() {
		list["guide "+g.ID] = model.References(g.Cites)
	}
	return citedByPlans(list)
}

// citedByPlans adds what decisions and devices cite: it depends on the answers.
func citedByPlans(list map[string][]model.Reference) map[string][]model.Reference {
	random := rand.New(rand.NewSource(11))
	for n := range 300 {
		p := plantest.RandomPlan(random)
		for i, d := range Decisions(p) {
			list[fmt.Sprintf("plan %d, decision %d", n, i)] = d.Sources
		}
		for i, o := range p.DeviceOutcomes() {
			list[fmt.Sprintf("plan %d, device %d", n, i)] = o.Sources
		}
	}
	return list
}

// TestEveryCitationResolves compares whole addresses, so that an anchor is
// written in one way only.
func TestEveryCitationResolves(t *testing.T) {
	known := addresses()
	for name, references := range cited() {
		for _, r := range references {
			if !known[r.URL] || r.Title == "" || strings.Contains(r.URL, "#") != (r.Heading != "") {
				t.Errorf("%s cites %q (%s), which is not in the table of sources", name, r.URL, r.Title)
			}
		}
	}
}

// TestLeftOverSources logs what nothing cites. It does not fail: citations may
// follow a source by some time.
func TestLeftOverSources(t *testing.T) {
	used := map[string]bool{}
	for _, references := range cited() {
		for _, r := range references {
			page, _, _ := strings.Cut(r.URL, "#")
			used[page], used[r.URL] = true, true
		}
	}
	readers := readersOfFiles(t)
	for _, s := range source.All {
		if !used[addressOf(s.ID, "")] {
			t.Errorf("nothing cites the source %s", s.ID)
		}
		for _, h := range s.Headings {
			if !used[addressOf(s.ID, h.Anchor)] && !strings.Contains(readers, `"`+h.Anchor+`"`) {
				t.Errorf("nothing cites the heading %s#%s", s.ID, h.Anchor)
			}
		}
	}
}

// readersOfFiles is the program text of the packages that read files: they
// cite too, but the model does not know them.
func readersOfFiles(t *testing.T) string {
	t.Helper()
	var text strings.Builder
	for _, folder := range []string{"certs", "dsreg", "inspect"} {
		names, err := filepath.Glob(filepath.Join("..", folder, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			text.Write(data)
		}
	}
	return text.String()
}
