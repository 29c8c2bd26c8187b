package export

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
)

// evidencePart lists the files that were read. A plan without any has no such
// part.
func evidencePart(c judge.Checklist) part {
	p := part{id: "evidence", title: "Seen in files"}
	g := group{}
	for _, seen := range evidence.SeenIn(&c.Plan) {
		g.entries = append(g.entries, evidenceEntry(seen, c.Date))
	}
	if g.entries == nil {
		return p
	}
	p.lead = "What these files said when they were read. Public facts only: none of them holds anything secret."
	p.groups = []group{g}
	return p
}

func evidenceEntry(seen evidence.Seen, at time.Time) entry {
	certificate, _ := evidence.Certificate(seen.Evidence)
	return entry{
		title: seen.What, word: model.EndWords(seen.Ends, at),
		facts: given(
			plain("File", seen.File), plain("Read", seen.Read.Format(time.DateOnly)),
			plain("Issuer", certificate.Issuer), plain("Thumbprint", certificate.SHA1),
		),
	}
}
