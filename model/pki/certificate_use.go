package pki

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// The figures by which a certificate is judged.
const (
	leastRSABits    = 2048
	longestShort    = 80 // runes of a name in a sentence
	rsaKey          = "RSA"
	certificateSign = "Certificate Signing"
	dnsName         = "DNS:" // the beginning of an alternative name that is a host
)

// HasPurpose reports whether the certificate is good for a purpose: because it
// names it, or because it is good for any.
func (c CertificateFacts) HasPurpose(p string) bool {
	return c.AnyPurpose() || c.PurposeState == "" && (slices.Contains(c.Purposes, p) || slices.Contains(c.Purposes, EveryPurpose))
}

// InDate reports whether the certificate is valid on a date. A date that is not
// known rules nothing out.
func (c CertificateFacts) InDate(at time.Time) bool {
	return !c.Expired(at) && !c.early(at)
}

// Expired reports whether the certificate ended before this moment. Where one
// of the two is not known, it did not.
func (c CertificateFacts) Expired(at time.Time) bool {
	return !at.IsZero() && !c.NotAfter.IsZero() && at.After(c.NotAfter)
}

func (c CertificateFacts) early(at time.Time) bool {
	return !at.IsZero() && at.Before(c.NotBefore)
}

// EndsSoon reports whether the certificate is still in date, but not for long.
func (c CertificateFacts) EndsSoon(at time.Time) bool {
	return !at.IsZero() && !c.NotAfter.IsZero() && !c.Expired(at) && c.daysLeft(at) <= model.SoonDays
}

// daysLeft counts the days of the calendar until the certificate expires. It is
// negative once that has happened, even today, and 0 where no date is known.
func (c CertificateFacts) daysLeft(at time.Time) int {
	if at.IsZero() || c.NotAfter.IsZero() {
		return 0
	}
	left := model.Day(c.NotAfter) - model.Day(at)
	if c.Expired(at) {
		return min(left, -1)
	}
	return left
}

// Short names the certificate in a sentence: by its common name, else by what
// else there is.
func (c CertificateFacts) Short() string {
	names := []string{c.CommonName, c.Subject}
	if len(c.Names) > 0 {
		names = append(names, bareName(c.Names[0]))
	}
	if c.SHA1 != "" {
		names = append(names, "thumbprint "+c.SHA1)
	}
	for _, name := range names {
		if name = model.Clean(name); name != "" {
			return model.Shorten(name, longestShort)
		}
	}
	return "a certificate without a name"
}

// bareName is an alternative name without its kind: "pc1.contoso.com" of
// "DNS:pc1.contoso.com".
func bareName(name string) string {
	if _, bare, found := strings.Cut(name, ":"); found {
		return bare
	}
	return name
}

// ClientFaults says why the certificate cannot be the client certificate of a
// device on a date, each in a phrase: "it expired on 2026-10-01". None means
// that it is usable.
func (c CertificateFacts) ClientFaults(at time.Time) []string {
	return c.faults(ClientAuthentication, at)
}

// ServerFaults is ClientFaults for a server authentication certificate.
func (c CertificateFacts) ServerFaults(at time.Time) []string {
	return c.faults(ServerAuthentication, at)
}

func (c CertificateFacts) faults(purpose string, at time.Time) []string {
	faults := []string{}
	for _, fault := range []string{c.caFault(), c.purposeFault(purpose), c.keyFault(), c.hashFault(), c.dateFault(at)} {
		if fault != "" {
			faults = append(faults, fault)
		}
	}
	return faults
}

func (c CertificateFacts) caFault() string {
	if c.CA {
		return "it is the certificate of a CA"
	}
	return ""
}

func (c CertificateFacts) purposeFault(purpose string) string {
	switch {
	case c.HasPurpose(purpose):
		return ""
	case c.PurposeState == NoPurpose:
		return "its extended key usage is empty: it is good for nothing, " + purpose + " neither"
	case c.PurposeState == UnreadablePurpose:
		return "its extended key usage cannot be read: nobody accepts it for " + purpose
	}
	return "it lacks the purpose " + purpose
}

func (c CertificateFacts) keyFault() string {
	switch {
	case c.Key == "":
		return "the kind of its key is not known"
	case c.Key != rsaKey:
		return "its key is " + model.Clean(c.Key) + ", not RSA"
	case c.KeyBits == 0:
		return "the length of its key is not known"
	case c.KeyBits < leastRSABits:
		return "its key has only " + strconv.Itoa(c.KeyBits) + " bits"
	}
	return ""
}

func (c CertificateFacts) hashFault() string {
	switch {
	case c.hasSHA2():
		return ""
	case c.Hash != "":
		return "it is signed with " + model.Clean(c.Hash) + ", not with SHA-2"
	case c.Signature != "":
		return "its signature, " + model.Clean(c.Signature) + ", is not known as one with SHA-2"
	}
	return "the hash of its signature is not known"
}

func (c CertificateFacts) dateFault(at time.Time) string {
	switch {
	case c.NotAfter.IsZero():
		return "the day on which it expires is not known"
	case c.Expired(at):
		return "it expired on " + model.DayOf(c.NotAfter)
	case c.early(at):
		return "it is not valid before " + model.DayOf(c.NotBefore)
	}
	return ""
}

// sha2 are the hashes of SHA-2, without hyphens.
var sha2 = []string{"SHA224", "SHA256", "SHA384", "SHA512", "SHA512/224", "SHA512/256"}

// weakHashes are those that can be forged today, without hyphens.
var weakHashes = []string{"SHA1", "MD5", "MD4", "MD2"}

func (c CertificateFacts) hasSHA2() bool { return slices.Contains(sha2, plainHash(c.Hash)) }

func (c CertificateFacts) hasWeakHash() bool { return slices.Contains(weakHashes, plainHash(c.Hash)) }

func plainHash(hash string) string { return strings.ToUpper(strings.ReplaceAll(hash, "-", "")) }

// DateWords says how the certificate stands to a date: "expires in 12 days
// (2026-12-04)".
func (c CertificateFacts) DateWords(at time.Time) string {
	switch {
	case c.NotAfter.IsZero():
		return "does not say when it expires"
	case c.early(at):
		return "is not valid before " + model.DayOf(c.NotBefore)
	}
	return model.EndWords(c.NotAfter, at)
}
