package pki

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// remarkOnUpload is the answer: what to give to the CMG, and whether it is
// enough.
func (h *sorter) remarkOnUpload() []model.Remark {
	roots, intermediates := h.uploadedAs(UploadRoot), h.uploadedAs(UploadIntermediate)
	severity, lack := h.lack()
	var parts []string
	if len(roots)+len(intermediates) == 0 {
		parts = append(parts, "Nothing here can be uploaded to the CMG yet.")
	}
	if len(roots) > 0 {
		parts = append(parts, "Upload as root: "+h.whoAll(roots)+".")
	}
	if len(intermediates) > 0 {
		parts = append(parts, "Upload as intermediate: "+h.whoAll(intermediates)+".")
	}
	parts = append(parts, h.notUploaded(), lack)
	return []model.Remark{model.NewRemark(uploadAnswer, severity, chainRule, joinWords(parts...), h.uploadOrder(), uploadCites...)}
}

// joinWords joins sentences, some of which may be empty.
func joinWords(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}

func (h *sorter) uploadedAs(as UploadAs) []int {
	return slices.DeleteFunc(h.everyPlace(), func(i int) bool { return h.list[i].Upload != as })
}

// notUploaded names the CAs that stay out, and counts the leaves.
func (h *sorter) notUploaded() string {
	out := slices.DeleteFunc(h.uploadedAs(UploadNot), func(i int) bool { return !h.list[i].isCA() })
	words, more := h.names(out)
	if more > 0 {
		words = append(words, model.Counted(more, "more CA"))
	}
	if words = append(words, h.numberedLeaves()...); len(words) == 0 {
		return ""
	}
	return "Do not upload: " + enumerate(words, 0) + "."
}

// lack says what the upload lacks, and how bad that is.
func (h *sorter) lack() (model.Severity, string) {
	open, expired := h.openLeaves()
	switch {
	case len(h.uploadWays) == 0:
		return "", "There is neither a client certificate of a PKI nor a CA among the files."
	case len(open) > 0:
		return h.clientSeverity(), "It is not enough: the way from " + h.whoFirst(open) + " to a root CA is not complete" + h.missingWords(open) + h.barredAbove(open) + ". Until then " + refused + "."
	case len(expired) > 0:
		return h.clientSeverity(), "It is not enough: a CA above " + h.whoFirst(expired) + " is not in date. Until it is renewed " + refused + "."
	case !h.hasClients():
		return model.Warning, ""
	}
	return "", ""
}

// openLeaves are those whose way does not end in a root, and those with a CA on
// their way that is not in date.
func (h *sorter) openLeaves() (open, expired []int) {
	for _, w := range h.uploadWays {
		switch {
		case !w.Complete:
			open = append(open, w.Leaf)
		case !w.InDate:
			expired = append(expired, w.Leaf)
		}
	}
	return open, expired
}

// clientSeverity is that of an incomplete way: without a client certificate
// nobody knows whether clients need it.
func (h *sorter) clientSeverity() model.Severity {
	if h.hasClients() {
		return model.Blocker
	}
	return model.Warning
}

// missingWords names what is missing above some leaves.
func (h *sorter) missingWords(leaves []int) string {
	var names []string
	for _, w := range h.uploadWays {
		if slices.Contains(leaves, w.Leaf) {
			for _, m := range h.missing {
				if slices.Contains(m.For, h.top(w.Leaf, w.CAs)) {
					names = union(names, []string{m.words()})
				}
			}
		}
	}
	if len(names) == 0 {
		return ""
	}
	shown := min(len(names), mostNames/2)
	return " without " + enumerate(names[:shown], len(names)-shown)
}

// barredAbove says that CAs above some leaves may not stand there.
func (h *sorter) barredAbove(leaves []int) string {
	for _, w := range h.uploadWays {
		if slices.Contains(leaves, w.Leaf) && len(w.Barred) > 0 {
			return ": " + w.Barred[0]
		}
	}
	return ""
}

// uploadOrder says what to do: to find what is missing, to upload, and before
// that to take bundles to pieces.
func (h *sorter) uploadOrder() string {
	if len(h.uploadWays) == 0 {
		return "Add a client certificate from a device, and the certificates of all CAs above it."
	}
	first := ""
	if open, expired := h.openLeaves(); len(open)+len(expired) > 0 {
		first = "Find what is missing first: the other remarks say what and where."
	}
	if len(h.uploadedAs(UploadNot)) == len(h.list) {
		return first
	}
	return joinWords(first, h.splitOrder(), "Give the CMG one .cer file for each certificate: on the page Settings of the wizard that creates it, or later in its Properties on the tab Settings, under Certificates. Say of each whether it is a root or an intermediate.")
}

func (h *sorter) splitOrder() string {
	bundles := h.bundles()
	if len(bundles) == 0 {
		return ""
	}
	shown := min(len(bundles), mostNames/2)
	return "Take the certificates out of " + enumerate(bundles[:shown], len(bundles)-shown) + ": open the file in Windows, open each certificate, and choose Details, Copy to File, DER encoded binary X.509 (.CER)."
}

// bundles are files with several certificates that hold one to be uploaded which
// no file holds alone.
func (h *sorter) bundles() []string {
	count := map[string]int{}
	for _, c := range h.list {
		for _, file := range c.Files {
			count[file]++
		}
	}
	var bundles []string
	for _, c := range h.list {
		if c.Upload != UploadNot && !slices.ContainsFunc(c.Files, func(f string) bool { return count[f] == 1 }) {
			bundles = union(bundles, c.Files[:1])
		}
	}
	return bundles
}
