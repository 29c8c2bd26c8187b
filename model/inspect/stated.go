package inspect

import (
	"cmp"
	"fmt"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A statement is what a text says about one certificate. The certificate itself
// is not there, so nothing of it is checked; what the text
// does not say, or says in a language that is not known here, is "".
type statement struct {
	subject, issuer, serial, thumbprint string
	notBefore, notAfter                 string // as written: their order of day and month is that of a language
	template                            string
	names, purposes                     []string
	key                                 keyStated
}

// keyStated is what a text says about a private key.
type keyStated string

const (
	keyThere   keyStated = "there, on the computer that printed this"
	keyMissing keyStated = "named, but it was not found on the computer that printed this"
	keyNone    keyStated = "none on the computer that printed this"
	keyUnsaid  keyStated = "not known from this text"
)

// A statedText is a text about certificates.
type statedText struct {
	by         string // what printed it: "certutil -store"
	store      string // the store that it lists, "" where it does not say
	user       bool   // it is a store of the user
	statements []statement
	all        int      // certificates, those beyond the bound too
	chain      []string // errors of the chain, as Windows names them
	fetched    []string // addresses of revocation lists that were fetched
	failed     []string // and those that were not
}

// The bounds of a text about certificates.
const (
	maxStatements = 6 // each has up to nine facts
	maxAddresses  = 8
	maxNames      = 8
)

// add keeps what is said about a certificate, once.
func (s *statedText) add(c statement) {
	if c.subject == "" && c.issuer == "" && c.thumbprint == "" || s.told(c) {
		return
	}
	if s.all++; len(s.statements) < maxStatements {
		s.statements = append(s.statements, c)
	}
}

// told reports whether the same certificate was there before.
func (s *statedText) told(c statement) bool {
	for _, had := range s.statements {
		if c.thumbprint != "" && c.thumbprint == had.thumbprint || c.serial != "" && c.serial == had.serial && c.issuer == had.issuer {
			return true
		}
	}
	return false
}

// readStated reads texts about certificates: of certutil, of PowerShell, and
// request files.
func (in *inspection) readStated(f *reading.Found, text string) {
	if r, ok := requestFile(text); ok {
		isRequestFile(f, r)
		return
	}
	s, ok := certutilText(text)
	if !ok {
		s, ok = powerShellText(text)
	}
	if !ok {
		return
	}
	f.Is(reading.CertificateText, statedAbout(s))
	for i, c := range s.statements {
		facts := c.facts()
		if s.all > 1 {
			facts[0].Label = fmt.Sprintf("Certificate %d, %s", i+1, strings.ToLower(facts[0].Label))
		}
		f.AddFacts(facts...)
	}
	f.AddFacts(s.facts()...)
	in.stated = append(in.stated, s.statements...)
	sayStated(f, s)
	for _, c := range s.statements {
		if c.isPast(in.At) {
			f.Remark("stated-expired", model.Warning, "", "The text says that "+reading.Shown(cmp.Or(c.subject, c.thumbprint), reading.LongestValue)+" was valid to "+reading.Shown(c.notAfter, reading.LongestValue)+": however that date is read, it is past.",
				"Look whether a newer certificate took its place, and inspect that one.", reading.CiteSelection)
		}
	}
}

func statedAbout(s statedText) string {
	about := s.by + ": text about " + model.CountedAs(s.all, "certificate", "certificates")
	if left := s.all - len(s.statements); left > 0 {
		about += ", " + model.Thousands(left) + " left out"
	}
	return about
}

func (c statement) facts() []model.Fact {
	key := c.key
	if key == "" {
		key = keyUnsaid
	}
	return reading.Given(
		reading.Fact("subject", "Subject", c.subject),
		reading.Fact("issuer", "Issuer", c.issuer),
		reading.Fact("thumbprint", "Thumbprint (SHA-1)", c.thumbprint),
		reading.Fact("serial", "Serial number", c.serial),
		reading.Fact("validity", "Dates, as written", c.validity()),
		reading.Fact("names", "Names", strings.Join(c.names, ", ")),
		reading.Fact("purposes", "Purposes", strings.Join(c.purposes, ", ")),
		reading.Fact("template", "Template", c.template),
		reading.Fact("private_key", "Private key", string(key)),
	)
}

// yearForm matches a year of the Gregorian calendar in a date.
var yearForm = model.Pattern(`\b(?:19|20)\d\d\b`)

// isPast reports whether the certificate has ended, however its date is read:
// in which order day and month stand does not matter in a year that is over.
func (c statement) isPast(at time.Time) bool {
	years := yearForm().FindAllString(c.notAfter, 2)
	return !at.IsZero() && len(years) == 1 && years[0] < at.UTC().Format("2006")
}

func (c statement) validity() string {
	switch {
	case c.notBefore == "" && c.notAfter == "":
		return ""
	case c.notBefore == "":
		return "to " + c.notAfter
	case c.notAfter == "":
		return "from " + c.notBefore
	}
	return "from " + c.notBefore + " to " + c.notAfter
}

func (s statedText) facts() []model.Fact {
	return reading.Given(
		reading.Fact("chain_errors", "Errors of the chain", strings.Join(s.chain, ", ")),
		reading.Fact("crl_fetched", "Revocation lists fetched", strings.Join(s.fetched, ", ")),
		reading.Fact("crl_failed", "Revocation lists not fetched", strings.Join(s.failed, ", ")),
	)
}

// sayStated says what the text is, and how to come by the certificate.
func sayStated(f *reading.Found, s statedText) {
	f.Remark("certificate-text", "", "", "It is text that "+reading.Shown(s.by, reading.LongestValue)+" printed. It says what is in a certificate, and the certificate itself is not there: its signature, its extensions and its chain cannot be checked here.",
		s.export(), reading.CiteExport)
	if len(s.chain) > 0 {
		f.Remark("chain-errors-stated", model.Warning, "", "certutil found errors in the chain, on the computer where it ran: "+reading.Shown(strings.Join(s.chain, ", "), reading.LongestFact)+".",
			"Inspect the certificate together with the CAs above it. What stands there of revocation depends on the network of that computer, which need not be the internet.", reading.CiteRevocation)
	}
	if len(s.failed) > 0 {
		f.Remark("crl-not-fetched", model.Warning, "", "certutil could not fetch "+reading.Shown(strings.Join(s.failed, ", "), reading.LongestFact)+" on the computer where it ran.",
			"If that computer was on the internet, publish the revocation list there. Otherwise try the http addresses again from the internet.", reading.CiteRevocation)
	}
}

// export says how to come by the certificates.
func (s statedText) export() string {
	const file = "**DER encoded binary X.509 (.CER)**"
	switch {
	case s.by == certutilDump || s.by == certutilVerify:
		return "Inspect the file that certutil was given, and the certificates of the CAs above it with it."
	case s.all > 1:
		return "Export each certificate without its key, as " + file + ", and inspect these files. The first one: " + s.commands() + "."
	}
	return "Export the certificate without its key, as " + file + ", and inspect that file: " + s.commands() + "."
}

// commands are those that export the first certificate.
func (s statedText) commands() string {
	c, store, option, place := s.statements[0], cmp.Or(s.store, "My"), "", "LocalMachine"
	if s.user {
		option, place = "-user ", "CurrentUser"
	}
	words := fmt.Sprintf("`certutil %s-store %s %s out.cer`", option, store, cmp.Or(c.thumbprint, c.serial, "NUMBER"))
	if c.thumbprint != "" {
		words += fmt.Sprintf(", or in PowerShell `Export-Certificate -Cert Cert:\\%s\\%s\\%s -FilePath out.cer`", place, store, strings.ToUpper(c.thumbprint))
	}
	return words
}

// purposeOID matches the two purposes that matter here.
var purposeOID = model.Pattern(`\b1\.3\.6\.1\.5\.5\.7\.3\.([12])\b`)

// purposesIn lists the purposes that a line names by their number.
func (c *statement) purposesIn(line string) {
	for _, found := range purposeOID().FindAllStringSubmatch(line, 4) {
		name := "Server Authentication"
		if found[1] == "2" {
			name = "Client Authentication"
		}
		c.purposes = once(c.purposes, name, 2)
	}
}

// once appends what is not there yet, up to a bound.
func once(all []string, text string, most int) []string {
	for _, had := range all {
		if had == text {
			return all
		}
	}
	if len(all) == most || text == "" {
		return all
	}
	return append(all, text)
}
