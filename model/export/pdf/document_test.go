package pdf

import (
	"fmt"
	"os"
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

func TestSample(t *testing.T) {
	b, err := sample(60).Bytes()
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/pdfdoc-sample.pdf", b, 0o644)
}

func BenchmarkOnePage(b *testing.B) {
	for b.Loop() {
		if _, err := sample(1).Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSixtyTasks(b *testing.B) {
	for b.Loop() {
		if _, err := sample(100).Bytes(); err != nil {
			b.Fatal(err)
		}
	}
}
