package exporttest

import (
	"reflect"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/pki"
	"cmgwizard/model/rules"
)

// InEveryField is the checklist of the mixed plan with a text in front of each
// text in it, but for the words of closed vocabularies.
func InEveryField(value string) judge.Checklist {
	c := FullChecklist()
	prefixTexts(reflect.ValueOf(&c).Elem(), value)
	return c
}

// FullChecklist is the checklist of the mixed plan with something in every
// field that a task need not have.
func FullChecklist() judge.Checklist {
	c := judge.NewChecklist(MixedPlan(), TestDate)
	for i := range c.Sections {
		for j := range c.Sections[i].Items {
			item := &c.Sections[i].Items[j]
			item.Versions = []string{"From version 2409 on: one thing.", "Before version 2309: another."}
			item.Conflict = model.Disagreements{{ID: "C98", Text: "first of " + item.ID + "."}, {ID: "C99", Text: "second of " + item.ID + "."}}
		}
	}
	return c
}

func prefixTexts(v reflect.Value, value string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.String() != "" {
			v.SetString(value + " " + v.String())
		}
	case reflect.Slice:
		v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v))
		for i := range v.Len() {
			prefixTexts(v.Index(i), value)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() && !notText[v.Type().Field(i).Name] {
				prefixTexts(v.Field(i), value)
			}
		}
	}
}

// notText are fields that are no text: what an address may be has its own test,
// and the ID of a phase is a word of this program.
var notText = map[string]bool{"URL": true, "Phase": true}

// OnOneLine is a hostile text whose line breaks do not make more lines of a note.
func OnOneLine(value string) string { return strings.ReplaceAll(value, "\n", " ") }

// PrintedTexts are texts that every format prints whole.
func PrintedTexts(c judge.Checklist) []string {
	texts := []string{c.Plan.Name, c.Plan.ID, c.Plan.Site.Code}
	for _, d := range c.Decisions {
		texts = append(append(texts, d.Title, d.Choice, d.Why), d.Conflict.Paragraphs()...)
	}
	told := map[string]bool{}
	for _, f := range c.Outcome.Findings {
		if same := f.Rule + f.Sentence + string(f.Severity) + string(f.Shown()); f.Told() && !told[same] {
			told[same], texts = true, append(append(texts, f.Problem, f.Fix), f.Conflict.Paragraphs()...)
		}
	}
	for _, r := range c.Outcome.Requirements {
		if r.Need != rules.NotRequired {
			texts = append(texts, r.Conflict.Paragraphs()...)
		}
	}
	for _, o := range c.Outcome.Open {
		texts = append(texts, o.Question)
	}
	for _, item := range c.Items() {
		texts = append(texts, item.Title)
		if !doc.ByAnswer(item) {
			texts = append(texts, item.Who, item.If, item.Change.Note, item.Progress.Owner, item.Progress.Due)
			texts = append(append(texts, item.Versions...), item.Conflict.Paragraphs()...)
		}
		for _, command := range item.Commands {
			texts = append(texts, command.Line)
		}
	}
	return texts
}

// TestDate is the day of every checklist in these tests.
var TestDate = time.Date(2026, 11, 22, 9, 30, 0, 0, time.UTC)

// MixedPlan is a plan as people have them: three kinds of devices, each with a
// method of its own, and some answers still missing.
func MixedPlan() model.Plan {
	p := model.Plan{Format: 1, ID: "3f2504e0-4f89-41d3-9a0c-0305e82c3301", Serial: 12, Name: "Contoso Łódź", Answers: model.Answers{
		Site: model.Site{
			Code: "P01", Version: "2509", Updates: []model.KB{"KB37864969"}, TopLevel: model.StandalonePrimary, SecurityNow: model.PlainHTTP,
			Security: model.EnhancedHTTP, UsePKICertificate: model.No, CheckCRL: model.Yes,
		},
		Devices: MixedDevices(),
		Entra: model.Entra{
			TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", SiteIntegrated: model.No, Identities: model.HybridIdentities,
			ADUserDiscovery: model.Yes, EntraUserDiscovery: model.No, DevicesInOtherTenant: model.No, ConditionalAccessAllApps: model.Yes,
		},
		PKI: model.PKI{
			Available: model.Yes, Issuer: model.ADCS, CertificatesIssued: model.No, KeyBits: model.Num(2048),
			KeyStorageProvider: model.No, CACertificates: model.Num(3), CRLPublic: model.No,
		},
		Token: model.Token{
			Registration: []model.Registration{model.InternalNetwork, model.BulkToken}, BulkLifetimeMinutes: model.Num(4320),
			RolloutDays: model.Num(14), LongestOfflineDays: model.Num(45),
		},
		ManagementPoints: mixedPoints(),
		Gateway: model.Gateway{
			ServiceName: "contosocmg.contoso.com", Environment: model.PublicCloud, Region: "West Europe", ResourceGroup: "rg-cmg",
			ResourceGroupInRegion: model.Yes, CertificateSource: model.PublicProvider, RootOnClients: model.Yes,
			VMSize: model.SizeStandard, VMInstances: model.Num(2), VerifyRevocation: model.Yes, EnforceTLS12: model.Yes,
			ServeContent: model.Yes, ClassicPresent: model.No,
		},
		ConnectionPoints: []model.ConnectionPoint{{Host: "cp1.contoso.com", ClientCertificate: model.No, OutboundPortsOpen: model.Unsure}},
		ClientSettings:   model.ClientSettings{UseCMG: model.No, CloudDistributionPoint: model.Yes},
	}}
	p.At, p.Evidence = TestDate, mixedEvidence()
	p.Tasks = mixedProgress(p)
	return p
}

func mixedPoints() []model.ManagementPoint {
	return []model.ManagementPoint{
		{
			Host: "mp1.contoso.com", ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTP, CMGTraffic: model.Yes,
			InternetOnly: model.No, ASPNET45: model.Yes, InternetAccess: model.Unsure,
		},
		{
			Host: "mp2.contoso.com", ClientsNow: model.ConnectHTTP, Clients: model.ConnectHTTPS, CMGTraffic: model.Yes,
			InternetOnly: model.No, WebCertificate: model.WebNone, ASPNET45: model.No,
		},
	}
}

// mixedEvidence is a chain whose policy CA is missing, and a device that is not
// joined to Microsoft Entra ID.
func mixedEvidence() []model.Evidence {
	ca := pki.CertificateFacts{Role: pki.IntermediateCA, CA: true, MaxPath: -1, Subject: "CN=Contoso Issuing CA 1, DC=contoso, DC=com", CommonName: "Contoso Issuing CA 1",
		SubjectID: "b2", Issuer: "CN=Contoso Policy CA, DC=contoso, DC=com", IssuerID: "c3", SHA1: "2e36e46e104c3315136be4293d3a0e783ea7df83", SHA256: "2e", KeyID: "k2",
		Key: "RSA", KeyBits: 4096, Hash: "SHA-256", NotBefore: TestDate.AddDate(-4, 0, 0), NotAfter: TestDate.AddDate(6, 0, 0),
		CRL: []string{"ldap:///CN=Contoso"}, AIA: []string{"http://pki.contoso.com/policy.crt"}}
	leaf := pki.CertificateFacts{Role: pki.ClientLeaf, MaxPath: -1, Subject: "CN=pc1.contoso.com", CommonName: "pc1.contoso.com", SubjectID: "a1",
		Issuer: ca.Subject, IssuerID: ca.SubjectID, SignedBy: []string{ca.KeyID}, SHA1: "0d702b5bd2426a76a2a95ddd98c8f622463c2dba", SHA256: "0d", KeyID: "k1",
		Key: "RSA", KeyBits: 2048, Hash: "SHA-256", NotBefore: TestDate.AddDate(-1, 0, 0), NotAfter: TestDate.AddDate(0, 0, 12),
		Purposes: []string{pki.ClientAuthentication}, CRL: []string{"http://pki.contoso.com/issuing.crl"}}
	device := evidence.DeviceFacts{EntraJoined: model.No, EnterpriseJoined: model.No, DomainJoined: model.Yes, WorkplaceJoined: model.Yes}
	return []model.Evidence{
		evidence.New(model.CertificateEvidence, "pc1.cer", "a1b2c3", TestDate, leaf),
		evidence.New(model.CertificateEvidence, "issuing.cer", "b1b2c3", TestDate, ca),
		evidence.New(model.DeviceStateEvidence, "state.txt", "c1b2c3", TestDate, device),
	}
}

// MixedDevices are one kind of device for each method, and some for which
// none fits.
func MixedDevices() []model.Device {
	return []model.Device{
		{
			Join: model.HybridJoined, Name: "Laptops", Internet: model.Yes, OnPremises: model.Yes, Windows: model.Windows10,
			Count: model.Num(4200), UserCentric: model.Yes, Method: model.EntraID, ClientCertificate: model.No, ReachesInternalNetwork: model.Yes,
		},
		{
			Join: model.Workgroup, Name: "Kiosks", Internet: model.Yes, OnPremises: model.No, Windows: model.Windows10,
			Count: model.Num(60), UserCentric: model.No, Method: model.SiteToken, ClientCertificate: model.No, ReachesInternalNetwork: model.No,
		},
		{
			Join: model.DomainJoined, Name: "Branch servers", Internet: model.Yes, OnPremises: model.Yes, Windows: model.Windows10,
			Count: model.Num(35), UserCentric: model.No, Method: model.ClientPKI, ClientCertificate: model.No, ReachesInternalNetwork: model.Yes,
		},
	}
}

// mixedProgress gives the first tasks of the plan one state each.
func mixedProgress(p model.Plan) []model.Progress {
	states := []model.Progress{
		{State: model.Done, By: "M. Müller", At: TestDate.AddDate(0, 0, -3), Note: "Agreed with Azure.\nTicket CHG-1042."},
		{State: model.Blocked, By: "K. Nowak", At: TestDate.AddDate(0, 0, -1), Owner: "Azure team", Due: "2026-12-01", Note: "Waits for the budget."},
		{State: model.AcceptedRisk, By: "M. Müller", At: TestDate},
		{State: model.NotNeeded, By: "M. Müller", At: TestDate},
	}
	items := judge.Items(&p, rules.Findings(&p))
	for i := range states {
		if i < len(items) {
			states[i].ID = items[i].ID
		}
	}
	return states[:min(len(states), len(items))]
}
