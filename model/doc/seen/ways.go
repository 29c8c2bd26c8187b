package seen

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/pki"
)

// A branch is the way to the root that several certificates share.
type branch struct {
	leaves []string
	way    pki.Path
}

// ways draws the way from each certificate to its root. Those that share one
// are drawn together: a site has thousands of devices, and few CAs.
func (in *inspection) ways() doc.Part {
	branches := in.branches()
	most := in.most(mostBranches)
	entries := doc.Each(branches[:min(len(branches), most)], in.branch)
	if more := len(branches) - most; more > 0 {
		entries = append(entries, doc.Entry{Title: fmt.Sprintf("and %s: --all draws them", model.Counted(more, "more way"))})
	}
	return doc.ListOf("The chain from each certificate to its root", entries)
}

// branches are the ways of client certificates first.
func (in *inspection) branches() []*branch {
	var list []*branch
	byWay := map[string]*branch{}
	ways := slices.Clone(in.Chains.Ways)
	slices.SortStableFunc(ways, func(a, b pki.Path) int { return in.rank(a) - in.rank(b) })
	for _, w := range ways {
		key := fmt.Sprint(in.role(w.Leaf), w.CAs, w.Others, w.Complete, in.missingAbove(top(w)))
		if byWay[key] == nil {
			byWay[key] = &branch{way: w}
			list = append(list, byWay[key])
		}
		byWay[key].leaves = append(byWay[key].leaves, in.called(w.Leaf))
	}
	return list
}

func (in *inspection) role(place int) pki.CertificateRole { return in.Chains.Certificates[place].Role }

func (in *inspection) rank(w pki.Path) int {
	role := in.role(w.Leaf)
	return slices.IndexFunc(pki.CertificateRoles, func(t model.Term[pki.CertificateRole]) bool { return t.Value == role })
}

// top is the last certificate of a way that is there.
func top(w pki.Path) int {
	if len(w.CAs) == 0 {
		return w.Leaf
	}
	return w.CAs[len(w.CAs)-1]
}

// branch draws a way as a stair, one step for each CA.
func (in *inspection) branch(b *branch) doc.Entry {
	e := doc.Entry{Title: someNames(b.leaves, in.most(mostFiles)) + ": " + pki.CertificateRoles.Label(in.role(b.way.Leaf)), Hung: true}
	step := func(mark, text string, in int) {
		f := doc.Inset(doc.Plain("", text), in)
		f.Mark = mark
		e.Facts = append(e.Facts, f)
	}
	for i, ca := range b.way.CAs {
		c := in.Chains.Certificates[ca]
		step("issued by", fmt.Sprintf("%s: %s, %s", in.called(ca), pki.CertificateRoles.Label(c.Role), pki.Uploads.Label(c.Upload)), i-1)
	}
	if !b.way.Complete {
		step("issued by", in.missingWords(top(b.way)), len(b.way.CAs)-1)
	}
	for _, other := range b.way.Others {
		step("or by", strings.Join(in.allCalled(other), " > "), -1)
	}
	return e
}

// missingAbove is the place of the missing CA that issued a certificate, -1 for
// none.
func (in *inspection) missingAbove(place int) int {
	return slices.IndexFunc(in.Chains.Missing, func(m pki.MissingCA) bool { return slices.Contains(m.For, place) })
}

func (in *inspection) missingWords(place int) string {
	i := in.missingAbove(place)
	if i < 0 {
		return "a CA that is not known"
	}
	return doc.OrNothing(in.Chains.Missing[i].Subject) + ": MISSING"
}

func (in *inspection) allCalled(places []int) []string {
	names := make([]string, len(places))
	for i, place := range places {
		names[i] = in.called(place)
	}
	return names
}
