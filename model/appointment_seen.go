package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// seenEnds are the ends that files showed. Of several things of one name the
// one that ends last has the plain ID: it takes the place of those before it.
func (p *Plan) seenEnds(rows map[string]Expiry) []end {
	var list []end
	above := p.chainCertificates()
	for _, s := range p.Seen() {
		if comes(s.Ends) {
			list = append(list, p.seenEnd(s, rows, above))
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

func (p *Plan) seenEnd(s Seen, rows map[string]Expiry, above []seenCertificate) end {
	e := end{
		id: string(s.Kind) + "/" + s.SHA256, what: s.What, ends: s.Ends, early: "Renew",
		told: "It ends at " + s.Ends.UTC().Format("2006-01-02 15:04") + " UTC, as " + s.FileName() + " says, read on " + DayOf(s.Read) + ".",
	}
	if c, ok := s.Certificate(); ok {
		e.id, e.from, e.row = p.calendarName(s.Kind, c), c.NotBefore, rows[p.rowOf(s.Kind, c, above)]
	}
	if d, ok := s.Device(); ok {
		e.id, e.what, e.early = string(s.Kind)+"/"+cmp.Or(d.DeviceID, s.SHA256), "certificate of the "+s.What, "Look at"
		e.row = Expiry{Owner: Devices, Then: "Without a valid one the device gets no token from Microsoft Entra ID."}
	}
	if t, ok := s.Token(); ok {
		e.from, e.early, e.row = t.NotBefore, "", tokenRow(rows)
	}
	return e
}

// tokenRow is the row of the bulk token, or what holds of one that the plan does
// not need.
func tokenRow(rows map[string]Expiry) Expiry {
	if row, needed := rows["bulk-token"]; needed {
		return row
	}
	return Expiry{Owner: ConfigMgr}
}

// rowOf is the row of the table that a certificate belongs to, "" for none.
func (p *Plan) rowOf(kind EvidenceKind, c CertificateFacts, above []seenCertificate) string {
	isServer := kind == ServerCertificateEvidence
	switch {
	case isServer && p.isOfGateway(c):
		return "server-certificate"
	case isServer && slices.ContainsFunc(p.ManagementPoints, func(mp ManagementPoint) bool { return Known(mp.Host) && c.isFor(mp.Host) }):
		return "web-server-certificates"
	case isServer:
		return ""
	case c.Role == ClientLeaf:
		return "client-certificates"
	case slices.ContainsFunc(above, func(ca seenCertificate) bool { return ca.SHA256 == c.SHA256 }):
		return "ca-certificates"
	}
	return ""
}

// calendarName is what a certificate has in common with the one that renews it:
// that it is the one of the CMG, else its role and its name. A name that is
// empty does not tell it from others.
func (p *Plan) calendarName(kind EvidenceKind, c CertificateFacts) string {
	if kind == ServerCertificateEvidence && p.isOfGateway(c) {
		return string(kind)
	}
	name := cmp.Or(c.Subject, strings.Join(c.Names, ","), c.SHA256)
	return string(kind) + "/" + string(c.Role) + "/" + strings.ToLower(name)
}
