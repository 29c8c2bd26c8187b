package inspect

import (
	"encoding/base64"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
)

// today is the day on which the tests look at files.
var today = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// coming are rules of the plan that read evidence.
var coming = []string{"chain-complete", "client-certificate-usable", "device-state", "crl-public"}

// sound fails for a remark that does not keep to the rules of remarks.
func sound(t *testing.T, r model.Remark) {
	t.Helper()
	if r.ID == "" || r.Text == "" {
		t.Errorf("remark without ID or text: %+v", r)
	}
	if r.Severity != "" && r.Do == "" {
		t.Errorf("%s is a %s and says nothing to do", r.ID, r.Severity)
	}
	if r.Rule != "" && !slices.Contains(coming, r.Rule) && !slices.ContainsFunc(rules.All(), func(rule rules.Rule) bool { return rule.ID == r.Rule }) {
		t.Errorf("%s bears on the rule %s, which does not exist", r.ID, r.Rule)
	}
	for _, s := range r.Sources {
		if s.URL == "" || strings.Contains(s.URL, "#") && s.Heading == "" {
			t.Errorf("%s cites a page or heading that is not in the table: %+v", r.ID, s)
		}
	}
	for _, text := range []string{r.Text, r.Do} {
		clean(t, r.ID, text, 2000)
	}
}

// clean fails for a text that is not safe or too long.
func clean(t *testing.T, of, text string, limit int) {
	t.Helper()
	if text != model.Clean(text) || !utf8.ValidString(text) {
		t.Errorf("%s is not cleaned: %q", of, text)
	}
	if utf8.RuneCountInString(text) > limit {
		t.Errorf("%s has %d runes, more than %d", of, utf8.RuneCountInString(text), limit)
	}
	if strings.ContainsFunc(text, func(r rune) bool { return unicode.IsControl(r) }) {
		t.Errorf("%s has a control character: %q", of, text)
	}
}

// soundFile fails for a file of which something must not be shown.
func soundFile(t *testing.T, f reading.File) {
	t.Helper()
	clean(t, "name", f.Name, reading.LongestName)
	clean(t, "about", f.About, reading.LongestFact)
	if f.Kind == "" || f.About == "" {
		t.Errorf("%s has kind %q and about %q", f.Name, f.Kind, f.About)
	}
	if f.Facts == nil || f.Certificates == nil || f.Remarks == nil {
		t.Errorf("%s has a list that JSON shows as null", f.Name)
	}
	if len(f.Facts) > reading.MaxFacts || len(f.Remarks) > reading.MaxRemarks {
		t.Errorf("%s has %d facts and %d remarks", f.Name, len(f.Facts), len(f.Remarks))
	}
	for _, fact := range f.Facts {
		clean(t, "fact "+fact.Key, fact.Value, 512)
		clean(t, "label "+fact.Key, fact.Label, 512)
	}
	for _, r := range f.Remarks {
		sound(t, r)
	}
}

// one inspects one file.
func one(t *testing.T, plan *model.Plan, data string) reading.File {
	t.Helper()
	r := Inspect([]Input{{Name: "folder/file.txt", Data: []byte(data)}}, plan, today)
	if len(r.Files) != 1 {
		t.Fatalf("%d files", len(r.Files))
	}
	soundFile(t, r.Files[0])
	return r.Files[0]
}

// ids lists the remarks that matter with their severity, then those that do not.
func ids(f reading.File) string {
	var all []string
	for _, r := range f.Remarks {
		if r.Severity != "" {
			all = append(all, string(r.Severity)+" "+r.ID)
		}
	}
	return strings.Join(all, ", ")
}

func has(f reading.File, id string) bool {
	return slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == id })
}

func remarkOf(t *testing.T, f reading.File, id string) model.Remark {
	t.Helper()
	for _, r := range f.Remarks {
		if r.ID == id {
			return r
		}
	}
	t.Fatalf("no remark %s among: %s", id, ids(f))
	return model.Remark{}
}

// testToken is a bulk registration token as the tool makes them, with a
// signature that nobody made.
func testToken() string {
	part := func(text string) string { return base64.RawURLEncoding.EncodeToString([]byte(text)) }
	claims := fmt.Sprintf(`{"SCCMTokenCategory":"SCCMPreAuthToken","Authority":"SCCM","License":"SCCM","Type":"BulkRegistration","TenantId":"CDCC5E91-0ADF-4A24-82D0-196667F1C081","UniqueId":"db591e33-aaaa-4c5b-82f3-bf673e5bd0a2","iss":"urn:sccm:oauth2:cdcc5e91-0adf-4a24-82d0-196667f1c081","aud":"urn:sccm:service","exp":%d,"nbf":%d}`,
		today.Add(48*time.Hour).Unix(), today.Add(-24*time.Hour).Unix())
	return part(`{"typ":"JWT","alg":"RS256","x5t":"OSo8vNgyVWQR9CaXyOiZpqe09W4"}`) + "." + part(claims) + "." + signature
}

const signature = "ZUJkxCX6lxHUZhMHsecretsecretWhYXFmtbXenEdpgnbIqI1h8hYIJw7xDk3wv625SCfNfsqxhAwRwJByfkXdVGgIpAcFsh"
