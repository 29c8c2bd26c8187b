package pki

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"cmgwizard/model"
)

// heapDay is the day on which the tests look at certificates.
var heapDay = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

// made is a certificate made by hand: its file, its name and key, and the name
// and key of its issuer.
type made struct {
	file             string
	role             CertificateRole
	name, key        string
	issuer, by       string
	change           func(c *CertificateFacts)
	unchecked, noIDs bool // no signature was checked; there are no key identifiers
}

func (m made) facts() CertificateFacts {
	ca := m.role == RootCA || m.role == IntermediateCA
	c := CertificateFacts{
		Role: m.role, Subject: "CN=" + m.name, CommonName: m.name, Issuer: "CN=" + m.issuer,
		SubjectID: "name " + m.name, IssuerID: "name " + m.issuer, KeyID: "key " + m.key, Serial: "01",
		Key: "RSA", KeyBits: 2048, Signature: "SHA-256 with RSA", Hash: "SHA-256",
		NotBefore: june(2024), NotAfter: june(2030), CA: ca, MaxPath: -1,
		SubjectKey: "id-" + m.key, AuthorityKey: "id-" + m.by, SelfIssued: m.name == m.issuer,
		CRL: []string{"http://pki.contoso.com/ca.crl"},
	}
	switch m.role {
	case ClientLeaf:
		c.Purposes, c.Names = []string{ClientAuthentication}, []string{"DNS:" + m.name + ".contoso.com"}
	case ServerLeaf:
		c.Purposes, c.Names = []string{ServerAuthentication}, []string{"DNS:" + m.name}
	case OtherLeaf:
		c.Purposes = []string{"Code Signing"}
	}
	if m.noIDs {
		c.SubjectKey, c.AuthorityKey = "", ""
	}
	if m.change != nil {
		m.change(&c)
	}
	c.SHA256 = strings.ReplaceAll(fmt.Sprint("sum ", m.role, m.name, m.key, m.issuer, m.by, c.NotBefore.Year(), c.NotAfter.Year()), " ", "")
	c.SHA1 = c.SHA256
	return c
}

// june is a day in a year.
func june(year int) time.Time { return time.Date(year, 6, 1, 12, 0, 0, 0, time.UTC) }

// found makes a heap, with signatures checked among its certificates.
func found(list ...made) []FoundCertificate {
	var heap []FoundCertificate
	for _, m := range list {
		c := m.facts()
		for _, ca := range list {
			if m.unchecked || ca.role != RootCA && ca.role != IntermediateCA || ca.name != m.issuer {
				continue
			}
			if ca.key == m.by {
				c.SignedBy = union(c.SignedBy, []string{"key " + ca.key})
			} else {
				c.NotSignedBy = union(c.NotSignedBy, []string{"key " + ca.key})
			}
		}
		heap = append(heap, FoundCertificate{c, m.file})
	}
	return heap
}

func root(file, name, key string) made {
	return made{file: file, role: RootCA, name: name, key: key, issuer: name, by: key}
}

func sub(file, name, key, issuer, by string) made {
	return made{file: file, role: IntermediateCA, name: name, key: key, issuer: issuer, by: by}
}

func client(file, name, issuer, by string) made {
	return made{file: file, role: ClientLeaf, name: name, key: "k-" + name, issuer: issuer, by: by}
}

func server(file, name, issuer, by string) made {
	return made{file: file, role: ServerLeaf, name: name, key: "k-" + name, issuer: issuer, by: by}
}

func (m made) with(change func(c *CertificateFacts)) made {
	m.change = change
	return m
}

func until(year int) func(c *CertificateFacts) {
	return func(c *CertificateFacts) { c.NotAfter = june(year) }
}

// The pieces of a PKI of three tiers.
var (
	theRoot   = root("root.cer", "Root", "R")
	thePolicy = sub("policy.cer", "Policy", "P", "Root", "R")
	theSub    = sub("sub.cer", "Sub", "S", "Policy", "P")
	thePC     = client("pc1.cer", "PC1", "Sub", "S")
	twoSub    = sub("sub.cer", "Sub", "S", "Root", "R")
)

// heapCase is a situation: the files, and what is expected of them.
type heapCase struct {
	name          string
	files         []made
	root          string // the files to be uploaded as root, in the order of the list
	intermediates string
	missing       string // the subjects that are missing
	remarks       string // remarks that must be there, besides the answer
	not           string // remarks that must not
	severity      model.Severity
	says          []string // parts of the answer
}

var heapCases = []heapCase{
	{name: "two tiers", files: []made{thePC, twoSub, theRoot}, root: "root.cer", intermediates: "sub.cer",
		not: "ca-missing no-client-certificate several-roots old-limit duplicates", says: []string{"Upload as root: Root (root.cer).", "Upload as intermediate: Sub (sub.cer).", "Do not upload: 1 client certificate."}},
	{name: "three tiers", files: []made{theRoot, theSub, thePC, thePolicy}, root: "root.cer", intermediates: "policy.cer sub.cer"},
	{name: "root and client only", files: []made{theRoot, thePC}, missing: "CN=Sub", remarks: "ca-missing", severity: model.Blocker,
		says: []string{"Nothing here can be uploaded", "client certificate not trusted by CMG service", "403", "CN=Sub (subject key identifier id-S)"}},
	{name: "issuing CA and client only", files: []made{twoSub, thePC}, intermediates: "sub.cer", missing: "CN=Root", remarks: "ca-missing", severity: model.Blocker,
		says: []string{"Upload as intermediate: Sub (sub.cer).", "It is not enough", "client certificate not trusted by CMG service"}},
	{name: "client only", files: []made{thePC}, missing: "CN=Sub", remarks: "ca-missing", severity: model.Blocker},
	{name: "the middle is missing", files: []made{thePC, theRoot, theSub.with(func(c *CertificateFacts) { c.AIA = []string{"http://pki.contoso.com/policy.crt"} })},
		intermediates: "sub.cer", missing: "CN=Policy", remarks: "ca-missing", severity: model.Blocker},
	{name: "CAs only", files: []made{theRoot, thePolicy, theSub}, root: "root.cer", intermediates: "policy.cer sub.cer", remarks: "no-client-certificate", severity: model.Warning},
	{name: "root only", files: []made{theRoot}, root: "root.cer", remarks: "no-client-certificate", not: "ca-missing", severity: model.Warning},
	{name: "issuing CA only", files: []made{twoSub}, intermediates: "sub.cer", missing: "CN=Root", remarks: "no-client-certificate ca-missing", severity: model.Warning},
	{name: "renewed root with the same key", files: []made{thePC, twoSub, root("old.cer", "Root", "R").with(until(2027)), root("new.cer", "Root", "R").with(until(2040))},
		root: "new.cer", intermediates: "sub.cer", remarks: "ca-renewed", not: "ca-other-key several-roots", says: []string{"Do not upload: Root (old.cer)"}},
	{name: "old root expired, renewed one missing", files: []made{thePC, twoSub, root("old.cer", "Root", "R").with(until(2025))},
		intermediates: "sub.cer", remarks: "ca-not-in-date", severity: model.Blocker, says: []string{"not in date", "client certificate not trusted"}},
	{name: "renewed issuing CA with the same key", files: []made{thePC, theRoot, twoSub.with(until(2025)), sub("sub2.cer", "Sub", "S", "Root", "R").with(until(2033))},
		root: "root.cer", intermediates: "sub2.cer", remarks: "ca-renewed"},
	{name: "rebuilt root", files: []made{thePC, twoSub, root("rebuilt.cer", "Root", "R2")},
		intermediates: "sub.cer", missing: "CN=Root", remarks: "ca-missing ca-same-name-other-key", severity: model.Blocker},
	{name: "rebuilt root, no key identifiers", files: []made{{file: "pc1.cer", role: ClientLeaf, name: "PC1", key: "1", issuer: "Root", by: "R", noIDs: true}, {file: "rebuilt.cer", role: RootCA, name: "Root", key: "R2", issuer: "Root", by: "R2", noIDs: true}},
		missing: "CN=Root", remarks: "ca-missing ca-same-name-other-key", severity: model.Blocker},
	{name: "another way of a CA is not complete", files: []made{thePC, twoSub, theRoot, sub("cross.cer", "Sub", "S", "Bridge", "B").with(until(2040))},
		root: "root.cer", intermediates: "sub.cer", missing: "CN=Bridge", remarks: "ca-missing ca-cross-signed"},
	{name: "the short way has expired", files: []made{thePC, twoSub, theRoot.with(until(2025)), sub("cross.cer", "Root", "R", "Elder", "E"), root("elder.cer", "Elder", "E")},
		root: "elder.cer", intermediates: "cross.cer sub.cer", not: "ca-not-in-date"},
	{name: "two of a missing CA, one without its key", files: []made{thePC, {file: "pc2.cer", role: ClientLeaf, name: "PC2", key: "2", issuer: "Sub", by: "S", noIDs: true}}, missing: "CN=Sub", severity: model.Blocker},
	{name: "two missing CAs of one name", files: []made{thePC, client("pc2.cer", "PC2", "Sub", "S2")}, missing: "CN=Sub CN=Sub", severity: model.Blocker},
	{name: "rebuilt root besides the old one", files: []made{thePC, twoSub, theRoot, root("rebuilt.cer", "Root", "R2")},
		root: "root.cer", intermediates: "sub.cer", remarks: "ca-other-key", not: "ca-missing"},
	{name: "two client certificates of two PKIs", files: []made{thePC, twoSub, theRoot, client("pc2.cer", "PC2", "Fabrikam Root", "F"), root("fab.cer", "Fabrikam Root", "F")},
		root: "fab.cer root.cer", intermediates: "sub.cer", remarks: "several-roots"},
	{name: "issuing CA with two keys, clients of both", files: []made{thePC, client("pc2.cer", "PC2", "Sub", "S2"), twoSub, sub("sub2.cer", "Sub", "S2", "Root", "R"), theRoot},
		root: "root.cer", intermediates: "sub2.cer sub.cer", remarks: "ca-other-key"},
	{name: "cross-signed issuing CA", files: []made{thePC, twoSub, theRoot, sub("cross.cer", "Sub", "S", "Bridge", "B"), root("bridge.cer", "Bridge", "B").with(until(2028))},
		root: "root.cer", intermediates: "sub.cer", remarks: "ca-cross-signed", not: "ca-renewed ca-other-key"},
	{name: "cross-signed root", files: []made{thePC, twoSub, theRoot, sub("cross.cer", "Root", "R", "Elder", "E"), root("elder.cer", "Elder", "E")},
		root: "root.cer", intermediates: "sub.cer", remarks: "ca-cross-signed"},
	{name: "cross-signed both ways", files: []made{thePC, twoSub, theRoot, sub("x1.cer", "Root", "R", "Elder", "E"), sub("x2.cer", "Elder", "E", "Root", "R"), root("elder.cer", "Elder", "E")},
		root: "root.cer", intermediates: "sub.cer", remarks: "ca-cross-signed"},
	{name: "only the cross certificate leads to a root", files: []made{thePC, twoSub, sub("cross.cer", "Root", "R", "Elder", "E"), root("elder.cer", "Elder", "E")},
		root: "elder.cer", intermediates: "cross.cer sub.cer"},
	{name: "circle without a root", files: []made{client("pc1.cer", "PC1", "A", "A"), sub("a.cer", "A", "A", "B", "B"), sub("b.cer", "B", "B", "A", "A")},
		intermediates: "a.cer b.cer", remarks: "no-root-above", severity: model.Blocker},
	{name: "circle of CAs alone", files: []made{sub("a.cer", "A", "A", "B", "B"), sub("b.cer", "B", "B", "A", "A")},
		intermediates: "a.cer b.cer", remarks: "no-root-above no-client-certificate", severity: model.Warning},
	{name: "server and client of one PKI", files: []made{thePC, server("cmg.cer", "cmg.contoso.com", "Sub", "S"), twoSub, theRoot},
		root: "root.cer", intermediates: "sub.cer", remarks: "server-chain", not: "several-roots"},
	{name: "server of another PKI", files: []made{thePC, twoSub, theRoot, server("cmg.cer", "cmg.contoso.com", "Public CA", "P"), sub("public.cer", "Public CA", "P", "Public Root", "PR"), root("publicroot.cer", "Public Root", "PR")},
		root: "root.cer", intermediates: "sub.cer", remarks: "server-chain", not: "several-roots", says: []string{"Do not upload: Public CA (public.cer), Public Root (publicroot.cer), 1 client certificate and 1 server authentication certificate."}},
	{name: "server only", files: []made{server("cmg.cer", "cmg.contoso.com", "Public CA", "P")}, missing: "CN=Public CA", says: []string{"Nothing here can be uploaded", "neither a client certificate of a PKI nor a CA"}},
	{name: "server and its CAs only", files: []made{server("cmg.cer", "cmg.contoso.com", "Sub", "S"), twoSub, theRoot},
		root: "root.cer", intermediates: "sub.cer", remarks: "no-client-certificate server-chain", severity: model.Warning},
	{name: "duplicates", files: []made{thePC, twoSub, theRoot, root("copy.cer", "Root", "R")}, root: "copy.cer", intermediates: "sub.cer", remarks: "duplicates", not: "ca-renewed"},
	{name: "a path length that is exceeded", files: []made{thePC, theSub, thePolicy, theRoot.with(func(c *CertificateFacts) { c.MaxPath = 1 })},
		intermediates: "policy.cer sub.cer", remarks: "path-too-long", not: "ca-missing no-root-above", severity: model.Blocker},
	{name: "a path length that is just kept", files: []made{thePC, theSub, thePolicy.with(func(c *CertificateFacts) { c.MaxPath = 1 }), theRoot.with(func(c *CertificateFacts) { c.MaxPath = 2 })},
		root: "root.cer", intermediates: "policy.cer sub.cer", not: "path-too-long"},
	{name: "a CA for other purposes", files: []made{thePC, twoSub.with(func(c *CertificateFacts) { c.Purposes = []string{ServerAuthentication} }), theRoot},
		remarks: "ca-other-purpose", not: "ca-missing", severity: model.Blocker},
	{name: "a CA that may not sign", files: []made{thePC, twoSub.with(func(c *CertificateFacts) { c.KeyUsage = []string{"Digital Signature"} }), theRoot},
		missing: "CN=Sub", remarks: "ca-missing ca-may-not-sign", severity: model.Blocker},
	{name: "names alone", files: []made{{file: "pc1.cer", role: ClientLeaf, name: "PC1", key: "1", issuer: "Root", by: "R", unchecked: true, noIDs: true}, {file: "root.cer", role: RootCA, name: "Root", key: "R", issuer: "Root", by: "R", unchecked: true, noIDs: true}},
		root: "root.cer", remarks: "signature-not-checked"},
	{name: "key identifiers without a signature", files: []made{{file: "pc1.cer", role: ClientLeaf, name: "PC1", key: "1", issuer: "Root", by: "R", unchecked: true}, {file: "root.cer", role: RootCA, name: "Root", key: "R", issuer: "Root", by: "R", unchecked: true}},
		root: "root.cer", not: "signature-not-checked"},
	{name: "weak signature in the middle", files: []made{thePC, twoSub.with(func(c *CertificateFacts) { c.Hash = "SHA-1" }), theRoot.with(func(c *CertificateFacts) { c.Hash = "SHA-1" })},
		root: "root.cer", intermediates: "sub.cer", remarks: "chain-weak"},
	{name: "weak signature of the root", files: []made{thePC, twoSub, theRoot.with(func(c *CertificateFacts) { c.Hash = "SHA-1" })},
		root: "root.cer", intermediates: "sub.cer", not: "chain-weak"},
	{name: "an old key that certified the new one", files: []made{client("pc1.cer", "PC1", "Root", "R2"), root("old.cer", "Root", "R"), sub("link.cer", "Root", "R2", "Root", "R"), root("new.cer", "Root", "R2").with(until(2040))},
		root: "new.cer", remarks: "ca-other-key ca-cross-signed", not: "ca-renewed"},
	{name: "an old key that certified the new one, taken for a root", files: []made{client("pc1.cer", "PC1", "Root", "R2"), root("old.cer", "Root", "R"), {file: "link.cer", role: RootCA, name: "Root", key: "R2", issuer: "Root", by: "R"}},
		root: "old.cer", intermediates: "link.cer", remarks: "ca-other-key"},
	{name: "self-signed client", files: []made{{file: "self.cer", role: ClientLeaf, name: "SMS", key: "X", issuer: "SMS", by: "X"}, theRoot}, root: "root.cer", remarks: "no-client-certificate", severity: model.Warning, not: "ca-missing"},
	{name: "self-signed client besides a good one", files: []made{{file: "self.cer", role: ClientLeaf, name: "SMS", key: "X", issuer: "SMS", by: "X"}, thePC, twoSub, theRoot}, root: "root.cer", intermediates: "sub.cer"},
	{name: "certificate of the device registration", files: []made{client("wpj.cer", "0b1c", "MS-Organization-Access", "M"), thePC, twoSub, theRoot}, root: "root.cer", intermediates: "sub.cer", missing: "CN=MS-Organization-Access"},
	{name: "wildcard for both purposes", files: []made{client("star.cer", "*.contoso.com", "Public CA", "P").with(func(c *CertificateFacts) {
		c.Purposes = []string{ServerAuthentication, ClientAuthentication}
	}), root("publicroot.cer", "Public CA", "P"), thePC, twoSub, theRoot}, root: "root.cer", intermediates: "sub.cer"},
	{name: "a CA that expires soon", files: []made{thePC, twoSub.with(func(c *CertificateFacts) { c.NotAfter = heapDay.AddDate(0, 0, 12) }), theRoot},
		root: "root.cer", intermediates: "sub.cer", remarks: "ca-expires-soon"},
	{name: "a long chain", files: []made{client("pc1.cer", "PC1", "I5", "I5"), sub("5.cer", "I5", "I5", "I4", "I4"), sub("4.cer", "I4", "I4", "I3", "I3"), sub("3.cer", "I3", "I3", "I2", "I2"), sub("2.cer", "I2", "I2", "I1", "I1"), sub("1.cer", "I1", "I1", "Root", "R"), theRoot},
		root: "root.cer", intermediates: "1.cer 2.cer 3.cer 4.cer 5.cer", remarks: "old-limit"},
	{name: "other certificates only", files: []made{{file: "code.cer", role: OtherLeaf, name: "Code", key: "C", issuer: "Sub", by: "S"}}, missing: "CN=Sub"},
	{name: "nothing", severity: ""},
}

func TestHeaps(t *testing.T) {
	for _, test := range heapCases {
		t.Run(test.name, func(t *testing.T) { test.check(t, SortCertificates(found(test.files...), heapDay)) })
	}
}

func (test heapCase) check(t *testing.T, c Chains) {
	t.Helper()
	if got := uploaded(c, UploadRoot); got != test.root {
		t.Errorf("root: %q, want %q", got, test.root)
	}
	if got := uploaded(c, UploadIntermediate); got != test.intermediates {
		t.Errorf("intermediates: %q, want %q", got, test.intermediates)
	}
	if got := missingSubjects(c); got != test.missing {
		t.Errorf("missing: %q, want %q", got, test.missing)
	}
	ids := remarkIDs(c.Remarks)
	for _, id := range strings.Fields(test.remarks) {
		if !slices.Contains(ids, id) {
			t.Errorf("no remark %s among %v", id, ids)
		}
	}
	for _, id := range strings.Fields(test.not) {
		if slices.Contains(ids, id) {
			t.Errorf("remark %s: %v", id, ids)
		}
	}
	test.checkAnswer(t, c)
	checkWhole(t, c)
}

func (test heapCase) checkAnswer(t *testing.T, c Chains) {
	t.Helper()
	if len(test.files) == 0 {
		return
	}
	answer := c.Remarks[0]
	if answer.ID != "upload-answer" || answer.Severity != test.severity {
		t.Errorf("answer %s is %q, want %q: %s", answer.ID, answer.Severity, test.severity, answer.Text)
	}
	for _, words := range test.says {
		if !strings.Contains(answer.Text, words) {
			t.Errorf("the answer does not say %q: %s", words, answer.Text)
		}
	}
}

// uploaded are the first files of what is uploaded in a way.
func uploaded(c Chains, as UploadAs) string {
	var files []string
	for _, s := range c.Certificates {
		if s.Upload == as {
			files = append(files, s.Files[0])
		}
	}
	return strings.Join(files, " ")
}

func missingSubjects(c Chains) string {
	var subjects []string
	for _, m := range c.Missing {
		subjects = append(subjects, m.Subject)
	}
	return strings.Join(subjects, " ")
}

func remarkIDs(remarks []model.Remark) []string {
	var ids []string
	for _, r := range remarks {
		ids = append(ids, r.ID)
	}
	return ids
}

// checkWhole checks what holds for every heap.
func checkWhole(t *testing.T, c Chains) {
	t.Helper()
	for _, w := range c.Ways {
		checkWay(t, c, w.Leaf, w.CAs, w.Complete)
		for _, other := range w.Others {
			checkWay(t, c, w.Leaf, other, true)
		}
	}
	for _, m := range c.Missing {
		checkMissing(t, c, m)
	}
	for _, s := range c.Certificates {
		if s.Reason == "" || !model.Known(s.Upload) || len(s.Files) == 0 || s.Issuers == nil || s.Remarks == nil {
			t.Errorf("%s is not sorted: %+v", s.Subject, s)
		}
		checkRemarks(t, s.Remarks)
	}
	checkRemarks(t, c.Remarks)
}

func checkWay(t *testing.T, c Chains, leaf int, cas []int, complete bool) {
	t.Helper()
	below, seen := leaf, map[string]bool{c.Certificates[leaf].entity(): true}
	for _, ca := range cas {
		if seen[c.Certificates[ca].entity()] || !slices.Contains(c.Certificates[below].Issuers, ca) {
			t.Fatalf("%v is no way above %d", cas, leaf)
		}
		seen[c.Certificates[ca].entity()], below = true, ca
	}
	if len(cas) > maxWayLength || complete != (c.Certificates[below].Role == RootCA) {
		t.Fatalf("way %v of %d: complete is %v", cas, leaf, complete)
	}
}

func checkMissing(t *testing.T, c Chains, m MissingCA) {
	t.Helper()
	for _, child := range m.For {
		for i, s := range c.Certificates {
			if i != child && s.maySign() && c.Certificates[child].linkTo(s.CertificateFacts) != notLinked {
				t.Fatalf("%s is missing and there", m.Subject)
			}
		}
	}
}

// checkRemarks checks that remarks are sentences for people.
func checkRemarks(t *testing.T, remarks []model.Remark) {
	t.Helper()
	for _, r := range remarks {
		if r.ID == "" || !strings.HasSuffix(r.Text, ".") || r.Severity != "" && r.Do == "" || r.Do != "" && !strings.HasSuffix(r.Do, ".") {
			t.Errorf("remark %+v", r)
		}
		if strings.Contains(r.Text+r.Do, "%!") || len(r.Text) > 2000 || len(r.Do) > 2000 {
			t.Errorf("remark %s: %s / %s", r.ID, r.Text, r.Do)
		}
		for _, s := range r.Sources {
			if s.URL == "" || strings.Contains(s.URL, "#") && s.Heading == "" {
				t.Errorf("remark %s cites %+v", r.ID, s)
			}
		}
		if r.Rule != "" && !slices.ContainsFunc(ruleNames(), func(id string) bool { return id == r.Rule }) {
			t.Errorf("remark %s bears on rule %q, which nobody knows", r.ID, r.Rule)
		}
	}
}

// ruleNames are the IDs of the rules, as the list of names that stay has them.
var ruleNames = sync.OnceValue(func() []string {
	list, err := os.ReadFile("../judge/testdata/names.txt")
	if err != nil {
		panic(err)
	}
	var names []string
	for name := range strings.FieldsSeq(string(list)) {
		if id, isRule := strings.CutPrefix(name, "rule:"); isRule {
			names = append(names, id)
		}
	}
	return names
})

func TestBestIssuerComesFirst(t *testing.T) {
	for _, test := range []struct {
		name  string
		roots []made
		want  string
	}{
		{"the longer one", []made{theRoot.with(until(2027)), root("best.cer", "Root", "R").with(until(2040))}, "best.cer"},
		{"the one in date", []made{theRoot.with(until(2025)), root("best.cer", "Root", "R").with(until(2027))}, "best.cer"},
		{"one that is not valid yet", []made{root("next.cer", "Root", "R").with(func(c *CertificateFacts) { c.NotBefore, c.NotAfter = june(2027), june(2050) }), theRoot}, "root.cer"},
		{"the root", []made{sub("cross.cer", "Root", "R", "Elder", "E").with(until(2050)), theRoot}, "root.cer"},
	} {
		c := SortCertificates(found(append([]made{client("pc1.cer", "PC1", "Root", "R")}, test.roots...)...), heapDay)
		issuers := c.Certificates[0].Issuers
		if len(issuers) != 2 || c.Certificates[issuers[0]].Files[0] != test.want {
			t.Errorf("%s: %v", test.name, issuers)
		}
	}
}
