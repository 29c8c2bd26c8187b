package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/pki"
)

// The bounds of a heap of files.
const (
	maxFiles        = 1000
	maxCertificates = 2000
	maxRemarks      = 64 // of one file
	maxFacts        = 64 // of one file
)

// A view is what files are looked at with.
type view struct {
	plan *model.Plan // nil for none
	at   time.Time
}

// An inspection is a heap of files while it is looked at.
type inspection struct {
	view
	found  []*found
	heap   []heaped    // every certificate, up to the bound
	left   int         // certificates beyond it
	stated []statement // what texts say about certificates that are not there
	chains pki.Chains
	places map[string]int // of certificates in chains, by SHA-256
	seen   map[string]bool
}

// found is what one file holds, with what must wait for the other files.
type found struct {
	File
	certificates []*certs.Certificate
	bindings     []binding
	tenants      []tenant
	logged       bool // it is written as logs are
	cut          int  // facts and remarks beyond the bounds
}

// heaped is a certificate with the file it was found in.
type heaped struct {
	*certs.Certificate
	file string
}

// look reads one file by itself.
func (in *inspection) look(input Input) *found {
	f := &found{File: File{Name: cut(model.Clean(input.Name), longestName)}}
	if !f.readable(input) {
		return f
	}
	text := decode(input.Data)
	if what := secretIn(input.Data, text); what != "" {
		f.refuse(&certs.SecretError{What: what})
		return f
	}
	f.SHA256 = hash(input.Data)
	if strings.Trim(text, "\x00 \t\n\uFEFF") == "" {
		f.unreadable("it is empty", "Make the file again, and see that the command that writes it succeeds.")
		return f
	}
	in.recognise(f, input.Data, text)
	return f
}

// readable says of a file that is not looked at why it is not.
func (f *found) readable(input Input) bool {
	switch {
	case input.Err != nil:
		f.unreadable(shown(input.Err.Error(), longestFact), "Check that the file is there and that you may read it.")
	case len(input.Data) > MaxSize:
		f.unreadable(fmt.Sprintf("it is larger than %d MiB, and was not looked at", MaxSize>>20),
			"Cut out the part that matters, such as the last lines of a log, or export the certificates alone.")
	default:
		return true
	}
	return false
}

func (f *found) unreadable(about, do string) {
	f.Kind, f.About = Unreadable, about
	f.remark("unreadable", model.Warning, "", "The file could not be read: "+about+".", do)
}

func hash(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// secretIn says what private thing a file holds, as it is or as text.
func secretIn(data []byte, text string) string {
	if what := certs.Secret(data); what != "" {
		return what
	}
	if text == string(data) {
		return ""
	}
	return certs.Secret([]byte(text))
}

// refuse keeps nothing of a file but that it was refused.
func (f *found) refuse(secret *certs.SecretError) {
	*f = found{File: File{Name: f.Name, Kind: Secret, About: "refused: " + secret.What}}
	const do = "In certlm.msc choose All Tasks > Export, then No, do not export the private key, and DER encoded binary X.509 (.CER). The certificate of a CA comes from certutil -ca.cert root.cer. Keep this file away from shares and mail."
	f.remark("private-key", model.Warning, "", "The file holds "+secret.What+". It was refused whole, and nothing of it was kept: no certificate of it is needed with its key here.", do, citeExport)
}

// remark adds a remark, up to the bound.
func (f *found) remark(id string, severity model.Severity, rule, text, do string, cites ...model.Citation) {
	f.add(model.NewRemark(id, severity, rule, text, do, cites...))
}

func (f *found) add(remarks ...model.Remark) {
	room := min(max(maxRemarks-1-len(f.Remarks), 0), len(remarks)) // the last one says what was cut
	f.Remarks = append(f.Remarks, remarks[:room]...)
	f.cut += len(remarks) - room
}

func (f *found) facts(facts ...model.Fact) {
	room := min(max(maxFacts-len(f.Facts), 0), len(facts))
	f.Facts = append(f.Facts, facts[:room]...)
	f.cut += len(facts) - room
}

// sayCut says that lists of the file were cut.
func (f *found) sayCut() {
	if f.cut > 0 {
		f.Remarks = append(f.Remarks, model.NewRemark("lists-cut", model.Warning, "",
			count(f.cut, "fact or remark of this file was", "facts and remarks of this file were")+" left out: the lists are cut at "+thousands(maxRemarks)+" entries.",
			"Settle what is told here, or inspect the parts of the file one by one."))
	}
}

// is says what the file is. What is recognised first gives the kind; whatever
// else is in it is told beside that.
func (f *found) is(kind Kind, about string) {
	if f.Kind == "" {
		f.Kind, f.About = kind, about
		return
	}
	f.About = cut(f.About+"; also "+about, longestFact)
}

// report puts everything together.
func (in *inspection) report(left int) Report {
	r := Report{Files: make([]File, 0, len(in.found)+1), Chains: in.chains}
	for _, f := range in.found {
		f.sayCut()
		f.Facts, f.Certificates, f.Remarks = list(f.Facts), list(f.Certificates), list(f.Remarks)
		r.Files = append(r.Files, f.File)
	}
	if left > 0 {
		rest := &found{File: File{Name: count(left, "more file", "more files")}}
		rest.unreadable(fmt.Sprintf("left out: no more than %s are looked at in one go", thousands(maxFiles)), "Inspect the rest in a second run.")
		rest.Facts, rest.Certificates = list(rest.Facts), list(rest.Certificates)
		r.Files = append(r.Files, rest.File)
	}
	return r
}
