package evidence

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
)

// DeviceFacts are the public facts of a device, as `dsregcmd /status` prints
// them. A yes/no that was not printed is "". Its texts are cleaned.
type DeviceFacts struct {
	EntraJoined      model.YesNo `json:"entra_joined"`      // AzureAdJoined
	EnterpriseJoined model.YesNo `json:"enterprise_joined"` // to an on-premises device registration service
	DomainJoined     model.YesNo `json:"domain_joined"`
	WorkplaceJoined  model.YesNo `json:"workplace_joined"` // registered with Microsoft Entra ID only
	DomainName       string      `json:"domain_name"`
	DeviceID         string      `json:"device_id"`
	Authentication   string      `json:"authentication"` // DeviceAuthStatus as printed: "SUCCESS"
	CertificateFrom  time.Time   `json:"certificate_from"`
	CertificateUntil time.Time   `json:"certificate_until"`
	TenantID         string      `json:"tenant_id"`
	TenantName       string      `json:"tenant_name"`
	PrimaryToken     model.YesNo `json:"primary_token"` // AzureAdPrt
	WorkAccounts     []string    `json:"work_accounts"` // tenant IDs of registered work accounts
	UserContext      string      `json:"user_context"`  // "SYSTEM", "ELEVATED User" …
}

// Join is how the device is joined, "" where the output does not say it. A
// device that an on-premises device registration service knows is domain joined
// for a CMG.
func (d DeviceFacts) Join() model.Join {
	switch {
	case d.EntraJoined == "" || d.DomainJoined == "":
		return ""
	case d.EntraJoined == model.Yes && d.DomainJoined == model.Yes:
		return model.HybridJoined
	case d.EntraJoined == model.Yes:
		return model.EntraJoined
	case d.DomainJoined == model.Yes:
		return model.DomainJoined
	}
	return model.Workgroup
}

// faults say why this device cannot get a token from Microsoft Entra ID for the
// CMG, doubts what its output does not tell. They are phrases without a full
// stop. An empty tenant is not compared, and without a date no certificate has
// ended.
func (d DeviceFacts) faults(tenant string, at time.Time) (faults, doubts []string) {
	if d.EntraJoined == model.No {
		return []string{d.notJoined()}, nil
	}
	for _, look := range []func() (string, string){
		d.joinDoubt, d.authenticationFault,
		func() (string, string) { return d.certificateFault(at) },
		func() (string, string) { return d.tenantFault(tenant) },
	} {
		fault, doubt := look()
		faults, doubts = appendGiven(faults, fault), appendGiven(doubts, doubt)
	}
	return faults, doubts
}

func appendGiven(phrases []string, phrase string) []string {
	if phrase == "" {
		return phrases
	}
	return append(phrases, phrase)
}

// notJoined says what a device is instead of joined to Microsoft Entra ID.
func (d DeviceFacts) notJoined() string {
	registered := ""
	if d.WorkplaceJoined == model.Yes {
		registered = "; that it is registered (WorkplaceJoined: YES) is not enough"
	}
	switch {
	case d.EnterpriseJoined == model.Yes:
		return "AzureAdJoined is NO: it is joined to an on-premises device registration service (EnterpriseJoined: YES)" + registered
	case d.DomainJoined == model.Yes:
		return "AzureAdJoined is NO: it is joined to an AD domain only" + registered
	case d.WorkplaceJoined == model.Yes:
		return "AzureAdJoined is NO: it is only registered (WorkplaceJoined: YES), which is not enough"
	case d.DomainJoined == model.No:
		return "AzureAdJoined is NO: it is joined to nothing"
	}
	return "AzureAdJoined is NO"
}

func (d DeviceFacts) joinDoubt() (fault, doubt string) {
	switch {
	case d.EntraJoined == "":
		return "", "AzureAdJoined is not in it with a YES or NO"
	case d.EnterpriseJoined == model.Yes:
		return "", "AzureAdJoined and EnterpriseJoined are both YES, which cannot be"
	}
	return "", ""
}

// authenticationFault reads DeviceAuthStatus. "FAILED. ERROR" means that the
// check could not run, so it proves nothing.
func (d DeviceFacts) authenticationFault() (fault, doubt string) {
	status := model.Shorten(model.Clean(d.Authentication), longestFact)
	upper := strings.ToUpper(status)
	switch {
	case status == "":
		return "", "DeviceAuthStatus is not in it: Windows 10 before 21H1, or no network"
	case strings.HasPrefix(upper, "SUCCESS"):
		return "", ""
	case strings.HasPrefix(upper, "FAILED. ERROR"):
		return "", "DeviceAuthStatus is " + status + ": the check could not reach Microsoft Entra ID"
	case strings.HasPrefix(upper, "FAILED"):
		return "DeviceAuthStatus is " + status, ""
	}
	return "", "DeviceAuthStatus is " + status + ", which is not known"
}

func (d DeviceFacts) certificateFault(at time.Time) (fault, doubt string) {
	switch {
	case d.CertificateUntil.IsZero():
		return "", "the end of its device certificate is not in it"
	case at.IsZero():
		return "", ""
	case d.CertificateUntil.Before(at):
		return "its device certificate ended on " + model.DayOf(d.CertificateUntil), ""
	case d.CertificateFrom.After(at):
		return "its device certificate is not valid before " + model.DayOf(d.CertificateFrom), ""
	}
	return "", ""
}

func (d DeviceFacts) tenantFault(tenant string) (fault, doubt string) {
	own := model.Shorten(model.Clean(d.TenantID), longestFact)
	switch {
	case tenant == "" || strings.EqualFold(bareID(own), bareID(tenant)):
		return "", ""
	case own == "":
		return "", "TenantId is not in it"
	}
	return fmt.Sprintf("its tenant is %s, not that of the plan", own), ""
}

// bareID is a GUID without the blanks and braces that some print around it.
func bareID(id string) string { return strings.Trim(id, " {}") }

// longestFact is how many characters of a text from outside are shown.
const longestFact = 512
