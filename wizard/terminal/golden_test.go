//go:build !windows

package terminal

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cmgwizard/model/planfile"
)

// What differs from run to run, after what stands before it.
var changing = []*regexp.Regexp{
	regexp.MustCompile(`(?m)^(id = ")[0-9a-f-]{36}`),
	regexp.MustCompile(`(?m)^(serial = )\d+`),
	regexp.MustCompile(`(?m)^((?:created|updated) = )20\S+`),
	regexp.MustCompile(`(?m)^(Plan ID +)[0-9a-f-]{36}`),
	regexp.MustCompile(`(?m)^(Serial +)\d+`),
	regexp.MustCompile(`(?m)^(Date +)20.+`),
}

// steady takes out of a text what differs from run to run.
func steady(folder, text string) string {
	text = strings.ReplaceAll(text, folder, "(folder)")
	for _, c := range changing {
		text = c.ReplaceAllString(text, "${1}...")
	}
	return text
}

// golden compares a text with a golden file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want := read(t, path); got != want {
		t.Errorf("differs from %s (to write it anew, run with -update):\n%s", path, difference(want, got))
	}
}

// difference is the first line in which two texts differ.
func difference(want, got string) string {
	wanted, gotten := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(wanted), len(gotten)) {
		if wanted[i] != gotten[i] {
			return "want: " + wanted[i] + "\ngot:  " + gotten[i]
		}
	}
	return "one is longer than the other"
}

func read(t testing.TB, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// samePlan compares the answers of the plan in a folder with those of the
// interview.
func samePlan(t *testing.T, folder string) {
	t.Helper()
	doc, err := planfile.Parse("contoso.toml", []byte(read(t, filepath.Join(folder, "contoso.toml"))))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range contosoPlan.Fields() {
		if kept, _ := doc.Plan.Field(f.Key); kept.Text() != f.Text() {
			t.Errorf("%s is %q in the plan, and was answered with %q", f.Key, kept.Text(), f.Text())
		}
	}
}
