package plantest

import (
	"strings"
	"testing"

	"cmgwizard/model"
)

// CheckCitations notices a page or a heading that is not in the table of sources.
func CheckCitations(t *testing.T, name string, cites []model.Citation) {
	t.Helper()
	for i, r := range model.References(cites) {
		if !strings.HasPrefix(r.URL, "https://") || r.Title == "" || r.Read == "" {
			t.Errorf("%s cites %q, which is no source", name, cites[i].Source())
		}
		if cites[i].Anchor() != "" && r.Heading == "" {
			t.Errorf("%s cites %s#%s, which is no heading", name, cites[i].Source(), cites[i].Anchor())
		}
	}
}
