package steps

import (
	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// Methods is the ID of the page on which the methods are chosen.
const Methods = "methods"

var methods = Step{
	ID:    Methods,
	Title: "Client authentication",
	Why:   "Devices on the internet need stronger authentication than internal ones. There are three methods, and each kind of device can use a different one.",
	Shown: func(a *model.Answers) bool { return len(a.InternetDevices()) > 0 },
	Ask: func(a *model.Answers) []Question {
		var questions []Question
		if len(a.DevicesWhere(mayNeedPKI)) > 0 {
			questions = append(questions, Question{
				Key:   "pki.available",
				Why:   "If a PKI can issue client authentication certificates, devices that cannot use Microsoft Entra ID may use them.",
				Where: "Ask the people who run your certification authority. With Active Directory Certificate Services and Group Policy, the answer is usually yes.",
			})
		}
		for _, i := range a.InternetDevices() {
			questions = append(questions, methodQuestion(a, i))
		}
		return questions
	},
}

func methodQuestion(a *model.Answers, i int) Question {
	best, note := recommended(a, a.Devices[i])
	return Question{
		Key: key("devices[#].method", i), Best: string(best),
		Why:   "Microsoft Entra ID serves devices and users; certificates and tokens serve devices only.",
		Where: "Microsoft: Plan for CMG client authentication methods (the checklist has the address).",
		Note:  note,
	}
}

// recommended is the method that suits a kind of device, and why: none as long as
// nobody knows what it and the PKI can do.
func recommended(a *model.Answers, d model.Device) (model.Method, string) {
	best, reason := judge.Recommend(a, d)
	d.Method = model.EntraID
	switch fits := d.MethodFits(); {
	case fits == model.Unknown:
		return "", "What suits these devices depends on how they are joined."
	case fits == model.IsFalse && !model.Known(a.PKI.Available) && d.ClientCertificate != model.Yes:
		return "", "PKI certificates suit these devices if your PKI can issue them, site-issued tokens if not."
	}
	return best, "Recommended: " + model.Methods.Label(best) + ", because " + reason + "."
}
