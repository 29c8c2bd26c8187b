// Package exporttest has the plans and the hostile texts that every format is held
// against.
package exporttest

import (
	"bytes"
	"flag"
	"os"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
)

var update = flag.Bool("update", false, "write the golden files anew")

func Written(t testing.TB, f doc.Format, c judge.Checklist) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, c, doc.Options{}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// compare holds what is written against a golden file.
func CompareGolden(t *testing.T, path string, got []byte) {
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

func Exported(t testing.TB, f doc.Format, value string) []byte {
	t.Helper()
	return Written(t, f, judge.NewChecklist(Spoiled(value), TestDate))
}
