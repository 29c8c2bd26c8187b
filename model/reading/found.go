// Package reading holds what one file says, as it is found: its kind, facts and
// remarks, addresses and tokens in it, and the words that are safe to show.
package reading

import (
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/certs"
)

// Kind says what a file is.
type Kind string

// The kinds of files.
const (
	Certificates    Kind = "certificates"
	CertificateText Kind = "certificate-text"   // what certutil or PowerShell says about certificates, or a request file
	DeviceState     Kind = "device-state"       // dsregcmd /status
	BulkToken       Kind = "registration-token" // a bulk registration token, alone
	PortBindings    Kind = "port-bindings"      // netsh http show sslcert
	CommandLine     Kind = "ccmsetup"           // a ccmsetup command line, or a script with one
	LogLines        Kind = "log"                // lines of ConfigMgr logs
	SiteFacts       Kind = "site-facts"         // what the collector script wrote
	Secret          Kind = "secret"             // a private key: refused
	Other           Kind = "other"              // nothing that is known here
	Unreadable      Kind = "unreadable"         // too large, empty, or it could not be read
)

// Kinds are the kinds with the words that people read.
var Kinds = model.Terms[Kind]{
	{Value: Certificates, Label: "Certificates"},
	{Value: CertificateText, Label: "Text about certificates"},
	{Value: DeviceState, Label: "Device state (dsregcmd)"},
	{Value: BulkToken, Label: "Bulk registration token"},
	{Value: PortBindings, Label: "Port bindings (netsh http show sslcert)"},
	{Value: CommandLine, Label: "ccmsetup command line"},
	{Value: LogLines, Label: "Log lines"},
	{Value: SiteFacts, Label: "Facts of a site"},
	{Value: Secret, Label: "Refused"},
	{Value: Other, Label: "Not recognized"},
	{Value: Unreadable, Label: "Not readable"},
}

// A File is what was found in one file.
type File struct {
	Name         string         `json:"name"`
	Kind         Kind           `json:"kind"`
	SHA256       string         `json:"sha256"` // of the bytes; "" for what holds a secret
	About        string         `json:"about"`  // what it is, in a few words: "PKCS#7, Base64: 3 certificates"
	Facts        []model.Fact   `json:"facts"`
	Certificates []int          `json:"certificates"` // their places in Report.Chains.Certificates
	Remarks      []model.Remark `json:"remarks"`
	Log          *Log           `json:"log,omitempty"` // what its lines say, where it is a log

	Evidence []model.Evidence `json:"-"` // what a plan keeps of it
}

// The bounds of one file.
const (
	MaxRemarks = 64
	MaxFacts   = 64
)

// A View is what files are looked at with.
type View struct {
	Plan *model.Plan // nil for none
	At   time.Time
}

// Found is what one file holds, with what must wait for the other files.
type Found struct {
	File
	Held     []*certs.Certificate
	Bindings []Binding
	Tenants  []Tenant
	Logged   bool // it is written as logs are
	cut      int  // facts and remarks beyond the bounds
}

// Unreadable says that the file could not be read: what is wrong with it, and
// what to do.
func (f *Found) Unreadable(about, do string) {
	f.Kind, f.About = Unreadable, about
	f.Remark("unreadable", model.Warning, "", "The file could not be read: "+about+".", do)
}

// Refuse keeps nothing of a file but that it was refused.
func (f *Found) Refuse(what string) {
	const do = "In certlm.msc choose All Tasks > Export, then No, do not export the private key, and DER encoded binary X.509 (.CER). The certificate of a CA comes from certutil -ca.cert root.cer. Keep this file away from shares and mail."
	f.refuse(what)
	f.Remark("private-key", model.Warning, "", "The file holds "+what+". It was refused whole, and nothing of it was kept: no certificate of it is needed with its key here.", do, CiteExport)
}

// RefuseSite does the same for a collected file with something secret in it.
func (f *Found) RefuseSite(what string) {
	f.refuse(what)
	f.Remark("site-secret", model.Warning, "", "The collected file holds "+what+". It was refused whole, and nothing of it was kept.",
		"Collect it again with the script that `cmgwizard collect` prints, which asks for no secret. Keep this file away from shares and mail.")
}

// refuse forgets everything but the name.
func (f *Found) refuse(what string) {
	*f = Found{File: File{Name: f.Name, Kind: Secret, About: "refused: " + what}}
}

// Remark adds a remark, up to the bound.
func (f *Found) Remark(id string, severity model.Severity, rule, text, do string, cites ...model.Citation) {
	f.Add(model.NewRemark(id, severity, rule, text, do, cites...))
}

// Add adds remarks, up to the bound.
func (f *Found) Add(remarks ...model.Remark) {
	room := min(max(MaxRemarks-1-len(f.Remarks), 0), len(remarks)) // the last one says what was cut
	f.Remarks = append(f.Remarks, remarks[:room]...)
	f.cut += len(remarks) - room
}

// AddFacts adds facts, up to the bound.
func (f *Found) AddFacts(facts ...model.Fact) {
	room := min(max(MaxFacts-len(f.Facts), 0), len(facts))
	f.Facts = append(f.Facts, facts[:room]...)
	f.cut += len(facts) - room
}

// SayCut says that lists of the file were cut.
func (f *Found) SayCut() {
	if f.cut > 0 {
		f.Remarks = append(f.Remarks, model.NewRemark("lists-cut", model.Warning, "",
			model.CountedAs(f.cut, "fact or remark of this file was", "facts and remarks of this file were")+" left out: the lists are cut at "+model.Thousands(MaxRemarks)+" entries.",
			"Settle what is told here, or inspect the parts of the file one by one."))
	}
}

// Is says what the file is. What is recognized first gives the kind; whatever
// else is in it is told beside that.
func (f *Found) Is(kind Kind, about string) {
	if f.Kind == "" {
		f.Kind, f.About = kind, about
		return
	}
	f.About = Cut(f.About+"; also "+about, LongestFact)
}

// A Binding is one endpoint of `netsh http show sslcert` with its certificate.
type Binding struct {
	Endpoint  string // "0.0.0.0:443", "cm.contoso.com:443"
	Port      int
	Hash      string // SHA-1 thumbprint, lower case
	App       string // the GUID of the program
	Store     string
	CTLs      int    // lines about certificate trust lists so far
	CTLStore  string // of the CAs whose client certificates are accepted, "" for no limit
	Negotiate string // whether a client certificate is asked for, as printed
	Hidden    bool   // the thumbprint had marks or blanks in it
}

// TakeCTL keeps the store, which is the second of the two lines.
func (b *Binding) TakeCTL(label, value string) {
	b.CTLs++
	if (b.CTLs == 2 || strings.EqualFold(label, "Ctl Store Name")) && value != "" && !strings.HasPrefix(value, "(") {
		b.CTLStore = value
	}
}
