package dsreg

import (
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
)

// otherMethods is what a device does without a token of Microsoft Entra ID.
const otherMethods = "give it a PKI certificate or a site-issued token"

// aboutJoin says what the join is good for.
func aboutJoin(s State, _ time.Time) []model.Remark {
	if s.EntraJoined == model.Yes && s.EnterpriseJoined == model.Yes {
		return one(model.NewRemark("device-joined-twice", model.Warning, deviceRule,
			"AzureAdJoined and EnterpriseJoined are both YES. A device cannot be joined to Microsoft Entra ID and to an on-premises device registration service at once.",
			"Run `dsregcmd.exe /status` once more on the device, and read the file again.", page("device-state")))
	}
	switch s.Join() {
	case model.EntraJoined:
		return one(model.NewRemark("device-entra-joined", "", deviceRule,
			"The device is Microsoft Entra joined, as Microsoft Entra ID for clients of a CMG asks.", "", page("device-state"), entraMethod))
	case model.HybridJoined:
		return one(hybrid())
	}
	return s.aboutNoJoin()
}

func hybrid() model.Remark {
	return model.NewRemark("device-hybrid-joined", "", "ad-user-discovery",
		"The device is hybrid joined, as Microsoft Entra ID for clients of a CMG asks. Its users are known in both directories: deployments to them need both discoveries.",
		"Make sure that Active Directory User Discovery and Microsoft Entra user discovery are both on.",
		page("device-state"), entraMethod, beforeBegin, model.Citation{"configure-discovery", "azureaadisc"})
}

// aboutNoJoin is about a device that is not joined to Microsoft Entra ID. The
// service on premises and the registration come first: both look like a join.
func (s State) aboutNoJoin() []model.Remark {
	switch {
	case s.EntraJoined == "":
		return one(unknownJoin())
	case s.EntraJoined == model.Yes:
		return one(joinedSomehow())
	case s.EnterpriseJoined == model.Yes:
		return one(notJoined("device-drs-joined", model.Warning, "entra-needs-join",
			"The device is joined to an on-premises device registration service (EnterpriseJoined: YES), not to Microsoft Entra ID (AzureAdJoined: NO).",
			"Let it hybrid join Microsoft Entra ID, or "+otherMethods+"."))
	case s.WorkplaceJoined == model.Yes:
		return one(s.registered())
	case s.DomainJoined == model.Yes:
		return one(notJoined("device-domain-joined", model.Warning, "entra-needs-join",
			"The device is joined to an AD domain and not to Microsoft Entra ID (AzureAdJoined: NO).", "Let it hybrid join Microsoft Entra ID, or "+otherMethods+"."))
	case s.DomainJoined == model.No:
		return one(notJoined("device-workgroup", model.Warning, "entra-needs-join",
			"The device is in a workgroup: AzureAdJoined and DomainJoined are both NO.", "Join it to Microsoft Entra ID, or "+otherMethods+"."))
	}
	return one(notJoined("device-not-joined", model.Warning, "entra-needs-join",
		"The device is not joined to Microsoft Entra ID (AzureAdJoined: NO). Whether it is in an AD domain is not told.", "Join it to Microsoft Entra ID, or "+otherMethods+"."))
}

func unknownJoin() model.Remark {
	return model.NewRemark("device-join-unknown", model.Warning, deviceRule,
		"The join state is missing: there is no AzureAdJoined with YES or NO.",
		"Run `dsregcmd.exe /status` on the device and take all of its output, in English where the words are translated.", page("device-state"))
}

// joinedSomehow is a join of which only half is told. It does for a CMG.
func joinedSomehow() model.Remark {
	return model.NewRemark("device-joined-domain-unknown", model.Advice, deviceRule,
		"The device is joined to Microsoft Entra ID (AzureAdJoined: YES), as Microsoft Entra ID for clients of a CMG asks. Whether it is hybrid joined is not told: DomainJoined is not in it with a YES or NO.",
		"Run `dsregcmd.exe /status` on the device and take all of its output.", page("device-state"), entraMethod)
}

// registered is the mistake that is met most: an account in Windows is taken
// for a join.
func (s State) registered() model.Remark {
	text, domain := "The device is only registered (WorkplaceJoined: YES, AzureAdJoined: NO)", ""
	if s.DomainJoined == model.Yes {
		domain = ", and joined to an AD domain"
	}
	return notJoined("device-registered-only", model.Blocker, "entra-needs-join",
		text+domain+". A work account in Windows is no join, and a common mistake.", "Join the device itself to Microsoft Entra ID or let it hybrid join, or "+otherMethods+".")
}

// notJoined adds what all devices without a join have in common.
func notJoined(id string, severity model.Severity, rule, text, do string) model.Remark {
	return model.NewRemark(id, severity, rule,
		text+" It gets no token from Microsoft Entra ID; reports name 0x800703F0 in ADALOperationProvider.log, which is CcmAad.log since version 2107.",
		do, page("device-state"), page("user-state"), entraMethod, tokenRequest, methods)
}

// joinTests are the tests of the diagnostic data before a join.
var joinTests = []string{"AD Connectivity Test", "AD Configuration Test", "DRS Discovery Test", "DRS Connectivity Test", "Token acquisition Test"}

// aboutFailedJoin reads the tests that Windows prints while a domain joined
// device cannot hybrid join.
func aboutFailedJoin(s State, _ time.Time) []model.Remark {
	if s.EntraJoined == model.Yes {
		return nil
	}
	failed := s.failedTests()
	phase, code := value(s.Sections, "Error Phase"), value(s.Sections, "Client ErrorCode")
	if len(failed) == 0 && phase == "" && code == "" {
		return nil
	}
	text := "The device tried to hybrid join and is not joined yet."
	if s.EntraJoined == "" {
		text = "The device tried to hybrid join. Whether it is joined now is not told."
	}
	text += said(" The last try ended in the phase %s", phase, s.codes())
	if len(failed) > 0 {
		text += " Failed: " + strings.Join(failed, ", ") + "."
	}
	return one(model.NewRemark("device-join-failed", model.Warning, "hybrid-registration", text, s.repair(phase), page("pre-join-diagnostics")))
}

// said fills the phase and the codes into a sentence; without a phase there is
// none, unless a code stands alone.
func said(form, phase, codes string) string {
	switch {
	case phase == "" && codes == "":
		return ""
	case phase == "":
		return " The last try ended with " + codes + "."
	case codes == "":
		return fmt.Sprintf(form, short(phase, maxKey)) + "."
	}
	return fmt.Sprintf(form, short(phase, maxKey)) + " with " + codes + "."
}

func (s State) failedTests() []string {
	var failed []string
	for _, test := range joinTests {
		if result := value(s.Sections, test); strings.HasPrefix(strings.ToUpper(result), "FAIL") {
			failed = append(failed, test+" "+short(result, maxKey))
		}
	}
	return failed
}

// codes are the error codes of the last try, with what the server said.
func (s State) codes() string {
	var codes []string
	for _, key := range []string{"Client ErrorCode", "Server ErrorCode"} {
		if code := value(s.Sections, key); code != "" {
			codes = append(codes, short(code, maxKey))
		}
	}
	return strings.Join(codes, " and ")
}

// directoryError is the answer while the directory does not know the device yet.
const directoryError = "0x801c03f2"

func (s State) repair(phase string) string {
	if strings.EqualFold(value(s.Sections, "Client ErrorCode"), directoryError) && len(s.failedTests()) == 0 {
		return "Wait for the next synchronization of Microsoft Entra Connect: until then this answer is expected. Then restart the device and look again."
	}
	do := "Repair what the test names"
	switch strings.ToLower(phase) {
	case "pre-check":
		do = "Make sure that the device reaches a domain controller"
	case "discover":
		do = "Make sure that the service connection point in AD is right and that the device reaches Microsoft Entra ID as SYSTEM"
	case "auth":
		do = "Make sure that the device gets a token as SYSTEM, from the federation service where there is one"
	}
	if user := s.UserContext; user != "" && !strings.EqualFold(user, "SYSTEM") {
		do += ". Run `dsregcmd.exe /status` from an elevated prompt: the tests then run as SYSTEM, as the join does"
	}
	return do + ", then look again."
}
