package doc

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
)

// evidencePart lists the files that were read. A plan without any has no such
// part.
func evidencePart(c judge.Checklist) Part {
	p := Part{Id: "evidence", Title: seenLabel}
	g := Group{}
	for _, seen := range evidence.SeenIn(&c.Plan) {
		g.Entries = append(g.Entries, evidenceEntry(seen, c.Date))
	}
	if g.Entries == nil {
		return p
	}
	p.Lead = "What these files said when they were read. These are public facts only, nothing secret."
	p.Groups = []Group{g}
	return p
}

func evidenceEntry(seen evidence.Seen, at time.Time) Entry {
	certificate, _ := evidence.Certificate(seen.Evidence)
	return Entry{
		Title: seen.What, Word: model.EndWords(seen.Ends, at),
		Facts: Given(
			Plain("File", seen.File), Plain("Read", seen.Read.Format(time.DateOnly)),
			Plain(IssuerLabel, certificate.Issuer), Plain(ThumbprintLabel, certificate.SHA1),
		),
	}
}
