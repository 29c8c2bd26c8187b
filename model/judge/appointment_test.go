package judge

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

var calendarDay = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

// calendarPlan is a good plan that was looked at and changed on the day of the
// calendar.
func calendarPlan(change func(p *model.Plan)) *model.Plan {
	p := plantest.GoodPlan()
	p.At, p.Updated, p.Evidence, p.Tasks = calendarDay, calendarDay, nil, nil
	p.Entra.SecretExpires = ""
	if change != nil {
		change(p)
	}
	return p
}

func appointments(p *model.Plan) []Appointment { return NewChecklist(*p, calendarDay).Appointments() }

func dayLines(list []Appointment) []string {
	return model.EachInWords(list, func(a Appointment) string { return model.DayOf(a.Day) + " " + a.Title })
}

func calendarCertificate(kind model.EvidenceKind, change func(c *pki.CertificateFacts)) model.Evidence {
	c := pki.CertificateFacts{
		Role: pki.ClientLeaf, Subject: "CN=PC1", CommonName: "PC1", SHA256: "aa", NotBefore: calendarDay.AddDate(-1, 0, 0),
		NotAfter: time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC), Purposes: []string{pki.ClientAuthentication},
	}
	change(&c)
	return evidence.New(kind, "pc1.cer", "f"+c.SHA256, calendarDay, c)
}

func unchanged(*pki.CertificateFacts) {}

// serverOf is the certificate of the CMG, or what a change makes of it.
func serverOf(p *model.Plan, change func(c *pki.CertificateFacts)) model.Evidence {
	return calendarCertificate(model.ServerCertificateEvidence, func(c *pki.CertificateFacts) {
		c.Role, c.CommonName, c.Subject, c.Purposes = pki.ServerLeaf, p.Gateway.ServiceName, "CN="+p.Gateway.ServiceName, []string{pki.ServerAuthentication}
		change(c)
	})
}

func endsOn(hash string, day time.Time) func(c *pki.CertificateFacts) {
	return func(c *pki.CertificateFacts) { c.SHA256, c.NotAfter = hash, day }
}

func TestAppointmentDays(t *testing.T) {
	march := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		says   string
		change func(p *model.Plan)
		want   []string
	}{
		{"nothing has a day: the review is left", nil, []string{"2027-05-21 Review the plan of the CMG"}},
		{"a secret and a certificate end on one day", func(p *model.Plan) {
			p.Entra.SecretExpires = "2027-03-01"
			p.Evidence = []model.Evidence{serverOf(p, endsOn("aa", march))}
		}, []string{"2027-01-30 Renew: Secret of the web app", "2027-03-01 Ends: Secret of the web app", "2027-03-01 Ends: server authentication certificate", "2027-01-30 Renew: server authentication certificate"}},
		{"one certificate in two files", func(p *model.Plan) {
			p.Evidence = []model.Evidence{calendarCertificate(model.CertificateEvidence, unchanged), calendarCertificate(model.CertificateEvidence, unchanged)}
		}, []string{"2027-01-30 Renew: client certificate PC1", "2027-03-01 Ends: client certificate PC1"}},
		{"a certificate that never ends", func(p *model.Plan) {
			p.Evidence = []model.Evidence{calendarCertificate(model.CertificateEvidence, endsOn("aa", time.Date(9999, 12, 31, 23, 59, 59, 0, time.UTC)))}
		}, nil},
		{"the day to renew has passed, the end has not", func(p *model.Plan) {
			p.Evidence = []model.Evidence{serverOf(p, endsOn("aa", calendarDay.AddDate(0, 0, 5)))}
		}, []string{"2026-11-22 Renew: server authentication certificate", "2026-11-27 Ends: server authentication certificate"}},
		{"it has ended", func(p *model.Plan) { p.Entra.SecretExpires = "2026-10-01" },
			[]string{"2026-11-22 Renew: Secret of the web app", "2026-10-01 Ends: Secret of the web app"}},
		{"it is renewed, and the old one is still among the files", func(p *model.Plan) {
			old := serverOf(p, endsOn("aa", calendarDay.AddDate(0, 0, 5)))
			p.Evidence = []model.Evidence{old, serverOf(p, func(c *pki.CertificateFacts) { c.SHA256, c.NotBefore, c.NotAfter = "bb", calendarDay, march })}
		}, []string{"2026-11-27 Ends: server authentication certificate", "2027-01-30 Renew: server authentication certificate", "2027-03-01 Ends: server authentication certificate"}},
		{"a plan from the future", func(p *model.Plan) { p.Updated = time.Date(9999, 12, 30, 0, 0, 0, 0, time.UTC) }, []string{"2027-05-21 Review the plan of the CMG"}},
		{"a plan that nobody touched for years", func(p *model.Plan) { p.Updated = calendarDay.AddDate(-3, 0, 0) }, []string{"2026-11-22 Review the plan of the CMG"}},
		{"a certificate that the plan does not need has ended", func(p *model.Plan) {
			p.Evidence = []model.Evidence{serverOf(p, func(c *pki.CertificateFacts) {
				c.CommonName, c.Subject, c.NotAfter = "other.example", "CN=other.example", calendarDay.AddDate(0, 0, -9)
			})}
			p.ConnectionPoints[0].Host = "other.example"
		}, []string{"2026-11-13 Ends: server authentication certificate other.example"}},
		{"a token", func(p *model.Plan) {
			p.Evidence = []model.Evidence{evidence.New(model.TokenEvidence, "token.txt", "t1", calendarDay, evidence.TokenFacts{Type: "x", Expires: calendarDay.AddDate(0, 0, 3)})}
		}, []string{"2026-11-25 Ends: bulk registration token"}},
		{"a device", func(p *model.Plan) {
			p.Evidence = []model.Evidence{evidence.New(model.DeviceStateEvidence, "state.txt", "c1", calendarDay, evidence.DeviceFacts{EntraJoined: model.Yes, DomainJoined: model.No, DeviceID: "d1", CertificateUntil: march})}
		}, []string{"2027-01-30 Look at: certificate of the device, Microsoft Entra joined", "2027-03-01 Ends: certificate of the device, Microsoft Entra joined"}},
	} {
		got := slices.DeleteFunc(dayLines(appointments(calendarPlan(c.change))), ofSupport)
		for _, want := range c.want {
			if n := len(slices.DeleteFunc(slices.Clone(got), func(line string) bool { return !strings.HasPrefix(line, want) })); n != 1 {
				t.Errorf("%s: %d of %q in %q", c.says, n, want, got)
			}
		}
		others := slices.DeleteFunc(slices.Clone(c.want), func(line string) bool { return strings.HasSuffix(line, "plan of the CMG") })
		if len(got) != len(others)+1 {
			t.Errorf("%s: %q", c.says, got)
		}
	}
}

func ids(list []Appointment) []string {
	return slices.DeleteFunc(model.EachInWords(list, func(a Appointment) string { return a.ID }), ofSupport)
}

// ofSupport picks the end of the support of the version, which every plan has that
// says its version.
func ofSupport(text string) bool {
	return strings.Contains(text, "site-support") || strings.Contains(text, "Support of the site's version")
}

// TestAppointmentsKeepTheirIDs when a thing is renewed, whatever its file, its
// hash, its day, and however many others there are.
func TestAppointmentsKeepTheirIDs(t *testing.T) {
	march := time.Date(2027, 3, 1, 12, 0, 0, 0, time.UTC)
	before := ids(appointments(calendarPlan(func(p *model.Plan) { p.Evidence = []model.Evidence{serverOf(p, endsOn("aa", march))} })))
	renewed := func(c *pki.CertificateFacts) { c.SHA256, c.NotBefore, c.NotAfter = "bb", march, march.AddDate(1, 0, 0) }
	after := ids(appointments(calendarPlan(func(p *model.Plan) { p.Evidence = []model.Evidence{serverOf(p, renewed)} })))
	both := ids(appointments(calendarPlan(func(p *model.Plan) {
		p.Evidence = []model.Evidence{serverOf(p, renewed), serverOf(p, endsOn("aa", march))}
	})))
	slices.Sort(before)
	slices.Sort(after)
	if !slices.Equal(before, after) || len(before) != 3 {
		t.Errorf("%q, then %q", before, after)
	}
	for _, id := range before {
		if !slices.Contains(both, id) {
			t.Errorf("%q has no %q", both, id)
		}
	}
	if slices.Sort(both); len(slices.Compact(both)) != 4 {
		t.Errorf("%q", both)
	}
}

// TestAppointmentsSayWhatToDo: what happens then, and where to click.
func TestAppointmentsSayWhatToDo(t *testing.T) {
	p := calendarPlan(func(p *model.Plan) {
		p.Entra.SecretExpires = "2027-03-01"
		p.Evidence = []model.Evidence{serverOf(p, unchanged)}
		p.Tasks = []model.Progress{{ID: "op-do-not-touch", Title: "x", State: model.Open, Due: "2027-01-01"}}
	})
	for _, narrow := range []Scope{{}, {Owner: model.EntraTeam}, {Owner: model.PKITeam, Open: true}, {Owner: model.AzureTeam}} {
		for _, a := range NewChecklist(*p, calendarDay).Narrow(narrow).Appointments() {
			text := strings.Join(a.Lines, "\n")
			if strings.HasPrefix(a.Title, "Renew: ") != strings.Contains(text, " of the checklist: ") || strings.HasPrefix(a.Title, "Due: ") && !strings.Contains(text, "\n1. ") {
				t.Errorf("%q tells no step: %s", a.Title, text)
			}
			if strings.HasPrefix(a.Title, "Renew: ") && (!strings.Contains(text, " of the checklist: Renew the ") || !strings.Contains(text, "Then: ")) {
				t.Errorf("%q does not name its task or what happens: %s", a.Title, text)
			}
			if narrow.Owner != "" && a.ID != "review" && a.Owner != narrow.Owner {
				t.Errorf("%s: %q", narrow.Owner, a.Title)
			}
		}
	}
}
