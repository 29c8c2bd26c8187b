package dsreg

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
)

// aboutAuthentication reads DeviceAuthStatus, which only joined devices have.
func aboutAuthentication(s State, _ time.Time) []model.Remark {
	status := strings.ToUpper(s.Authentication)
	switch {
	case s.EntraJoined == model.No || s.EntraJoined == "" && status == "":
		return nil
	case status == "":
		return one(model.NewRemark("device-auth-missing", model.Advice, deviceRule,
			"DeviceAuthStatus is not in it: the text is not all of the output, or the Windows is older than Windows 10 version 21H1, which does not print it. So it is not told whether Microsoft Entra ID still knows the device.",
			"Look the device up in the Microsoft Entra admin center: it must be there and enabled.", page("device-details")))
	case strings.HasPrefix(status, "SUCCESS"):
		return one(model.NewRemark("device-auth-success", "", deviceRule,
			"DeviceAuthStatus is SUCCESS: the device is present and enabled in Microsoft Entra ID.", "", page("device-details")))
	}
	return one(s.failedAuthentication(status))
}

func (s State) failedAuthentication(status string) model.Remark {
	seen := "DeviceAuthStatus is " + strings.TrimRight(s.Authentication, ". ")
	if strings.HasPrefix(status, "FAILED. ERROR") {
		why, do := s.unended()
		return model.NewRemark("device-auth-unknown", model.Warning, deviceRule,
			seen+": the check did not end, so it is not told whether Microsoft Entra ID accepts the device."+why, do, page("device-details"))
	}
	if strings.HasPrefix(status, "FAILED") {
		return model.NewRemark("device-auth-failed", model.Blocker, deviceRule,
			seen+". The device believes that it is joined, but Microsoft Entra ID does not accept it: it gets no token for the CMG.",
			"Look the device up in the Microsoft Entra admin center: enable it if it is disabled, join it again if it is gone. If it is there as Pending, as after it was deleted and synchronized again, run `dsregcmd.exe /leave` as an administrator, and let it join again.", page("device-details"), tokenRequest)
	}
	return model.NewRemark("device-auth-unknown", model.Warning, deviceRule,
		seen+", a word that is not known here. It should be SUCCESS.",
		"Look the device up in the Microsoft Entra admin center: it must be there and enabled.", page("device-details"))
}

// aboutCertificate judges the dates of the device certificate.
func aboutCertificate(s State, at time.Time) []model.Remark {
	if s.CertificateUntil.IsZero() || at.IsZero() {
		return nil
	}
	left := daysBetween(at, s.CertificateUntil)
	switch {
	case s.CertificateUntil.Before(at):
		return one(model.NewRemark("device-certificate-ended", model.Blocker, deviceRule,
			"The device certificate ended "+ago(-left)+" ("+day(s.CertificateUntil)+"). Without a valid one the device gets no token from Microsoft Entra ID.",
			"Find out why Windows did not renew it, or join the device to Microsoft Entra ID again.", page("device-details"), tokenRequest))
	case s.CertificateFrom.After(at):
		return one(model.NewRemark("device-certificate-early", model.Blocker, deviceRule,
			"The device certificate is not valid before "+day(s.CertificateFrom)+".", "Set the clock of the device right, and look again.", page("device-details")))
	case left <= endsSoon:
		return one(model.NewRemark("device-certificate-ends", model.Warning, deviceRule,
			fmt.Sprintf("The device certificate ends in %s (%s). After that the device gets no token from Microsoft Entra ID.", counted(left, "day"), day(s.CertificateUntil)),
			"Look again before that day whether Windows has renewed it.", page("device-details")))
	}
	return nil
}

func ago(days int) string {
	if days == 0 {
		return "today"
	}
	return counted(days, "day") + " ago"
}

// aboutKeys reads the checks after a join.
func aboutKeys(s State, _ time.Time) []model.Remark {
	test := value(s.Sections, "KeySignTest")
	broken := strings.HasPrefix(strings.ToUpper(test), "FAIL")
	if s.EntraJoined == model.No || !broken && yesNo(value(s.Sections, "AadRecoveryEnabled")) != model.Yes {
		return nil
	}
	seen := "AadRecoveryEnabled is YES"
	if broken {
		seen = "KeySignTest is " + short(test, maxKey)
	}
	return one(model.NewRemark("device-keys-unusable", model.Warning, deviceRule,
		seen+": the keys of the device cannot be used. The next sign-in registers the device anew; an Entra joined device asks its user for it.",
		"Sign in on the device, and run `dsregcmd.exe /status` again.", page("post-join-diagnostics")))
}

// aboutTenant shows the tenant, with which the site must be connected.
func aboutTenant(s State, _ time.Time) []model.Remark {
	if s.TenantID == "" {
		return nil
	}
	return one(model.NewRemark("device-tenant", "", deviceRule,
		"Its tenant is "+name(s.TenantName)+s.TenantID+". To a device of a tenant that is not connected to the site, the CMG gives no AADCLIENTAPPID. Where ccmsetup is given AADTENANTID, it is this value.",
		"Compare it with the tenants in the console under Administration > Cloud Services > Microsoft Entra tenants.",
		infoRequest, model.Citation{"client-install-props", "aadtenantid"}, page("tenant-details")))
}

func name(tenant string) string {
	if tenant == "" {
		return ""
	}
	return tenant + ", "
}

// aboutPrimaryToken reads AzureAdPrt, which counts only for the user who is
// signed in: run as another one, or elevated as another, it proves nothing.
func aboutPrimaryToken(s State, _ time.Time) []model.Remark {
	if s.EntraJoined == model.No || s.PrimaryToken == "" {
		return nil
	}
	if s.PrimaryToken == model.Yes {
		return one(model.NewRemark("user-token", "", "",
			"AzureAdPrt is YES: the user has a token of Microsoft Entra ID, a sign that users of this device can be known to the CMG.", "", page("sso-state")))
	}
	return one(s.noPrimaryToken())
}

// asUser is how the state of the user comes out right.
const asUser = "Run `dsregcmd.exe /status` on the device as its signed-in user from a prompt that is not elevated, and look at AzureAdPrt again."

func (s State) noPrimaryToken() model.Remark {
	switch user := strings.ToUpper(s.UserContext); {
	case strings.HasPrefix(user, "UN-ELEVATED"):
		return model.NewRemark("user-token-missing", model.Warning, "",
			"AzureAdPrt is NO and User Context is "+s.UserContext+": the user has no token of Microsoft Entra ID. The device can still have its own, but deployments to this user need one.",
			"Let the user sign in to Windows with an account of Microsoft Entra ID, and look at the lines below AzureAdPrt.", page("sso-state"), entraMethod)
	case user != "":
		return model.NewRemark("user-token-not-told", model.Advice, "",
			"AzureAdPrt is NO, but User Context is "+s.UserContext+": this says nothing about the user. It counts only when run as the signed-in user.", asUser, page("sso-state"))
	}
	return model.NewRemark("user-token-not-told", model.Advice, "",
		"AzureAdPrt is NO. It counts only when run as the signed-in user, not elevated and not as SYSTEM, and the output does not tell who ran it.", asUser, page("sso-state"))
}
