package dsreg

import (
	"fmt"
	"time"

	"cmgwizard/model"
)

// Remarks say what the state means for a CMG on a date, without a plan.
func (s State) Remarks(at time.Time) []model.Remark {
	var remarks []model.Remark
	for _, look := range looks {
		remarks = append(remarks, look(s, at)...)
	}
	return remarks
}

// looks are what is looked at, what matters most first.
var looks = []func(s State, at time.Time) []model.Remark{
	aboutJoin, aboutFailedJoin, aboutAuthentication, aboutNetwork, aboutCertificate, aboutKeys, aboutTenant,
	aboutPrimaryToken, aboutWorkAccounts, aboutManagement, aboutOutputs, aboutGaps, aboutLetters,
}

// The pages that are cited.
func page(anchor string) model.Citation { return model.Citation{"dsregcmd", anchor} }

var (
	entraMethod  = model.Citation{"configure-authentication", "azure-ad"}
	tokenRequest = model.Citation{"azure-ccmsetup", "2-azure-ad-token-request"}
	infoRequest  = model.Citation{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}
	beforeBegin  = model.Citation{"deploy-azure", "before-you-begin"}
	methods      = model.Citation{"plan-client-authentication"}
)

// deviceRule is the rule that judges device states in a plan.
const deviceRule = "device-state"

func one(r model.Remark) []model.Remark { return []model.Remark{r} }

// endsSoon is how many days before its end something is told of.
const endsSoon = 60

const secondsADay = 24 * 60 * 60

// daysBetween counts whole days of the calendar.
func daysBetween(from, to time.Time) int { return int(to.Unix()/secondsADay - from.Unix()/secondsADay) }

func day(t time.Time) string { return t.UTC().Format(time.DateOnly) }

// counted is "1 day", "12 days".
func counted(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
