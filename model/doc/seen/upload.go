package seen

import (
	"fmt"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/pki"
)

// The remarks on all certificates that have a place of their own.
const (
	uploadAnswer = "upload-answer"
	caMissing    = "ca-missing"
)

// answer says which files to upload to the CMG, and as what.
func (in *inspection) answer() []doc.Part {
	parts := []doc.Part{in.verdict()}
	for _, as := range []pki.UploadAs{pki.UploadRoot, pki.UploadIntermediate} {
		parts = append(parts, in.upload(as))
	}
	for _, r := range in.remarksCalled(uploadAnswer) {
		if r.Do != "" {
			parts = append(parts, doc.Part{Groups: []doc.Group{{Entries: []doc.Entry{{Mark: "do:", Title: in.cited(r.Do, r)}}}}})
		}
	}
	return append(parts, in.uploadNot())
}

// verdict is the answer in one line, and the leaves whose way is not good as it
// is. The words of what speaks against it follow below.
func (in *inspection) verdict() doc.Part {
	severity := model.Severity("")
	for _, r := range in.remarksCalled(uploadAnswer) {
		severity = r.Severity
	}
	upload := slices.ContainsFunc(in.Chains.Certificates, func(c pki.SortedCertificate) bool { return c.Upload != pki.UploadNot })
	blocking := in.blocking()
	p := doc.Part{Groups: []doc.Group{doc.Listed(append(in.lacking(), blocking...))}}
	switch {
	case !upload && severity == model.Blocker:
		p.Title, p.Tone = "Blocker: nothing here can be uploaded to the CMG yet", doc.BadTone
	case !upload:
		p.Title = "Nothing here needs to be uploaded to the CMG"
	case severity == model.Blocker:
		p.Title, p.Tone = "Blocker: upload these to the CMG, but they are not enough", doc.BadTone
	case severity != "":
		p.Title, p.Tone = model.Severities.Label(severity)+": upload these to the CMG if they are above your client certificates", doc.WarnTone
	case len(blocking) > 0:
		p.Title, p.Tone = "Upload these to the CMG, and fix what blocks", doc.BadTone
	default:
		p.Title, p.Tone = "Upload these to the CMG", doc.GoodTone
	}
	return p
}

// blocking names the files and certificates with a blocker of their own, which
// is told below with what to do.
func (in *inspection) blocking() []string {
	var names []string
	blocks := func(remarks []model.Remark) bool {
		return slices.ContainsFunc(remarks, func(r model.Remark) bool { return r.Severity == model.Blocker })
	}
	for i, c := range in.Chains.Certificates {
		if blocks(c.Remarks) {
			names = append(names, in.called(i))
		}
	}
	for _, f := range in.Files {
		if blocks(f.Remarks) {
			names = append(names, model.Clean(f.Name))
		}
	}
	if names == nil {
		return nil
	}
	return []string{"a blocker is below, under " + someNames(names, in.most(mostFiles))}
}

func (in *inspection) lacking() []string {
	var lines []string
	for _, w := range in.Chains.Ways {
		barred := ""
		if len(w.Barred) > 0 {
			barred = w.Barred[0]
		}
		switch {
		case in.role(w.Leaf) != pki.ClientLeaf:
		case !w.Complete:
			lines = append(lines, doc.JoinedWith(": ", in.called(w.Leaf), "its chain to a root CA is not complete", barred))
		case !w.InDate:
			lines = append(lines, in.called(w.Leaf)+": a CA above it is not valid now")
		}
	}
	return lines
}

func (in *inspection) remarksCalled(id string) []model.Remark {
	return slices.DeleteFunc(slices.Clone(in.Chains.Remarks), func(r model.Remark) bool { return r.ID != id })
}

// upload lists the certificates that are uploaded so.
func (in *inspection) upload(as pki.UploadAs) doc.Part {
	var entries []doc.Entry
	for _, c := range in.Chains.Certificates {
		if c.Upload == as {
			entries = append(entries, doc.Entry{Title: c.Short() + ": " + someNames(c.Files, mostFiles), Hung: true, Facts: doc.Given(doc.Plain(doc.ThumbprintLabel, c.SHA1), doc.Plain("why", c.Reason))})
		}
	}
	return doc.ListOf(model.Capital(pki.Uploads.Label(as)), entries)
}

// uploadNot lists what stays out by the reason: of many devices it is the same.
func (in *inspection) uploadNot() doc.Part {
	var reasons []string
	about := map[string][]string{}
	for i, c := range in.Chains.Certificates {
		if c.Upload == pki.UploadNot {
			if about[c.Reason] == nil {
				reasons = append(reasons, c.Reason)
			}
			about[c.Reason] = append(about[c.Reason], in.called(i))
		}
	}
	return doc.ListOf(model.Capital(pki.Uploads.Label(pki.UploadNot)), doc.Each(reasons, func(reason string) doc.Entry {
		return doc.Entry{Title: someNames(about[reason], in.most(mostFiles)), Hung: true, Facts: doc.Given(doc.Plain("why", reason))}
	}))
}

// missing says which CAs are missing, and where each can be fetched.
func (in *inspection) missing() doc.Part {
	told := in.remarksCalled(caMissing)
	var entries []doc.Entry
	for i, m := range in.Chains.Missing {
		e := doc.Entry{Title: m.Subject, Facts: doc.Given(doc.Plain("subject key identifier", m.KeyID))}
		if i < len(told) {
			e = in.remarkEntry(told[i])
		}
		for _, address := range m.Fetch {
			e.Facts = append(e.Facts, doc.Plain("fetch", address))
		}
		entries = append(entries, e)
	}
	return doc.ListOf(fmt.Sprintf("Missing: %d", len(entries)), entries)
}

// together tells what the certificates mean as a whole.
func (in *inspection) together() doc.Part {
	rest := slices.DeleteFunc(slices.Clone(in.Chains.Remarks), func(r model.Remark) bool { return r.ID == uploadAnswer || r.ID == caMissing })
	return doc.ListOf("All certificates together", doc.Each(WorstFirst(rest), in.remarkEntry))
}
