package office

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// An xmlNode is an element as encoding/xml reads it, with the text in it.
type xmlNode struct {
	name  string // without its name space
	attrs map[string]string
	text  string // of itself, without what is within
	nodes []*xmlNode
}

// readParts reads a zip of XML parts with strict readers.
func readParts(t testing.TB, data []byte) map[string]*xmlNode {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]*xmlNode{}
	for _, f := range z.File {
		if !f.Modified.Equal(zipTime) || parts[f.Name] != nil {
			t.Errorf("%s is of %s, or is there twice", f.Name, f.Modified)
		}
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == picturePart {
			parts[f.Name] = &xmlNode{} // TestMetafile reads it
			continue
		}
		parts[f.Name] = parseXML(t, f.Name, r)
	}
	return parts
}

func parseXML(t testing.TB, name string, r io.Reader) *xmlNode {
	t.Helper()
	root := &xmlNode{name: "#root"}
	open := []*xmlNode{root}
	for d := xml.NewDecoder(r); ; {
		token, err := d.Token()
		if err == io.EOF {
			return root
		}
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		last := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &xmlNode{name: token.Name.Local, attrs: map[string]string{}}
			for _, a := range token.Attr {
				n.attrs[a.Name.Local] = a.Value
			}
			last.nodes, open = append(last.nodes, n), append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			last.text += string(token)
		}
	}
}

// all finds the elements of a name, in order.
func (n *xmlNode) all(name string) []*xmlNode {
	var found []*xmlNode
	for _, child := range n.nodes {
		if child.name == name {
			found = append(found, child)
		}
		found = append(found, child.all(name)...)
	}
	return found
}

// first is the first element of a name, or an empty one.
func (n *xmlNode) first(name string) *xmlNode {
	if found := n.all(name); len(found) > 0 {
		return found[0]
	}
	return &xmlNode{}
}

// skeletonXML lists the elements and the attributes but for those that say how
// broad or high something is or where it leads.
func (n *xmlNode) skeletonXML(list *[]string) {
	for _, child := range n.nodes {
		*list = append(*list, child.name+" "+child.attrs["r"]+child.attrs["s"]+child.attrs["pStyle"])
		child.skeletonXML(list)
	}
}

func TestEachPartIsDeclaredAndEachRelationLeadsSomewhere(t *testing.T) {
	for _, f := range []doc.Format{Workbook, Word} {
		parts := readParts(t, exporttest.Written(t, f, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)))
		declared := map[string]bool{}
		for _, o := range parts["[Content_Types].xml"].all("Override") {
			name := strings.TrimPrefix(o.attrs["PartName"], "/")
			declared[name] = true
			if parts[name] == nil {
				t.Errorf("%s: %s is declared but not there", f.Name, name)
			}
		}
		for _, d := range parts["[Content_Types].xml"].all("Default") {
			declared[picturePart] = declared[picturePart] || d.attrs["Extension"] == "emf"
		}
		for name, root := range parts {
			if !strings.HasSuffix(name, ".rels") && name != "[Content_Types].xml" && !declared[name] {
				t.Errorf("%s: %s is not declared", f.Name, name)
			}
			for _, r := range root.all("Relationship") {
				target := path.Join(path.Dir(path.Dir(name)), r.attrs["Target"])
				if r.attrs["TargetMode"] != "External" && parts[target] == nil {
					t.Errorf("%s: %s leads to %s, which is not there", f.Name, name, target)
				}
			}
		}
	}
}

func TestPropertiesTellTitleAndDate(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate).Narrow(judge.Scope{Owner: model.PKITeam, Open: true})
	for _, f := range []doc.Format{Workbook, Word} {
		core := readParts(t, exporttest.Written(t, f, c))["docProps/core.xml"]
		if got, want := core.first("title").text, "CMG checklist, PKI team, what is still open: Contoso Łódź"; got != want {
			t.Errorf("%s: the title is %q", f.Name, got)
		}
		if got := core.first("created").text; got != "2026-11-22T00:00:00Z" {
			t.Errorf("%s: made at %q", f.Name, got)
		}
	}
}

// manyTasks is the mixed checklist with so many tasks, in one section each ten.
func manyTasks(n int) judge.Checklist {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	items := c.Items()
	c.Sections, c.Outcome.Items = nil, nil
	for i := range n {
		item := items[i%len(items)]
		item.Number = i + 1
		if i%10 == 0 {
			c.Sections = append(c.Sections, judge.Section{Job: judge.JobWork{Job: tasks.Job{Title: "A job"}}})
		}
		last := &c.Sections[len(c.Sections)-1]
		last.Items = append(last.Items, item)
	}
	return c
}
