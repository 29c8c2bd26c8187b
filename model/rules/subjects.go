package rules

import "cmgwizard/model"

// answered judges a rule that wants one answer to be one of some words. The
// detail says what stands against it once the answer is another.
func answered[T ~string](subject string, answer T, detail string, wanted ...T) []model.Outcome {
	holds := model.Is(answer, wanted...)
	if holds == model.Unknown {
		detail = ""
	}
	return model.OutcomeOf(subject, holds, detail, subject)
}

// Stated is the problem of a broken rule, also where only a value that nobody said
// stands against it.
func (f Finding) Stated(p *model.Plan) string {
	if !f.Guessed {
		return f.Problem
	}
	Find(f.Rule).say(&f, p, model.Outcome{Subject: f.Subject})
	return f.Problem
}

// each judges every device or management point in places.
func each(places []int, judge func(i int) []model.Outcome) []model.Outcome {
	var verdicts []model.Outcome
	for _, i := range places {
		verdicts = append(verdicts, judge(i)...)
	}
	return verdicts
}

// modeKeys are the answers that decide the mode of the points whose mode is
// not known: the site's security only where a point waits for it.
func modeKeys(a *model.Answers, points []int) []string {
	var keys []string
	for _, i := range points {
		if a.Mode(i) != model.ModeUnknown {
			continue
		}
		keys = append(keys, model.PointKey(i, "clients"))
		if a.ManagementPoints[i].Clients == model.ConnectHTTP {
			keys = append(keys, "site.security")
		}
	}
	return keys
}
