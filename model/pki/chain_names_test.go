package pki

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

// constraining gives a CA name constraints.
func constraining(permitted, excluded string) func(*CertificateFacts) {
	return func(c *CertificateFacts) { c.Permitted, c.Excluded = fieldsOf(permitted), fieldsOf(excluded) }
}

// calling gives a certificate alternative names.
func calling(names string) func(*CertificateFacts) {
	return func(c *CertificateFacts) { c.Names = fieldsOf(names) }
}

func fieldsOf(list string) []string {
	return slices.DeleteFunc(strings.Split(list, "; "), func(text string) bool { return text == "" })
}

// A constraintCase is a way with name constraints, and what comes of it.
type constraintCase struct {
	name   string
	files  []made
	barred string // what the way is barred by, "" for a complete one
	doubt  string // what cannot be checked
}

var constraintCases = []constraintCase{
	{name: "nothing of the form of a name", files: []made{theRoot.with(constraining("Email:contoso.com", "IP:0.0.0.0/0.0.0.0")), twoSub, thePC}},
	{name: "the leaf within", files: []made{theRoot.with(constraining("DNS:contoso.com", "DNS:fabrikam.com")), twoSub, thePC}},
	{name: "the leaf within the second", files: []made{theRoot.with(constraining("DNS:fabrikam.com; DNS:contoso.com", "")), twoSub, thePC}},
	{name: "the leaf outside", files: []made{theRoot.with(constraining("DNS:fabrikam.com", "")), twoSub, thePC},
		barred: "Root (root.cer) signed Sub (sub.cer), but its name constraints forbid PC1 (pc1.cer): DNS:PC1.contoso.com is not in what it permits: DNS:fabrikam.com"},
	{name: "the leaf excluded", files: []made{theRoot.with(constraining("", "DNS:contoso.com")), twoSub, thePC},
		barred: "forbid PC1 (pc1.cer): DNS:PC1.contoso.com is in what it excludes: DNS:contoso.com"},
	{name: "excluded within permitted", files: []made{theRoot.with(constraining("DNS:contoso.com", "DNS:pc1.contoso.com")), twoSub, thePC}, barred: "is in what it excludes"},
	{name: "one name of two outside", files: []made{theRoot.with(constraining("DNS:contoso.com", "")), twoSub, thePC.with(calling("DNS:a.contoso.com; DNS:a.fabrikam.com"))},
		barred: "DNS:a.fabrikam.com is not in what it permits"},
	{name: "by the issuing CA", files: []made{theRoot, twoSub.with(constraining("DNS:fabrikam.com", "")), thePC}, barred: "Sub (sub.cer) signed PC1 (pc1.cer), but its name constraints forbid PC1"},
	{name: "a CA between outside", files: []made{theRoot.with(constraining("DN:CN=Policy; DN:CN=PC1", "")), thePolicy, theSub, thePC}, barred: "forbid Sub (sub.cer): its subject CN=Sub is not in"},
	{name: "a CA between excluded", files: []made{theRoot.with(constraining("", "DN:CN=Sub")), twoSub, thePC}, barred: "forbid Sub (sub.cer): its subject CN=Sub is in what it excludes"},
	{name: "a CA between that issued itself", files: []made{theRoot.with(constraining("", "DN:CN=Sub")), twoSub.with(func(c *CertificateFacts) { c.SelfIssued = true }), thePC}},
	{name: "a CA between that issued itself, with names that cannot be compared", files: []made{theRoot.with(constraining("", "UPN:contoso.com")),
		twoSub.with(func(c *CertificateFacts) { c.SelfIssued, c.Names = true, []string{"UPN:ann@contoso.com"} }), thePC}},
	{name: "a leaf that issued itself is not free", files: []made{theRoot.with(constraining("", "DN:CN=PC1")), twoSub, thePC.with(func(c *CertificateFacts) { c.SelfIssued = true })}, barred: "is in what it excludes"},
	{name: "the constraints of the root do not concern itself", files: []made{theRoot.with(constraining("", "DN:CN=Root")), twoSub, thePC}},
	{name: "a common name", files: []made{theRoot.with(constraining("DNS:contoso.com", "")), twoSub, thePC.with(func(c *CertificateFacts) { c.Names, c.Subject = nil, "CN=pc1.fabrikam.com" })},
		barred: "its common name pc1.fabrikam.com is not in what it permits"},
	{name: "a common name beside a DNS name", files: []made{theRoot.with(constraining("DNS:contoso.com", "")), twoSub, thePC.with(func(c *CertificateFacts) { c.Subject = "CN=pc1.fabrikam.com" })}},
	{name: "a common name that is no host", files: []made{theRoot.with(constraining("DNS:contoso.com", "")), twoSub, thePC.with(calling(""))}},
	{name: "e-mail in the subject", files: []made{theRoot.with(constraining("Email:contoso.com", "")), twoSub, thePC.with(func(c *CertificateFacts) { c.Subject = "E=ann@fabrikam.com, CN=PC1" })},
		barred: "the e-mail address ann@fabrikam.com in its subject is not in what it permits: Email:contoso.com"},

	{name: "a form that cannot be compared", files: []made{theRoot.with(constraining("UPN:contoso.com", "")), twoSub, thePC.with(calling("UPN:ann@contoso.com"))},
		doubt: "the name constraints of Root (root.cer) could not be checked: UPN:ann@contoso.com cannot be compared with what it permits: UPN:contoso.com"},
	{name: "a form that cannot be compared, excluded", files: []made{theRoot.with(constraining("", "UPN:contoso.com")), twoSub, thePC.with(calling("UPN:ann@contoso.com"))}, doubt: "what it excludes: UPN:contoso.com"},
	{name: "another kind of other name", files: []made{theRoot.with(constraining("Other:1.2.3", "")), twoSub, thePC.with(calling("Other:1.2.4"))}},
	{name: "a bounded subtree", files: []made{theRoot.with(constraining("Bounded DNS:contoso.com", "")), twoSub, thePC}, doubt: "cannot be compared with what it permits: Bounded DNS:contoso.com"},
	{name: "a bounded subtree beside one that fits", files: []made{theRoot.with(constraining("DNS:contoso.com; Bounded DNS:contoso.com", "")), twoSub, thePC}, doubt: "cannot be compared"},
	{name: "a bounded subtree of another form", files: []made{theRoot.with(constraining("Bounded IP:10.0.0.0/255.0.0.0", "")), twoSub, thePC}},
	{name: "a bounded subtree, excluded", files: []made{theRoot.with(constraining("", "Bounded DNS:fabrikam.com")), twoSub, thePC}, doubt: "cannot be compared with what it excludes"},
	{name: "permitted were cut", files: []made{theRoot.with(func(c *CertificateFacts) {
		c.Permitted, c.Partial = []string{"DNS:fabrikam.com"}, []string{permittedKey}
	}), twoSub, thePC},
		doubt: "they were not read to their end, or not letter by letter"},
	{name: "unreadable", files: []made{theRoot.with(func(c *CertificateFacts) { c.Partial = []string{excludedKey, permittedKey} }), twoSub, thePC}, doubt: "they were not read to their end"},
	{name: "excluded were cut, and one of the rest fits", files: []made{theRoot.with(func(c *CertificateFacts) { c.Excluded, c.Partial = []string{"DNS:contoso.com"}, []string{excludedKey} }), twoSub, thePC}, barred: "is in what it excludes"},
	{name: "names were cut", files: []made{theRoot.with(constraining("DNS:contoso.com", "")), twoSub, thePC.with(func(c *CertificateFacts) { c.Partial = []string{namesKey} })},
		doubt: "not all names of PC1 were read, or not letter by letter"},
	{name: "a subject that is not whole", files: []made{theRoot.with(constraining("DN:CN=PC1; DN:CN=Sub", "")), twoSub, thePC.with(func(c *CertificateFacts) { c.Subject, c.Partial = "CN=Somebody", []string{subjectKey} })},
		doubt: "its subject CN=Somebody cannot be compared"},
	{name: "a certificate that is no CA has none", files: []made{theRoot, twoSub, thePC.with(constraining("DNS:fabrikam.com", ""))}},
}

func TestNameConstraintsOfHeaps(t *testing.T) {
	for _, c := range constraintCases {
		t.Run(c.name, func(t *testing.T) {
			ways := SortCertificates(found(c.files...), heapDay).Ways
			if len(ways) != 1 {
				t.Fatalf("%d ways", len(ways))
			}
			way := ways[0]
			if way.Complete != (c.barred == "") || !tellsOf(way.Barred, c.barred) || !tellsOf(way.Doubts, c.doubt) {
				t.Errorf("complete %v, barred %q, doubts %q", way.Complete, way.Barred, way.Doubts)
			}
		})
	}
}

// tellsOf reports whether the one text of a list has these words in it, and
// that there is none where there are no words.
func tellsOf(list []string, words string) bool {
	if words == "" {
		return len(list) == 0
	}
	return len(list) == 1 && strings.Contains(list[0], words)
}

// TestAnotherWayAroundConstraints: a CA that is certified twice leads to a root
// by the way that allows the names.
func TestAnotherWayAroundConstraints(t *testing.T) {
	other := sub("other.cer", "Sub", "S", "Other", "O")
	chains := SortCertificates(found(theRoot.with(constraining("", "DNS:contoso.com")), twoSub, root("o.cer", "Other", "O"), other, thePC), heapDay)
	way := chains.Ways[0]
	if !way.Complete || len(way.CAs) != 2 || chains.Certificates[way.CAs[1]].CommonName != "Other" || len(way.Others) > 0 {
		t.Errorf("%+v", way)
	}
}

// TestConstraintsHaveRemarks: what bars a way is a blocker, what cannot be
// checked a warning.
func TestConstraintsHaveRemarks(t *testing.T) {
	for id, c := range map[string]struct {
		change   func(*CertificateFacts)
		severity model.Severity
	}{
		"names-not-allowed": {constraining("", "DNS:contoso.com"), model.Blocker},
		"names-not-checked": {constraining("", "UPN:contoso.com"), model.Warning},
	} {
		pc := thePC.with(calling("DNS:pc1.contoso.com; UPN:pc1@contoso.com"))
		remarks := SortCertificates(found(theRoot.with(c.change), twoSub, pc), heapDay).Remarks
		i := slices.IndexFunc(remarks, func(r model.Remark) bool { return r.ID == id })
		if i < 0 || remarks[i].Severity != c.severity || remarks[i].Rule != chainRule {
			t.Errorf("%s: %+v", id, remarks)
		}
	}
}

// TestConstraintsWithoutEnd ends, and says what was not compared.
func TestConstraintsWithoutEnd(t *testing.T) {
	many := func(kind string, n int) (list []string) {
		for i := range n {
			list = append(list, fmt.Sprintf("%s%d.contoso.com", kind, i))
		}
		return list
	}
	files := []made{theRoot.with(func(c *CertificateFacts) { c.Excluded = many("DNS:x", 2000) }), twoSub,
		thePC.with(func(c *CertificateFacts) { c.Names = many("DNS:y", 2000) })}
	way := SortCertificates(found(files...), heapDay).Ways[0]
	if len(way.Doubts) != 1 || !strings.Contains(way.Doubts[0], "cannot be compared") {
		t.Errorf("%q", way.Doubts)
	}
}
