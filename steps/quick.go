package steps

import (
	"slices"

	"cmgwizard/model"
)

// Quick lists the pages of the quick round: the few answers that decide. What it
// does not ask is assumed, and can be looked at and answered later.
func Quick() []Step {
	return []Step{
		{ID: "quick-site", Title: "Site", Why: "About fifteen answers make a plan. The rest is assumed, and you see what is assumed.", Ask: quickSite},
		{ID: "quick-devices", Title: "Devices", Why: "How a device is joined determines which identity it can use on the internet.", Ask: quickDevices},
		{ID: "quick-methods", Title: "Authentication", Why: "Devices on the internet need stronger authentication than internal ones.", Ask: quickMethods},
		{ID: "quick-points", Title: "Management points", Why: "The CMG forwards requests to management points. At least one must accept its traffic.", Ask: quickPoints},
		{ID: "quick-cmg", Title: "The CMG", Why: "Its name, its certificate, and its region: three decisions that are hard to change later.", Ask: quickCMG},
	}
}

// IsQuick reports whether a page belongs to the quick round.
func IsQuick(id string) bool {
	return slices.ContainsFunc(Quick(), func(s Step) bool { return s.ID == id })
}

// saying is a question as the full interview asks it, in other words.
func saying(ask string, q Question) Question {
	q.Ask = ask
	return q
}

// of gives the question with a key among those of a page.
func of(questions []Question, key string) Question {
	i := slices.IndexFunc(questions, func(q Question) bool { return q.Key == key })
	if i < 0 {
		return Question{Key: key}
	}
	return questions[i]
}

func quickSite(a *model.Answers) []Question {
	page := hierarchyQuestions()
	questions := []Question{
		saying("What is your primary site's code?", of(page, "site.code")),
		of(page, "site.version"),
		withoutBest(saying("What is the site's communication security today?", of(page, "site.security_now")), securityToday(a)),
	}
	if a.Site.SecurityNow == model.PlainHTTP {
		q := of(modes.Ask(a), "site.security")
		q.Options = []model.Word{word(model.Securities, model.EnhancedHTTP), word(model.Securities, model.HTTPSOnly)}
		questions = append(questions, saying("Will you turn on Enhanced HTTP or go HTTPS only?", q))
	}
	return append(questions, saying("Is Cloud Management already set up under Azure Services?", of(entra.Ask(a), "entra.site_integrated")))
}

// withoutBest offers other words, with none marked: only a person can say what
// already holds.
func withoutBest(q Question, options []model.Word) Question {
	q.Best, q.Options = "", options
	return q
}

// securityToday puts plain HTTP last, and says from when on it is no more.
func securityToday(a *model.Answers) []model.Word {
	plain := word(model.Securities, model.PlainHTTP)
	if model.Known(a.Site.Version) && a.Site.Version.AtLeast(2403) {
		plain.Label += " (support ended with 2403)"
	}
	return []model.Word{word(model.Securities, model.EnhancedHTTP), word(model.Securities, model.HTTPSOnly), plain}
}

func word[T ~string](terms model.Terms[T], value T) model.Word {
	return model.Word{Value: string(value), Label: terms.Label(value)}
}

func quickCMG(a *model.Answers) []Question {
	page := gateway.Ask(a)
	name, region := of(page, "gateway.service_name"), of(page, "gateway.region")
	name.Proposal = proposedName(a)
	if name.Proposal != "" {
		name.Example = name.Proposal
	}
	return []Question{
		saying("What is the service name of the CMG?", name),
		saying("Who will issue the CMG's server certificate?", withBest(of(page, "gateway.certificate_source"), string(model.PublicProvider))),
		saying("Which Azure region will host the CMG?", region),
		quickConnectionPoints(a),
	}
}

func withBest(q Question, best string) Question {
	q.Best = best
	return q
}
