package inspect

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/logs"
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

// look says what one file is, as far as that is not known yet.
func (in *inspection) look(l load) *reading.Found {
	if l.text != "" {
		in.recognise(l.found, l.data, l.text)
	}
	return l.found
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
	var told []logs.Told
	for _, f := range in.found {
		if f.Log != nil {
			told = append(told, logs.Told{File: f.Name, Log: f.Log})
		}
		f.SayCut()
		f.Facts, f.Certificates, f.Remarks = reading.List(f.Facts), reading.List(f.Certificates), reading.List(f.Remarks)
		r.Files = append(r.Files, f.File)
	}
	r.Story = logs.Tell(told)
	if left > 0 {
		rest := &reading.Found{File: reading.File{Name: model.CountedAs(left, "more file", "more files")}}
		rest.Unreadable(fmt.Sprintf("left out: no more than %s are looked at in one go", model.Thousands(maxFiles)), "Inspect the rest in a second run.")
		rest.Facts, rest.Certificates = reading.List(rest.Facts), reading.List(rest.Certificates)
		r.Files = append(r.Files, rest.File)
	}
	return r
}
