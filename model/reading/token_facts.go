package reading

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// bulkType is what a bulk registration token says of its type.
const bulkType = "BulkRegistration"

// isBulk reports whether the token is one for bulk registration.
func isBulk(f evidence.TokenFacts) bool {
	return f.Issuer != evidence.EntraIssuer && strings.EqualFold(f.Type, bulkType)
}

// TokenFacts are the facts of a token in words, and how long it has left on a
// date.
func TokenFacts(f evidence.TokenFacts, at time.Time) []model.Fact {
	var facts []model.Fact
	for _, fact := range []model.Fact{
		{Key: "token_type", Label: "Token type", Value: typeOf(f)},
		{Key: "token_tenant_id", Label: "Tenant ID in the token", Value: f.TenantID},
		{Key: "token_not_before", Label: "Token valid from", Value: tokenMoment(f.NotBefore)},
		{Key: "token_expires", Label: "Token expires", Value: tokenMoment(f.Expires)},
		{Key: "token_lifetime", Label: "Token lifetime", Value: lifetimeInWords(f)},
		{Key: "token_left", Label: "Token time left", Value: timeLeft(f, at)},
	} {
		if fact.Value != "" {
			facts = append(facts, fact)
		}
	}
	return facts
}

// typeOf is what the token says of its type, or who made it.
func typeOf(f evidence.TokenFacts) string {
	switch {
	case f.Issuer == evidence.EntraIssuer:
		return "token of Microsoft Entra ID"
	case f.Type != "":
		return model.Clean(f.Type)
	case f.Issuer == evidence.SiteIssuer:
		return "token of a ConfigMgr site"
	}
	return "not told"
}

// lifetimeOf is how long a token is valid in all, in minutes.
func lifetimeOf(f evidence.TokenFacts) (minutes int, known bool) {
	if f.NotBefore.IsZero() || f.Expires.IsZero() {
		return 0, false
	}
	return int((f.Expires.Unix() - f.NotBefore.Unix()) / 60), true
}

func lifetimeInWords(f evidence.TokenFacts) string {
	minutes, known := lifetimeOf(f)
	if !known {
		return ""
	}
	return inMinutes(minutes)
}

// inMinutes is "4,320 minutes (3 days)".
func inMinutes(minutes int) string {
	const day = 24 * 60
	text := groupedNumber(minutes) + " minutes"
	if minutes > 0 && minutes%day == 0 {
		text += " (" + someOf(minutes/day, "day") + ")"
	}
	return text
}

func groupedNumber(n int) string {
	if n < 0 {
		return "-" + groupedNumber(-n)
	}
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%s,%03d", groupedNumber(n/1000), n%1000)
}

func someOf(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return groupedNumber(n) + " " + noun + "s"
}

// timeLeft is "" without a date, and for a token that tells no end.
func timeLeft(f evidence.TokenFacts, at time.Time) string {
	switch {
	case at.IsZero() || f.Expires.IsZero():
		return ""
	case !f.Expires.After(at):
		return "none: it has expired"
	}
	return span(f.Expires.Unix() - at.Unix())
}

// span is a time in whole hours, from two days on in days.
func span(seconds int64) string {
	const hour, day = 60 * 60, 24 * 60 * 60
	switch {
	case seconds < hour:
		return "less than 1 hour"
	case seconds < 2*day:
		return someOf(int(seconds/hour), "hour")
	}
	return someOf(int(seconds/day), "day")
}

func tokenMoment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format("2006-01-02 15:04") + " UTC"
}
