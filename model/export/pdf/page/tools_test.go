package page

import (
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"cmgwizard/model/slow"
)

// tool runs a reader of PDF files over one; %s stands for it.
func tool(t *testing.T, pdf []byte, command string) string {
	t.Helper()
	args := strings.Fields(command)
	path := slow.Reader(t, args[0])
	file := filepath.Join(t.TempDir(), "it.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "%s", file)
	}
	out, err := exec.Command(path, args[1:]...).CombinedOutput()
	if err != nil {
		t.Fatalf("%s: %v\n%s", command, err, out)
	}
	return string(out)
}

func TestQpdfFindsNothing(t *testing.T) {
	out := tool(t, build(t, sample(12)), "qpdf --check %s")
	if !strings.Contains(out, "No syntax or stream encoding errors found") || strings.Contains(out, "WARNING") {
		t.Error(out)
	}
}

func TestMutoolFindsNothing(t *testing.T) {
	out := tool(t, build(t, sample(12)), "mutool info %s")
	if strings.Contains(out, "warning") || strings.Contains(out, "error") {
		t.Error(out)
	}
}

func TestFontsAreEmbeddedSubsets(t *testing.T) {
	lines := strings.Split(strings.TrimSpace(tool(t, build(t, sample(3)), "pdffonts %s")), "\n")[2:]
	if len(lines) != 3 {
		t.Errorf("%d fonts: %q", len(lines), lines)
	}
	for _, line := range lines {
		if !regexp.MustCompile(`^[A-Z]{6}\+DejaVu\S+ +CID TrueType +Identity-H +yes yes yes `).MatchString(line) {
			t.Error(line)
		}
	}
}

func TestReadersGetTheTextBack(t *testing.T) {
	d := begun()
	d.Font(Regular, 4)
	var want strings.Builder
	y := 10.0
	for _, text := range hostile {
		for _, line := range d.Split(text, 180) {
			d.Text(10, y, line)
			y += 2
			want.WriteString(faces[Regular].shown(line, d.lost))
		}
	}
	got := tool(t, build(t, d), "pdftotext -raw %s -")
	if blankless(got) != blankless(want.String()) {
		t.Errorf("%s\n\nwant\n%s", blankless(got), blankless(want.String()))
	}
}

// blankless is a text without its blanks, which readers work out from gaps, and
// with the letters of a ligature apart, as some readers tell it.
func blankless(text string) string {
	return strings.Join(strings.Fields(norm.NFKC.String(strings.ReplaceAll(text, "\f", " "))), "")
}

// What Width says must be what a reader measures on the page.
func TestTextIsWhereItWasPut(t *testing.T) {
	d := begun()
	d.Font(Bold, 12)
	d.Text(25.4, 50.8, "Überwältigend")
	out := tool(t, build(t, d), "pdftotext -bbox %s -")
	match := regexp.MustCompile(`<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">Überwältigend`).FindStringSubmatch(out)
	if match == nil {
		t.Fatal(out)
	}
	var at [4]float64
	for i := range at {
		at[i], _ = strconv.ParseFloat(match[i+1], 64)
	}
	if math.Abs(at[0]-72) > 0.02 || math.Abs(at[2]-at[0]-d.Width("Überwältigend")/point) > 0.02 {
		t.Errorf("from %v to %v, want 72 and %v more", at[0], at[2], d.Width("Überwältigend")/point)
	}
	if at[1] > 144 || at[3] < 144 {
		t.Errorf("the baseline 144 is not between %v and %v", at[1], at[3])
	}
}

func TestStructureIsRead(t *testing.T) {
	d := begun()
	d.Font(Regular, 10)
	d.Artifact(func() { d.Text(10, 10, "page head") })
	d.Open("H1")
	d.Text(10, 20, "Title")
	d.Close()
	d.Open("P")
	d.Text(10, 290, "begins here ")
	d.AddPage()
	d.Artifact(func() { d.Text(10, 10, "page head") })
	d.Text(10, 20, "and ends there")
	d.Close()
	d.Open("Figure")
	d.Alt("what is drawn")
	d.Rect(10, 30, 10, 10, nil, &Color{}, 0.3)
	d.Close()
	out := strings.Join(strings.Fields(tool(t, build(t, d), "pdfinfo -struct-text %s")), " ")
	want := `Document H1 (block) "Title" P (block) "begins here " "and ends there" Figure ""`
	if out != want {
		t.Errorf("%s\nwant %s", out, want)
	}
}

func TestLinksLead(t *testing.T) {
	d := begun()
	target := d.NewTarget()
	d.Open("Link")
	d.LinkTo(10, 10, 20, 5, target, "on")
	d.Close()
	d.Open("P")
	d.LinkURL(10, 20, 20, 5, `https://example.org/a(b)\c?q=ü&x=y`, "out")
	d.LinkURL(10, 30, 20, 5, `file:///etc/passwd`, "no")
	d.LinkURL(10, 30, 20, 5, `javascript:alert(1)`, "no")
	d.Close()
	d.AddPage()
	d.Aim(target, 100)
	pdf := build(t, d)
	objects := allObjects(t, pdf)
	if want := fmt.Sprintf("/Dest[5 0 R/XYZ 0 %.2f null]", (297-100)/25.4*72); !strings.Contains(objects, want) {
		t.Errorf("no %s in\n%s", want, objects)
	}
	if n := strings.Count(objects, "/Subtype/Link"); n != 2 {
		t.Errorf("%d links, want 2", n)
	}
	out := tool(t, pdf, "pdfinfo -url %s")
	if !strings.Contains(out, `https://example.org/a%28b%29%5Cc?q=%C3%BC&x=y`) {
		t.Error(out)
	}
}
