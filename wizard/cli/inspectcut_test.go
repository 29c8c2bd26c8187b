package cli

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"cmgwizard/wizard/cli/input"
	"cmgwizard/wizard/cli/page"
)

// TestListsThatAreCutSayIt: of certificates with more names and more name
// constraints than are kept the page and the JSON say so.
func TestListsThatAreCutSayIt(t *testing.T) {
	folder := filepath.Join(root, "model", "certs", "testdata", "constrained")
	report := input.NewPile([]string{filepath.Join(folder, "many-ca.cer"), filepath.Join(folder, "many-names.cer")}, nil).Inspect(nil, noon)
	text := strings.Join(strings.Fields(inspected(report, page.MaxWidth, true)), " ")
	for _, want := range []string{
		"DNS:pc64.woodgrove.com (not all of it: see below)", "names: DNS:pc1.woodgrove.com", "permitted names: DNS:pc1.woodgrove.com",
		"unusual: it has more alternative names than the 64 that are kept", "unusual: it has more permitted subtrees than the 64 that are kept",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not on the page:\n%s", want, text)
		}
	}
	data, err := json.Marshal(newInspectJSON(noon, "", nil, report, nil))
	if err != nil || !strings.Contains(string(data), `"partial":["names"]`) || !strings.Contains(string(data), `"partial":["permitted"]`) {
		t.Errorf("%v %s", err, data)
	}
}
