package pki

import (
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// who names a certificate with its files: "Contoso Root CA (root.cer)". Where
// one file holds two of the same name their thumbprints tell them apart.
func (h *sorter) who(i int) string {
	c := h.list[i]
	words := slices.Clone(c.Files[:min(len(c.Files), 2)])
	if more := len(c.Files) - len(words); more > 0 {
		words = append(words, "and "+strconv.Itoa(more)+" more")
	}
	if h.isAmbiguous(i) {
		words = append(words, "thumbprint "+c.SHA1)
	}
	return c.Short() + " (" + strings.Join(words, ", ") + ")"
}

func (h *sorter) isAmbiguous(i int) bool {
	c := &h.list[i]
	return c.SHA1 != "" && slices.ContainsFunc(c.Files, func(file string) bool { return h.shared[c.Short()+"\n"+file] > 1 })
}

// whoAll names certificates one after the other, but not too many.
func (h *sorter) whoAll(list []int) string { return enumerate(h.names(list)) }

// names are the first of some certificates, and the number of the others.
func (h *sorter) names(list []int) (names []string, more int) {
	for _, i := range list[:min(len(list), mostNames)] {
		names = append(names, h.who(i))
	}
	return names, len(list) - len(names)
}

// whoFirst names the first of them, and counts the others.
func (h *sorter) whoFirst(list []int) string {
	return enumerate([]string{h.who(list[0])}, len(list)-1)
}

// enumerate joins names in a sentence, with a number of those left out.
func enumerate(names []string, more int) string {
	if more > 0 {
		names = append(slices.Clone(names), strconv.Itoa(more)+" more")
	}
	return model.AndList(names)
}

// wayWords draws a way in a line: "PC1 > Issuing CA > Root CA".
func (h *sorter) wayWords(w Path) string {
	names := []string{h.list[w.Leaf].Short()}
	for _, ca := range w.CAs {
		names = append(names, h.list[ca].Short())
	}
	return strings.Join(names, " > ")
}

// words names a missing CA: by its subject and its key.
func (m MissingCA) words() string {
	subject := model.Shorten(model.Clean(m.Subject), 2*longestShort)
	if subject == "" {
		subject = "a CA without a name"
	}
	if m.KeyID == "" {
		return subject
	}
	return subject + " (subject key identifier " + model.Shorten(m.KeyID, longestShort) + ")"
}

// numberedLeaves counts leaves in words: "2 client certificates".
func (h *sorter) numberedLeaves() []string {
	counts := map[CertificateRole]int{}
	for _, c := range h.list {
		counts[c.Role]++
	}
	var words []string
	for _, role := range []CertificateRole{ClientLeaf, ServerLeaf, OtherLeaf} {
		if counts[role] > 0 {
			words = append(words, model.Counted(counts[role], CertificateRoles.Label(role)))
		}
	}
	return words
}
