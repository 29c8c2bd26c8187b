package doc

import (
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/board"
	"cmgwizard/model/judge"
	"cmgwizard/model/plantest"
)

// TestBoard: the printed board has every area with its sentences, and the page
// of an area says of each answer whose it is.
func TestBoard(t *testing.T) {
	p := assume.Plan(plantest.PlanOf(t, plantest.QuickMixed))
	plantest.SetKey(t, &p, "pki.several_certificates", model.Unsure)
	o := judge.Plan(p)
	b := board.New(&p, o)
	part := Board(b)
	if part.Title != b.Verdict || len(part.Groups[1].Entries) != len(b.Areas) {
		t.Errorf("%q, %d areas", part.Title, len(part.Groups[1].Entries))
	}
	pki, _ := b.Area("pki")
	if e := part.Groups[1].Entries[3]; e.Word != "3 known, 3 assumed, 1 open" || e.Facts[0].Text() != pki.Long || e.Tone != WarnTone {
		t.Errorf("%+v", e)
	}
	words := map[string]string{}
	page := BoardArea(&p, o, pki)
	for _, g := range page.Groups {
		for _, e := range g.Entries {
			words[e.Title] = e.Word
		}
	}
	for title, want := range map[string]string{
		"Can the CRL be reached from the internet?":                        "No",
		"Will the CMG verify client certificate revocation?":               "No (assumed)",
		"Do devices hold more than one client authentication certificate?": "I do not know yet",
		"Are the private keys in a key storage provider (CNG v3)?":         "not answered",
		"Internet clients check a CRL that they cannot read (assumed).":    "",
	} {
		if got, found := words[title]; !found || got != want {
			t.Errorf("%s: %q, want %q", title, got, want)
		}
	}
	if len(page.Groups) != 2 || page.Groups[0].Title != "Findings" {
		t.Errorf("%+v", page.Groups)
	}
}
