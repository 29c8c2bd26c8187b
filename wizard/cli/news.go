package cli

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/explain"
	"cmgwizard/model/rules"
)

// news says what the rules judge otherwise since the plan was saved.
func (p *page) news(plan *model.Plan) {
	news := rules.NewsOf(plan)
	if len(news) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Judged otherwise since the plan was saved: %d", len(news)))
	for _, n := range news {
		p.item("  - ", fmt.Sprintf("%s: %s (%s)", explain.OutcomeWords.Label(n.Outcome), n.Title, n.What))
		p.fact("      about: ", evidence.NameAndKey(plan, n.Subject))
	}
}
