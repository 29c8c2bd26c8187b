package pki

import (
	"slices"

	"cmgwizard/model"
)

// What the pages say about giving CAs to the CMG.
var (
	uploadCites = []model.Citation{
		{"configure-authentication", "export-the-client-certificates-trusted-root"}, {"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "settings-tab"},
	}
	refused = "the CMG refuses the client with 403, and its connection analyzer says: client certificate not trusted by CMG service"
)

// remarkEach judges each certificate in its place: the CAs that stand above
// servers only are judged as such.
func (h *sorter) remarkEach() {
	below := map[int]CertificateRole{}
	for _, w := range h.leafWays {
		if h.list[w.Leaf].Role == ServerLeaf {
			h.mark(below, w, ServerLeaf)
		}
	}
	for _, w := range h.uploadWays {
		if h.hasClients() {
			h.mark(below, w, ClientLeaf)
		}
	}
	for i := range h.list {
		c := &h.list[i]
		role := c.Role
		if c.isCA() {
			role = below[i]
		}
		c.Remarks = c.remarksAs(role, h.at)
	}
}

func (h *sorter) mark(below map[int]CertificateRole, w Path, role CertificateRole) {
	for _, i := range w.CAs {
		below[i] = role
	}
}

// remarks are those on the heap as a whole, the answer first.
func (h *sorter) remarks() []model.Remark {
	if len(h.list) == 0 {
		return []model.Remark{}
	}
	return slices.Concat(
		h.remarkOnUpload(),
		h.remarkOnClients(),
		atMost(h.remarksOnMissing()),
		atMost(h.remarksOnRefusals()),
		atMost(h.remarksOnDoubts()),
		atMost(h.remarksOnCritical()),
		atMost(h.remarksOnCircles()),
		atMost(h.remarksOnDates()),
		h.remarkOnWeakness(),
		atMost(h.remarksOnTwins()),
		h.remarkOnRoots(),
		h.remarkOnServers(),
		h.remarkOnUnchecked(),
		h.remarkOnCopies(),
		h.remarkOnOldLimit(),
		h.remarkOnSize(),
	)
}

// atMost leaves out what nobody would read any more.
func atMost(remarks []model.Remark) []model.Remark { return remarks[:min(len(remarks), mostRemarks)] }

func (h *sorter) remarkOnClients() []model.Remark {
	if h.hasClients() || len(h.uploadWays) == 0 {
		return nil
	}
	return []model.Remark{model.NewRemark("no-client-certificate", model.Warning, chainRule,
		"No client certificate that a PKI issued was among the files, so nobody knows whether these are the CAs that issued those of your devices.",
		"Export the client certificate of one device, without its private key, and look at it together with these files.", uploadCites...)}
}
