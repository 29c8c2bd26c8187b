// Package inspect recognises files by what is in them, never by their names,
// and says what they mean for a CMG: certificates and texts about them, device
// state, bulk registration tokens, port bindings, ccmsetup command lines and log
// lines. It takes bytes and a date, and touches neither disk nor network. What is
// secret is refused or reduced to public facts, and never echoed.
package inspect

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// MaxSize is the largest file that is looked at, in bytes. More is not read.
const MaxSize = 4 << 20

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
	{Value: Secret, Label: "Refused"},
	{Value: Other, Label: "Not recognised"},
	{Value: Unreadable, Label: "Not readable"},
}

// An Input is a file as it was read.
type Input struct {
	Name string // its base name, or as much of its path as tells it apart
	Data []byte
	Err  error // why it could not be read
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

	evidence []model.Evidence
}

// A Report is what was found in a heap of files.
type Report struct {
	Files  []File     `json:"files"`
	Chains pki.Chains `json:"chains"`
}

// Inspect recognises the files and says what they mean on a date. With a plan
// they are compared with its answers; nil is no plan.
func Inspect(inputs []Input, plan *model.Plan, at time.Time) Report {
	in := &inspection{view: view{plan, at}}
	for _, input := range inputs[:min(len(inputs), maxFiles)] {
		in.found = append(in.found, in.look(input))
	}
	in.sort()
	for _, f := range in.found {
		in.compare(f)
	}
	return in.report(len(inputs) - len(in.found))
}

// Evidence is what a plan keeps of the files, in their order.
func (r Report) Evidence() []model.Evidence {
	var all []model.Evidence
	for _, f := range r.Files {
		all = append(all, f.evidence...)
	}
	return all
}
