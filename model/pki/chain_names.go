package pki

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// maxNameChecks bounds how many names of a heap are compared with subtrees.
const maxNameChecks = 1 << 20

// naming checks the names of certificates against the name constraints of CAs
// above them, each pair once.
type naming struct {
	list  []SortedCertificate
	trees map[int]subtrees // by the place of the CA
	done  map[namePair]*nameVerdict
	left  int
}

// A namePair is a CA with name constraints, and a certificate below it, which may
// be the leaf.
type namePair struct {
	ca, below int
	isLeaf    bool
}

// subtrees are the name constraints of a CA.
type subtrees struct{ permitted, excluded []formedName }

// A nameVerdict is what name constraints say about a certificate.
type nameVerdict struct {
	against string   // what breaks them, "" for nothing
	doubts  []string // what cannot be checked
}

func newNaming(list []SortedCertificate) *naming {
	n := &naming{list: list, trees: map[int]subtrees{}, done: map[namePair]*nameVerdict{}, left: maxNameChecks}
	for i, c := range list {
		if c.constrainsNames() {
			n.trees[i] = subtrees{formedNames(c.Permitted), formedNames(c.Excluded)}
		}
	}
	return n
}

func formedNames(names []string) []formedName {
	var formed []formedName
	for _, name := range names {
		formed = append(formed, formOf(name))
	}
	return formed
}

// constrainsNames reports whether a CA has name constraints, readable or not.
func (c CertificateFacts) constrainsNames() bool {
	return c.isCA() && (len(c.Permitted)+len(c.Excluded) > 0 || !c.IsWhole(permittedKey) || !c.IsWhole(excludedKey))
}

// The keys of facts that may be not whole.
const (
	permittedKey = "permitted"
	excludedKey  = "excluded"
	namesKey     = "names"
	subjectKey   = "subject"
)

func (n *naming) constrains(ca int) bool {
	_, found := n.trees[ca]
	return found
}

// judge checks one certificate against the name constraints of one CA above it.
func (n *naming) judge(ca, below int, isLeaf bool) *nameVerdict {
	if !n.constrains(ca) {
		return &nameVerdict{}
	}
	pair := namePair{ca, below, isLeaf}
	if n.done[pair] == nil {
		n.done[pair] = n.compare(ca, &n.list[below].CertificateFacts, isLeaf)
	}
	return n.done[pair]
}

func (n *naming) compare(ca int, c *CertificateFacts, isLeaf bool) *nameVerdict {
	v := &nameVerdict{doubts: n.list[ca].constraintDoubts(c)}
	for _, name := range c.formedNames(isLeaf) {
		n.permit(v, ca, name)
		n.exclude(v, ca, name)
	}
	if n.left < 0 {
		v.doubt("there are too many names to compare")
	}
	return v
}

// constraintDoubts say what of the names or of the constraints was not read.
func (c CertificateFacts) constraintDoubts(below *CertificateFacts) []string {
	var doubts []string
	if !c.IsWhole(permittedKey) || !c.IsWhole(excludedKey) {
		doubts = append(doubts, "they were not read to their end, or not letter by letter")
	}
	if !below.IsWhole(namesKey) || !below.IsWhole(subjectKey) {
		doubts = append(doubts, "not all names of "+below.Short()+" were read, or not letter by letter")
	}
	return doubts
}

func (v *nameVerdict) doubt(words string) {
	if !slices.Contains(v.doubts, words) && len(v.doubts) < mostNames {
		v.doubts = append(v.doubts, words)
	}
}

func (v *nameVerdict) breach(words string) {
	if v.against == "" {
		v.against = words
	}
}

// permit wants a name in one of the permitted subtrees of its form, where there
// are any. An odd one among them leaves it open: OpenSSL then refuses every name.
func (n *naming) permit(v *nameVerdict, ca int, name formedName) {
	within, trees := n.within(name, n.trees[ca].permitted)
	isOdd := slices.ContainsFunc(trees, func(tree formedName) bool { return tree.odd })
	switch {
	case len(trees) == 0 || within == model.IsTrue && !isOdd:
	case within != model.IsFalse || !n.list[ca].IsWhole(permittedKey):
		v.doubt(name.short() + " cannot be compared with what it permits: " + shownNames(trees))
	default:
		v.breach(name.short() + " is not in what it permits: " + shownNames(trees))
	}
}

func (n *naming) exclude(v *nameVerdict, ca int, name formedName) {
	switch within, trees := n.within(name, n.trees[ca].excluded); {
	case len(trees) == 0 || within == model.IsFalse:
	case within == model.Unknown:
		v.doubt(name.short() + " cannot be compared with what it excludes: " + shownNames(trees))
	default:
		v.breach(name.short() + " is in what it excludes: " + shownNames(trees))
	}
}

// within says whether a name lies in one of the subtrees of its form, and gives
// these.
func (n *naming) within(name formedName, all []formedName) (model.Truth, []formedName) {
	result := model.IsFalse
	var trees []formedName
	for _, tree := range all {
		if tree.form != name.form {
			continue
		}
		trees = append(trees, tree)
		if n.left--; n.left < 0 {
			return model.Unknown, trees
		}
		if now := name.within(tree); result != model.IsTrue && now != model.IsFalse {
			result = now
		}
	}
	return result, trees
}

func (n formedName) short() string { return model.Shorten(model.Clean(n.shown), longestShort) }

func shownNames(trees []formedName) string {
	var names []string
	for _, tree := range trees[:min(len(trees), mostNames/2)] {
		names = append(names, tree.short())
	}
	return enumerate(names, len(trees)-len(names))
}

// itsCommonName stands before a common name that is taken for a DNS name.
const itsCommonName = "its common name "

// formedNames are the names of a certificate that constraints concern. Where a
// leaf has no DNS name its common names count, as OpenSSL counts them.
func (c *CertificateFacts) formedNames(isLeaf bool) []formedName {
	var list []formedName
	if c.Subject != "" {
		list = append(list, formedName{form: formDirectory, text: c.Subject, shown: "its subject " + c.Subject, odd: !c.IsWhole(subjectKey)})
	}
	for _, mail := range valuesOf(c.Subject, "E") {
		list = append(list, formedName{form: formEmail, text: mail, shown: "the e-mail address " + mail + " in its subject"})
	}
	list = append(list, formedNames(c.Names)...)
	if !isLeaf || c.isCA() || len(c.dnsNames()) > 0 {
		return list
	}
	for _, name := range valuesOf(c.Subject, "CN") {
		if looksLikeHost(name) {
			list = append(list, formedName{form: formDNS, text: name, shown: itsCommonName + name})
		}
	}
	return list
}

// namesAgainst finds the first certificate of a path that the name constraints
// of a CA above it forbid, and what of it. CAs that issued themselves are free.
func (h *sorter) namesAgainst(ca, leaf int, path []int) (below int, words string) {
	if !h.naming.constrains(ca) {
		return 0, ""
	}
	for _, i := range append([]int{leaf}, path...) {
		if i != leaf && h.list[i].SelfIssued {
			continue
		}
		if v := h.naming.judge(ca, i, i == leaf); v.against != "" {
			return i, v.against
		}
	}
	return 0, ""
}

// nameDoubts say what name constraints on a way cannot be checked, in phrases.
func (h *sorter) nameDoubts(leaf int, path []int) []string {
	doubts := []string{}
	for at, ca := range path {
		var words []string
		for _, i := range append([]int{leaf}, path[:at]...) {
			if i == leaf || !h.list[i].SelfIssued {
				words = union(words, h.naming.judge(ca, i, i == leaf).doubts)
			}
		}
		if len(words) > 0 {
			doubts = append(doubts, "the name constraints of "+h.who(ca)+" could not be checked: "+strings.Join(model.FirstFew(words), "; "))
		}
	}
	return doubts
}
