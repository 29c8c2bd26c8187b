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
	assumed := assume.List(plan)
	p.verdict(o.Verdict, assume.Facts(assumed))
	p.gap()
	p.fact("plan:  ", plan.Name)
	p.item("file:  ", origin(path))
	p.fact("saved: ", saved(plan))
	p.parts(doc.DecisionsInShort(judge.Decisions(plan)))
	p.traffic(plan, o)
	p.parts(doc.RequirementsInShort(o.Requirements))
	p.parts(doc.JudgedInShort(o.Findings)...)
	p.parts(doc.OpenAnswers(o.Open), doc.ToConfirm(assumed))
	p.next(path, o.Items)
}

func saved(plan *model.Plan) string {
	if plan.Updated.IsZero() {
		return ""
	}
	return fmt.Sprintf("%s UTC, change %d", plan.Updated.In(time.UTC).Format("2006-01-02 15:04"), plan.Serial)
}

// traffic draws who talks to whom.
func (p *page) traffic(plan *model.Plan, o judge.Judgement) {
	p.heading("Who talks to whom")
	for _, line := range drawing.TrafficLines(traffic.Draw(plan, o), p.width-2) {
		p.WriteString(strings.TrimRight("  "+line, " ") + "\n")
	}
}
