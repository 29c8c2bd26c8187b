package cli

import (
	"fmt"

	"cmgwizard/model"
)

// news says what the rules judge otherwise since the plan was saved.
func (p *page) news(plan *model.Plan) {
	news := plan.News()
	if len(news) == 0 {
		return
	}
	p.heading(fmt.Sprintf("Judged otherwise since the plan was saved: %d", len(news)))
	for _, n := range news {
		p.item("  - ", fmt.Sprintf("%s: %s (%s)", model.OutcomeWords.Label(n.Outcome), n.Title, n.What))
		p.fact("      about: ", plan.Called(n.Subject))
	}
}
