package rules

import (
	"fmt"

	"cmgwizard/model"
)

// The limits of tokens.
const (
	MinutesADay       = 1440
	TokenRenewalDays  = 30
	TokenLifetimeDays = 90
)

// tokenRules judge site-issued tokens and bulk registration tokens.
var tokenRules = []Rule{
	{
		ID:       "bulk-lifetime-limit",
		Title:    "A bulk registration token is valid for 1 to 10,080 minutes",
		Problem:  "The lifetime of the bulk registration token is outside 1 to 10,080 minutes",
		Open:     "Unknown whether the lifetime of the bulk registration token is allowed",
		Why:      "BulkRegistrationTokenTool.exe creates no token with a longer lifetime, and none can be renewed. Clients that are installed afterwards fail with 401 CMGService_Invalid_Token.",
		When:     `Once the lifetime of the bulk registration token is answered, even with "I do not know yet"`,
		Reads:    []string{"token.bulk_lifetime_minutes"},
		Severity: always(model.Blocker),
		Fix:      "Choose a lifetime of at most seven days, and create a new token for a longer rollout.",
		Cites: []model.Citation{
			{"deploy-token", "bulk-registration-token-tool-usage"}, {"deploy-token", "token-renewal"},
			{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Token.BulkLifetimeMinutes.Given(), func() []model.Outcome {
				minutes, known := p.Token.BulkLifetimeMinutes.Value()
				return model.OutcomeOf("token.bulk_lifetime_minutes", truthIfKnown(known, minutes >= 1 && minutes <= model.MaxBulkLifetime),
					fmt.Sprintf("%d minutes are outside what the tool accepts", minutes), "token.bulk_lifetime_minutes")
			})
		},
	},
	{
		ID:       "bulk-lifetime-rollout",
		Title:    "A bulk registration token is valid for its whole rollout",
		Problem:  "The rollout takes longer than its bulk registration token is valid",
		Open:     "Unknown whether the bulk registration token is valid for the whole rollout",
		Why:      "A client that is installed after the token has ended cannot register: 401 CMGService_Invalid_Token, and PreAuth token validation failed in CCM_STS.log. If no lifetime is given, a token is valid for three days.",
		When:     `Once clients register with a bulk registration token and the days of its rollout are answered, even with "I do not know yet"`,
		Reads:    []string{"token.registration", "token.bulk_lifetime_minutes", "token.rollout_days"},
		Severity: always(model.Warning),
		Fix:      "Extend the lifetime to at most seven days, or create a new token for each wave: a bulk token cannot be renewed.",
		Cites: []model.Citation{
			{"deploy-token", "bulk-registration-token-tool-usage"}, {"deploy-token", "token-renewal"},
			{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Token.RolloutDays.Given() && p.Token.UsesBulk() == model.IsTrue, func() []model.Outcome { return judgeRollout(p.Token) })
		},
	},
	{
		ID:       "token-offline",
		Title:    "Devices with tokens start their client often enough",
		Problem:  "Devices with tokens may stay off, or go without a restart, for over 30 days",
		Open:     "Unknown whether every device with a token restarts its client within 30 days",
		Why:      "A client renews its token once a month, only when it starts, and the token is valid for 90 days. One Microsoft page already expects 401 CMGService_Invalid_Token after 30 days without contact.",
		When:     `Once internet devices use site-issued tokens and their longest time without a restart is answered, even with "I do not know yet"`,
		Reads:    []string{"devices[].internet", "devices[].method", "token.longest_offline_days"},
		Severity: offlineSeverity,
		Grades:   "A blocker where devices may stay off for more than 90 days, a warning otherwise",
		Fix:      "Make sure that every device starts its client at least once in 30 days. After 90 days, it must connect to the internal network, or be reinstalled with a bulk registration token.",
		Cites:    []model.Citation{{"deploy-token", "token-renewal"}, {"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.SiteToken) && p.Token.LongestOfflineDays.Given(), func() []model.Outcome {
				days, known := p.Token.LongestOfflineDays.Value()
				return model.OutcomeOf("token.longest_offline_days", truthIfKnown(known, days <= TokenRenewalDays),
					fmt.Sprintf("a device may stay off for %d days", days), "token.longest_offline_days")
			})
		},
	},
	{
		ID:       "token-client-restart",
		Title:    "Something restarts the client at least once in 90 days",
		Problem:  "Nothing confirms that clients with tokens restart at least every 90 days",
		Open:     "Unknown whether clients with tokens restart at least every 90 days",
		Why:      "A client asks for a new token only when it starts. A device that is never restarted loses the CMG when its token expires, until it connects internally or is reinstalled with a bulk registration token. Renewing the SMS Token Signing Certificate also invalidates all tokens at once.",
		When:     "Once a kind of device on the internet uses site-issued tokens",
		Reads:    []string{"devices[].internet", "devices[].method"},
		Severity: always(model.Advice),
		Fix:      "Let monthly updates restart the devices, or schedule a restart of the client service.",
		Task:     "token-restart-policy",
		Cites: []model.Citation{
			{"deploy-token", "token-renewal"}, {"deploy-token", "token-signing"},
			{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.SiteToken), func() []model.Outcome {
				return model.OutcomeOf("token", model.IsFalse, "a token is renewed only when the client starts")
			})
		},
	},
}

func offlineSeverity(p *model.Plan) model.Severity {
	if days, _ := p.Token.LongestOfflineDays.Value(); days > TokenLifetimeDays {
		return model.Blocker
	}
	return model.Warning
}

// judgeRollout compares the rollout with the lifetime; a rollout of no days
// fits any.
func judgeRollout(t model.Token) []model.Outcome {
	days, daysKnown := t.RolloutDays.Value()
	minutes, lifetimeKnown := t.BulkLifetimeMinutes.Value()
	if !t.BulkLifetimeMinutes.Given() {
		minutes, lifetimeKnown = model.DefaultBulkLifetime, true
	}
	holds := truthIfKnown(daysKnown && lifetimeKnown, days <= minutes/MinutesADay)
	if daysKnown && days == 0 {
		holds = model.IsTrue
	}
	detail := "the rollout takes " + model.Counted(days, "day") + ", and a token is valid for " + lifeInDays(minutes)
	outcomes := model.OutcomeOf("token.rollout_days", holds, detail, "token.rollout_days")
	if daysKnown {
		outcomes[0].Fix = rolloutFix(days)
	}
	return outcomes
}

// lifeInDays cuts after a tenth of a day: no token seems to live longer than it
// does.
func lifeInDays(minutes int) string {
	days := model.Thousands(minutes / MinutesADay)
	if tenths := minutes % MinutesADay * 10 / MinutesADay; tenths > 0 {
		return fmt.Sprintf("%s.%d days", days, tenths)
	}
	if minutes%MinutesADay > 0 {
		return "less than " + model.Counted(minutes/MinutesADay+1, "day")
	}
	return model.Counted(minutes/MinutesADay, "day")
}

// rolloutFix advises no lifetime that the tool refuses.
func rolloutFix(days int) string {
	if days > model.MaxBulkLifetime/MinutesADay {
		return "Create a new token for each wave of at most seven days: no bulk token is valid for longer, and none can be renewed."
	}
	return fmt.Sprintf("Give the token a lifetime of %s (%s minutes), or create a new token for each wave: a bulk token cannot be renewed.",
		model.Counted(days, "day"), model.Thousands(days*MinutesADay))
}
