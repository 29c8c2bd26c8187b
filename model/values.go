package model

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/net/idna"
)

// MaxText is the longest text, in bytes, that an answer may hold.
const MaxText = 4096

var (
	siteCodeForm = Pattern(`^[A-Z0-9]{3}$`)
	versionForm  = Pattern(`^[1-9][0-9](0[1-9]|1[0-2])$`)
	consoleForm  = Pattern(`^5\.[1-9][0-9](0[1-9]|1[0-2])\.[0-9]{3,4}\.[0-9]{3,4}$`)
	kbForm       = Pattern(`^KB[1-9][0-9]{6,7}$`)
	GUIDForm     = Pattern(`(?i)^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$`)

	// ReservedSiteCodes are those that ConfigMgr setup refuses.
	ReservedSiteCodes = []string{"AUX", "CON", "NUL", "PRN", "SMS", "ALL"}

	// strictNames refuses what idna.Lookup lets through: empty and long labels.
	strictNames = idna.New(idna.MapForLookup(), idna.BidiRule(), idna.StrictDomainName(true), idna.VerifyDNSLength(true))
)

// checkForm judges text by the form that a `check` tag names. Unsure and the
// empty text have no form.
func checkForm(form, text string) error {
	if text == "" || text == Unsure {
		return nil
	}
	switch form {
	case "site-code":
		return checkSiteCode(text)
	case "version":
		return expect(versionForm().MatchString(text), "a ConfigMgr version is four digits, year and month, such as 2409")
	case "console":
		return expect(consoleForm().MatchString(text), "a console version has four numbers, such as 5.2603.1035.1200")
	case "kb":
		return expect(kbForm().MatchString(text), strconv.Quote(Clean(text))+" is no number of an update, such as KB37942646")
	case "guid":
		return expect(GUIDForm().MatchString(text), "expected a GUID, such as aaaabbbb-0000-cccc-1111-dddd2222eeee")
	case "date":
		_, err := time.Parse(time.DateOnly, text)
		return expect(err == nil, "a date is written year-month-day, such as 2026-11-30")
	case "host":
		return CheckHost(text)
	}
	return nil
}

func expect(ok bool, message string) error {
	if ok {
		return nil
	}
	return errors.New(message)
}

func checkSiteCode(text string) error {
	if !siteCodeForm().MatchString(text) {
		return errors.New("a site code is three characters, A-Z or 0-9, uppercase")
	}
	return expect(!slices.Contains(ReservedSiteCodes, text), text+" is reserved by Windows or ConfigMgr and cannot be a site code")
}

// CheckHost reports why text is not a fully qualified host name. An underscore
// is let through: old Active Directory names have it.
func CheckHost(text string) error {
	if Clean(text) != text {
		return errors.New("the host name holds signs that cannot be seen, perhaps from copying: type it manually")
	}
	name := strings.TrimSuffix(text, ".")
	if strings.HasSuffix(name, ".") {
		return fmt.Errorf("%s ends with several dots", strconv.Quote(text))
	}
	if _, err := strictNames.ToASCII(strings.ReplaceAll(name, "_", "x")); err != nil {
		return fmt.Errorf("%s is not a host name: letters, digits and hyphens, parts joined by dots", strconv.Quote(Clean(text)))
	}
	return expect(strings.Contains(name, "."), "give the fully qualified name, such as server1.contoso.com")
}

// azureDomains are the domains that Microsoft owns: no public provider issues
// for them, and a name in them needs no CNAME.
var azureDomains = []string{"cloudapp.azure.com", "cloudapp.net", "usgovcloudapp.net"}

// InAzureDomain reports whether a service name lies in a domain of Azure.
func InAzureDomain(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	return slices.ContainsFunc(azureDomains, func(domain string) bool {
		return name == domain || strings.HasSuffix(name, "."+domain)
	})
}

// insideDomains are endings that public DNS does not serve: those that RFC 6761, 6762 and
// 8375 and ICANN keep for other uses, and what is usual for networks without one.
var insideDomains = []string{
	".local", ".internal", ".lan", ".corp", ".home.arpa", ".intra", ".intranet", ".home", ".private",
	".localdomain", ".localhost", ".invalid",
}

// OnlyInside reports whether a full name ends as no name on the internet does.
func OnlyInside(name string) bool {
	name = strings.ToLower(strings.TrimSuffix(name, "."))
	return slices.ContainsFunc(insideDomains, func(domain string) bool { return strings.HasSuffix(name, domain) })
}

// servicePrefix is the part of the naming rules on which all pages agree, in
// either case of its letters.
var servicePrefix = Pattern(`^[A-Za-z][A-Za-z0-9]{2,23}$`)

// CheckServiceName reports why name cannot be the service name of a CMG.
func CheckServiceName(name string) error {
	if strings.Contains(name, "*") {
		return errors.New("replace the * of the wildcard certificate by the first part of the name")
	}
	if strings.Contains(name, "_") {
		return errors.New("a name in public DNS has letters and digits, hyphens and dots, but no underscore")
	}
	if err := CheckHost(name); err != nil {
		return err
	}
	prefix, _, _ := strings.Cut(name, ".")
	return expect(servicePrefix().MatchString(prefix), "the first part must be 3 to 24 letters and digits, a letter first: "+strconv.Quote(Clean(prefix))+" is not")
}
