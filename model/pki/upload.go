package pki

import "slices"

// uploadChoice is what is known about the ways to be uploaded while each
// certificate is judged.
type uploadChoice struct {
	*sorter
	below   map[int][]int // the leaves whose best way goes through a CA
	others  map[int]Path  // a way that has a CA on an alternative only
	servers map[int][]int // the server certificates whose best way goes through a CA
	barred  map[int]refusal
	clients bool // there are client certificates
}

// decideUploads says of each certificate how it is given to the CMG.
func (h *sorter) decideUploads() {
	u := uploadChoice{h, map[int][]int{}, map[int]Path{}, map[int][]int{}, map[int]refusal{}, h.hasClients()}
	for _, w := range h.uploadWays {
		u.walk(w)
	}
	for _, w := range h.leafWays {
		if h.list[w.Leaf].Role == ServerLeaf {
			u.walkServer(w)
		}
	}
	for i := range h.list {
		c := &h.list[i]
		c.DaysLeft = c.daysLeft(h.at)
		c.Upload, c.Reason = u.decide(i)
	}
}

func (h *sorter) hasClients() bool {
	return slices.ContainsFunc(h.everyPlace(), func(i int) bool { return h.explored[i] && h.list[i].IsClientOfPKI() })
}

// IsClientOfPKI reports whether it is a client certificate whose CAs the CMG
// could trust: one that signed itself has none, and those of Microsoft Entra ID,
// Intune or the site are not for this.
func (c CertificateFacts) IsClientOfPKI() bool {
	return c.Role == ClientLeaf && !c.signedItself() && c.strangeIssuer() == ""
}

func (u uploadChoice) walk(w Path) {
	for _, ca := range w.CAs {
		u.below[ca] = append(u.below[ca], w.Leaf)
	}
	if u.list[w.Leaf].isCA() && u.below[w.Leaf] == nil {
		u.below[w.Leaf] = []int{}
	}
	for _, o := range u.refusals(w) {
		u.barred[o.ca] = o.refusal
	}
	for _, other := range w.Others {
		for _, ca := range other {
			u.others[ca] = w
		}
	}
}

func (u uploadChoice) walkServer(w Path) {
	for _, ca := range w.CAs {
		u.servers[ca] = append(u.servers[ca], w.Leaf)
	}
}

// decide says how a certificate is given to the CMG, and why.
func (u uploadChoice) decide(i int) (UploadAs, string) {
	c := u.list[i]
	below, taken := u.below[i]
	switch {
	case !c.isCA():
		return UploadNot, leafReasons[leafRole(c)]
	case !u.explored[i]:
		return UploadNot, "There are too many certificates here: it was not looked at. Give fewer files at a time."
	case c.IsForeign():
		return UploadNot, "The ConfigMgr site made this CA for itself: the CMG needs no certificate of it."
	case c.Expired(u.at):
		return UploadNot, "It " + c.DateWords(u.at) + "."
	case !taken:
		return UploadNot, u.reasonNot(i)
	case c.Role == RootCA:
		return UploadRoot, u.reason(i, below)
	}
	return UploadIntermediate, u.reason(i, below)
}

// leafReasons say why leaves are not uploaded.
var leafReasons = map[CertificateRole]string{
	ClientLeaf: "A client certificate stays on its device.",
	ServerLeaf: "A server authentication certificate is no CA. That of the CMG is given as a PFX file, in another place.",
	OtherLeaf:  "It is neither a CA nor a client certificate.",
}

// leafRole is the role of a leaf: what no role is known of counts as other.
func leafRole(c SortedCertificate) CertificateRole {
	if c.Role == ClientLeaf || c.Role == ServerLeaf {
		return c.Role
	}
	return OtherLeaf
}

// reason says why a CA is uploaded.
func (u uploadChoice) reason(i int, below []int) string {
	if !u.clients {
		return u.reasonWithoutClients(i)
	}
	reason := "The CMG needs it for " + u.whoFirst(below) + "."
	if slices.ContainsFunc(u.uploadWays, func(w Path) bool { return !w.Complete && slices.Contains(w.CAs, i) }) {
		reason += " Alone it is not enough: the way to the root CA is not complete."
	}
	return reason
}

func (u uploadChoice) reasonWithoutClients(i int) string {
	if servers := u.servers[i]; len(servers) > 0 {
		return "It stands above " + u.whoFirst(servers) + ", a server authentication certificate. The CMG needs it only if it stands above your client certificates too."
	}
	return "The CMG needs it if your client certificates chain to it: no client certificate among these files shows that."
}

// reasonNot says why a CA that is in date is not uploaded.
func (u uploadChoice) reasonNot(i int) string {
	if twin, found := u.takenTwin(i); found {
		return u.reasonOfTwin(i, twin)
	}
	if w, found := u.others[i]; found {
		return "It is on another way only: the way taken is " + u.wayWords(w) + "."
	}
	if servers := u.servers[i]; len(servers) > 0 {
		return "It stands above " + u.whoFirst(servers) + " only, a server authentication certificate: the clients must trust it, not the CMG."
	}
	switch {
	case !u.list[i].mayIssueFor(ClientLeaf):
		return "It may not stand above client certificates: " + u.list[i].restrictedWords() + "."
	case u.barred[i] == tooManyBelow:
		return "Its path length allows fewer CAs below it than there are."
	case u.barred[i] == otherNames:
		return "Its name constraints do not allow what stands below it."
	}
	return u.reasonApart(i)
}

// reasonApart is for a CA that nothing here leads to: it may stand above one that
// is missing, or be taken for it.
func (u uploadChoice) reasonApart(i int) string {
	for _, m := range u.missing {
		switch _, _, weight := u.weightOfMissing(m); {
		case weight != neededByClients:
		case slices.Contains(u.lookalikes(m), i):
			return "It has the name of the missing CA, but Windows does not recognize it as that CA."
		default:
			return "No client certificate here chains to it so far. It may stand above a CA that is missing: look again once that is here."
		}
	}
	return "None of the client certificates here chains to it."
}

// takenTwin finds the certificate of the same CA that is uploaded.
func (u uploadChoice) takenTwin(i int) (int, bool) {
	for j := range u.list {
		if _, taken := u.below[j]; taken && j != i && u.sameCA(i, j) {
			return j, true
		}
	}
	return 0, false
}

func (u uploadChoice) reasonOfTwin(i, twin int) string {
	switch {
	case !u.isRenewal(i, twin):
		return "It is the same CA, certified by another one. The way taken has " + u.who(twin) + "."
	case u.list[twin].NotAfter.After(u.list[i].NotAfter):
		return "The same key has a newer certificate: " + u.who(twin) + "."
	}
	return "The same key has another certificate, which is taken: " + u.who(twin) + "."
}
