package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

var day = time.Date(2026, 3, 10, 0, 0, 0, 0, time.UTC)

func sample(t testing.TB, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", name+".json"))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// edited is a sample after a change of its sections.
func edited(t testing.TB, name string, change func(sections map[string]any)) string {
	t.Helper()
	var top map[string]any
	if err := json.Unmarshal([]byte(sample(t, name)), &top); err != nil {
		t.Fatal(err)
	}
	change(top["sections"].(map[string]any))
	data, err := json.Marshal(top)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func read(t testing.TB, text string) *File {
	t.Helper()
	f, err := Read(text, day)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// said are the answers of a file: "P01 site.version" is "2509", and what is only
// offered has a question mark behind it.
func said(f *File) map[string]string {
	all := map[string]string{}
	for _, r := range f.Answers {
		value := r.Value
		if r.Offered {
			value += "?"
		}
		all[strings.TrimSpace(strings.TrimSpace(r.Site+" "+r.Host)+" "+r.Key)] = value
	}
	return all
}

// TestSamples is everything that the files of three sites say.
func TestSamples(t *testing.T) {
	for _, name := range []string{"standalone", "hierarchy", "old"} {
		f := read(t, sample(t, name))
		var lines []string
		for _, r := range f.Answers {
			lines = append(lines, r.String())
		}
		for _, fact := range f.Facts {
			lines = append(lines, fact.Label+": "+fact.Value)
		}
		for _, r := range f.Remarks {
			lines = append(lines, r.ID+": "+r.Text)
		}
		golden(t, name+".txt", f.About()+"\n"+strings.Join(lines, "\n")+"\n")
	}
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil || string(want) != got {
		t.Errorf("%s differs (%v): run with -update and look\n%s", name, err, got)
	}
}

func rows(sections map[string]any, name string) []any {
	return sections[name].(map[string]any)["rows"].([]any)
}

// set writes a property into a row of a section.
func set(section string, at int, property string, value any) func(map[string]any) {
	return func(s map[string]any) { rows(s, section)[at].(map[string]any)[property] = value }
}

// setRows replaces the rows of a section.
func setRows(section, text string) func(map[string]any) {
	return func(s map[string]any) {
		var list any
		if err := json.Unmarshal([]byte(text), &list); err != nil {
			panic(err)
		}
		s[section] = map[string]any{"ok": true, "rows": list}
	}
}

// TestMisreadings are the dangerous misreadings, one by one: what must come out, ""
// for nothing.
func TestMisreadings(t *testing.T) {
	const mp, mp1 = "P01 cm01.corp.contoso.com management_points[].", "P01 mp01.fabrikam.net management_points[]."
	for _, test := range []struct {
		name, sample string
		change       func(map[string]any)
		want         map[string]string
	}{
		{"M1: SslState 0 is no plain HTTP of the site", "standalone", nil, map[string]string{mp + "clients_now": "http", "P01 site.security_now": "enhanced-http"}},
		{"M1: without IISSSLState the site stays open", "standalone", set("components", 0, "IISSSLState", nil), map[string]string{mp + "clients_now": "http", "P01 site.security_now": ""}},
		{"M2: the SslState among the items is another", "hierarchy", set("roles", 0, "SslState", nil), map[string]string{mp1 + "clients_now": ""}},
		{"M2: a number outside the table", "hierarchy", set("roles", 0, "SslState", 63), map[string]string{mp1 + "clients_now": ""}},
		{"M2: 2 does not apply", "hierarchy", set("roles", 0, "SslState", 2), map[string]string{mp1 + "clients_now": ""}},
		{"M3: HTTPS with the switch for Enhanced HTTP", "hierarchy", nil, map[string]string{"P02 site.security_now": "https-only"}},
		{"M3: a bare 1024", "standalone", both(set("components", 0, "IISSSLState", 1024), set("local_site", 0, "IISSSLState", "1024")),
			map[string]string{"P01 site.security_now": "enhanced-http", "P01 site.use_pki_certificate": "no", "P01 site.check_crl": "no"}},
		{"M3: 1504", "standalone", both(set("components", 0, "IISSSLState", 1504), set("local_site", 0, "IISSSLState", 1504)), map[string]string{"P01 site.security_now": "enhanced-http", "P01 site.use_pki_certificate": "yes"}},
		{"M3: 0", "standalone", set("components", 0, "IISSSLState", 0), map[string]string{"P01 site.security_now": ""}},
		{"M3: half a pattern", "standalone", set("components", 0, "IISSSLState", 64), map[string]string{"P01 site.security_now": ""}},
		{"M3: a bit that nobody has seen", "standalone", both(set("components", 0, "IISSSLState", 1248+4096), set("local_site", 0, "IISSSLState", 1248+4096)), map[string]string{"P01 site.security_now": "enhanced-http?"}},
		{"M3: a fraction", "standalone", set("components", 0, "IISSSLState", 1248.5), map[string]string{"P01 site.security_now": ""}},
		{"a change is under way", "standalone", set("local_site", 0, "IISSSLState", 63), map[string]string{"P01 site.security_now": "enhanced-http?"}},
		{"HTTPS only with a management point on HTTP", "standalone", set("components", 0, "IISSSLState", 63), map[string]string{"P01 site.security_now": ""}},
		{"M4: the CAS is not the primary", "hierarchy", nil, map[string]string{"P01 site.security_now": "https-only", "CAS site.security_now": "", "S01 site.security_now": ""}},
		{"M4: two rows of one site disagree", "standalone", setRows("components", `[{"SiteCode":"P01","ComponentName":"SMS_SITE_COMPONENT_MANAGER","IISSSLState":1248},{"SiteCode":"P01","ComponentName":"SMS_SITE_COMPONENT_MANAGER","IISSSLState":63}]`), map[string]string{"P01 site.security_now": ""}},
		{"M4: another component", "standalone", set("components", 0, "ComponentName", "SMS_WSUS_CONTROL_MANAGER"), map[string]string{"P01 site.security_now": ""}},
		{"M5: no row of any role", "standalone", setRows("roles", `[]`), map[string]string{"site.service_connection_point": ""}},
		{"M5: roles were seen, and no service connection point", "standalone", func(s map[string]any) {
			s["roles"].(map[string]any)["rows"] = rows(s, "roles")[:1]
		}, map[string]string{"site.service_connection_point": "none"}},
		{"M5: the same at a site that is not the top", "hierarchy", both(set("connection", 0, "SiteCode", "P01"), func(s map[string]any) {
			s["roles"].(map[string]any)["rows"] = rows(s, "roles")[:1]
		}), map[string]string{"site.service_connection_point": ""}},
		{"M6: tenant attach has a tenant and an app too", "standalone", nil, map[string]string{"entra.site_integrated": "yes?"}},
		{"M6: no tenant is not no", "standalone", both(setRows("tenants", `[]`), setRows("apps", `[]`)), map[string]string{"entra.site_integrated": "", "entra.tenant_id": ""}},
		{"M8: WORKGROUP is no workgroup", "hierarchy", nil, map[string]string{"devices[workgroup].count": "", "devices[domain].count": ""}},
		{"M9: self-signed says nothing", "standalone", nil, map[string]string{"pki.certificates_issued": ""}},
		{"M10: a management point of a secondary site", "hierarchy", nil, map[string]string{"S01 sec01.fabrikam.net management_points[].host": "", mp1 + "host": "mp01.fabrikam.net"}},
		{"M11: a type of the registry", "standalone", set("sites", 0, "Type", 3), map[string]string{"site.code": "", "site.top_level": "", "P01 site.version": "", mp + "host": ""}},
		{"M12: a child primary alone", "standalone", set("sites", 0, "ReportingSiteCode", "CAS"), map[string]string{"site.top_level": "central-administration-site", "site.code": "P01?"}},
		{"M12: nobody knows what is above", "standalone", set("sites", 0, "ReportingSiteCode", nil), map[string]string{"site.top_level": "", "site.code": "P01?"}},
		{"M13: a custom setting overrides", "hierarchy", nil, map[string]string{"client_settings.use_cmg": "", "client_settings.cloud_distribution_point": ""}},
		{"M13: a custom setting without the group says nothing", "standalone", nil, map[string]string{"client_settings.use_cmg": "yes", "client_settings.user_policy_internet": ""}},
		{"M13: a gap in the priorities", "standalone", set("client_settings", 1, "Priority", 2), map[string]string{"client_settings.use_cmg": "yes?"}},
		{"M13: a custom setting that nobody has", "hierarchy", set("client_settings", 1, "AssignmentCount", 0), map[string]string{"client_settings.use_cmg": "yes?"}},
		{"M13: no default setting", "standalone", set("client_settings", 0, "Type", 1), map[string]string{"client_settings.use_cmg": ""}},
		{"M13: one of two for user policy", "standalone", both(set("client_settings", 1, "AssignmentCount", 0), set("client_settings", 0, "PolicyEnableUserPolicyPolling", false)), map[string]string{"client_settings.user_policy_internet": "no"}},
		{"M14: a column that this version lacks", "hierarchy", nil, map[string]string{"entra.app_id_uri": "", "gateway.exists": "yes?"}},
		{"M15: {} is nothing", "old", nil, map[string]string{"OLD site.version": "2107", "site.code": "OLD"}},
		{"M15: a list as value and Count", "standalone", func(s map[string]any) {
			s["sites"].(map[string]any)["rows"] = map[string]any{"value": rows(s, "sites"), "Count": 1}
		}, map[string]string{"site.code": "P01"}},
		{"M15: one row without its list", "standalone", func(s map[string]any) { s["sites"].(map[string]any)["rows"] = rows(s, "sites")[0] }, map[string]string{"site.code": "P01"}},
		{"M16: on at one site is on", "hierarchy", nil, map[string]string{"entra.ad_user_discovery": "yes"}},
		{"M16: off at one of two", "hierarchy", both(set("components", 4, "ComponentName", "x"), nil), map[string]string{"entra.ad_user_discovery": ""}},
		{"M16: off at all", "hierarchy", set("components", 4, "Settings", "Inactive"), map[string]string{"entra.ad_user_discovery": "no"}},
		{"M16: nothing is not off", "standalone", set("components", 1, "Settings", nil), map[string]string{"entra.ad_user_discovery": ""}},
		{"M17: no CMG is seen", "standalone", nil, map[string]string{"gateway.classic_present": "", "gateway.exists": ""}},
		{"M17: a scale set alone", "hierarchy", func(s map[string]any) { s["cmg"].(map[string]any)["rows"] = rows(s, "cmg")[:1] },
			map[string]string{"gateway.classic_present": "no", "gateway.region": "westeurope?", "gateway.service_name": "cmg.fabrikam.net?", "gateway.vm_instances": "2?", "gateway.enforce_tls12": "yes?"}},
		{"M17: a name of US Government", "hierarchy", both(func(s map[string]any) { s["cmg"].(map[string]any)["rows"] = rows(s, "cmg")[:1] }, set("cmg", 0, "Fqdn", "a.usgovcloudapp.net")), map[string]string{"gateway.classic_present": ""}},
		{"M19: a cut list proves nothing", "standalone", setRows("by_ClientVersion", `[{"value":"5.00.9141.1011","count":2200}]`), map[string]string{"token.clients_current": ""}},
		{"M19: all of them", "standalone", setRows("by_ClientVersion", `[{"value":"5.00.9141.1011","count":2000},{"value":"5.00.9141.1000","count":300}]`), map[string]string{"token.clients_current": "yes"}},
		{"M19: a version of nobody", "standalone", setRows("by_ClientVersion", `[{"value":"","count":300},{"value":"5.00.9141.1000","count":2000}]`), map[string]string{"token.clients_current": ""}},
		{"M19: newer clients", "standalone", setRows("by_ClientVersion", `[{"value":"5.00.9146.1000","count":2300}]`), map[string]string{"token.clients_current": ""}},
		{"an upgrade is under way", "standalone", set("sites", 0, "Mode", 6), map[string]string{"P01 site.version": "2509?"}},
		{"two numbers of the version disagree", "standalone", set("identification", 0, "MonthlyReleaseVersion", 2503), map[string]string{"P01 site.version": "2509?"}},
		{"a build of tomorrow", "standalone", both(set("sites", 0, "BuildNumber", 9150), set("identification", 0, "MonthlyReleaseVersion", "2609")), map[string]string{"P01 site.version": "2609?"}},
		{"a host without a domain", "old", nil, map[string]string{"OLD sccm management_points[].host": ""}},
		{"OfflineMode as text", "hierarchy", nil, map[string]string{"site.service_connection_point": "online"}},
		{"several tenants", "hierarchy", nil, map[string]string{"entra.tenant_id": ""}},
		{"no GUID", "standalone", set("tenants", 0, "TenantID", "contoso"), map[string]string{"entra.tenant_id": ""}},
		{"rights hide all devices", "standalone", set("count_all_systems", 0, "count", 0), map[string]string{"devices[hybrid].count": ""}},
		{"few clients told how they are joined", "standalone", set("count_state_rows", 0, "count", 1000), map[string]string{"devices[hybrid].count": ""}},
		{"the kinds overlap", "standalone", set("count_entra", 0, "count", 1000), map[string]string{"devices[hybrid].count": "", "devices[entra].count": ""}},
		{"one file proves one machine", "standalone", nil, map[string]string{"cm01.corp.contoso.com site.dotnet_48": "yes", "site.dotnet_48": ""}},
		{"no number of .NET", "standalone", set("local_dotnet", 0, "Release", 0), map[string]string{"cm01.corp.contoso.com site.dotnet_48": ""}},
		{"an empty purpose is every purpose", "standalone", set("local_certificates", 0, "Eku", []any{nil}), map[string]string{"cm01.corp.contoso.com connection_points[].client_certificate": ""}},
		{"the certificate of Microsoft Entra ID is none of a PKI", "hierarchy", set("local_certificates", 0, "Issuer", "CN=MS-Organization-Access"), map[string]string{"adm-pc7.fabrikam.net connection_points[].client_certificate": "no"}},
		{"a proxy of Local System", "standalone", setRows("local_system_proxy", `[{"ProxyEnable":1,"HasServer":true,"HasScript":false}]`), map[string]string{"cm01.corp.contoso.com management_points[].proxy": "yes?"}},
		{"a switch that is off", "standalone", setRows("local_system_proxy", `[{"ProxyEnable":0,"HasServer":true,"HasScript":false}]`), map[string]string{"cm01.corp.contoso.com management_points[].proxy": ""}},
	} {
		text := sample(t, test.sample)
		if test.change != nil {
			text = edited(t, test.sample, test.change)
		}
		all := said(read(t, text))
		for key, want := range test.want {
			if all[key] != want {
				t.Errorf("%s: %s is %q, not %q", test.name, key, all[key], want)
			}
		}
	}
}

func both(a, b func(map[string]any)) func(map[string]any) {
	return func(s map[string]any) {
		a(s)
		if b != nil {
			b(s)
		}
	}
}

// whole is a sample as it is parsed.
func whole(t testing.TB, name string) object {
	t.Helper()
	top, err := parse(sample(t, name))
	if err != nil {
		t.Fatal(err)
	}
	return top
}

// without is an object with one value changed, or taken out where gone is true.
func without(o object, key string, value any, gone bool) object {
	changed := maps.Clone(o)
	if changed[key] = value; gone {
		delete(changed, key)
	}
	return changed
}

// TestDamaged: whatever happens to a section, no other answer is filled in than
// with the whole file.
func TestDamaged(t *testing.T) {
	damages := map[string]any{
		"missing": nil, "null": nil, "[]": []any{}, "text": "x", "number": json.Number("7"), "true": true,
		"failed":        object{"ok": false, "error": object{"type": "UnauthorizedAccessException"}, "rows": []any{}},
		"no rows":       object{"ok": true},
		"empty":         object{"ok": true, "rows": []any{}},
		"empty object":  object{"ok": true, "rows": nil},
		"rows of text":  object{"ok": true, "rows": []any{"x", json.Number("7"), nil, []any{}}},
		"rows are text": object{"ok": true, "rows": "x"},
		"strange rows":  object{"ok": true, "rows": []any{object{"x": json.Number("1")}}},
	}
	for _, name := range []string{"standalone", "hierarchy", "old"} {
		top := whole(t, name)
		undamaged, sections := said(read(t, sample(t, name))), top["sections"].(object)
		for section := range sections {
			for kind, damage := range damages {
				f, err := newFile(without(top, "sections", without(sections, section, damage, kind == "missing"), false), day)
				if err != nil {
					t.Fatal(err)
				}
				noMore(t, name+" "+section+" "+kind, undamaged, said(f))
			}
		}
		for _, damage := range damages {
			if f, err := newFile(without(top, "sections", damage, damage == nil), day); err != nil || len(said(f)) > 0 {
				t.Errorf("%s: without sections it says %v (%v)", name, said(f), err)
			}
		}
	}
}

func noMore(t *testing.T, name string, whole, damaged map[string]string) {
	t.Helper()
	for key, value := range damaged {
		if !strings.HasSuffix(value, "?") && whole[key] != value && !(whole[key] == value+"?" && contradicted[key]) {
			t.Errorf("%s: %s is %q, and was %q", name, key, value, whole[key])
		}
	}
}

// contradicted are answers that are only offered because something else in the file
// speaks against them: without that nothing does.
var contradicted = map[string]bool{
	"client_settings.delta_content": true, "client_settings.entra_registration": true, "client_settings.user_policy_internet": true,
}

// TestDamagedValues does the same to each value of each row. What a custom setting
// does not say counts for nothing, and a text that is not ACTIVE is "off": these are
// no damages.
func TestDamagedValues(t *testing.T) {
	excused := []string{"client_settings", "components Settings", "local_machine Name"}
	for _, name := range []string{"standalone", "hierarchy", "old"} {
		top := whole(t, name)
		undamaged, sections := said(read(t, sample(t, name))), top["sections"].(object)
		for section, value := range sections {
			list, _ := value.(object)["rows"].([]any)
			for at, r := range list {
				for property := range r.(object) {
					if slices.Contains(excused, section) || slices.Contains(excused, section+" "+property) {
						continue
					}
					for _, damage := range []any{nil, "", "x", []any{"x"}, json.Number("-1")} {
						damaged := slices.Clone(list)
						damaged[at] = without(r.(object), property, damage, false)
						f, err := newFile(without(top, "sections", without(sections, section, object{"ok": true, "rows": damaged}, false), false), day)
						if err != nil {
							t.Fatal(err)
						}
						noMore(t, fmt.Sprint(name, " ", section, "[", at, "].", property, " ", damage), undamaged, said(f))
					}
				}
			}
		}
	}
}

// TestRefused: what is secret, cut off or far too large is refused whole.
func TestRefused(t *testing.T) {
	ok := sample(t, "standalone")
	for name, text := range map[string]string{
		"a key that is secret":    strings.Replace(ok, `"ClientID"`, `"SecretKey"`, 1),
		"in other letters":        strings.Replace(ok, `"ClientID"`, `"SECRETKEYFORSCP"`, 1),
		"with an escape":          strings.Replace(ok, `"ClientID"`, `"\u0053ecretKey"`, 1),
		"parted":                  strings.Replace(ok, `"ClientID"`, `"Sec_ret Key"`, 1),
		"a certificate with key":  strings.Replace(ok, `"ClientID"`, `"SerializedServiceCertificate"`, 1),
		"its proxy":               strings.Replace(ok, `"ClientID"`, `"ProxyCertificateConfig"`, 1),
		"a password":              strings.Replace(ok, `"culture"`, `"ProxyPassword": "x", "culture"`, 1),
		"a token":                 strings.Replace(ok, `"CmgServerApp"`, `"eyJhbGciOiJSUzI1NiJ9.eyJhIjoxfQ.abc"`, 1),
		"beside the secret":       strings.Replace(ok, `"culture"`, `"PasswordHunterTwo1": 1, "culture"`, 1),
		"in a section of its own": strings.Replace(ok, `"sections": {`, `"sections": {"strange": {"rows": [{"deep": [{"ClientSecret": 1}]}]},`, 1),
	} {
		_, err := Read(text, day)
		if _, secret := err.(*SecretError); !secret || text == ok || strings.Contains(err.Error(), "Hunter") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for name, text := range map[string]string{
		"cut off": ok[:len(ok)/2], "empty": "", "a list": "[]", "nothing": "{}", "another kind": strings.Replace(ok, kind, "else", 1),
		"no format": strings.Replace(ok, `"format": 1`, `"format": {}`, 1), "format 0": strings.Replace(ok, `"format": 1`, `"format": 0`, 1),
		"two files": ok + ok, "deep": strings.Repeat("[", 10000), "a name twice": strings.Replace(ok, `"culture"`, `"format": 2, "culture"`, 1),
		"a long text": strings.Replace(ok, "en-US", strings.Repeat("x", maxText+1), 1), "too large": ok + strings.Repeat(" ", maxSize),
		"many values": strings.Replace(ok, `"en-US"`, "["+strings.Repeat("0,", maxValues)+"0]", 1),
	} {
		if _, err := Read(text, day); err == nil {
			t.Errorf("%s is read", name)
		}
	}
}

// TestAsWindowsSaves: marks, line ends and a newer format change nothing.
func TestAsWindowsSaves(t *testing.T) {
	ok := sample(t, "standalone")
	whole := said(read(t, ok))
	for name, text := range map[string]string{
		"mark": "\uFEFF" + ok, "CRLF": strings.ReplaceAll(ok, "\n", "\r\n"), "newer": strings.Replace(ok, `"format": 1`, `"format": 2`, 1),
		"numbers as text": strings.Replace(ok, `"BuildNumber": 9141`, `"BuildNumber": "9141"`, 1),
	} {
		if !Recognise(text) {
			t.Errorf("%s is not recognized", name)
		}
		if got := said(read(t, text)); fmt.Sprint(got) != fmt.Sprint(whole) {
			t.Errorf("%s: %v", name, got)
		}
	}
	f := read(t, strings.Replace(ok, `"format": 1`, `"format": 2, "later": {"a": 1}`, 1))
	if !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == "site-newer-format" }) ||
		!slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == "site-not-known" && strings.Contains(r.Text, "later") }) {
		t.Error("a newer format and what is not known are not said")
	}
}

// TestRemarks: how old a file is, where it was collected and by which script.
func TestRemarks(t *testing.T) {
	ok := sample(t, "standalone")
	for name, test := range map[string]struct {
		text string
		at   time.Time
		want string
	}{
		"old":        {ok, day.AddDate(0, 2, 0), "site-old"},
		"in a year":  {ok, day.AddDate(-1, 0, 0), "site-from-later"},
		"no date":    {strings.Replace(ok, "2026-03-04T08", "soon", 1), day, "site-no-date"},
		"not at top": {edited(t, "hierarchy", set("connection", 0, "SiteCode", "P01")), day, "site-not-top"},
		"pasted":     {sample(t, "old"), day, "site-script-pasted"},
		"missing":    {edited(t, "standalone", func(s map[string]any) { delete(s, "roles") }), day, "site-section-missing"},
		"null":       {edited(t, "standalone", func(s map[string]any) { s["roles"] = nil }), day, "site-section-missing"},
		"empty":      {edited(t, "standalone", setRows("roles", "[]")), day, "site-section-empty"},
		"a number":   {edited(t, "standalone", func(s map[string]any) { s["roles"] = 7 }), day, "site-section-odd"},
		"odd rows":   {edited(t, "standalone", setRows("roles", `["x"]`)), day, "site-section-odd"},
		"no object":  {`{"kind": "cmg-site-facts", "format": 1, "sections": [7]}`, day, "site-section-odd"},
		"no facts":   {`{"kind": "cmg-site-facts", "format": 1, "sections": {}}`, day, "site-says-nothing"},
	} {
		f, err := Read(test.text, test.at)
		if err != nil || !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == test.want }) {
			t.Errorf("%s: no %s (%v)", name, test.want, err)
		}
	}
}

// TestDateAhead: no certificate expires by a day that lies ahead; a day is left to
// time zones.
func TestDateAhead(t *testing.T) {
	const key = "adm-pc7.fabrikam.net connection_points[].client_certificate"
	ok := sample(t, "hierarchy")
	for taken, want := range map[string]string{"2026-03-04T09": "yes", "2026-03-10T23": "yes", "2045-03-04T09": "", "2026-03-12T09": ""} {
		if got := said(read(t, strings.Replace(ok, "2026-03-04T09", taken, 1)))[key]; got != want {
			t.Errorf("collected at %s: %q, not %q", taken, got, want)
		}
	}
}
