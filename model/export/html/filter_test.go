package html

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"golang.org/x/net/html"
)

func TestScriptIsTheOneThatBrowsersMayRun(t *testing.T) {
	sum := sha256.Sum256([]byte(filterScript))
	if want := "sha256-" + base64.StdEncoding.EncodeToString(sum[:]); scriptHash != want {
		t.Errorf("scriptHash is to be %s", want)
	}
	if strings.Contains(filterScript, "</") || strings.Contains(filterScript, "<!--") || strings.Contains(filterScript, "\r") {
		t.Error("the script would end early, or differ between systems")
	}
}

// TestFilterKnowsWhatItFilters holds the choices against the marks of the page.
func TestFilterKnowsWhatItFilters(t *testing.T) {
	for name, c := range pages() {
		root, err := html.Parse(bytes.NewReader(exporttest.Written(t, Format, c)))
		if err != nil {
			t.Fatal(err)
		}
		if got, want := choices(root, "owner"), marks(root, "data-owner"); !slices.Equal(got, want) && len(c.Sections) > 0 {
			t.Errorf("%s: teams to choose %q, on the page %q", name, got, want)
		}
		if got, want := choices(root, "phase"), marks(root, "data-phase"); !slices.Equal(got, want) {
			t.Errorf("%s: phases to choose %q, on the page %q", name, got, want)
		}
	}
}

// choices are the values that can be chosen, sorted, without that for all.
func choices(root *html.Node, key string) []string {
	var list []string
	for n := range root.Descendants() {
		if n.Data == "option" && value(n.Parent, "name") == key && value(n, "value") != "" {
			list = append(list, value(n, "value"))
		}
	}
	slices.Sort(list)
	return list
}

func marks(root *html.Node, key string) []string {
	var list []string
	for n := range root.Descendants() {
		if mark := value(n, key); mark != "" {
			list = append(list, mark)
		}
	}
	slices.Sort(list)
	return slices.Compact(list)
}

func TestEveryTaskCanBeFiltered(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	root, err := html.Parse(bytes.NewReader(exporttest.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	places := map[string]*html.Node{}
	for n := range root.Descendants() {
		places[value(n, "id")] = n
	}
	for _, item := range c.Items() {
		n := places[doc.TaskAnchor(item.Number)]
		if n == nil || value(n, "data-owner") != string(item.Owner) || value(n, "data-phase") != item.Phase {
			t.Errorf("task %d has no marks", item.Number)
		} else if open := slices.Contains(n.Attr, html.Attribute{Key: "data-open"}); open != item.Progress.State.Pending() {
			t.Errorf("task %d is open: %v", item.Number, open)
		}
	}
}

// TestFilterInABrowser lets Chromium run the script with what stands in the
// address, and reads the page that comes of it.
func TestFilterInABrowser(t *testing.T) {
	const everyPart = "stops decide methods progress change sign-off traffic run team-configmgr team-azure team-network team-servers team-pki team-entra team-devices decisions requirements findings evidence contradictions"
	browser := slow.Reader(t, "chromium")
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, exporttest.Written(t, Format, c), 0o600); err != nil {
		t.Fatal(err)
	}
	all, open := len(c.Outcome.Items), len(wantedIn(c.Narrow(judge.Scope{Open: true}), ""))
	for address, want := range map[string]struct {
		scope judge.Scope
		phase string
		said  string
		parts string
	}{
		"":                                {said: fmt.Sprintf("everything. Tasks: %d of %[1]d.", all), parts: everyPart},
		"#owner=network":                  {scope: judge.Scope{Owner: model.Network}, said: fmt.Sprintf("Network and DNS team. Tasks: 4 of %d.", all), parts: "decide sign-off run team-network"},
		"#open=yes":                       {scope: judge.Scope{Open: true}, said: fmt.Sprintf("only what is open. Tasks: %d of %d.", open, all), parts: "decide sign-off run team-configmgr team-azure team-network team-servers team-pki team-entra team-devices findings"},
		"#owner=azure&phase=verification": {scope: judge.Scope{Owner: model.AzureTeam}, phase: "verification", said: fmt.Sprintf("Azure team, Verify. Tasks: 0 of %d.", all), parts: "sign-off"},
		"#owner=evil&phase=constructor&toString=1": {said: fmt.Sprintf("everything. Tasks: %d of %[1]d.", all), parts: everyPart},
	} {
		root := browsed(t, browser, "file://"+filepath.ToSlash(path)+address)
		said, parts, tasks := shownIn(root)
		if said != want.said || parts != want.parts {
			t.Errorf("%q says %q and shows %s", address, said, parts)
		}
		if expected := wantedIn(c.Narrow(want.scope), want.phase); !slices.Equal(tasks, expected) {
			t.Errorf("%q shows %q instead of %q", address, tasks, expected)
		}
	}
}

func browsed(t *testing.T, browser, address string) *html.Node {
	t.Helper()
	page, err := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--user-data-dir="+t.TempDir(), "--dump-dom", address).Output()
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

// shownIn are the sentence about what is shown, the parts and the tasks.
func shownIn(root *html.Node) (said, parts string, tasks []string) {
	var shownParts []string
	for n := range root.Descendants() {
		switch {
		case value(n, "id") == "shown":
			said = exporttest.TextOf(n.LastChild)
		case n.Data == "section" && n.Parent.Data == "main" && !hidden(n):
			shownParts = append(shownParts, value(n, "id"))
		case value(n, "data-phase") != "" && value(n, "id") != "" && !hidden(n): // a row of the run sheet has no id: its card has
			tasks = append(tasks, value(n, "id"))
		}
	}
	slices.Sort(tasks)
	return said, strings.Join(shownParts, " "), tasks
}

func hidden(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if slices.Contains(n.Attr, html.Attribute{Key: "hidden"}) {
			return true
		}
	}
	return false
}

func wantedIn(c judge.Checklist, phase string) []string {
	var tasks []string
	for _, item := range c.Items() {
		if phase == "" || item.Phase == phase {
			tasks = append(tasks, doc.TaskAnchor(item.Number))
		}
	}
	slices.Sort(tasks)
	return tasks
}
