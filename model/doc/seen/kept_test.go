package seen

import (
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
)

// What is kept of a file is told in the words of people, without what only
// machines compare.
func TestKept(t *testing.T) {
	at := time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)
	e := Kept(model.Evidence{
		Kind: model.CertificateEvidence, File: "pc1.cer\x07", Read: at, Facts: map[string]any{
			"sha1": "AB", "ca": false, "key_id": "CD", "names": []any{"DNS:a", "DNS:b"}, "not_after": "2026-12-04T22:00:00Z", "template": "",
		},
	}, at)
	facts := "CA: no\nSubject alternative names: DNS:a, DNS:b\nNot after: 2026-12-04 22:00 UTC\nSHA-1 thumbprint: AB\n"
	if got := told(e.Facts); got != facts {
		t.Errorf("%s, want\n%s", got, facts)
	}
	if got := told(e.After); got != "SHA-256 of the file: not known\nNothing else of the file is kept.\n" {
		t.Errorf("%s", got)
	}
	if want := "certificate a, read 2026-11-22"; e.Title != model.Clean("pc1.cer\x07") || e.Word != want {
		t.Errorf("%q: %q, want %q", e.Title, e.Word, want)
	}
}

// told are facts in a line each.
func told(facts []doc.Fact) string {
	text := ""
	for _, f := range facts {
		text += doc.JoinedWith(": ", f.Label, f.Text()) + "\n"
	}
	return text
}
