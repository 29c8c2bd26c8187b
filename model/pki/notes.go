package pki

import (
	"fmt"
	"slices"

	"cmgwizard/model"
)

// remarkOnRoots tells that client certificates come from several PKIs.
func (h *sorter) remarkOnRoots() []model.Remark {
	roots := h.uploadedAs(UploadRoot)
	names := map[string]bool{}
	for _, i := range roots {
		names[h.list[i].SubjectID] = true
	}
	if len(names) < 2 {
		return nil
	}
	return []model.Remark{model.NewRemark("several-roots", "", chainRule,
		"The ways lead to several roots: "+h.whoAll(roots)+". Every one of them lets its client certificates in.",
		"Upload only the roots of PKIs whose devices are to use this CMG, and list them on the site under Trusted Root Certification Authorities too.",
		model.Citation{"security-cmg", "review-entries-in-the-sites-certificate-trust-list"})}
}

// remarkOnServers says who must trust the CAs above server certificates.
func (h *sorter) remarkOnServers() []model.Remark {
	var leaves, roots []int
	for _, w := range h.leafWays {
		if h.list[w.Leaf].Role != ServerLeaf {
			continue
		}
		leaves = append(leaves, w.Leaf)
		if top := h.top(w.Leaf, w.CAs); w.Complete && !slices.Contains(roots, top) {
			roots = append(roots, top)
		}
	}
	if len(roots) == 0 {
		return nil
	}
	text := h.whoFirst(leaves) + " " + verb(len(leaves), "chains", "chain") + " to " + h.whoAll(roots) + ": each client must trust that root CA, whatever its method; the CMG needs no list for this."
	if h.hasClients() && slices.ContainsFunc(roots, func(i int) bool { return h.list[i].Upload == UploadRoot }) {
		text += " Client certificates of the same PKI are here too: for these the CMG does need it."
	}
	return []model.Remark{model.NewRemark("server-chain", "", trustRule, text,
		"If that is not a public CA, bring it to every internet device: without it they stop with 12175 and INVALID_CA.", trustCites...)}
}

// remarkOnUnchecked names links that rest on names alone.
func (h *sorter) remarkOnUnchecked() []model.Remark {
	var children []int
	for _, w := range h.uploadWays {
		child := w.Leaf
		for _, ca := range w.CAs {
			if h.list[child].linkTo(h.list[ca].CertificateFacts) == linkedByName && !slices.Contains(children, child) {
				children = append(children, child)
			}
			child = ca
		}
	}
	if len(children) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("signature-not-checked", model.Advice, chainRule,
		"The issuer of "+h.whoAll(children)+" was found by its name alone: the signature was not checked, and there are no key identifiers to compare.",
		"Run certutil -verify on a computer of the domain if you are not sure.", chainCites...)}
}

func (h *sorter) remarkOnCopies() []model.Remark {
	copies := slices.DeleteFunc(h.everyPlace(), func(i int) bool { return len(h.list[i].Files) < 2 })
	if len(copies) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("duplicates", "", "",
		"The same certificate is in several files: "+h.whoAll(copies)+". Each counts once.", "", chainCites...)}
}

// The limits that the pages named up to version 1902, and name no more.
const (
	oldRoots         = 2
	oldIntermediates = 4
)

func (h *sorter) remarkOnOldLimit() []model.Remark {
	if len(h.uploadedAs(UploadRoot)) <= oldRoots && len(h.uploadedAs(UploadIntermediate)) <= oldIntermediates {
		return nil
	}
	return []model.Remark{model.NewRemark("old-limit", "", "",
		"Version 1902 and earlier took at most two roots and four intermediates. Later pages name no limit, so this is no fault.", "", uploadCites...)}
}

func (h *sorter) remarkOnSize() []model.Remark {
	if !slices.Contains(h.explored, false) {
		return nil
	}
	return []model.Remark{model.NewRemark("too-many", model.Warning, "",
		fmt.Sprintf("There are %d different certificates. Only %d of them were sorted, the CAs first.", len(h.list), maxExplored),
		"Give fewer files at a time: one client certificate of each kind is enough.", chainCites...)}
}
