package inspect

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// TestPastedUnknown: lines without a stamp that look like errors are counted as
// not known, alone and beside known ones; a status in them is a fact.
func TestPastedUnknown(t *testing.T) {
	const unknown, known = "Failed to get ConfigDp token with status code 403", "[CCMHTTP] ERROR INFO: StatusCode=403 StatusText=CMGConnector_Forbidden"
	for _, text := range []string{unknown, known + "\n" + unknown + "\n"} {
		f := one(t, nil, text)
		r := remarkOf(t, f, "log-unknown")
		if !strings.Contains(r.Text, "1 line that looks like an error is not known: 1 time “"+unknown) || !strings.Contains(r.Do, "run cmgwizard explain 403") || len(r.Causes) > 0 {
			t.Errorf("%s %s", r.Text, r.Do)
		}
		if !slices.ContainsFunc(f.Facts, func(fact model.Fact) bool { return fact.Label == "HTTP 403" && fact.Value == "Forbidden" }) {
			t.Errorf("%+v", f.Facts)
		}
	}
	for _, text := range []string{known, "No error was found.", "0 errors, 0x00000000", "status code 200", "Lorem ipsum"} {
		if f := one(t, nil, text); has(f, "log-unknown") {
			t.Errorf("%q: %s", text, wordsOf(f))
		}
	}
}
