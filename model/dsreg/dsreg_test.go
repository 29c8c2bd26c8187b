package dsreg

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

var at = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

const tenantID = "aaaabbbb-0000-cccc-1111-dddd2222eeee"

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".txt"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func parse(t testing.TB, text string) State {
	t.Helper()
	s, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func ids(remarks []model.Remark) []string {
	var list []string
	for _, r := range remarks {
		id := r.ID
		if r.Severity != "" {
			id += "/" + string(r.Severity)
		}
		list = append(list, id)
	}
	return list
}

// TestSamples names for each file how the device is joined and what is said of
// it on the day above.
func TestSamples(t *testing.T) {
	for _, c := range []struct {
		name string
		join model.Join
		said string
	}{
		{"entra", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token"},
		{"hybrid", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"domain", model.DomainJoined, "device-domain-joined/warning device-join-failed/warning"},
		{"device-state-only", model.HybridJoined, "device-hybrid-joined device-auth-missing/advice device-output-cut/warning"},
		{"on-premises-drs", model.DomainJoined, "device-drs-joined/warning"},
		{"workgroup", model.Workgroup, "device-workgroup/warning"},
		{"registered", model.Workgroup, "device-registered-only/blocker"},
		{"registered-domain", model.DomainJoined, "device-registered-only/blocker"},
		{"work-accounts", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token device-work-accounts/advice device-mdm-addresses"},
		{"auth-deleted", model.HybridJoined, "device-hybrid-joined device-auth-failed/blocker device-tenant user-token device-mdm-addresses"},
		{"auth-error", model.EntraJoined, "device-entra-joined device-auth-unknown/warning device-tenant user-token device-mdm-addresses"},
		{"certificate-ended", model.EntraJoined, "device-entra-joined device-auth-success device-certificate-ended/blocker device-tenant user-token device-mdm-addresses"},
		{"certificate-ends", model.EntraJoined, "device-entra-joined device-auth-success device-certificate-ends/warning device-tenant user-token device-mdm-addresses"},
		{"windows-10-2004", model.EntraJoined, "device-entra-joined device-auth-missing/advice device-tenant user-token device-mdm-addresses"},
		{"windows-10-1709", model.HybridJoined, "device-hybrid-joined device-auth-missing/advice device-tenant user-token-not-told/advice device-work-accounts/advice"},
		{"windows-11", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"sync-pending", model.DomainJoined, "device-domain-joined/warning device-join-failed/warning"},
		{"pre-check", model.DomainJoined, "device-domain-joined/warning device-join-failed/warning"},
		{"elevated", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token-not-told/advice device-mdm-addresses"},
		{"user", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token-missing/warning device-mdm-addresses"},
		{"recovery", model.EntraJoined, "device-entra-joined device-auth-success device-keys-unusable/warning device-tenant user-token device-mdm-addresses"},
		{"code-page-850", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses device-code-page"},
		{"german", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token device-work-accounts/advice device-mdm-addresses"},
		{"cut", model.HybridJoined, "device-hybrid-joined device-auth-missing/advice device-output-cut/warning"},
		{"tail", "", "device-join-unknown/warning device-tenant user-token device-mdm-addresses device-output-cut/warning"},
		{"numbered", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"quoted", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"searched", model.DomainJoined, "device-domain-joined/warning device-join-failed/warning"},
		{"wrapped-80", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"wrapped-60", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"two-devices", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses device-several-outputs/warning"},
		{"two-runs", model.DomainJoined, "device-domain-joined/warning device-join-failed/warning device-several-outputs/warning"},
		{"one-line", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"carriage-returns", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"double-returns", model.HybridJoined, "device-hybrid-joined device-auth-success device-tenant user-token device-mdm-addresses"},
		{"prompt", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token"},
		{"extract-dns", "", "device-join-unknown/warning device-auth-unknown/warning device-network/warning device-output-cut/warning"},
		{"extract-deleted", model.HybridJoined, "device-hybrid-joined device-auth-failed/blocker device-output-cut/warning"},
		{"extract-joined", "", "device-joined-domain-unknown/advice device-auth-missing/advice device-tenant device-output-cut/warning"},
		{"extract-tests", "", "device-join-unknown/warning device-join-failed/warning device-output-cut/warning"},
		{"capitals", model.EntraJoined, "device-entra-joined device-auth-success device-tenant user-token"},
	} {
		text := sample(t, c.name)
		if !Recognise(text) {
			t.Errorf("%s is not recognized", c.name)
		}
		s := parse(t, text)
		if got := s.Join(); got != c.join {
			t.Errorf("%s: joined %q, want %q", c.name, got, c.join)
		}
		if got := strings.Join(ids(s.Remarks(at)), " "); got != c.said {
			t.Errorf("%s says\n%s, want\n%s", c.name, got, c.said)
		}
	}
}

func TestEverySampleIsTested(t *testing.T) {
	source, err := os.ReadFile("dsreg_test.go")
	if err != nil {
		t.Fatal(err)
	}
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		base := strings.TrimSuffix(filepath.Base(name), ".txt")
		if !strings.Contains(string(source), `{"`+base+`", `) {
			t.Errorf("%s is in no table", name)
		}
	}
}

// TestSameState reads one output that came by different ways.
func TestSameState(t *testing.T) {
	want := parse(t, sample(t, "hybrid"))
	for _, name := range []string{"numbered", "quoted", "wrapped-80", "wrapped-60", "carriage-returns", "double-returns", "two-devices", "one-line"} {
		got := parse(t, sample(t, name))
		if a, b := fmt.Sprint(got.DeviceFacts), fmt.Sprint(want.DeviceFacts); a != b {
			t.Errorf("%s:\n%s, want\n%s", name, a, b)
		}
	}
	for _, name := range []string{"numbered", "quoted", "wrapped-80", "wrapped-60", "carriage-returns", "double-returns", "two-devices"} {
		if got := parse(t, sample(t, name)); fmt.Sprint(got.Sections) != fmt.Sprint(want.Sections) {
			t.Errorf("%s has other sections:\n%q, want\n%q", name, got.Sections, want.Sections)
		}
	}
}

func TestFacts(t *testing.T) {
	s := parse(t, sample(t, "work-accounts"))
	want := evidence.DeviceFacts{
		EntraJoined: model.Yes, EnterpriseJoined: model.No, DomainJoined: model.No, WorkplaceJoined: model.Yes,
		DeviceID: "00aa00aa-bb11-cc22-dd33-44ee44ee44ee", Authentication: "SUCCESS",
		CertificateFrom:  time.Date(2019, 1, 11, 21, 2, 50, 0, time.UTC),
		CertificateUntil: time.Date(2029, 1, 11, 21, 32, 50, 0, time.UTC),
		TenantID:         tenantID, TenantName: "HybridADFS", PrimaryToken: model.Yes,
		WorkAccounts: []string{"11112222-0000-cccc-1111-dddd2222eeee", "33334444-0000-cccc-1111-dddd2222eeee"},
	}
	if fmt.Sprintf("%+v", s.DeviceFacts) != fmt.Sprintf("%+v", want) {
		t.Errorf("%+v, want\n%+v", s.DeviceFacts, want)
	}
}

// TestAccountsAreNotTheDevice: a registered device has no certificate of its
// own, though its work account prints one under the same key.
func TestAccountsAreNotTheDevice(t *testing.T) {
	for name, text := range map[string]string{
		"with headings":    sample(t, "registered"),
		"without headings": strings.ReplaceAll(strings.ReplaceAll(sample(t, "registered"), "|", ""), "+", ""),
	} {
		s := parse(t, text)
		if !s.CertificateUntil.IsZero() || s.DeviceID != "" || s.TenantID != "" || !slices.Equal(s.WorkAccounts, []string{tenantID}) {
			t.Errorf("%s: %+v", name, s.DeviceFacts)
		}
	}
}

// TestAccountsFillNoGaps: an old Windows prints no dates for a joined device,
// and those of a work account are not its own.
func TestAccountsFillNoGaps(t *testing.T) {
	_, account, _ := strings.Cut(sample(t, "registered"), "| Work Account 1")
	for _, title := range []string{"| Work Account 1", "| Arbeitskonto 1"} {
		s := parse(t, sample(t, "windows-10-1709")+title+account)
		if !s.CertificateUntil.IsZero() || s.TenantID != tenantID || len(s.WorkAccounts) != 2 {
			t.Errorf("%s: %+v", title, s.DeviceFacts)
		}
	}
}

func TestJoinedTwice(t *testing.T) {
	s := parse(t, strings.Replace(sample(t, "entra"), "EnterpriseJoined : NO", "EnterpriseJoined : YES", 1))
	if got := ids(s.Remarks(at)); got[0] != "device-joined-twice/warning" {
		t.Error(got)
	}
}

func TestSections(t *testing.T) {
	s := parse(t, sample(t, "windows-11"))
	var titles []string
	for _, section := range s.Sections {
		titles = append(titles, section.Title)
	}
	if got, want := strings.Join(titles, ", "), "Device State, Device Details, Tenant Details, User State, SSO State, Something New, Diagnostic Data"; got != want {
		t.Errorf("sections %s, want %s", got, want)
	}
	if got := s.Sections[5].Pairs; !slices.Equal(got, []Pair{{"Some Key", "a : b : c"}, {"KeyOfTomorrow", "YES"}}) {
		t.Errorf("what is not known became %q", got)
	}
	if got := value(s.Sections, "KerbTopLevelNames"); got != ".windows.net,.windows.net:1433,.azure.net:3342" {
		t.Errorf("a value with colons became %q", got)
	}
	if got := value(s.Sections, "AadRecoveryEnabled"); got != "NO" {
		t.Errorf("AadRecoveryEnabled: is %q", got)
	}
}

func TestCodePage(t *testing.T) {
	s := parse(t, sample(t, "code-page-850"))
	if s.TenantName != "Müller & Söhne Straßenbau" || s.DomainName != "MÜNCHEN" {
		t.Errorf("%q in %q", s.TenantName, s.DomainName)
	}
}

func TestYesNo(t *testing.T) {
	for word, want := range map[string]model.YesNo{
		"YES": model.Yes, "NO": model.No, "yes": model.Yes, "Ja": model.Yes, "NEIN": model.No, "OUI": model.Yes, "NON": model.No,
		"SÍ": model.Yes, "sí": model.Yes, "SIM": model.Yes, "NÃO": model.No, "ДА": model.Yes, "НЕТ": model.No, "ИСТИНА": model.Yes,
		"はい": model.Yes, "否": model.No, "": "", "NOT SET": "", "INVALID": "", "EVENTUALLY": "", "1": "",
	} {
		if got := yesNo(word); got != want {
			t.Errorf("%q: %q, want %q", word, got, want)
		}
	}
}

func TestRecognise(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":          "",
		"prose":            "A device is AzureAdJoined : it can use the CMG when AzureAdJoined is YES.\n",
		"a manual":         "- **AzureAdJoined**: Set the state to *YES* if the device is joined to Microsoft Entra ID.\n",
		"a table":          "| AzureAdJoined | EnterpriseJoined | DomainJoined |\n| YES | NO | NO |\n",
		"an ipconfig":      "Host Name : joined\nDNS Suffix : contoso.com\n",
		"a log":            "<![LOG[Device is joined to Azure AD]LOG]!><time=\"10:00:00.000+000\">\n",
		"a plan":           "join = \"hybrid\"\n",
		"words of a table": "DomainJoined : True\nAttempt Status : done\n",
		"a task":           "DeviceAuthStatus : see the page\n",
		"two keys of many": "TenantName : joined\nTenantId : 1\n",
	} {
		if Recognise(text) {
			t.Errorf("%s is taken for a device state", name)
		}
		if _, err := Parse(text); err == nil {
			t.Errorf("%s is read as a device state", name)
		}
	}
	for name, text := range map[string]string{
		"one line":       "AzureAdJoined : YES",
		"authentication": "DeviceAuthStatus : SUCCESS",
		"domain alone":   "    DomainJoined : YES\n",
		"a token":        "AzureAdPrt : NO\n",
		"registered":     "WorkplaceJoined : YES\n",
		"no blanks":      "AzureAdJoined:NO\nDomainJoined:YES\n",
		"byte order":     "\ufeffAzureAdJoined : NO\n",
		"no-break space": "AzureAdJoined\u00a0: OUI\n",
	} {
		if !Recognise(text) {
			t.Errorf("%s is not recognized", name)
		}
	}
}

func TestRemarkWords(t *testing.T) {
	for _, c := range []struct{ name, id, text, do string }{
		{"registered", "device-registered-only", "only registered (WorkplaceJoined: YES, AzureAdJoined: NO)", "Join the device itself"},
		{"registered", "device-registered-only", "0x800703F0 in ADALOperationProvider.log", "PKI certificate or a site-issued token"},
		{"auth-deleted", "device-auth-failed", "DeviceAuthStatus is FAILED. Device is either disabled or deleted.", "enable it if it is disabled"},
		{"certificate-ended", "device-certificate-ended", "ended 315 days ago (2026-01-11)", ""},
		{"certificate-ends", "device-certificate-ends", "ends in 12 days (2026-12-04)", ""},
		{"hybrid", "device-hybrid-joined", "deployments to them need both discoveries", "Active Directory User Discovery and Microsoft Entra user discovery"},
		{"hybrid", "device-tenant", "HybridADFS, " + tenantID, "Microsoft Entra tenants"},
		{"hybrid", "device-tenant", "AADTENANTID", ""},
		{"domain", "device-join-failed", "phase discover with 0x801c0021. Failed: DRS Discovery Test FAIL [0x801c0021/0x801c000c].", "service connection point"},
		{"sync-pending", "device-join-failed", "phase join with 0x801c03f2 and DirectoryError.", "next synchronization"},
		{"pre-check", "device-join-failed", "AD Connectivity Test FAIL [0x54b]", "from an elevated prompt"},
		{"elevated", "user-token-not-told", "User Context is ELEVATED User: this says nothing", "not elevated"},
		{"user", "user-token-missing", "User Context is UN-ELEVATED User", ""},
		{"recovery", "device-keys-unusable", "KeySignTest is FAILED. 0x80090016", ""},
		{"work-accounts", "device-work-accounts", "2 work accounts: tenant 11112222", ""},
		{"two-devices", "device-several-outputs", "2 outputs", "a file of its own"},
		{"extract-dns", "device-network", "HTTP Error 0x80072ee7 (the name of the server was not resolved)", "as SYSTEM"},
		{"extract-dns", "device-network", "says nothing about the join", ""},
		{"extract-dns", "device-output-cut", "Missing: AzureAdJoined, DomainJoined, WorkplaceJoined.", ""},
		{"extract-deleted", "device-auth-failed", "either disabled or deleted. The device believes that it is joined", "dsregcmd.exe /leave"},
		{"extract-joined", "device-joined-domain-unknown", "AzureAdJoined: YES", ""},
		{"extract-tests", "device-join-failed", "Whether it is joined now is not told.", ""},
		{"cut", "device-output-cut", "Missing: TenantId, WorkplaceJoined.", "dsregcmd.exe /status > state.txt"},
	} {
		remarks := parse(t, sample(t, c.name)).Remarks(at)
		i := slices.IndexFunc(remarks, func(r model.Remark) bool { return r.ID == c.id })
		if i < 0 || !strings.Contains(remarks[i].Text, c.text) || !strings.Contains(remarks[i].Do, c.do) {
			t.Errorf("%s: %s is not said with %q and %q: %+v", c.name, c.id, c.text, c.do, remarks)
		}
	}
}

// TestRemarksAreSound holds for every remark: it cites what exists, names a
// rule that exists, and is in whole sentences.
func TestRemarksAreSound(t *testing.T) {
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		s := parse(t, sample(t, strings.TrimSuffix(filepath.Base(name), ".txt")))
		for _, r := range s.Remarks(at) {
			checkRemark(t, name, r)
		}
	}
}

func checkRemark(t *testing.T, name string, r model.Remark) {
	t.Helper()
	if r.ID == "" || !strings.HasSuffix(r.Text, ".") || r.Do != "" && !strings.HasSuffix(r.Do, ".") || strings.Contains(r.Text, "..") {
		t.Errorf("%s, %s: %q, %q", name, r.ID, r.Text, r.Do)
	}
	for _, source := range r.Sources {
		if source.URL == "" || strings.Contains(source.URL, "#") && source.Heading == "" {
			t.Errorf("%s, %s cites %+v, which is not in the table", name, r.ID, source)
		}
	}
	known := r.Rule == "" || r.Rule == deviceRule || slices.ContainsFunc(rules.All(), func(rule rules.Rule) bool { return rule.ID == r.Rule })
	if !known {
		t.Errorf("%s, %s: there is no rule %s", name, r.ID, r.Rule)
	}
}

func TestWithoutDateNothingEnds(t *testing.T) {
	for _, r := range parse(t, sample(t, "certificate-ended")).Remarks(time.Time{}) {
		if strings.HasPrefix(r.ID, "device-certificate") {
			t.Errorf("without a date: %s", r.Text)
		}
	}
}

// TestUnknownIsNeverNo takes each line out of whole outputs: what is not told
// must not be told as a NO.
func TestUnknownIsNeverNo(t *testing.T) {
	for _, name := range []string{"entra", "hybrid", "domain", "workgroup", "registered", "on-premises-drs", "sync-pending", "recovery"} {
		lines := strings.SplitAfter(sample(t, name), "\n")
		for i, line := range lines {
			key, _, ok := strings.Cut(strings.TrimSpace(line), " : ")
			text := strings.Join(slices.Delete(slices.Clone(lines), i, i+1), "")
			if !ok || !Recognise(text) {
				continue
			}
			for _, r := range parse(t, text).Remarks(at) {
				for _, no := range []string{key + ": NO", key + " is NO", key + " and DomainJoined are both NO", "not joined yet"} {
					if strings.Contains(r.Text, no) && (no != "not joined yet" || key == joinedKey) {
						t.Errorf("%s without %s: %s says %q", name, key, r.ID, r.Text)
					}
				}
				if key == "DomainJoined" && strings.Contains(r.Text, "not joined to Microsoft Entra ID") && parse(t, text).EntraJoined == model.Yes {
					t.Errorf("%s without %s: %s says %q", name, key, r.ID, r.Text)
				}
			}
		}
	}
}

// TestHostile reads text that is made to hurt.
func TestHostile(t *testing.T) {
	for name, text := range map[string]string{
		"a long line":        "AzureAdJoined : YES" + strings.Repeat("x", maxBytes),
		"a long value":       "AzureAdJoined : YES\nTenantName : " + strings.Repeat("é", 100_000),
		"a long key":         "AzureAdJoined : YES\n" + strings.Repeat("k", 100_000) + " : v",
		"many lines":         "AzureAdJoined : YES\n" + strings.Repeat("\n", maxBytes),
		"many pairs":         "AzureAdJoined : YES\n" + strings.Repeat("k : v\n", maxBytes/6),
		"many sections":      "AzureAdJoined : YES\n" + strings.Repeat("| s |\n", maxBytes/6),
		"many outputs":       strings.Repeat("AzureAdJoined : YES\n", maxBytes/20),
		"many accounts":      "AzureAdJoined : YES\n" + strings.Repeat("WorkplaceTenantId : a\n", 100_000),
		"many continuations": "AzureAdJoined : YES\nTenantName : " + strings.Repeat("x", 60) + "\n" + strings.Repeat(strings.Repeat("y", 80)+"\n", 40_000),
		"many old bytes":     "AzureAdJoined : YES\n" + strings.Repeat("k : \xff\n", maxBytes/6),
		"escapes":            "AzureAdJoined : YES\n\x1b[2J\u202eTenant\x07Name : \x1b]0;x\x07\u202eevil\n| \x1b[31mred |\nTenantName : a\x1b[31mb\u202ec\nKey : \x00\n",
		"a margin":           strings.Repeat("(", 90) + "AzureAdJoined : YES\n",
	} {
		s, err := Parse(text)
		if err != nil && name != "a long line" {
			t.Errorf("%s: %v", name, err)
		}
		checkBounds(t, name, s)
	}
}

func checkBounds(t *testing.T, name string, s State) {
	t.Helper()
	if len(s.Sections) > maxSections || len(s.WorkAccounts) > maxAccounts {
		t.Fatalf("%s: %d sections, %d accounts", name, len(s.Sections), len(s.WorkAccounts))
	}
	pairs := 0
	for _, section := range s.Sections {
		pairs += len(section.Pairs)
		checkText(t, name, section.Title, maxKey)
		for _, p := range section.Pairs {
			checkText(t, name, p.Key, maxKey)
			checkText(t, name, p.Value, maxValue)
		}
	}
	if pairs > maxPairs {
		t.Fatalf("%s: %d pairs", name, pairs)
	}
	for _, r := range s.Remarks(at) {
		checkText(t, name, r.Text, 8*maxValue)
		checkText(t, name, r.Do, maxValue)
	}
}

func checkText(t *testing.T, name, text string, longest int) {
	t.Helper()
	if text != model.Clean(text) || len([]rune(text)) > longest {
		t.Fatalf("%s: %.200q is not clean, or too long", name, text)
	}
}

// FuzzParse looks for text that panics, or gives texts that are not bounded and
// clean.
func FuzzParse(f *testing.F) {
	names, _ := filepath.Glob("testdata/*.txt")
	for _, name := range names {
		f.Add(sample(f, strings.TrimSuffix(filepath.Base(name), ".txt")))
	}
	f.Add("AzureAdJoined:\xffYES\r\r\n| |\n : \n:")
	f.Fuzz(func(t *testing.T, text string) {
		s, err := Parse(text)
		if (err == nil) != Recognise(text) {
			t.Fatalf("recognized %v, read with %v", Recognise(text), err)
		}
		checkBounds(t, "fuzzed", s)
	})
}

func BenchmarkParse(b *testing.B) {
	text := sample(b, "hybrid")
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		s := parse(b, text)
		s.Remarks(at)
	}
}

// BenchmarkRecogniseOther is what a file of another kind costs.
func BenchmarkRecogniseOther(b *testing.B) {
	text := strings.Repeat("<![LOG[Some line of a log file that is long enough]LOG]!>\r\n", maxBytes/60)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Recognise(text)
	}
}
