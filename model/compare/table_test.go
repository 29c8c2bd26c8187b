package compare

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
	"cmgwizard/model/rules"
)

func TestTable(t *testing.T) {
	titles, rows := methodGroup(plantest.MixedFleet()).Table()
	if len(titles) != 6 || titles[1] != "Microsoft Entra ID" {
		t.Errorf("titles: %q", titles)
	}
	want := map[string]string{
		"Changed": "AD domain-joined: Microsoft Entra ID (planned: PKI certificate)",
		"Verdict": "Blocked", "Devices": "1 of 3 kinds", "Users": "Hybrid joined: served",
		"In Entra ID": "Entra integration of the site", "Will expire": "Secret of the web app: 2028-03-31",
		"Blockers": "The AD domain-joined devices cannot use Microsoft Entra ID: they are neither Entra joined nor hybrid joined (also: Workgroup)",
	}
	for _, row := range rows {
		if len(row.Cells) != len(titles) {
			t.Errorf("%s has %d cells", row.Label, len(row.Cells))
		}
		if line, told := want[row.Label]; told && row.Cells[1][0] != line {
			t.Errorf("%s: %q, want %q", row.Label, row.Cells[1], line)
		}
		delete(want, row.Label)
	}
	if len(want) > 0 {
		t.Errorf("there is no row for %v", want)
	}
}

func TestCalled(t *testing.T) {
	a := methodGroup(plantest.HybridFleet()).Alternatives[0]
	if got, want := a.Called(), "As planned (also: Microsoft Entra ID; Recommended for each kind)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestGlance(t *testing.T) {
	a := Alternative{
		Verdict: judge.IsBlocked, Devices: Service{Kinds: make([]KindService, 1)}, Tasks: Work{Open: 1},
		Blockers: []Obstacle{{Outcome: rules.Broken}, {Outcome: rules.Unclear}}, Warnings: make([]Obstacle, 2), Users: []UserService{{Served: "no"}},
	}
	if got, want := a.Glance(), "Blocked: 0 of 1 kind, users not served, 1 open task, 1 blocker, 2 warnings"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestUsersLeftOut(t *testing.T) {
	for served, want := range map[string]string{
		"": "", "yes yes": "", "no": "users not served", "no no": "users not served",
		"yes no": "users of 1 of 2 kinds not served", "unknown no no": "users of 2 of 3 kinds not served",
	} {
		a := Alternative{}
		for _, s := range strings.Fields(served) {
			a.Users = append(a.Users, UserService{Served: model.TruthWord(s)})
		}
		if got := a.usersLeftOut(); got != want {
			t.Errorf("%q: %q, want %q", served, got, want)
		}
	}
}

// Many entries that turn the same way are told in one line, a few one by one.
func TestManyChangesAreToldTogether(t *testing.T) {
	change := func(about, was, is string) Change { return Change{About: about, Old: was, was: was, is: is} }
	few := []Change{change("A", "PKI", "Token"), change("B", "PKI", "Token"), change("C", "PKI", "Token"), change("D", "", "Token")}
	want := []string{"A: Token (planned: PKI)", "B: Token (planned: PKI)", "C: Token (planned: PKI)", "D: Token (not answered yet)"}
	if got := tellChanges(few); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	want = []string{"Token (planned: PKI): A, B, C, E", "D: Token (not answered yet)"}
	if got := tellChanges(append(few, change("E", "PKI", "Token"))); !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// TestEntriesMayEndAsQuestionsDo: only a question stands before its answer
// without a colon.
func TestEntriesMayEndAsQuestionsDo(t *testing.T) {
	p := plantest.GoodPlan()
	p.Devices[0].Name = "Tills?"
	other, err := with(*p, model.Setting{Key: "devices[0].method", Value: "token"}, model.Setting{Key: "site.check_crl", Value: "no"})
	if err != nil {
		t.Fatal(err)
	}
	var told []string
	for _, c := range changes(p, &other) {
		told = append(told, c.short())
	}
	if len(told) != 2 || !strings.HasSuffix(told[0], "? No") || told[1] != "Tills?: Site-issued token" {
		t.Errorf("%q", told)
	}
}

func TestSplit(t *testing.T) {
	for _, c := range []struct {
		says              string
		row               TableRow
		different, shared string
	}{
		{"a line in all", TableRow{"A", [][]string{{"x", "y"}, {"x"}}, false}, "[{A [[y] []] false}]", "[{A [[x]] false}]"},
		{"all the same", TableRow{"A", [][]string{{"x"}, {"x"}}, false}, "[]", "[{A [[x]] false}]"},
		{"nothing the same", TableRow{"A", [][]string{{"x"}, {"y"}}, false}, "[{A [[x] [y]] false}]", "[]"},
		{"always beside the others", TableRow{"A", [][]string{{"x"}, {"x"}}, true}, "[{A [[x] [x]] true}]", "[]"},
		{"one alternative", TableRow{"A", [][]string{{"x"}}, false}, "[{A [[x]] false}]", "[]"},
	} {
		different, shared := Split([]TableRow{c.row})
		if fmt.Sprint(different) != c.different || fmt.Sprint(shared) != c.shared {
			t.Errorf("%s: %v and %v", c.says, different, shared)
		}
	}
}

// TestSplitLosesNothing puts the parts together again.
func TestSplitLosesNothing(t *testing.T) {
	_, rows := methodGroup(plantest.MixedFleet()).Table()
	different, shared := Split(rows)
	for _, row := range rows {
		for i, cell := range row.Cells {
			found := append(linesOf(different, row.Label, i), linesOf(shared, row.Label, 0)...)
			slices.Sort(found)
			if want := slices.Sorted(slices.Values(cell)); !slices.Equal(found, want) {
				t.Errorf("%s of alternative %d: %q, want %q", row.Label, i, found, want)
			}
		}
	}
}

func linesOf(rows []TableRow, label string, i int) []string {
	for _, row := range rows {
		if row.Label == label {
			return slices.Clone(row.Cells[i])
		}
	}
	return nil
}

func TestThousands(t *testing.T) {
	for n, want := range map[int]string{0: "0", 999: "999", 1000: "1,000", 1234567: "1,234,567", model.MaxNumber: "9,223,372,036,854,775,807"} {
		if got := model.Thousands(n); got != want {
			t.Errorf("%d: %s, want %s", n, got, want)
		}
	}
}
