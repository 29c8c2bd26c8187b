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
		questions := []Question{{
			Key:   "pki.available",
			Why:   "If a PKI can issue client authentication certificates, devices that cannot use Microsoft Entra ID may use them.",
			Where: "Ask who runs your certificate authority. With Active Directory Certificate Services and Group Policy the answer is usually yes.",
		}}
		for _, i := range a.InternetDevices() {
			questions = append(questions, methodQuestion(a, i))
		}
		return questions
	},
}

func methodQuestion(a *model.Answers, i int) Question {
	best, reason := judge.Recommend(a, a.Devices[i])
	return Question{
		Key: key("devices[#].method", i), Best: string(best),
		Why:   "Microsoft Entra ID serves devices and users; certificates and tokens serve devices only.",
		Where: "Microsoft: Plan for CMG client authentication methods (the checklist has the address).",
		Note:  "Recommended: " + model.Methods.Label(best) + ", because " + reason + ".",
	}
}
