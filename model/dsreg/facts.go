package dsreg

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// factsOf picks what matters for a CMG from the sections.
func factsOf(sections []Section) evidence.DeviceFacts {
	get := func(key string) string { return value(sections, key) }
	facts := evidence.DeviceFacts{
		EntraJoined: yesNo(get(joinedKey)), EnterpriseJoined: yesNo(get("EnterpriseJoined")),
		DomainJoined: yesNo(get("DomainJoined")), WorkplaceJoined: yesNo(get("WorkplaceJoined")),
		DomainName: get("DomainName"), PrimaryToken: yesNo(get("AzureAdPrt")),
		WorkAccounts: workAccounts(sections), UserContext: get("User Context"),
	}
	if facts.EntraJoined != model.No {
		facts = withJoin(facts, get)
	}
	return facts
}

// withJoin adds what is printed for a joined device only. Without a join, keys
// of these names are those of a work account whose heading is lost.
func withJoin(facts evidence.DeviceFacts, get func(key string) string) evidence.DeviceFacts {
	facts.DeviceID, facts.Authentication = get("DeviceId"), get("DeviceAuthStatus")
	facts.TenantID, facts.TenantName = get("TenantId"), get("TenantName")
	facts.CertificateFrom, facts.CertificateUntil = validity(get("DeviceCertificateValidity"))
	return facts
}

// workAccounts lists the tenants of the work accounts, one for each account.
func workAccounts(sections []Section) []string {
	var tenants []string
	for _, s := range sections {
		for _, p := range s.Pairs {
			if is(p.Key, "WorkplaceTenantId") && p.Value != "" && len(tenants) < maxAccounts {
				tenants = append(tenants, p.Value)
			}
		}
	}
	return tenants
}

var moment = model.Pattern(`\d{4}-\d\d-\d\d[ T]+\d\d:\d\d:\d\d`)

// validity reads "[ 2019-01-11 21:02:50.000 UTC -- 2029-01-11 21:32:50.000 UTC ]".
func validity(text string) (from, until time.Time) {
	found := moment().FindAllString(text, 3)
	if len(found) != 2 {
		return from, until
	}
	return momentOf(found[0]), momentOf(found[1])
}

// momentOf is zero for a date that the calendar does not have.
func momentOf(text string) time.Time {
	t, err := time.Parse(time.DateTime, text[:len(time.DateOnly)]+" "+text[len(text)-len(time.TimeOnly):])
	if err != nil {
		return time.Time{}
	}
	return t
}
