package html

import (
	"bytes"
	"os/exec"
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

// pages are the pages that people make, with all that a page may have to hold.
func pages() map[string]judge.Checklist {
	mixed := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	plan := exporttest.MixedPlan()
	plan.Name, plan.Tasks[1].Note = strings.Repeat("A very long name ", 20), strings.Repeat("long", 100)
	return map[string]judge.Checklist{
		"mixed": mixed, "full": exporttest.FullChecklist(), "empty": judge.NewChecklist(model.Plan{}, exporttest.TestDate), "long": judge.NewChecklist(plan, exporttest.TestDate),
		"one team": mixed.Narrow(judge.Scope{Owner: model.PKITeam}), "open": mixed.Narrow(judge.Scope{Open: true}),
		"open of one team": mixed.Narrow(judge.Scope{Owner: model.ConfigMgr, Open: true}), "one task": mixed.Narrow(judge.Scope{Owner: model.Servers}), "nothing": mixed.Narrow(judge.Scope{Owner: "nobody"}),
	}
}

// writtenPages are the checklists and the decision records of all pages.
func writtenPages(t *testing.T) map[string][]byte {
	t.Helper()
	list := map[string][]byte{}
	for name, c := range pages() {
		list[name], list["decision record: "+name] = exporttest.Written(t, Format, c), exporttest.Written(t, Decision, c)
	}
	return list
}

func TestPagesAreSound(t *testing.T) {
	for name, page := range writtenPages(t) {
		root, err := html.Parse(bytes.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		for _, wrong := range slices.Concat(misnested(page), misnamed(root), mislabelled(root)) {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// misnested says which tags of a page are not closed in their order. Browsers
// mend such a page in silence.
func misnested(page []byte) (wrong []string) {
	var open []string
	for z := html.NewTokenizer(bytes.NewReader(page)); ; {
		switch z.Next() {
		case html.ErrorToken:
			return append(wrong, open...)
		case html.StartTagToken:
			if tag := z.Token().Data; !void[name(tag)] {
				open = append(open, tag)
			}
		case html.EndTagToken:
			tag := z.Token().Data
			if len(open) == 0 || open[len(open)-1] != tag {
				return append(wrong, "</"+tag+"> closes another element")
			}
			open = open[:len(open)-1]
		}
	}
}

// pointing are the attributes that name the id of another element.
var pointing = map[string]bool{"for": true, "aria-labelledby": true, "aria-describedby": true}

// misnamed says which ids stand twice, and what names an id that is not there.
func misnamed(root *html.Node) (wrong []string) {
	ids := map[string]bool{}
	for n := range root.Descendants() {
		if id := value(n, "id"); id != "" && ids[id] {
			wrong = append(wrong, "id "+id+" stands twice")
		} else {
			ids[id] = true
		}
	}
	for n := range root.Descendants() {
		for _, a := range n.Attr {
			to, isAnchor := strings.CutPrefix(a.Val, "#")
			if (pointing[a.Key] || a.Key == "href" && isAnchor) && !ids[to] {
				wrong = append(wrong, a.Key+" names "+a.Val+", which is not there")
			}
		}
	}
	return wrong
}

func value(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// mislabelled says which controls have no label, and which headings skip a level.
func mislabelled(root *html.Node) (wrong []string) {
	labelled := map[string]bool{}
	for n := range root.Descendants() {
		if n.Data == "label" {
			labelled[value(n, "for")] = true
		}
	}
	level := byte('0')
	for n := range root.Descendants() {
		if (n.Data == "input" || n.Data == "select") && n.Parent.Data != "label" && !labelled[value(n, "id")] {
			wrong = append(wrong, "a "+n.Data+" has no label")
		}
		if n.Type == html.ElementNode && len(n.Data) == 2 && n.Data[0] == 'h' && n.Data != "hr" {
			if n.Data[1] > level+1 {
				wrong = append(wrong, n.Data+" comes after h"+string(level))
			}
			level = n.Data[1]
		}
	}
	return wrong
}

func TestWhatIsUnsoundIsFound(t *testing.T) {
	for page, want := range map[string]int{
		"<p><b>x</p></b>": 1, "<p>x": 1, `<p id="a"></p><p id="a"></p>`: 1, `<a href="#b">x</a>`: 1, `<label for="c">x</label>`: 1,
		"<input>": 1, "<h1>x</h1><h3>y</h3>": 1, `<h1 id="a">x</h1><h2>y</h2><a href="#a">z</a><label><input></label>`: 0,
	} {
		root, err := html.Parse(strings.NewReader(page))
		if err != nil {
			t.Fatal(err)
		}
		if got := slices.Concat(misnested([]byte(page)), misnamed(root), mislabelled(root)); len(got) != want {
			t.Errorf("%s has %q", page, got)
		}
	}
}

func TestTidyFindsNothing(t *testing.T) {
	tidy := slow.Reader(t, "tidy")
	for name, page := range writtenPages(t) {
		check := exec.Command(tidy, "-e", "-q", "-utf8")
		check.Stdin = bytes.NewReader(page)
		if said, err := check.CombinedOutput(); err != nil || len(said) > 0 {
			t.Errorf("%s: %v\n%.2000s", name, err, said)
		}
	}
}

func TestPaperOfThePage(t *testing.T) {
	for paper, want := range map[doc.Paper]string{"": "size: A4;", doc.A4: "size: A4;", doc.Letter: "size: letter;", "x} body{": "size: A4;"} {
		var b bytes.Buffer
		if err := Format.Write(&b, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate), doc.Options{Paper: paper}); err != nil {
			t.Fatal(err)
		}
		if strings.Count(b.String(), want) != 1 {
			t.Errorf("paper %q does not give %q", paper, want)
		}
	}
}

// TestPageNeedsNothing looks for whatever a browser would fetch or run.
func TestPageNeedsNothing(t *testing.T) {
	root, err := html.Parse(bytes.NewReader(exporttest.Written(t, Format, exporttest.FullChecklist())))
	if err != nil {
		t.Fatal(err)
	}
	scripts := 0
	for n := range root.Descendants() {
		if n.Data == "script" && n.Type == html.ElementNode {
			scripts++
		}
		for _, a := range n.Attr {
			if a.Key == "src" || a.Key == "style" || strings.HasPrefix(a.Key, "on") || n.Data == "link" {
				t.Errorf("%s %s=%q", n.Data, a.Key, a.Val)
			}
		}
	}
	if scripts != 1 {
		t.Errorf("%d scripts", scripts)
	}
}
