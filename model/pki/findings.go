package pki

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// howToExport says how to get at a CA certificate without knowing the CA.
const howToExport = "n a computer that holds the certificate open it in certlm.msc, go to Certification Path, open the certificate above it, and choose Details, Copy to File, DER encoded binary X.509 (.CER)."

// remarksOnMissing name each CA that is not in the heap, and where to get it.
func (h *sorter) remarksOnMissing() []model.Remark {
	var remarks []model.Remark
	for _, m := range h.missing[:min(len(h.missing), mostRemarks)] {
		remarks = append(remarks, h.remarkOnMissing(m))
		if alike := h.lookalikes(m); len(alike) > 0 {
			remarks = append(remarks, h.remarkOnLookalikes(m, alike))
		}
	}
	return remarks
}

func (h *sorter) remarkOnMissing(m MissingCA) model.Remark {
	severity, rule, follows := h.weightOfMissing(m)
	do := "O" + howToExport
	if len(m.Fetch) > 0 {
		do = "Fetch it from " + model.Shorten(m.Fetch[0], 2*longestShort) + ", the address that the certificate names, or o" + howToExport
	}
	return model.NewRemark("ca-missing", severity, rule,
		m.words()+" issued "+h.whoFirst(m.For)+", and its certificate is not among the files. "+follows, do, chainCites...)
}

// neededByClients is what follows from a missing CA above client certificates.
const neededByClients = "Without it the CMG does not trust what stands below."

// weightOfMissing says what follows from a missing CA: that depends on what
// stands below it.
func (h *sorter) weightOfMissing(m MissingCA) (model.Severity, string, string) {
	for _, w := range h.uploadWays {
		if !w.Complete && slices.Contains(m.For, h.top(w.Leaf, w.CAs)) {
			return h.clientSeverity(), chainRule, neededByClients
		}
	}
	for _, w := range h.leafWays {
		if h.list[w.Leaf].Role == ServerLeaf && slices.Contains(m.For, h.top(w.Leaf, w.CAs)) {
			return "", trustRule, "The CMG does not need it for clients, but each client must trust the root CA above a server authentication certificate."
		}
	}
	return "", "", "No client certificate here needs it."
}

// remarkOnLookalikes is for certificates that somebody will take for the one
// that is missing.
func (h *sorter) remarkOnLookalikes(m MissingCA, alike []int) model.Remark {
	severity, rule, _ := h.weightOfMissing(m)
	first := h.list[alike[0]]
	if child := h.list[m.For[0]]; child.linkTo(first.CertificateFacts) != notLinked {
		return model.NewRemark("ca-may-not-sign", severity, rule,
			h.who(alike[0])+" has the right name and key, but it may not sign certificates: it is no CA, or its key usage lacks Certificate Signing. Windows does not accept it above "+h.who(m.For[0])+".",
			"Look for another certificate of that CA, or issue a right one.", chainCites...)
	}
	text := h.whoAll(alike) + " " + verb(len(alike), "has", "have") + " the name of the missing CA, but not its key" + keyWords(first, m) + ". The CA was rebuilt, or renewed with a new key."
	do := "Look for the older or newer certificate of this CA: the one whose key signed " + h.who(m.For[0])
	if m.KeyID != "" {
		do += ", with the subject key identifier " + model.Shorten(m.KeyID, longestShort)
	}
	return model.NewRemark("ca-same-name-other-key", severity, rule, text, do+".", chainCites...)
}

func keyWords(c SortedCertificate, m MissingCA) string {
	switch {
	case c.SubjectKey != "" && m.KeyID != "":
		return fmt.Sprintf(": its subject key identifier is %s, wanted is %s", model.Shorten(c.SubjectKey, longestShort), model.Shorten(m.KeyID, longestShort))
	case c.SHA1 != "":
		return ": its thumbprint is " + c.SHA1
	}
	return ""
}

func verb(count int, one, many string) string {
	if count == 1 {
		return one
	}
	return many
}

// remarksOnRefusals name the CAs that signed, but may not stand where they do.
func (h *sorter) remarksOnRefusals() []model.Remark {
	var remarks []model.Remark
	seen := map[refusedCA]bool{}
	for _, w := range h.everyWay() {
		for _, o := range h.refusals(w) {
			if !seen[o] {
				seen[o] = true
				remarks = append(remarks, h.remarkOnRefusal(w, o))
			}
		}
	}
	return remarks
}

func (h *sorter) remarkOnRefusal(w Path, o refusedCA) model.Remark {
	severity := h.clientSeverity()
	if h.list[w.Leaf].Role == ServerLeaf {
		severity = model.Warning
	}
	text := h.who(o.ca) + " signed " + h.who(o.below) + ", but " + h.refusalWords(w, o) + "."
	switch o.refusal {
	case tooManyBelow:
		return model.NewRemark("path-too-long", severity, chainRule, text+" Windows does not accept this way.",
			"Let another CA certify "+h.list[o.below].Short()+", or renew "+h.list[o.ca].Short()+" with a greater path length.", chainCites...)
	case otherNames:
		return h.remarkOnNames(severity, text, w, o)
	}
	return model.NewRemark("ca-other-purpose", severity, chainRule, text+" Windows then refuses what is below it.",
		"Issue the certificates from a CA without this restriction.", chainCites...)
}

func (h *sorter) remarkOnNames(severity model.Severity, text string, w Path, o refusedCA) model.Remark {
	follows := " Whoever checks the chain as RFC 5280 has it refuses this way: OpenSSL does."
	if _, words := h.namesAgainst(o.ca, w.Leaf, w.CAs); strings.HasPrefix(words, itsCommonName) {
		follows = " OpenSSL treats such a common name as a DNS name, and refuses this way. Not every program does."
	}
	return model.NewRemark("names-not-allowed", severity, chainRule, text+follows,
		"Run certutil -verify on a computer of the domain: it shows whether Windows refuses it too. If so, issue the certificate below with names that "+h.list[o.ca].Short()+" allows, or from a CA without this restriction.", chainCites...)
}

// remarksOnDoubts name what on the ways cannot be checked.
func (h *sorter) remarksOnDoubts() []model.Remark {
	var remarks []model.Remark
	var seen []string
	for _, w := range h.everyWay() {
		for _, doubt := range w.Doubts {
			if slices.Contains(seen, doubt) {
				continue
			}
			seen = append(seen, doubt)
			remarks = append(remarks, model.NewRemark("names-not-checked", model.Warning, chainRule,
				model.Sentence(doubt)+" Whoever checks the chain may refuse it for that.",
				"Run certutil -verify on a computer of the domain with the certificate at the end of the chain: it says whether Windows takes it.", chainCites...))
		}
	}
	return remarks
}

// everyWay are the ways that decide about uploading, then all others.
func (h *sorter) everyWay() []Path { return append(slices.Clone(h.uploadWays), h.leafWays...) }

// remarksOnCritical name the certificates on ways with a critical extension that
// is not known here.
func (h *sorter) remarksOnCritical() []model.Remark {
	var remarks []model.Remark
	seen := map[int]bool{}
	for _, w := range h.everyWay() {
		for _, i := range append([]int{w.Leaf}, w.CAs...) {
			if c := h.list[i]; len(c.Critical) > 0 && !seen[i] {
				remarks = append(remarks, h.remarkOnCritical(i))
			}
			seen[i] = true
		}
	}
	return remarks
}

func (h *sorter) remarkOnCritical(i int) model.Remark {
	return model.NewRemark("critical-extension", model.Warning, chainRule,
		h.who(i)+" has a critical extension that this program does not know: "+model.Shorten(strings.Join(h.list[i].Critical, ", "), longestShort)+". Who does not know it either must refuse the certificate and what is below it: OpenSSL does, and Windows and the CMG may.",
		"Run certutil -verify on a computer of the domain: it says whether Windows knows the extension. If not, issue the certificate without it, or not marked as critical.", chainCites...)
}

// remarksOnCircles are for ways that end because every CA further up is on them
// already, or because they grew too long.
func (h *sorter) remarksOnCircles() []model.Remark {
	var remarks []model.Remark
	for _, w := range h.uploadWays {
		top := h.top(w.Leaf, w.CAs)
		if w.Complete || len(h.list[top].Issuers) == 0 || len(h.refusals(w)) > 0 {
			continue
		}
		text := "The CAs above " + h.who(w.Leaf) + " certify each other, and none of them is a root here: " + h.whoAll(w.CAs) + "."
		if len(w.CAs) >= maxWayLength {
			text = fmt.Sprintf("More than %d CAs stand above %s: the way was not followed further.", maxWayLength, h.who(w.Leaf))
		}
		remarks = append(remarks, model.NewRemark("no-root-above", h.clientSeverity(), chainRule, text,
			"Look for the certificate that one of these CAs issued to itself: that is the root.", chainCites...))
	}
	return remarks
}

// remarksOnDates name the CAs on the ways that have expired or soon will.
func (h *sorter) remarksOnDates() []model.Remark {
	var remarks []model.Remark
	seen := map[int]bool{}
	for _, w := range h.uploadWays {
		for _, ca := range w.CAs {
			c := h.list[ca]
			if seen[ca] || c.InDate(h.at) && !c.EndsSoon(h.at) {
				continue
			}
			seen[ca] = true
			remarks = append(remarks, h.remarkOnDate(ca, w.Leaf))
		}
	}
	return remarks
}

func (h *sorter) remarkOnDate(ca, leaf int) model.Remark {
	c := h.list[ca]
	if c.InDate(h.at) {
		return model.NewRemark("ca-expires-soon", model.Warning, chainRule,
			h.who(ca)+", above "+h.who(leaf)+", "+c.DateWords(h.at)+". From then on the CMG refuses what is below it.",
			"Give the CMG the renewed certificate before that day. With a new key it comes besides the old one.", uploadCites...)
	}
	return model.NewRemark("ca-not-in-date", h.clientSeverity(), chainRule,
		h.who(ca)+" "+c.DateWords(h.at)+", and "+h.who(leaf)+" chains to it: the CMG does not trust that client certificate.",
		"Look for the renewed certificate of this CA, with the same name and key. If it got a new key, issue the client certificates again.", uploadCites...)
}

// remarkOnWeakness names weak signatures where they count: below the root.
func (h *sorter) remarkOnWeakness() []model.Remark {
	var weak []int
	for _, w := range h.uploadWays {
		for _, ca := range w.CAs {
			if c := h.list[ca]; c.Role != RootCA && c.hasWeakHash() && !slices.Contains(weak, ca) {
				weak = append(weak, ca)
			}
		}
	}
	if len(weak) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("chain-weak", model.Warning, chainRule,
		"Below the root the way has weak signatures: "+h.whoAll(weak)+" "+verb(len(weak), "is", "are")+" signed with SHA-1 or less. Microsoft asks for SHA-2.",
		"Renew these CA certificates with SHA-2 before the CMG depends on them.", chainCites...)}
}
