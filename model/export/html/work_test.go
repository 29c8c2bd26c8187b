package html

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"cmgwizard/model/worksheet"
	"golang.org/x/net/html"
)

// landmarks are the elements within which everything of a page stands.
var landmarks = map[string]bool{"header": true, "main": true, "aside": true, "nav": true}

func TestControlsStandInLandmarks(t *testing.T) {
	for name, c := range pages() {
		root, err := html.Parse(bytes.NewReader(exporttest.Written(t, Format, c)))
		if err != nil {
			t.Fatal(err)
		}
		for n := range root.Descendants() {
			if n.Data != "fieldset" && n.Data != "select" && n.Data != "button" && value(n, "id") != "shown" {
				continue
			}
			up := n
			for up != nil && !landmarks[up.Data] && up.Data != "template" {
				up = up.Parent
			}
			if up == nil {
				t.Errorf("%s: a %s stands outside of every landmark", name, n.Data)
			}
		}
	}
}

// Every task can be brought back: the page says what it was made from.
func TestEveryTaskSaysWhatItWasMadeFrom(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	root, err := html.Parse(bytes.NewReader(exporttest.Written(t, Format, c)))
	if err != nil {
		t.Fatal(err)
	}
	made := map[string]*html.Node{}
	for n := range root.Descendants() {
		if id := value(n, "data-task"); id != "" {
			made[id] = n
		}
	}
	for _, item := range c.Items() {
		n := made[item.ID]
		if n == nil || value(n, "data-from") != worksheet.NewOrigin(&c.Plan, item.Item).String() || value(n, "data-state") != string(item.Progress.State) {
			t.Errorf("%s has no origin", item.ID)
		}
	}
}

// clicks is what people do in the page, as a script behind that of the page.
const clicks = `<script>
const todo = document.querySelectorAll("article[data-state=open]");
for (const [item, state, note] of [[todo[0], "blocked", "The CA is down"], [todo[1], "done", ""]]) {
  const select = item.querySelector(".work select"), input = item.querySelector(".work input");
  select.value = state;
  select.dispatchEvent(new Event("change"));
  input.value = note;
  input.dispatchEvent(new Event("change"));
}
const small = [...document.querySelectorAll("nav a, main dd a, .sources a")].filter(a => {
  const box = a.getBoundingClientRect();
  return box.width && Math.min(box.width, box.height) < 23.9;
}).length;
document.getElementById("work-by").value = "Anna";
document.getElementById("choose-owner").value = "pki";
document.getElementById("choose-owner").dispatchEvent(new Event("change", {bubbles: true}));
document.getElementById("hand-out").click();
const out = document.createElement("pre");
out.id = "out";
out.textContent = document.getElementById("states").value + "@@" + location.hash + "@@" + Object.keys(localStorage).length + "@@" +
  small;
document.body.append(out);
</script>`

// TestWorkInABrowser lets Chromium run the page, clicks in it, and takes what it
// hands out.
func TestWorkInABrowser(t *testing.T) {
	browser := slow.Reader(t, "chromium")
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	page := string(exporttest.Written(t, Format, c))
	page = strings.Replace(page, "&#39;"+scriptHash+"&#39;", "&#39;unsafe-inline&#39;", 1)
	page = strings.Replace(page, "</body>", clicks+"</body>", 1)
	path := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		t.Fatal(err)
	}
	for n := range browsed(t, browser, "file://"+filepath.ToSlash(path)).Descendants() {
		if value(n, "id") != "out" {
			continue
		}
		said := strings.Split(exporttest.TextOf(n), "@@")
		if len(said) != 4 || said[1] != "#owner=pki" || said[2] != "2" || said[3] != "0" {
			t.Fatalf("%q", said)
		}
		rows, err := worksheet.Read([]byte(said[0]))
		if err != nil || !json.Valid([]byte(said[0])) {
			t.Fatal(err)
		}
		m, err := worksheet.NewMerge(&c.Plan, c.Outcome.Items, rows, c.Date)
		if err != nil || len(m.Changes) != 2 || len(m.Left) > 0 {
			t.Errorf("%+v, %v", m, err)
		}
		if _, refused := m.After(c.Plan, nil, c.Date); len(refused) > 0 {
			t.Errorf("%+v", refused)
		}
		return
	}
	t.Error("the page says nothing")
}
