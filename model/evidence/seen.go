package evidence

import (
	"cmp"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// A Seen is a piece of evidence in words.
type Seen struct {
	model.Evidence
	What string    // "client certificate PC1"
	Ends time.Time // when it ends, zero for never or not known
}

// SeenIn lists the evidence of the plan in words, in its order.
func SeenIn(p *model.Plan) []Seen {
	list := make([]Seen, len(p.Evidence))
	for i, e := range p.Evidence {
		list[i] = SeenOf(e)
	}
	return list
}

// SeenOf is the evidence in words.
func SeenOf(e model.Evidence) Seen {
	if c, ok := Certificate(e); ok {
		return Seen{e, cmp.Or(model.Clean(pki.CertificateRoles.Label(c.Role)), "certificate") + " " + c.Short(), c.NotAfter}
	}
	if d, ok := Device(e); ok {
		return Seen{e, d.words(), d.CertificateUntil}
	}
	if t, ok := Token(e); ok {
		return Seen{e, "bulk registration token", t.Expires}
	}
	if s, ok := siteOf(e); ok {
		return Seen{Evidence: e, What: s.words()}
	}
	return Seen{Evidence: e, What: model.Clean(model.EvidenceKinds.Label(e.Kind))}
}

func (d DeviceFacts) words() string {
	words := "device whose join is not known"
	if join := d.Join(); join != "" {
		words = "device, " + model.Joins.Label(join)
	}
	if d.TenantName != "" {
		words += ", tenant " + model.Clean(d.TenantName)
	}
	return words
}

// FileName is the base name of the file, for people.
func (s Seen) FileName() string { return cmp.Or(model.Clean(s.File), "a file without a name") }
