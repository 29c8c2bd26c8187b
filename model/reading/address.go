package reading

import (
	"strings"

	"cmgwizard/model"
)

// ProxyPath is the part of a CMG's address that leads to a management point.
const ProxyPath = "CCM_Proxy_MutualAuth"

// An Address is what /mp, CCMHOSTNAME or SMSMP name.
type Address struct {
	Scheme string // "https://", lower case; "" for none
	Host   string // lower case
	As     string // the host as it was written
	Path   string // the first part of its path
	ID     string // the second one
	Whole  string
	User   bool // a user stands before the host, perhaps with a password
}

// ReadAddress takes an address apart, whatever is wrong with it: what is not
// there is "".
func ReadAddress(value string) Address {
	value = strings.TrimSpace(value)
	rest := model.WithoutUser(value)
	a := Address{Whole: rest, User: rest != value}
	for _, scheme := range []string{"https://", "http://", "https:\\\\", "http:\\\\", "https:/", "http:/"} {
		if len(rest) >= len(scheme) && strings.EqualFold(rest[:len(scheme)], scheme) {
			a.Scheme, rest = scheme, rest[len(scheme):]
			break
		}
	}
	host, path, _ := strings.Cut(strings.ReplaceAll(rest, `\`, "/"), "/")
	a.Host, a.As = strings.ToLower(host), host
	a.Path, a.ID, _ = strings.Cut(strings.Trim(path, "/"), "/")
	return a
}

// Addresses reads the list that /mp takes.
func Addresses(value string) []Address {
	const most = 8
	var all []Address
	for part := range strings.SplitSeq(value, ";") {
		if part != "" && len(all) < most {
			all = append(all, ReadAddress(part))
		}
	}
	return all
}

// IsProxy reports whether the path can only be meant for a CMG.
func (a Address) IsProxy() bool {
	return strings.HasPrefix(strings.ToLower(a.Path), "ccm_proxy") || Edits(strings.ToLower(a.Path), strings.ToLower(ProxyPath), 4) < 4
}

// IsAzure reports whether the name is one that Azure gives to a CMG.
func (a Address) IsAzure() bool {
	for _, domain := range []string{".cloudapp.net", ".cloudapp.azure.com", ".usgovcloudapp.net", ".cloudapp.usgovcloudapi.net"} {
		if strings.HasSuffix(a.Host, domain) {
			return true
		}
	}
	return false
}

// IsPlaceholder reports whether a value stands for one that is still to be
// written, or for one that a script fills in.
func IsPlaceholder(value string) bool {
	return !IsGUID(value) && strings.ContainsAny(value, "<>{}") || IsScripted(value) || strings.ContainsAny(value, "[]") && !strings.Contains(value, "::")
}

// IsScripted reports whether a script fills the value in.
func IsScripted(value string) bool {
	return strings.Contains(value, "$") || strings.Count(value, "%") >= 2 || strings.Count(value, "!") >= 2
}

// IsNumber reports whether a text is digits alone.
func IsNumber(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}

// IsCMG reports whether an address is a CMG's, as far as it or the plan tells.
func (in View) IsCMG(a Address) bool {
	return a.IsProxy() || a.IsAzure() || in.IsOurs(a)
}

// IsOurs reports whether the address has the service name of the plan.
func (in View) IsOurs(a Address) bool {
	return in.Plan != nil && model.Known(in.Plan.Gateway.ServiceName) && strings.EqualFold(a.Host, in.Plan.Gateway.ServiceName)
}
