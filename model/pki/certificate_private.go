package pki

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// Public providers give server authentication certificates no longer life than
// this since September 2020: browsers refuse others.
var (
	shortLivesSince = time.Date(2020, time.September, 1, 0, 0, 0, 0, time.UTC)
	longestPublic   = 398 * 24 * time.Hour
)

// PrivateIssuer says in a sentence why no public provider issued this server
// authentication certificate, "" where nothing tells: that proves nothing.
func (c CertificateFacts) PrivateIssuer() string {
	switch {
	case c.Template != "":
		return "The server authentication certificate was made from a template of AD CS: " + c.Template + "."
	case c.SelfIssued:
		return "The server authentication certificate signed itself: no public provider issued it."
	case slices.ContainsFunc(slices.Concat(c.CRL, c.AIA), isOfDirectory):
		return "The server authentication certificate names addresses in Active Directory, as those of AD CS do."
	case c.livesTooLong():
		return "The server authentication certificate lives for more than 398 days. Since September 2020 public providers issue none that does."
	case strings.Contains(c.Issuer, "DC="):
		return "The issuer of the server authentication certificate is named by a domain of Active Directory (" + model.Shorten(c.Issuer, longestShort) + "). Public providers are hardly ever."
	}
	return ""
}

// isOfDirectory is for addresses that name no server: "ldap:///CN=…".
func isOfDirectory(address string) bool {
	return strings.HasPrefix(strings.ToLower(strings.TrimSpace(address)), "ldap:///")
}

// livesTooLong gives a day more: some count the last one.
func (c CertificateFacts) livesTooLong() bool {
	return c.NotBefore.After(shortLivesSince) && c.NotAfter.Sub(c.NotBefore) > longestPublic+24*time.Hour
}
