package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
)

// pictured are the pages of the sample's PDF that docs shows: what a board of change
// reads, the run sheet, and some tasks.
var pictured = []int{1, 3, 5}

// madeOf keeps the hash of the pages that the pictures were made of.
const madeOf = "pages.txt"

// TestPictures: the pictures in docs are of the pages as they are printed now.
// Pixels differ from machine to machine, so it compares what they were made of.
// After a change of the pages: go test ./wizard/cli -run Pictures -update
func TestPictures(t *testing.T) {
	slow.Alone(t)
	pages, drawing := samplePrinted(t, "pdf"), samplePrinted(t, "svg")
	sum := sha256.Sum256(pages)
	made := "pages of " + hex.EncodeToString(sum[:]) + "\n"
	if *plantest.Update && (textOf(t, "testdata", madeOf) != made || textOf(t, filepath.Join(root, "docs"), "traffic.svg") != string(drawing)) {
		for _, n := range pictured {
			drawPage(t, pages, n)
		}
		if err := os.WriteFile(filepath.Join("testdata", madeOf), []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
		toDocs(t, "traffic.svg", drawing)
	}
	if got := textOf(t, "testdata", madeOf); got != made {
		t.Error("the pages are others than those in docs: run with -update, and look at them")
	}
	if textOf(t, filepath.Join(root, "docs"), "traffic.svg") != string(drawing) {
		t.Error("docs/traffic.svg is not what is drawn now: run with -update, and look at it")
	}
	for _, n := range pictured {
		if !strings.HasPrefix(textOf(t, filepath.Join(root, "docs"), pictureName(n)), "\x89PNG") {
			t.Errorf("%s is no picture", pictureName(n))
		}
	}
}

func pictureName(page int) string { return "page-" + strconv.Itoa(page) + ".png" }

// samplePrinted is the sample plan in a format, on the day of its sources.
func samplePrinted(t *testing.T, name string) []byte {
	t.Helper()
	read, err := planfile.Parse("sample.toml", samplePlan)
	if err != nil {
		t.Fatal(err)
	}
	day := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	read.Plan.At = day
	f, _ := export.Find(name)
	var b bytes.Buffer
	if err := f.Write(&b, judge.NewChecklist(read.Plan, day), doc.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// drawPage makes a picture of one page.
func drawPage(t *testing.T, pages []byte, n int) {
	t.Helper()
	page := strconv.Itoa(n)
	cmd := exec.Command("pdftoppm", "-r", "75", "-png", "-f", page, "-l", page, "-")
	cmd.Stdin = bytes.NewReader(pages)
	picture, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	toDocs(t, pictureName(n), picture)
}

func toDocs(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(filepath.Join(root, "docs", name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}
