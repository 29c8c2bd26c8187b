package steps

import (
	"fmt"
	"strconv"

	"cmgwizard/model"
)

var tokens = Step{
	ID:    "tokens",
	Title: "Site-issued tokens",
	Why:   "A token lasts 90 days and is renewed when the client starts. A client gets its first token on the internal network, or with a bulk registration token that is valid for up to seven days.",
	Shown: func(a *model.Answers) bool { return a.Uses(model.SiteToken) || judgedAllTheSame(a) },
	Ask: func(a *model.Answers) []Question {
		questions := append(reachQuestions(a), Question{
			Key: "token.registration", Options: registrationOptions, Best: bestRegistration(a),
			Why:   "Devices that never connect to the internal network can only register with a bulk registration token.",
			Where: "Registration on the internal network is on by default and needs no setup. A bulk token is created on the top-level site server.",
			Note:  registrationNote(a),
		})
		if usesBulk(a) || judgedAllTheSame(a) {
			questions = append(questions, bulkQuestions()...)
		}
		return append(questions, clientQuestions()...)
	},
}

// reachQuestions ask of the devices with tokens alone: for the others it is no
// matter.
func reachQuestions(a *model.Answers) []Question {
	var questions []Question
	for _, i := range a.InternetDevices() {
		if a.Devices[i].Method == model.SiteToken {
			questions = append(questions, Question{
				Key:   key("devices[#].reaches_internal_network", i),
				Why:   "A device that connects to the internal network, or by VPN, registers there and needs no bulk registration token.",
				Where: "Ask whoever provisions the devices: are they set up on site or shipped directly to users?",
			})
		}
	}
	return questions
}

// clientQuestions ask about the clients that hold the tokens.
func clientQuestions() []Question {
	return []Question{
		{
			Key: "token.longest_offline_days", Example: "21", Optional: true,
			Why:   "After 90 days without a client start, the token expires; after 30 days, you get a warning.",
			Where: "Console: Assets and Compliance > Devices, the oldest Last Online Time of devices still in use.",
		},
		{
			Key:   "token.clients_current",
			Why:   "Tokens do not work fully until site and client are both up to date.",
			Where: "Console: Assets and Compliance > Devices, column Client Version. Compare it with Administration > Site Configuration > Sites, column Version.",
		},
	}
}

// registrationOptions are the ways to the first token, and both together.
var registrationOptions = append(model.Registrations.Words(),
	model.Word{Value: string(model.InternalNetwork) + "," + string(model.BulkToken), Label: "Both, depending on the device"},
	model.Word{Value: "none", Label: "Neither"})

func bulkQuestions() []Question {
	return []Question{
		{
			Key: "token.bulk_lifetime_minutes", Example: "4320", Optional: true, Check: checkLifetime,
			Why:   "No device can register with an expired token, and it cannot be renewed. 1 to 10080 minutes; the default of the tool is 4320, three days.",
			Where: "You choose it: BulkRegistrationTokenTool.exe /new /lifetime.",
		},
		{
			Key: "token.rollout_days", Example: "3", Optional: true,
			Why:   "The installation must finish before the token expires.",
			Where: "You plan it: from the first to the last device that installs with the same token.",
		},
	}
}

// checkLifetime wants what the tool takes.
func checkLifetime(text string) error {
	if n, err := strconv.Atoi(text); err != nil || n < 1 || n > model.MaxBulkLifetime {
		return fmt.Errorf("expected a whole number of minutes from 1 to %d, which is seven days", model.MaxBulkLifetime)
	}
	return nil
}

// judgedAllTheSame reports whether answers about bulk tokens stand that rules
// judge even where nobody uses tokens any more.
func judgedAllTheSame(a *model.Answers) bool {
	minutes, known := a.Token.BulkLifetimeMinutes.Value()
	fine := known && minutes >= 1 && minutes <= model.MaxBulkLifetime
	return a.Token.BulkLifetimeMinutes.Given() && !fine || a.Token.RolloutDays.Given() && usesBulk(a)
}

func usesBulk(a *model.Answers) bool {
	for _, r := range a.Token.Registration {
		if r == model.BulkToken {
			return true
		}
	}
	return false
}

func bestRegistration(a *model.Answers) string {
	inside, outside := tokenDevicesReach(a)
	switch {
	case inside && outside:
		return registrationOptions[2].Value
	case outside:
		return string(model.BulkToken)
	case inside:
		return string(model.InternalNetwork)
	}
	return ""
}

func tokenDevicesReach(a *model.Answers) (inside, outside bool) {
	for _, i := range a.InternetDevices() {
		if d := a.Devices[i]; d.Method == model.SiteToken {
			inside = inside || d.ReachesInternalNetwork == model.Yes
			outside = outside || d.ReachesInternalNetwork == model.No
		}
	}
	return inside, outside
}

func registrationNote(a *model.Answers) string {
	if _, outside := tokenDevicesReach(a); outside {
		return "Some of these devices never connect to the internal network: they need a bulk registration token."
	}
	return ""
}
