package site

import (
	"flag"
	"testing"
	"unicode/utf8"
)

var update = flag.Bool("update", false, "write the golden files anew")

// FuzzRead: whatever a file holds, it is read or refused, and what is said of it is
// clean.
func FuzzRead(f *testing.F) {
	for _, name := range []string{"standalone", "hierarchy", "old"} {
		f.Add(sample(f, name))
	}
	f.Add(`{"kind":"cmg-site-facts","format":1,"sections":{"sites":{"ok":1,"rows":{"value":[{"Type":"2"}],"Count":1}}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		file, err := Read(text, day)
		if err != nil {
			return
		}
		for _, fact := range file.Facts {
			if !utf8.ValidString(fact.Value) {
				t.Errorf("%q is unclean", fact.Value)
			}
		}
		for _, r := range file.Answers {
			if r.Key == "" || r.Value == "" || r.Trust == "" || r.From == "" {
				t.Errorf("%+v says too little", r)
			}
		}
	})
}
