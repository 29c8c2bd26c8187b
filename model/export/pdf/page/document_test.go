package page

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"
)

var about = About{Title: "Plan (Müller) \\ 日本語", Subject: "Checklist", Language: "en-GB",
	Made: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), Paper: A4}

// sample draws a document like the one this package is for: tasks with a box,
// steps and a source each, four to a page.
func sample(tasks int) *Document {
	d := New(about)
	d.AddPage()
	d.Open("Document")
	d.Font(Bold, 20)
	d.Ink(Color{0x0B, 0x5C, 0xAD})
	d.Open("H1")
	d.Text(20, 30, "Müller Łódź Дмитрий Ελένη 日本語 😀 ☐ ✓ →")
	d.Close()
	d.Bookmark(0, "Überblick", 20)
	d.Open("Figure")
	d.Alt("A box and an arrow")
	ground := Color{0xEE, 0xEE, 0xEE}
	d.Rect(20, 40, 40, 20, &ground, &Color{}, 0.3)
	d.Line(60, 50, 80, 50, 0.4, Color{0x2E, 0x7D, 0x32})
	d.Polygon([][2]float64{{80, 48}, {84, 50}, {80, 52}}, Color{0x2E, 0x7D, 0x32})
	d.Font(Mono, 9)
	d.Text(22, 50, `certutil -dump "C:\x"`)
	d.Close()
	y := 300.0
	d.Open("L")
	for i := range tasks {
		if y > 220 {
			d.AddPage()
			y = 20
			d.Artifact(func() {
				d.Font(Regular, 8)
				d.Text(170, 287, fmt.Sprintf("Page %d", d.Page()))
			})
		}
		y = sampleTask(d, i, y)
	}
	d.Close()
	d.Close()
	return d
}

func sampleTask(d *Document, i int, y float64) float64 {
	d.Bookmark(1, fmt.Sprintf("Task %d", i+1), y)
	d.Open("LI")
	d.Open("LBody")
	d.Open("Form")
	d.CheckBox(20, y, 4, fmt.Sprintf("T%03d", i+1), "Check the CRL", i%3 == 0)
	d.Close()
	d.Font(Bold, 11)
	d.Ink(Color{})
	d.Open("H3")
	d.Text(27, y+3.5, fmt.Sprintf("%d Export the root CA certificate", i+1))
	d.Close()
	y += 9
	d.Font(Regular, 9.5)
	for range 5 {
		d.Open("P")
		for _, line := range d.Split("In the console, go to Administration, Cloud Services, and open the properties of the gateway; "+
			"on the tab Settings, add the certificate of every root that devices have, and wait for the status.", 160) {
			d.Text(27, y, line)
			y += 4.4
		}
		d.Close()
	}
	d.Open("Link")
	d.Ink(Color{0x0B, 0x5C, 0xAD})
	d.Text(27, y, "Source: Set up a CMG")
	d.LinkURL(27, y-3, 60, 4, "https://learn.microsoft.com/en-us/a(b)?q=ü", "Source")
	d.Close()
	d.Close()
	d.Close()
	return y + 8
}

func build(t *testing.T, d *Document) []byte {
	t.Helper()
	b, err := d.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestSameCallsSameBytes(t *testing.T) {
	one := build(t, sample(30))
	for range 3 {
		if !bytes.Equal(one, build(t, sample(30))) {
			t.Fatal("the same calls gave other bytes")
		}
	}
	if bytes.Equal(one, build(t, sample(31))) {
		t.Error("other calls gave the same bytes")
	}
}

func TestBytesAgain(t *testing.T) {
	d := sample(1)
	if !bytes.Equal(build(t, d), build(t, d)) {
		t.Error("asking again gave other bytes")
	}
	d.Text(10, 10, "too late")
	if _, err := d.Bytes(); err == nil {
		t.Error("drawing after the end went unnoticed")
	}
}

// begun is a document with a page.
func begun() *Document {
	d := New(about)
	d.AddPage()
	return d
}

func TestMistakesAreTold(t *testing.T) {
	for name, make := range map[string]func(*Document){
		"element still open":   func(d *Document) { d.Open("P") },
		"closed too often":     func(d *Document) { d.Close() },
		"unknown element":      func(d *Document) { d.Open("P>>"); d.Close() },
		"words for nothing":    func(d *Document) { d.Alt("x") },
		"not a number":         func(d *Document) { d.Text(math.NaN(), 10, "x") },
		"infinite":             func(d *Document) { d.Line(0, 0, math.Inf(1), 0, 1, Color{}) },
		"off the paper":        func(d *Document) { d.Rect(1e9, 0, 1, 1, &Color{}, nil, 0) },
		"no such style":        func(d *Document) { d.Font(9, 10) },
		"no size":              func(d *Document) { d.Font(Bold, 0) },
		"no such target":       func(d *Document) { d.LinkTo(1, 1, 1, 1, 7, "") },
		"aim at no target":     func(d *Document) { d.Aim(0, 1) },
		"target without place": func(d *Document) { d.LinkTo(1, 1, 1, 1, d.NewTarget(), "") },
		"box without a name":   func(d *Document) { d.CheckBox(1, 1, 4, "", "", true) },
		"name with a dot":      func(d *Document) { d.CheckBox(1, 1, 4, "a.b", "", true) },
		"name twice":           func(d *Document) { d.CheckBox(1, 1, 4, "a", "", true); d.CheckBox(1, 1, 4, "a", "", true) },
	} {
		d := begun()
		make(d)
		if _, err := d.Bytes(); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := New(about).Bytes(); err == nil {
		t.Error("no page: no error")
	}
	d := New(about)
	d.Text(10, 10, "x")
	d.AddPage()
	if _, err := d.Bytes(); err == nil {
		t.Error("drawing before the first page: no error")
	}
}

func TestPaper(t *testing.T) {
	for _, size := range []Size{A4, Letter, {}} {
		d := New(About{Paper: size})
		if size == (Size{}) {
			size = A4
		}
		d.AddPage()
		if d.Size() != size {
			t.Errorf("%v is %v", size, d.Size())
		}
		box := fmt.Sprintf("/MediaBox [0 0 %.2f %.2f]", size.Width/25.4*72, size.Height/25.4*72)
		if objects := allObjects(t, build(t, d)); !strings.Contains(objects, box) {
			t.Errorf("no %s", box)
		}
	}
}

func BenchmarkOnePage(b *testing.B) {
	for b.Loop() {
		if _, err := sample(1).Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkHundredTasks(b *testing.B) {
	for b.Loop() {
		if _, err := sample(100).Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
