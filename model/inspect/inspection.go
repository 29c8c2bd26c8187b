package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// The bounds of a heap of files.
const (
	maxFiles = 1000

	maxCertificates = 2000
)

// An inspection is a heap of files while it is looked at.
type inspection struct {
	reading.View
	found  []*reading.Found
	heap   []heaped    // every certificate, up to the bound
	left   int         // certificates beyond it
	stated []statement // what texts say about certificates that are not there
	chains pki.Chains
	places map[string]int // of certificates in chains, by SHA-256
	seen   map[string]bool
}

// heaped is a certificate with the file it was found in.
type heaped struct {
	*certs.Certificate
	file string
}

// look reads one file by itself.
func (in *inspection) look(input Input) *reading.Found {
	f := &reading.Found{File: reading.File{Name: reading.Cut(model.Clean(input.Name), reading.LongestName)}}
	if !readable(f, input) {
		return f
	}
	text := decode(input.Data)
	if what := secretIn(input.Data, text); what != "" {
		f.Refuse(&certs.SecretError{What: what})
		return f
	}
	f.SHA256 = hash(input.Data)
	if strings.Trim(text, "\x00 \t\n\uFEFF") == "" {
		f.Unreadable("it is empty", "Make the file again, and see that the command that writes it succeeds.")
		return f
	}
	in.recognise(f, input.Data, text)
	return f
}

// readable says of a file that is not looked at why it is not.
func readable(f *reading.Found, input Input) bool {
	switch {
	case input.Err != nil:
		f.Unreadable(reading.Shown(input.Err.Error(), reading.LongestFact), "Check that the file is there and that you may read it.")
	case len(input.Data) > MaxSize:
		f.Unreadable(fmt.Sprintf("it is larger than %d MiB, and was not looked at", MaxSize>>20),
			"Cut out the part that matters, such as the last lines of a log, or export the certificates alone.")
	default:
		return true
	}
	return false
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

// report puts everything together.
func (in *inspection) report(left int) Report {
	r := Report{Files: make([]reading.File, 0, len(in.found)+1), Chains: in.chains}
	for _, f := range in.found {
		f.SayCut()
		f.Facts, f.Certificates, f.Remarks = reading.List(f.Facts), reading.List(f.Certificates), reading.List(f.Remarks)
		r.Files = append(r.Files, f.File)
	}
	if left > 0 {
		rest := &reading.Found{File: reading.File{Name: model.CountedAs(left, "more file", "more files")}}
		rest.Unreadable(fmt.Sprintf("left out: no more than %s are looked at in one go", model.Thousands(maxFiles)), "Inspect the rest in a second run.")
		rest.Facts, rest.Certificates = reading.List(rest.Facts), reading.List(rest.Certificates)
		r.Files = append(r.Files, rest.File)
	}
	return r
}
