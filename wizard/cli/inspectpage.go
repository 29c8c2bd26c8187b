package cli

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/inspect"
)

// An inspectPage tells of files, and remembers the sources of what it said.
type inspectPage struct {
	*page
	report  inspect.Report
	at      time.Time
	all     bool // nothing is shortened
	sources []model.Reference
}

// How many files and certificates are told of in full.
const (
	fewFiles        = 10
	fewCertificates = 6
)

func newInspectPage(p *page, report inspect.Report, at time.Time, all bool) *inspectPage {
	return &inspectPage{page: p, report: report, at: at, all: all}
}

// everything is all that there is to say, the answer first.
func (p *inspectPage) everything(plan *model.Plan, left []string) {
	switch {
	case len(p.report.Files) == 0:
		p.line("There is no file to look at.")
	case len(p.report.Chains.Certificates) > 0:
		p.answer()
		p.missingCAs()
		p.ways()
		p.together()
		p.heading(fmt.Sprintf("Files: %d", len(p.report.Files)))
		p.files("  ")
		p.certificates()
	default:
		p.files("")
	}
	p.comparedWith(plan)
	p.leftOut(left)
	p.basis()
	p.whatNext()
}

// comparedWith says which plan the files were held against.
func (p *inspectPage) comparedWith(plan *model.Plan) {
	if plan != nil {
		p.gap()
		p.item("compared with the plan: ", doc.OrNothing(plan.Name))
	}
}

func (p *page) leftOut(left []string) {
	if len(left) == 0 {
		return
	}
	p.heading("Left out")
	for _, words := range left {
		p.item("  - ", words)
	}
}

// basis lists what the remarks rest on.
func (p *inspectPage) basis() {
	if len(p.sources) == 0 {
		return
	}
	p.heading("Sources")
	for i, s := range p.sources {
		label := fmt.Sprintf("  [%d] ", i+1)
		p.item(label, doc.SourceRead(s))
		p.item(strings.Repeat(" ", len(label)), s.URL)
	}
}

// whatNext says how to keep what was read, where a plan would keep any of it.
func (p *inspectPage) whatNext() {
	if len(p.report.Evidence()) > 0 {
		p.gap()
		p.line(`To keep this in a plan: "cmgwizard evidence add PLAN FILE..."`)
	}
}

// remarks tells what something means, the worst first. In brief, what is well is
// left out.
func (p *inspectPage) remarks(margin string, remarks []model.Remark, brief bool) {
	for _, severity := range append(severities(), "") {
		for _, r := range remarks {
			if r.Severity == severity && (severity != "" || !brief) {
				p.remark(margin, r)
			}
		}
	}
}

// severities are the severities, the worst first.
func severities() []model.Severity {
	var list []model.Severity
	for _, s := range model.Severities {
		list = append(list, s.Value)
	}
	return list
}

func (p *inspectPage) remark(margin string, r model.Remark) {
	label := "note"
	if r.Severity != "" {
		label = model.Severities.Label(r.Severity)
	}
	p.item(margin+label+": ", quoted(r.Text)+p.cite(r.Sources))
	p.fact(margin+"  do: ", quoted(r.Do))
}

// quoted puts labels in quotation marks, as the checklist does in plain text.
func quoted(text string) string { return strings.ReplaceAll(text, "**", `"`) }

// cite gives the numbers of sources in the list at the end.
func (p *inspectPage) cite(sources []model.Reference) string {
	var b strings.Builder
	for _, s := range sources {
		number := slices.Index(p.sources, s) + 1
		if number == 0 {
			p.sources = append(p.sources, s)
			number = len(p.sources)
		}
		fmt.Fprintf(&b, "[%d]", number)
	}
	if b.Len() == 0 {
		return ""
	}
	return " " + b.String()
}
