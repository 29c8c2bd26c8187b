// Package exporttest has the plans and the hostile texts that every format is held
// against.
package exporttest

import (
	"bytes"
	"io"
	"os"
	"testing"

	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// Written is what the format writes, the annex with it. The test fails where it
// cannot write.
func Written(t testing.TB, f doc.Format, c judge.Checklist) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b, c, doc.Options{Detail: doc.Annex}); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// CompareGolden holds what is written against a golden file.
func CompareGolden(t *testing.T, path string, got []byte) {
	t.Helper()
	if *plantest.Update {
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

// Exported is the full plan as the format writes it, with a value in all its
// texts.
func Exported(t testing.TB, f doc.Format, value string) []byte {
	t.Helper()
	return Written(t, f, judge.NewChecklist(Spoiled(value), TestDate))
}

// Short is the format as it writes a run sheet.
func Short(f doc.Format) doc.Format { return in(f, doc.Short) }

// in is the format as it writes a checklist in so much detail.
func in(f doc.Format, d doc.Detail) doc.Format {
	write := f.Write
	f.Name += "-" + string(d)
	f.Write = func(w io.Writer, c judge.Checklist, o doc.Options) error {
		o.Detail = d
		return write(w, c, o)
	}
	return f
}
