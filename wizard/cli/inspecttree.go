package cli

import (
	"cmgwizard/model/doc"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// A branch is the way to the root that several certificates share.
type branch struct {
	leaves []string
	way    pki.Path
}

// mostBranches is how many ways are drawn.
const mostBranches = 20

// ways draws the way from each certificate to its root. Those that share one
// are drawn together: a site has thousands of devices, and few CAs.
func (p *inspectPage) ways() {
	branches := p.branches()
	if len(branches) == 0 {
		return
	}
	p.heading("The way from each certificate to its root")
	most := p.most(mostBranches)
	for _, b := range branches[:min(len(branches), most)] {
		p.branch(b)
	}
	if more := len(branches) - most; more > 0 {
		p.item("  ", fmt.Sprintf("and %s: --all draws them", model.Counted(more, "more way")))
	}
}

// branches are the ways of client certificates first.
func (p *inspectPage) branches() []*branch {
	var list []*branch
	byWay := map[string]*branch{}
	ways := slices.Clone(p.report.Chains.Ways)
	slices.SortStableFunc(ways, func(a, b pki.Path) int { return p.rank(a) - p.rank(b) })
	for _, w := range ways {
		key := fmt.Sprint(p.role(w.Leaf), w.CAs, w.Others, w.Complete, p.missingAbove(p.top(w)))
		if byWay[key] == nil {
			byWay[key] = &branch{way: w}
			list = append(list, byWay[key])
		}
		byWay[key].leaves = append(byWay[key].leaves, p.called(w.Leaf))
	}
	return list
}

func (p *inspectPage) role(place int) pki.CertificateRole {
	return p.report.Chains.Certificates[place].Role
}

func (p *inspectPage) rank(w pki.Path) int {
	role := p.role(w.Leaf)
	return slices.IndexFunc(pki.CertificateRoles, func(t model.Term[pki.CertificateRole]) bool { return t.Value == role })
}

// top is the last certificate of a way that is there.
func (p *inspectPage) top(w pki.Path) int {
	if len(w.CAs) == 0 {
		return w.Leaf
	}
	return w.CAs[len(w.CAs)-1]
}

func (p *inspectPage) branch(b *branch) {
	label := pki.CertificateRoles.Label(p.role(b.way.Leaf))
	p.hung("  ", someNames(b.leaves, p.most(mostFiles))+": "+label)
	margin := "    "
	for _, ca := range b.way.CAs {
		c := p.report.Chains.Certificates[ca]
		p.item(margin+"issued by ", p.called(ca)+": "+placeWords(c))
		margin += "  "
	}
	if !b.way.Complete {
		p.item(margin+"issued by ", p.missingWords(p.top(b.way)))
	}
	for _, other := range b.way.Others {
		p.item("    or by ", p.wayWords(other))
	}
}

// placeWords say what a CA is and how it is uploaded.
func placeWords(c pki.SortedCertificate) string {
	return pki.CertificateRoles.Label(c.Role) + ", " + pki.Uploads.Label(c.Upload)
}

func (p *inspectPage) wayWords(cas []int) string {
	var names []string
	for _, ca := range cas {
		names = append(names, p.called(ca))
	}
	return strings.Join(names, " > ")
}

// missingAbove is the place of the missing CA that issued a certificate, -1 for
// none.
func (p *inspectPage) missingAbove(place int) int {
	return slices.IndexFunc(p.report.Chains.Missing, func(m pki.MissingCA) bool { return slices.Contains(m.For, place) })
}

func (p *inspectPage) missingWords(place int) string {
	i := p.missingAbove(place)
	if i < 0 {
		return "a CA that is not known"
	}
	m := p.report.Chains.Missing[i]
	return doc.OrNothing(m.Subject) + ": MISSING"
}
