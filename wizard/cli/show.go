package cli

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/drawing"
	"cmgwizard/model/judge"
	"cmgwizard/model/traffic"
	"cmgwizard/wizard/cli/page"
	"github.com/spf13/cobra"
)

func (p *program) show() *cobra.Command {
	c := &cobra.Command{
		Use: "show PLAN", Short: "Sum a plan up on the screen",
		Long: "Sums a plan up: verdict, decisions, a drawing of the traffic, requirements,\n" +
			"findings, missing answers and the number of tasks. PLAN may be - for the standard\n" +
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
	page := page.New(p.out)
	summary(page, path.name, &plan)
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
func summary(p *page.Page, path string, plan *model.Plan) {
	o := judge.Plan(*plan)
	assumed := assume.List(plan)
	showVerdict(p, plan, o)
	p.Gap()
	p.Fact("plan:  ", plan.Name)
	p.Item("file:  ", origin(path))
	p.Fact("saved: ", saved(plan))
	p.Parts(doc.DecisionsInShort(judge.Decisions(plan)))
	showTraffic(p, plan, o)
	p.Parts(doc.RequirementsInShort(o.Requirements))
	p.Parts(doc.JudgedInShort(o.Findings)...)
	p.Parts(doc.Covered(o.Findings), doc.OpenAnswers(o.Open), doc.ToConfirm(assumed))
	next(p, path, o.Items)
}

func saved(plan *model.Plan) string {
	if plan.Updated.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s UTC, change %d", plan.Updated.In(time.UTC).Format("2006-01-02 15:04"), plan.Serial)
}

// showTraffic draws who talks to whom.
func showTraffic(p *page.Page, plan *model.Plan, o judge.Judgement) {
	p.Heading("Who talks to whom")
	for _, line := range drawing.TrafficLines(traffic.Draw(plan, o), p.Width-2) {
		p.WriteString(strings.TrimRight("  "+line, " ") + "\n")
	}
}
