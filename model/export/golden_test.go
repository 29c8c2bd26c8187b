package export

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

var update = flag.Bool("update", false, "write the golden files anew")

func TestGolden(t *testing.T) {
	for _, f := range Formats() {
		if f.Binary {
			continue // its own test compares what a reader finds in it
		}
		t.Run(f.Name, func(t *testing.T) {
			got := written(t, f, judge.NewChecklist(mixedPlan(), testDate))
			compareGolden(t, filepath.Join("testdata", goldenName(f)), got)
		})
	}
}

// goldenName tells formats apart whose files end alike.
func goldenName(f Format) string {
	if byEnding, _ := Find(strings.TrimPrefix(f.Ext, ".")); byEnding.Name != f.Name {
		return "mixed." + strings.TrimSuffix(f.Name, "-html") + f.Ext
	}
	return "mixed" + f.Ext
}

func written(t testing.TB, f Format, c judge.Checklist) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, c, Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestSamePlanSameBytes(t *testing.T) {
	for _, f := range Formats() {
		first := written(t, f, judge.NewChecklist(mixedPlan(), testDate))
		for _, at := range []time.Time{testDate, testDate.Add(5 * time.Hour)} {
			if second := written(t, f, judge.NewChecklist(mixedPlan(), at)); !bytes.Equal(first, second) {
				t.Errorf("%s: the same plan gives other bytes at %v", f.Name, at)
			}
		}
	}
}

func TestTextIsASCIIButForPeoplesWords(t *testing.T) {
	plan := mixedPlan()
	plan.Name, plan.Tasks = "Contoso", nil
	for line := range bytes.Lines(written(t, textFormat, judge.NewChecklist(plan, testDate))) {
		for _, c := range line {
			if c > '~' || c < ' ' && c != '\n' {
				t.Fatalf("not ASCII: %s", line)
			}
		}
	}
}

// scoped are parts of the mixed checklist, each with a format of its own.
var scoped = map[string]struct {
	format Format
	scope  judge.Scope
}{
	"mixed.pki.md":   {markdownFormat, judge.Scope{Owner: model.PKITeam}},
	"mixed.open.txt": {textFormat, judge.Scope{Open: true}},
}

func TestGoldenScopes(t *testing.T) {
	for name, c := range scoped {
		got := written(t, c.format, judge.NewChecklist(mixedPlan(), testDate).Narrow(c.scope))
		compareGolden(t, filepath.Join("testdata", name), got)
	}
}

// compare holds what is written against a golden file.
func compareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Errorf("%s differs from what is written now; look at it, then run with -update", path)
	}
}
