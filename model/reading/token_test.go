package reading_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
)

var tokenDay = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

const tokenTenant = "CDCC5E91-0ADF-4A24-82D0-196667F1C081"

// secretMark stands in the signature of the tokens below.
const secretMark = "this-signature-must-never-be-shown-anywhere"

func base64URL(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }

func fakeToken(header, payload string) string {
	return base64URL(header) + "." + base64URL(payload) + "." + base64URL(secretMark+secretMark)
}

const rs256 = `{"typ":"JWT","alg":"RS256","x5t":"OSo8vNgyWVRQ9CaXyOiZpqe09W4"}`

// bulkPayload is what the payload of a bulk registration token holds.
func bulkPayload(from, until time.Time) string {
	return fmt.Sprintf(`{"SCCMTokenCategory":"SCCMPreAuthToken","Authority":"SCCM","License":"SCCM","Type":"BulkRegistration","TenantId":%q,"UniqueId":"db591e33-0000-4c5b-82f3-bf673e5bd0a2","iss":"urn:sccm:oauth2:%s","aud":"urn:sccm:service","exp":%d,"nbf":%d}`,
		tokenTenant, strings.ToLower(tokenTenant), until.Unix(), from.Unix())
}

func bulkTokenOf(from, until time.Time) string { return fakeToken(rs256, bulkPayload(from, until)) }

// freshToken was made an hour ago for three days.
func freshToken() string {
	return bulkTokenOf(tokenDay.Add(-time.Hour), tokenDay.Add(71*time.Hour))
}

func mustRead(t *testing.T, token string) evidence.TokenFacts {
	t.Helper()
	f, ok := reading.ReadToken(token)
	if !ok {
		t.Fatal("the token is not read")
	}
	return f
}

func TestReadToken(t *testing.T) {
	want := evidence.TokenFacts{
		Type: "BulkRegistration", TenantID: tokenTenant, Issuer: evidence.SiteIssuer,
		NotBefore: tokenDay.Add(-time.Hour), Expires: tokenDay.Add(71 * time.Hour),
	}
	for name, text := range map[string]string{
		"alone": freshToken(), "quoted": `"` + freshToken() + "\"\r\n", "with Bearer": "Bearer " + freshToken(),
		"in a line": "ccmsetup.exe /mp:https://CMG.CONTOSO.COM/CCM_Proxy_MutualAuth/7 /regtoken:" + freshToken() + " SMSSITECODE=P01",
		"wrapped":   wrapped(freshToken(), 80), "wrapped narrowly": wrapped(freshToken(), 40),
	} {
		if got := mustRead(t, text); got != want {
			t.Errorf("%s: %+v, want %+v", name, got, want)
		}
	}
}

func wrapped(text string, width int) string {
	var lines []string
	for piece := range slices.Chunk([]byte(text), width) {
		lines = append(lines, string(piece))
	}
	return strings.Join(lines, "\r\n")
}

func TestClaims(t *testing.T) {
	day := time.Date(2026, 11, 25, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name, payload string
		want          evidence.TokenFacts
	}{
		{"nothing", `{}`, evidence.TokenFacts{}},
		{"small letters", `{"type":"BulkRegistration","tenantid":"{cdcc5e91-0adf-4a24-82d0-196667f1c081}"}`,
			evidence.TokenFacts{Type: "BulkRegistration", TenantID: "cdcc5e91-0adf-4a24-82d0-196667f1c081"}},
		{"a time with a fraction", `{"exp":1795564800.75}`, evidence.TokenFacts{Expires: day}},
		{"a time as text", `{"exp":"1795564800"}`, evidence.TokenFacts{Expires: day}},
		{"a time in powers", `{"exp":1.7955648e9}`, evidence.TokenFacts{Expires: day}},
		{"milliseconds are out of range", `{"exp":1795564800000}`, evidence.TokenFacts{}},
		{"far away", `{"exp":1e400,"nbf":-1e400}`, evidence.TokenFacts{}},
		{"before 1970", `{"exp":-5,"nbf":0}`, evidence.TokenFacts{}},
		{"no number", `{"exp":"NaN","nbf":"Inf"}`, evidence.TokenFacts{}},
		{"times that are none", `{"exp":true,"nbf":[1795564800]}`, evidence.TokenFacts{}},
		{"a tenant that is none", `{"TenantId":"contoso.com"}`, evidence.TokenFacts{}},
		{"a type that is none", `{"Type":{"a":1}}`, evidence.TokenFacts{}},
		{"a type with escapes", `{"Type":"\u001b[31mBulk\u202e"}`, evidence.TokenFacts{Type: "Bulk"}},
		{"a long type", `{"Type":"` + strings.Repeat("x", 65) + `"}`, evidence.TokenFacts{}},
		{"Microsoft Entra ID", `{"iss":"https://sts.windows.net/aaaabbbb-0000-cccc-1111-dddd2222eeee/","tid":"aaaabbbb-0000-cccc-1111-dddd2222eeee"}`,
			evidence.TokenFacts{Issuer: evidence.EntraIssuer, TenantID: "aaaabbbb-0000-cccc-1111-dddd2222eeee"}},
		{"Microsoft Entra ID, second edition", `{"iss":"https://login.microsoftonline.com/x/v2.0"}`, evidence.TokenFacts{Issuer: evidence.EntraIssuer}},
	} {
		if got := mustRead(t, fakeToken(rs256, c.payload)); got != c.want {
			t.Errorf("%s: %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestNoToken(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":              "",
		"a name":               "enterpriseregistration.windows.net",
		"dots":                 "...",
		"one part":             base64URL(rs256),
		"two parts":            base64URL(rs256) + "." + base64URL(`{}`),
		"an empty payload":     base64URL(rs256) + ".." + base64URL("x"),
		"a header of text":     base64URL(`"alg"`) + "." + base64URL(`{}`) + ".x",
		"a header without alg": base64URL(`{"typ":"JWT"}`) + "." + base64URL(`{}`) + ".x",
		"a payload of text":    base64URL(rs256) + "." + base64URL(`text`) + ".x",
		"a payload of null":    base64URL(rs256) + "." + base64URL(`null`) + ".x",
		"an encrypted one":     fakeToken(`{"alg":"RSA-OAEP","enc":"A256GCM"}`, "\x01\x02\x03 no JSON") + ".aa.bb",
		"a deep one":           fakeToken(rs256, `{"a":`+strings.Repeat("[", 20)+strings.Repeat("]", 20)+"}"),
		"a long one":           fakeToken(rs256, `{"a":"`+strings.Repeat("x", reading.LongestToken)+`"}`),
	} {
		if f, ok := reading.ReadToken(text); ok {
			t.Errorf("%s is read as %+v", name, f)
		}
	}
}

func TestFindTokens(t *testing.T) {
	one, two := freshToken(), fakeToken(`{"alg":"none"}`, `{"exp":5}`)
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"none", "no token here. None at all.", nil},
		{"alone", one, []string{one}},
		{"after regtoken", "/regtoken:" + one + " /x", []string{one}},
		{"after a word", "token_" + one, []string{one}},
		{"at the end of a sentence", "It is " + one + ".", []string{one}},
		{"two in lines", one + "\n" + two + "\n", []string{one, two}},
		{"two in a list", one + "," + two, []string{one, two}},
		{"wrapped", "The token:\r\n\r\n" + wrapped(one, 80) + "\r\n\r\nDone.", []string{one}},
		{"wrapped twice", wrapped(one, 80) + "\n" + wrapped(two, 80), []string{one, two}},
		{"padded", strings.ReplaceAll(two, ".", "=."), []string{strings.ReplaceAll(two, ".", "=.")}},
		{"a header with blanks", fakeToken(`{ "alg": "RS256" }`, `{}`), []string{fakeToken(`{ "alg": "RS256" }`, `{}`)}},
		{"a header in lines", fakeToken("{\n\"alg\": \"RS256\" }", `{}`), []string{fakeToken("{\n\"alg\": \"RS256\" }", `{}`)}},
		{"the first of names", "www.contoso.com." + one, []string{one}},
	} {
		if got := reading.FindTokens(c.text); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestIsToken(t *testing.T) {
	one := freshToken()
	printed := "\r\nToken GUID: db591e33-0000-4c5b-82f3-bf673e5bd0a2\r\nToken is valid until 11/25/2026 11:00:00 AM.\r\n\r\n" + one + "\r\n"
	for _, c := range []struct {
		name, text string
		want       bool
	}{
		{"alone", one, true},
		{"with blanks", "\ufeff \r\n" + one + "\n\n", true},
		{"quoted", `"` + one + `"`, true},
		{"with Bearer", "Authorization: Bearer " + one, true},
		{"printed by the tool", printed, true},
		{"wrapped", strings.Replace(printed, one, wrapped(one, 120), 1), true},
		{"in JSON of a script", `{"ID":"db591e33-0000-4c5b-82f3-bf673e5bd0a2","Validity":"2026-11-25T11:00:00","Value":"` + one + `"}`, true},
		{"in a command line", "ccmsetup.exe /mp:https://a /regtoken:" + one, false},
		{"in a log", `<![LOG[token ` + one + `]LOG]!>`, false},
		{"in a long text", strings.Repeat("words and ", 200) + one, false},
		{"none", "Bearer of good news", false},
		{"cut off", one[:strings.LastIndex(one, ".")], false},
		{"nothing", "", false},
	} {
		if got := reading.IsToken(c.text); got != c.want {
			t.Errorf("%s: %v", c.name, got)
		}
	}
}

func TestRedactTokens(t *testing.T) {
	one := freshToken()
	for _, c := range []struct{ name, text, want string }{
		{"nothing to hide", "ccmsetup.exe /mp:https://CMG.CONTOSO.COM SMSSITECODE=P01", "ccmsetup.exe /mp:https://CMG.CONTOSO.COM SMSSITECODE=P01"},
		{"alone", one, "(token removed)"},
		{"in a line", "a /regtoken:" + one + " SMSSITECODE=P01", "a /regtoken:(token removed) SMSSITECODE=P01"},
		{"in quotes", `"/regtoken:` + one + `" b`, `"/regtoken:(token removed)" b`},
		{"two", one + " and " + one, "(token removed) and (token removed)"},
		{"wrapped", "x " + wrapped(one, 80) + " y", "x (token removed) y"},
		{"wrapped and cleaned", model.Clean("x " + wrapped(one, 80) + "\r\n\r\ny"), "x (token removed)    y"},
		{"cut off", "x " + one[:len(one)/2] + " y", "x (token removed) y"},
		{"its header alone", base64URL(rs256), "(token removed)"},
		{"a name for it", "/regtoken:%TOKEN% x", "/regtoken:(token removed) x"},
		{"what is no token", "/RegToken:abc123 x", "/RegToken:(token removed) x"},
		{"an equals sign", "regtoken = abcdefghijklmnop1234 x", "regtoken =(token removed) x"},
		{"quoted with blanks", `/regtoken:"a b c" x`, `/regtoken:(token removed) x`},
		{"an empty one", "/regtoken: /mp:x", "/regtoken: /mp:x"},
		{"done already", "/regtoken:(token removed) x", "/regtoken:(token removed) x"},
	} {
		got := reading.RedactTokens(c.text)
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if again := reading.RedactTokens(got); again != got {
			t.Errorf("%s: a second time gives %q", c.name, again)
		}
	}
}

func tokenIDs(remarks []model.Remark) string {
	var ids []string
	for _, r := range remarks {
		id := r.ID
		if r.Severity != "" {
			id += "/" + string(r.Severity)
		}
		ids = append(ids, id)
	}
	return strings.Join(ids, " ")
}

func TestTokenRemarks(t *testing.T) {
	ago := func(d time.Duration) time.Time { return tokenDay.Add(-d) }
	in := func(d time.Duration) time.Time { return tokenDay.Add(d) }
	const hour, day = time.Hour, 24 * time.Hour
	for _, c := range []struct{ name, token, ids, text string }{
		{"fresh", freshToken(), "token-bulk token-end token-lifetime token-tenant token-secret/warning", "expires in 2 days (2026-11-25 11:00 UTC)"},
		{"without /lifetime", freshToken(), "token-bulk token-end token-lifetime token-tenant token-secret/warning", "Its lifetime is 4,320 minutes (3 days)"},
		{"soon over", bulkTokenOf(ago(70*hour), in(2*hour)), "token-bulk token-end/warning token-lifetime token-tenant token-secret/warning", "expires in 2 hours"},
		{"over", bulkTokenOf(ago(10*day), ago(3*day)), "token-bulk token-expired/blocker token-lifetime token-tenant token-secret/advice", "expired 3 days ago (2026-11-19 12:00 UTC). A client that is installed with it cannot register: 401 CMGService_Invalid_Token. A token cannot be renewed."},
		{"just over", bulkTokenOf(ago(day), tokenDay), "token-bulk token-expired/blocker token-lifetime token-tenant token-secret/advice", "expired less than 1 hour ago"},
		{"to come", bulkTokenOf(in(hour), in(3*day)), "token-bulk token-early/blocker token-lifetime token-tenant token-secret/warning", "not valid before 2026-11-22 13:00 UTC"},
		{"seven days", bulkTokenOf(ago(hour), in(7*day-hour)), "token-bulk token-end token-lifetime token-tenant token-secret/warning", "Its lifetime is 10,080 minutes (7 days)."},
		{"too long", bulkTokenOf(ago(hour), in(30*day)), "token-bulk token-end token-lifetime-wrong/blocker token-tenant token-secret/warning", "over 10,080 minutes"},
		{"turned round", bulkTokenOf(in(5*day), in(day)), "token-bulk token-early/blocker token-lifetime-wrong/blocker token-tenant token-secret/warning", "ends before it starts"},
		{"without dates", fakeToken(rs256, `{"Type":"BulkRegistration"}`), "token-bulk token-without-end/warning token-lifetime-unknown/advice token-secret/warning", "does not tell when it expires"},
		{"unsigned", fakeToken(`{"alg":"none"}`, `{"Type":"x"}`), "token-other/warning token-unsigned/blocker token-secret/warning", "alg none"},
		{"another type", fakeToken(rs256, `{"Type":"Client","iss":"urn:sccm:oauth2:x"}`), "token-other/warning token-secret/warning", "its type is Client, not BulkRegistration"},
		{"no type", fakeToken(rs256, `{}`), "token-other/warning token-secret/warning", "does not tell the type"},
		{"of another service", fakeToken(rs256, `{"iss":"https://tokens.contoso.com"}`), "token-other/warning token-secret/warning", "names neither a ConfigMgr site nor Microsoft Entra ID"},
		{"of Microsoft Entra ID", fakeToken(rs256, `{"iss":"https://login.microsoftonline.com/x/v2.0","exp":5}`), "token-entra/warning token-secret/advice", "no bulk registration token"},
	} {
		remarks := reading.TokenRemarks(mustRead(t, c.token), tokenDay)
		if got := tokenIDs(remarks); got != c.ids {
			t.Errorf("%s: %s, want %s", c.name, got, c.ids)
		}
		if !slices.ContainsFunc(remarks, func(r model.Remark) bool { return strings.Contains(r.Text, c.text) }) {
			t.Errorf("%s: %q is not said in %+v", c.name, c.text, remarks)
		}
		for _, r := range remarks {
			soundToken(t, c.name, r)
		}
	}
}

func soundToken(t *testing.T, name string, r model.Remark) {
	t.Helper()
	if r.ID == "" || !strings.HasSuffix(r.Text, ".") || r.Severity != "" && !strings.HasSuffix(r.Do, ".") || len(r.Sources) == 0 {
		t.Errorf("%s, %s: %q, %q", name, r.ID, r.Text, r.Do)
	}
	for _, s := range r.Sources {
		if s.URL == "" || strings.Contains(s.URL, "#") != (s.Heading != "") {
			t.Errorf("%s, %s cites %+v", name, r.ID, s)
		}
	}
	if r.Rule != "" && !slices.ContainsFunc(rules.All(), func(rule rules.Rule) bool { return rule.ID == r.Rule }) {
		t.Errorf("%s, %s: there is no rule %s", name, r.ID, r.Rule)
	}
}

func TestTokenWithoutDate(t *testing.T) {
	f := mustRead(t, bulkTokenOf(tokenDay.AddDate(-5, 0, 0), tokenDay.AddDate(-5, 0, 3)))
	if got := tokenIDs(reading.TokenRemarks(f, time.Time{})); got != "token-bulk token-end token-lifetime token-tenant token-secret/warning" {
		t.Error(got)
	}
}

func TestTokenFacts(t *testing.T) {
	got := fmt.Sprint(reading.TokenFacts(mustRead(t, freshToken()), tokenDay))
	want := "[{token_type Token type BulkRegistration} {token_tenant_id Tenant ID in the token " + tokenTenant + "} {token_not_before Token valid from 2026-11-22 11:00 UTC} " +
		"{token_expires Token expires 2026-11-25 11:00 UTC} {token_lifetime Token lifetime 4,320 minutes (3 days)} {token_left Token time left 2 days}]"
	if got != want {
		t.Errorf("%s, want\n%s", got, want)
	}
}

// TestHostileTokens looks for tokens in text that is made to take long: one that
// takes too long runs into the limit of the test command.
func TestHostileTokens(t *testing.T) {
	const large = inspect.MaxSize / 8
	header := base64URL(rs256)
	for name, text := range map[string]string{
		"dots":              strings.Repeat(".", large),
		"parts":             strings.Repeat("eyJ.", large/4),
		"openings":          strings.Repeat("eyJ", large/3),
		"openings and dots": strings.Repeat(strings.Repeat("eyJ", 1300)+".", large/3901),
		"headers":           strings.Repeat(header+".", large/(len(header)+1)),
		"headers in lines":  strings.Repeat(header+".\n", large/(len(header)+2)),
		"one long run":      header + "." + strings.Repeat("a", large),
		"blanks":            strings.Repeat("a \n", large/3),
		"many blanks":       "eyJ" + strings.Repeat(" ", large),
		"lines":             strings.Repeat("a\n", large/2),
		"regtokens":         strings.Repeat("/regtoken:", large/10),
		"quotes":            strings.Repeat(`regtoken="`, large/10),
	} {
		tokens := reading.FindTokens(text)
		reading.ReadToken(text)
		reading.IsToken(text)
		reading.RedactTokens(text)
		if len(tokens) > reading.MostTokens {
			t.Errorf("%s: %d tokens", name, len(tokens))
		}
	}
}

// shares returns a stretch of 16 bytes that both texts hold.
func shares(text, part string) string {
	for i := 0; i+reading.ShortestShare <= len(part); i++ {
		if strings.Contains(text, part[i:i+reading.ShortestShare]) {
			return part[i : i+reading.ShortestShare]
		}
	}
	return ""
}

// FuzzToken looks for tokens of which something is shown, and for texts around
// them that keep them from being removed.
func FuzzToken(f *testing.F) {
	f.Add([]byte(bulkPayload(tokenDay, tokenDay.AddDate(0, 0, 3))), []byte(secretMark), "/regtoken:", " SMSSITECODE=P01", 0)
	f.Add([]byte(`{"exp":1e99,"nbf":"x","Type":"\u001b"}`), []byte{1, 2, 3}, "Bearer ", "\r\n", 80)
	f.Add([]byte(`{"Type":"CCCCCCCCCCCCCCCC"}`), []byte("\x08\x20\x82\x08\x20\x82\x08\x20\x82\x08\x20\x82"), `"regtoken":"`, `"`, 40)
	f.Add([]byte(`{"a":[[[[]]]]}`), []byte(""), "GUID\n", "\nDone", 76)
	f.Fuzz(func(t *testing.T, payload, signature []byte, before, after string, width int) {
		if len(payload)+len(signature)+len(before)+len(after) > 8192 {
			return
		}
		parts := []string{base64.RawURLEncoding.EncodeToString(payload), base64.RawURLEncoding.EncodeToString(signature)}
		token := base64URL(rs256) + "." + strings.Join(parts, ".")
		if width >= 40 && width <= 500 {
			token = wrapped(token, width)
		}
		shown := reading.RedactTokens(before+token+after) + outputOf(t, before+token+after)
		for _, part := range parts {
			known := shares(before+after+tokenWords, part) != ""
			if stretch := shares(shown, part); stretch != "" && !known {
				t.Fatalf("%q of the token is shown in %q", stretch, shown)
			}
		}
	})
}

// tokenWords are words of ours that a token may happen to hold.
const tokenWords = "BulkRegistration BulkRegistrationTokenTool CMGService_Invalid_Token"

// outputOf is everything that is said of the tokens in a text.
func outputOf(t *testing.T, text string) string {
	t.Helper()
	facts, ok := reading.ReadToken(text)
	if ok != (facts != evidence.TokenFacts{}) && !ok {
		t.Fatalf("no token, but %+v", facts)
	}
	reading.IsToken(text)
	out, err := json.Marshal([]any{facts, reading.TokenFacts(facts, tokenDay), reading.TokenRemarks(facts, tokenDay)})
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func BenchmarkFindTokens(b *testing.B) {
	text := strings.Repeat("<![LOG[Some line of a log file, with names such as they.contoso.com]LOG]!>\r\n", 10_000) + freshToken()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		reading.FindTokens(text)
	}
}

func BenchmarkRedactTokens(b *testing.B) {
	text := "ccmsetup.exe /mp:https://CMG.CONTOSO.COM/CCM_Proxy_MutualAuth/7 /regtoken:" + freshToken() + " SMSSITECODE=P01"
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		reading.RedactTokens(text)
	}
}
