package cli

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"cmgwizard/model/traffic"
	"github.com/spf13/cobra"
)

func (p *program) show() *cobra.Command {
	c := &cobra.Command{
		Use: "show PLAN", Short: "Sum a plan up on the screen",
		Long: "Sums a plan up: verdict, decisions, a drawing of the traffic, requirements,\n" +
			"findings, open answers and the number of tasks. PLAN may be - for the standard\n" +
			"input.",
		Example:           "cmgwizard show contoso.toml",
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: planFiles,
		RunE:              func(_ *cobra.Command, args []string) error { return p.showPlan(args) },
	}
	p.addDate(c)
	return c
}

func (p *program) showPlan(args []string) error {
	path, plan, err := p.readArgument(args)
	if err != nil {
		return err
	}
	page := newPage(p.out)
	page.summary(path.name, &plan)
	return p.write([]byte(page.String()))
}

// origin is where a plan was read from, as people call it.
func origin(path string) string {
	if path == "-" {
		return "the standard input"
	}
	return path
}

// summary is a plan on one page or two.
func (p *page) summary(path string, plan *model.Plan) {
	o := judge.Plan(*plan)
	p.verdict(o.Verdict)
	p.gap()
	p.fact("plan:  ", plan.Name)
	p.item("file:  ", origin(path))
	p.fact("saved: ", saved(plan))
	p.decisions(judge.Decisions(plan))
	p.traffic(plan, o)
	p.requirements(o.Requirements)
	p.findings(o.Findings)
	p.missing(o.Open)
	p.next(path, o.Items)
}

func saved(plan *model.Plan) string {
	if plan.Updated.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s UTC, change %d", plan.Updated.In(time.UTC).Format("2006-01-02 15:04"), plan.Serial)
}

func (p *page) decisions(decisions []judge.Decision) {
	p.heading("Decisions")
	for _, d := range decisions {
		p.item("  ", d.Title+": "+d.Choice)
		p.fact("      ", d.Why)
		p.fact("      documents disagree: ", strings.Join(d.Conflict.IDs(), ", "))
	}
}

// traffic draws who talks to whom.
func (p *page) traffic(plan *model.Plan, o judge.Judgement) {
	p.heading("Who talks to whom")
	for _, line := range drawing.TrafficLines(traffic.Draw(plan, o), p.width-2) {
		p.WriteString(strings.TrimRight("  "+line, " ") + "\n")
	}
}

// requirements lists what the answers ask for; what they do not is left out.
func (p *page) requirements(requirements []rules.Requirement) {
	p.heading("Requirements")
	for _, need := range rules.Needs {
		for _, r := range requirements {
			if r.Need == need.Value && r.Need != rules.NotRequired {
				p.item("  ", fmt.Sprintf("%s: %s", need.Label, r.Title))
				p.fact("      documents disagree: ", strings.Join(r.Conflict.IDs(), ", "))
			}
		}
	}
}

// findings lists the titles by severity. What the tasks of the checklist will
// put right is only counted.
func (p *page) findings(findings []rules.Finding) {
	for _, s := range model.SeverityTitles {
		sorted := byOutcome(findings, s.Value)
		if len(sorted) == 0 {
			continue
		}
		p.heading(fmt.Sprintf("%s: %s", s.Label, tally(sorted)))
		last := ""
		for _, f := range sorted {
			line := explain.OutcomeWords.Label(f.Outcome) + ": " + f.Title
			if f.Outcome != rules.Planned && line != last {
				p.item("  ", line)
				last = line
			}
		}
	}
}
