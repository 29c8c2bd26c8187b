package cli

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// files tells of each file, in a line where it is well.
func (p *inspectPage) files(margin string) {
	brief, plain := !p.all && len(p.report.Files) > fewFiles, 0
	for i, f := range p.report.Files {
		if brief && isPlain(f) {
			plain++
			continue
		}
		if i > 0 && !brief && margin == "" {
			p.gap()
		}
		p.file(margin, f, brief)
	}
	if plain > 0 {
		p.item(margin, model.CountedAs(plain, "file with one certificate: it stands", "files with one certificate each: they stand")+" below")
	}
}

// isPlain reports whether there is nothing to say about a file but for its
// certificate.
func isPlain(f reading.File) bool {
	return f.Kind == reading.Certificates && len(f.Certificates) == 1 && len(f.Remarks) == 0
}

func (p *inspectPage) file(margin string, f reading.File, brief bool) {
	p.hung(margin, f.Name+": "+aboutFile(p.report, f))
	for _, fact := range f.Facts {
		if f.Kind != reading.Certificates {
			p.fact(margin+"    "+model.Clean(fact.Label)+": ", fact.Value)
		}
	}
	if f.Kind == reading.Unreadable {
		p.todo(margin+"    ", f.Remarks) // the rest was just said
		return
	}
	p.remarks(margin+"    ", f.Remarks, brief)
}

// todo lists what to do, and nothing else.
func (p *page) todo(margin string, remarks []model.Remark) {
	for _, r := range remarks {
		p.fact(margin+"do: ", quoted(r.Do))
	}
}

// hung writes text whose second line stands further right than its first.
func (p *page) hung(margin, text string) {
	const further = "    "
	for i, line := range wrap(model.Clean(text), p.width-len(margin)-len(further)) {
		if i == 1 {
			margin = strings.Repeat(" ", len(margin)) + further
		}
		p.WriteString(margin + line + "\n")
	}
}

// mostAbout is how many certificates are named beside their file.
const mostAbout = 3

// aboutFile says in a few words what a file is.
func aboutFile(report inspect.Report, f reading.File) string {
	switch f.Kind {
	case reading.Unreadable, reading.Other:
		return lowerFirst(reading.Kinds.Label(f.Kind)) + ": " + f.About
	case reading.Certificates:
		return f.About + certificateNames(report, f.Certificates)
	}
	return f.About
}

func lowerFirst(text string) string {
	return strings.ToLower(text[:min(len(text), 1)]) + text[min(len(text), 1):]
}

func certificateNames(report inspect.Report, places []int) string {
	var words []string
	for _, place := range places[:min(len(places), mostAbout)] {
		c := report.Chains.Certificates[place]
		words = append(words, pki.CertificateRoles.Label(c.Role)+" "+c.Short())
	}
	if more := len(places) - len(words); more > 0 {
		words = append(words, fmt.Sprintf("and %d more", more))
	}
	if len(words) == 0 {
		return ""
	}
	return " - " + strings.Join(words, ", ")
}
