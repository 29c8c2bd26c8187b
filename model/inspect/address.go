package inspect

import (
	"strings"

	"cmgwizard/model"
)

// proxyPath is the part of a CMG's address that leads to a management point.
const proxyPath = "CCM_Proxy_MutualAuth"

// An address is what /mp, CCMHOSTNAME or SMSMP name.
type address struct {
	scheme string // "https://", lower case; "" for none
	host   string // lower case
	as     string // the host as it was written
	path   string // the first part of its path
	id     string // the second one
	whole  string
}

func readAddress(value string) address {
	a := address{whole: value}
	rest := strings.TrimSpace(value)
	for _, scheme := range []string{"https://", "http://", "https:\\\\", "http:\\\\", "https:/", "http:/"} {
		if len(rest) >= len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			a.scheme, rest = scheme, rest[len(scheme):]
			break
		}
	}
	host, path, _ := strings.Cut(strings.ReplaceAll(rest, `\`, "/"), "/")
	a.host, a.as = strings.ToLower(host), host
	a.path, a.id, _ = strings.Cut(strings.Trim(path, "/"), "/")
	return a
}

// addresses reads the list that /mp takes.
func addresses(value string) []address {
	const most = 8
	var all []address
	for part := range strings.SplitSeq(value, ";") {
		if part != "" && len(all) < most {
			all = append(all, readAddress(part))
		}
	}
	return all
}

// isProxy reports whether the path can only be meant for a CMG.
func (a address) isProxy() bool {
	return strings.HasPrefix(strings.ToLower(a.path), "ccm_proxy") || edits(strings.ToLower(a.path), strings.ToLower(proxyPath), 4) < 4
}

// isAzure reports whether the name is one that Azure gives to a CMG.
func (a address) isAzure() bool {
	for _, domain := range []string{".cloudapp.net", ".cloudapp.azure.com", ".usgovcloudapp.net", ".cloudapp.usgovcloudapi.net"} {
		if strings.HasSuffix(a.host, domain) {
			return true
		}
	}
	return false
}

// isPlaceholder reports whether a value stands for one that is still to be
// written, or for one that a script fills in.
func isPlaceholder(value string) bool {
	return !isGUID(value) && strings.ContainsAny(value, "<>{}") || isScripted(value) || strings.ContainsAny(value, "[]") && !strings.Contains(value, "::")
}

// isScripted reports whether a script fills the value in.
func isScripted(value string) bool {
	return strings.Contains(value, "$") || strings.Count(value, "%") >= 2 || strings.Count(value, "!") >= 2
}

func isNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// isCMG reports whether an address is a CMG's, as far as it or the plan tells.
func (in view) isCMG(a address) bool {
	return a.isProxy() || a.isAzure() || in.isOurs(a)
}

// isOurs reports whether the address has the service name of the plan.
func (in view) isOurs(a address) bool {
	return in.plan != nil && model.Known(in.plan.Gateway.ServiceName) && strings.EqualFold(a.host, in.plan.Gateway.ServiceName)
}
