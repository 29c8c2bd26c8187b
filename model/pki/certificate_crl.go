package pki

import (
	"net/netip"
	"slices"
	"strings"

	"cmgwizard/model"
)

// CRLReach says from where the CRL that a certificate names can be read.
type CRLReach string

// The reaches. Whether an address answers, a program without network cannot
// tell: only what kind of address it is.
const (
	CRLPublic    CRLReach = "public"   // over http, at a name that the internet may know
	crlSecure    CRLReach = "https"    // over https only, or over yet another protocol
	crlInternal  CRLReach = "internal" // at a name or an address that only an internal network knows
	crlDirectory CRLReach = "ldap"     // in a directory only
	crlNone      CRLReach = "none"     // the certificate names no CRL
)

// CRLReaches are the reaches, the best first.
var CRLReaches = model.Terms[CRLReach]{
	{Value: CRLPublic, Label: "public http", Means: "the CMG and clients can read it, if the address answers"},
	{Value: crlSecure, Label: "https only", Means: "CRLs are fetched over http"},
	{Value: crlInternal, Label: "internal", Means: "only the internal network can read it"},
	{Value: crlDirectory, Label: "ldap only", Means: "only members of the domain can read it"},
	{Value: crlNone, Label: "none", Means: "nobody can tell whether the certificate was revoked"},
}

// Words lists the reaches with their labels.
func (CRLReach) Words() []model.Word { return CRLReaches.Words() }

// CRLReach judges the addresses of the CRL that the certificate names, by the
// best of them.
func (c CertificateFacts) CRLReach() CRLReach {
	return bestReach(c.CRL)
}

func bestReach(addresses []string) CRLReach {
	for _, term := range CRLReaches {
		if slices.ContainsFunc(addresses, func(a string) bool { return JudgeCRLAddress(a) == term.Value }) {
			return term.Value
		}
	}
	return crlNone
}

// JudgeCRLAddress judges one address: "ldap:///CN=…" can only be read in a
// directory.
func JudgeCRLAddress(address string) CRLReach {
	scheme, rest, found := strings.Cut(strings.TrimSpace(address), "://")
	switch scheme = strings.ToLower(scheme); {
	case !found && strings.HasPrefix(scheme, "ldap:"), scheme == "ldap", scheme == "ldaps":
		return crlDirectory
	case !found || scheme == "file" || isInternalHost(hostOf(rest)):
		return crlInternal
	case scheme == "http":
		return CRLPublic
	}
	return crlSecure
}

// hostOf finds the host in an address without its scheme.
func hostOf(rest string) string {
	if end := strings.IndexAny(rest, `/?#\`); end >= 0 {
		rest = rest[:end]
	}
	rest = rest[strings.LastIndex(rest, "@")+1:]
	if inside, _, found := strings.Cut(strings.TrimPrefix(rest, "["), "]"); found {
		return inside
	}
	host, _, _ := strings.Cut(rest, ":")
	return strings.ToLower(strings.TrimSuffix(host, "."))
}

// isInternalHost reports whether the internet cannot know a host.
func isInternalHost(host string) bool {
	if ip, err := netip.ParseAddr(host); err == nil {
		return isInternalIP(ip.Unmap())
	}
	return !strings.Contains(host, ".") || model.OnlyInside(host)
}

// sharedSpace are the addresses that providers use inside (RFC 6598).
var sharedSpace = netip.MustParsePrefix("100.64.0.0/10")

func isInternalIP(ip netip.Addr) bool {
	return ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() || ip.IsUnspecified() || ip.IsMulticast() || sharedSpace.Contains(ip)
}
