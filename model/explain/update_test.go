package explain

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// TestLevelsAreFound: what the console prints is found as it is printed.
func TestLevelsAreFound(t *testing.T) {
	for asked, want := range map[string][]string{
		"2509": {"version 2509"}, "9141": {"version 2509"}, "5.00.9141.1000": {"version 2509"}, "5.00.9141.1012": {"version 2509"},
		"5.2509.1036.1700": {"version 2509"}, "KB37426535": {"version 2603"},
		"KB37942646": {"update KB37942646"}, "37942646": {"update KB37942646"}, "kb37864969": {"update KB37864969"},
		"KB37942646 KB38982839": {"update KB37942646", "update KB38982839"},
		"KB41000000":            nil, "5.00.9999.1000": nil, "2509 and more": nil,
	} {
		var got []string
		for _, e := range Of(new(model.Plan), asked) {
			got = append(got, string(e.Kind)+" "+e.ID)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q finds %q, want %q", asked, got, want)
		}
	}
}

func TestUpdatesAreSearched(t *testing.T) {
	for words, want := range map[string]string{
		"image update": "KB37942646", "new cmg fails 2409": "new-cmg-on-2409", "BranchCache HTTP 500": "KB28204160", "KB30833053": "KB30833053",
		"update to a supported version": "site-upgrade",
	} {
		hits := Search(words, 3)
		if !slices.ContainsFunc(hits, func(h Hit) bool { return h.ID == want }) {
			t.Errorf("%q finds %v, want %s among the first three", words, hits, want)
		}
	}
}

func TestUpdateOfAPlan(t *testing.T) {
	p := plantest.GoodPlan()
	e := Of(p, "KB37942646")[0]
	if said := e.lines(inPlan); len(said) != 1 || !strings.Contains(said[0], "the site has it") {
		t.Errorf("in the good plan: %q", said)
	}
	if said := e.lines("Installs on"); !slices.Contains(said, "version 2603; the console then shows 5.2603.1035.1200 or more") {
		t.Errorf("it installs on %q", said)
	}
	if len(e.Sources) != 1 || !strings.HasSuffix(e.Sources[0].URL, "/hotfix/2603/37942646") {
		t.Errorf("its sources are %v", e.Sources)
	}
}
