package judge

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/pki"
)

// seenEnds are the ends that files showed. Of several things of one name the
// one that ends last has the plain ID: it takes the place of those before it.
func seenEnds(p *model.Plan, rows map[string]evidence.Expiry) []end {
	var list []end
	above := evidence.ChainCertificates(p)
	for _, s := range evidence.SeenIn(p) {
		if comes(s.Ends) {
			list = append(list, seenEnd(p, s, rows, above))
		}
	}
	slices.SortStableFunc(list, func(a, b end) int { return cmp.Or(cmp.Compare(a.id, b.id), b.ends.Compare(a.ends)) })
	list = slices.CompactFunc(list, func(a, b end) bool { return a.id == b.id && a.ends.Equal(b.ends) })
	numberEnds(list)
	return list
}

// numberEnds tells ends of one name apart.
func numberEnds(list []end) {
	first, count := 0, 1
	for i := 1; i < len(list); i++ {
		if list[i].id != list[first].id {
			first, count = i, 1
			continue
		}
		count++
		if list[first].from.After(list[i].from) {
			list[i].newer = list[first].ends
		}
		list[i].id += "/" + strconv.Itoa(count)
	}
}

func seenEnd(p *model.Plan, s evidence.Seen, rows map[string]evidence.Expiry, above []evidence.SeenCertificate) end {
	e := end{
		id: string(s.Kind) + "/" + s.SHA256, what: s.What, ends: s.Ends, early: "Renew",
		told: "It ends at " + s.Ends.UTC().Format("2006-01-02 15:04") + " UTC, as " + s.FileName() + " says, read on " + model.DayOf(s.Read) + ".",
	}
	if c, ok := evidence.Certificate(s.Evidence); ok {
		e.id, e.from, e.row = calendarName(p, s.Kind, c), c.NotBefore, rows[rowOf(p, s.Kind, c, above)]
	}
	if d, ok := evidence.Device(s.Evidence); ok {
		e.id, e.what, e.early = string(s.Kind)+"/"+cmp.Or(d.DeviceID, s.SHA256), "certificate of the "+s.What, "Look at"
		e.row = evidence.Expiry{Owner: model.Devices, Then: "Without a valid one the device gets no token from Microsoft Entra ID."}
	}
	if t, ok := evidence.Token(s.Evidence); ok {
		e.from, e.early, e.row = t.NotBefore, "", tokenRow(rows)
	}
	return e
}

// tokenRow is the row of the bulk token, or what holds of one that the plan does
// not need.
func tokenRow(rows map[string]evidence.Expiry) evidence.Expiry {
	if row, needed := rows["bulk-token"]; needed {
		return row
	}
	return evidence.Expiry{Owner: model.ConfigMgr}
}

// rowOf is the row of the table that a certificate belongs to, "" for none.
func rowOf(p *model.Plan, kind model.EvidenceKind, c pki.CertificateFacts, above []evidence.SeenCertificate) string {
	isServer := kind == model.ServerCertificateEvidence
	switch {
	case isServer && evidence.IsOfGateway(p, c):
		return "server-certificate"
	case isServer && slices.ContainsFunc(p.ManagementPoints, func(mp model.ManagementPoint) bool { return model.Known(mp.Host) && evidence.IsForHost(c, mp.Host) }):
		return "web-server-certificates"
	case isServer:
		return ""
	case c.Role == pki.ClientLeaf:
		return "client-certificates"
	case slices.ContainsFunc(above, func(ca evidence.SeenCertificate) bool { return ca.SHA256 == c.SHA256 }):
		return "ca-certificates"
	}
	return ""
}

// calendarName is what a certificate has in common with the one that renews it:
// that it is the one of the CMG, else its role and its name. A name that is
// empty does not tell it from others.
func calendarName(p *model.Plan, kind model.EvidenceKind, c pki.CertificateFacts) string {
	if kind == model.ServerCertificateEvidence && evidence.IsOfGateway(p, c) {
		return string(kind)
	}
	name := cmp.Or(c.Subject, strings.Join(c.Names, ","), c.SHA256)
	return string(kind) + "/" + string(c.Role) + "/" + strings.ToLower(name)
}
