package cli

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// The remarks on all certificates that have a place of their own on the page.
const (
	uploadAnswer = "upload-answer"
	caMissing    = "ca-missing"
)

// answer says which files to upload to the CMG, and as what.
func (p *inspectPage) answer() {
	p.answerHead()
	for _, as := range []pki.UploadAs{pki.UploadRoot, pki.UploadIntermediate} {
		p.uploadAs(as)
	}
	for _, r := range p.remarksCalled(uploadAnswer) {
		p.gap()
		if r.Do != "" {
			p.item("  do: ", quoted(r.Do)+p.cite(r.Sources))
		}
	}
	p.uploadNot()
}

// answerHead is the answer in one line. The words of what speaks against it
// follow below.
func (p *inspectPage) answerHead() {
	severity := model.Severity("")
	for _, r := range p.remarksCalled(uploadAnswer) {
		severity = r.Severity
	}
	upload := slices.ContainsFunc(p.report.Chains.Certificates, func(c pki.SortedCertificate) bool { return c.Upload != pki.UploadNot })
	switch {
	case !upload && severity == model.Blocker:
		p.painted(red, "", "Blocker: nothing here can be uploaded to the CMG yet")
	case !upload:
		p.painted(strong, "", "Nothing here is to be uploaded to the CMG")
	case severity == model.Blocker:
		p.painted(red, "", "Blocker: upload these to the CMG, but they are not enough")
	case severity != "":
		p.painted(yellow, "", model.Severities.Label(severity)+": upload these to the CMG if they stand above your client certificates")
	default:
		p.painted(green, "", "Upload these to the CMG")
	}
	p.lacking()
}

// lacking names the leaves whose way is not good as it is.
func (p *inspectPage) lacking() {
	for _, w := range p.report.Chains.Ways {
		c := p.report.Chains.Certificates[w.Leaf]
		switch {
		case c.Role != pki.ClientLeaf:
		case !w.Complete && len(w.Barred) > 0:
			p.item("  - ", fmt.Sprintf("%s: its way to a root CA is not complete: %s", p.called(w.Leaf), w.Barred[0]))
		case !w.Complete:
			p.item("  - ", fmt.Sprintf("%s: its way to a root CA is not complete", p.called(w.Leaf)))
		case !w.InDate:
			p.item("  - ", fmt.Sprintf("%s: a CA above it is not in date", p.called(w.Leaf)))
		}
	}
}

func (p *inspectPage) remarksCalled(id string) []model.Remark {
	var list []model.Remark
	for _, r := range p.report.Chains.Remarks {
		if r.ID == id {
			list = append(list, r)
		}
	}
	return list
}

// uploadAs lists the certificates that are uploaded so.
func (p *inspectPage) uploadAs(as pki.UploadAs) {
	first := true
	for _, c := range p.report.Chains.Certificates {
		if c.Upload != as {
			continue
		}
		if first {
			p.heading(model.Capital(pki.Uploads.Label(as)))
			first = false
		}
		p.hung("  ", c.Short()+": "+someNames(c.Files, mostFiles))
		p.fact("      thumbprint: ", c.SHA1)
		p.fact("      why: ", c.Reason)
	}
}

// mostFiles is how many files are named where they are many.
const mostFiles = 6

// uploadNot lists what stays out by the reason: of many devices it is the same.
func (p *inspectPage) uploadNot() {
	var reasons []string
	about := map[string][]string{}
	for i, c := range p.report.Chains.Certificates {
		if c.Upload != pki.UploadNot {
			continue
		}
		if about[c.Reason] == nil {
			reasons = append(reasons, c.Reason)
		}
		about[c.Reason] = append(about[c.Reason], p.called(i))
	}
	if len(reasons) > 0 {
		p.heading(model.Capital(pki.Uploads.Label(pki.UploadNot)))
	}
	for _, reason := range reasons {
		p.hung("  ", someNames(about[reason], p.most(mostFiles)))
		p.fact("      why: ", reason)
	}
}

// most is a bound, unless everything is to be told.
func (p *inspectPage) most(few int) int {
	if p.all {
		return maxInputs * 100
	}
	return few
}

// called names a certificate with its files.
func (p *inspectPage) called(place int) string {
	c := p.report.Chains.Certificates[place]
	return c.Short() + " (" + someNames(c.Files, 2) + ")"
}

// someNames joins names, but not too many.
func someNames(names []string, most int) string {
	if more := len(names) - most; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names[:most], ", "), more)
	}
	return strings.Join(names, ", ")
}

// missingCAs says which CAs are missing, and where each can be fetched.
func (p *inspectPage) missingCAs() {
	missing, told := p.report.Chains.Missing, p.remarksCalled(caMissing)
	if len(missing) > 0 {
		p.heading(fmt.Sprintf("Missing: %d", len(missing)))
	}
	for i, m := range missing {
		if i < len(told) {
			p.remark("  ", told[i])
		} else {
			p.item("  ", m.Subject)
			p.fact("      subject key identifier: ", m.KeyID)
		}
		for _, address := range m.Fetch {
			p.item("      fetch: ", address)
		}
	}
}

// together tells what the certificates mean as a whole.
func (p *inspectPage) together() {
	var rest []model.Remark
	for _, r := range p.report.Chains.Remarks {
		if r.ID != uploadAnswer && r.ID != caMissing {
			rest = append(rest, r)
		}
	}
	if len(rest) > 0 {
		p.heading("All certificates together")
		p.remarks("  ", rest, false)
	}
}
