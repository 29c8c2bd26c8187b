package export

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/html"
	"cmgwizard/model/export/pdf"
	"cmgwizard/model/judge"
)

// sixtyTasks is a checklist of 60 tasks.
func sixtyTasks() judge.Checklist {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	left := 60
	for i := range c.Sections {
		items := c.Sections[i].Items
		c.Sections[i].Items = items[:min(left, len(items))]
		left -= len(c.Sections[i].Items)
	}
	return c
}

// BenchmarkPrint prints 60 tasks as PDF, and the same tasks as HTML by Chromium
// where that is installed. The targets are under 0.15 s, and ten times faster
// than Chromium: "times-faster".
func BenchmarkPrint(b *testing.B) {
	c := sixtyTasks()
	var file bytes.Buffer
	for b.Loop() {
		file.Reset()
		if err := pdf.Format.Write(&file, c, doc.Options{}); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(file.Len())/1000, "kB")
	own := b.Elapsed() / time.Duration(b.N)
	if chromium, err := exec.LookPath("chromium"); err == nil {
		b.ReportMetric(printedByChromium(b, chromium, c).Seconds()/own.Seconds(), "times-faster")
	}
}

// printedByChromium is how long Chromium takes to print the HTML of a checklist:
// the best of three runs.
func printedByChromium(b *testing.B, chromium string, c judge.Checklist) time.Duration {
	folder := b.TempDir()
	page := filepath.Join(folder, "c.html")
	if err := os.WriteFile(page, exporttest.Written(b, html.Format, c), 0o600); err != nil {
		b.Fatal(err)
	}
	best := time.Hour
	for range 3 {
		begin := time.Now()
		cmd := exec.Command(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
			"--disable-component-update", "--disable-sync", "--no-pdf-header-footer", "--user-data-dir="+filepath.Join(folder, "profile"),
			"--print-to-pdf="+filepath.Join(folder, "c.pdf"), "file://"+page)
		if out, err := cmd.CombinedOutput(); err != nil {
			b.Fatalf("%v: %s", err, out)
		}
		best = min(best, time.Since(begin))
	}
	return best
}
