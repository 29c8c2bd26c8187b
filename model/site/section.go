package site

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// A section is what one query gave. Its rows are facts; that there are no others
// follows only where it is whole.
type section struct {
	rows  []row
	whole bool   // it went well, and every row of it could be read
	fault string // why it failed, as the script wrote it; "" where it did not
	there bool
	odd   bool // it, or a row of it, is of another type, or there are too many
}

// cut are the numbers of rows at which the script stops.
const (
	cutRows     = 500
	cutSettings = 100
	cutValues   = 40
)

// columns are the sections that are known, with their properties. A section
// without any is known and not used.
var columns = map[string]string{
	"connection":      "SiteCode Module Drives",
	"sites":           "SiteCode ServerName Version BuildNumber Type ReportingSiteCode Mode Status",
	"identification":  "ThisSiteCode MonthlyReleaseVersion SMSBuildNumber SMSAvailableConsoleVersion",
	"tenants":         "Name TenantID",
	"apps":            "Name ClientID",
	"app_uris":        "ClientID IdentifierUri",
	"cmg":             "AzureServiceID ServiceCName Fqdn ServiceType Region NumberOfInstances State SiteCode",
	"cmg_model":       "AzureServiceID DeploymentModel",
	"cmg_environment": "AzureServiceID AzureEnvironmentId",
	"cmg_group":       "AzureServiceID AffinityGroup",
	"cmg_revocation":  "AzureServiceID ClientCertRevocationEnabled",
	"cmg_protocol":    "AzureServiceID ProxySecurityProtocol",
	"boundary_groups": "GroupID Flags",
	"components":      "SiteCode ComponentName IISSSLState Settings",
	"roles":           "RoleName SiteCode Server SslState Prop_SslState Prop_AllowProxyTraffic Prop_MPInternetFacing Prop_MPIntranetFacing Prop_OfflineMode",
	"client_settings": "SettingsID Type Priority AssignmentCount AllowCMG AllowCloudDP AutoAADJoin PolicyEnableUserPolicyPolling PolicyEnableUserPolicyOnInternet EnableExpressUpdates",
	"local_machine":   "Name Domain", "local_dotnet": "Release", "local_site": "IISSSLState", "local_aspnet45": "Name Installed",
	"local_bindings":     "bindingInformation certificateHash",
	"local_certificates": "Thumbprint Issuer NotAfter HasPrivateKey Eku",
	"local_system_proxy": "ProxyEnable HasServer HasScript",
}

// counts are the sections with one number.
var counts = strings.Fields("visible all_systems clients clients_10 clients_6 clients_server no_client state_rows hybrid entra cert_pki cert_self entra_id users entra_users azure_services user_deployments")

func columnsOf(name string) (string, bool) {
	if known, ok := columns[name]; ok {
		return known, true
	}
	if count, ok := strings.CutPrefix(name, "count_"); ok && slices.Contains(counts, count) {
		return "count", true
	}
	return "value count", name == "by_ClientVersion" || name == "by_ResourceDomainORWorkgroup"
}

// readSections keeps what is known, and the names of the rest.
func (f *File) readSections(value any) {
	all, isObject := value.(object)
	if !isObject && value != nil {
		f.sections["sections"] = section{odd: true}
	}
	rows := 0
	for n, name := range keysOf(all) {
		known, ok := columnsOf(name)
		if !ok || n >= maxSections {
			f.ignored = append(f.ignored, name)
			continue
		}
		s := newSection(all[name])
		if rows += len(s.rows); rows > maxRows {
			s.rows, s.whole, s.odd = nil, false, true
		}
		f.sections[name] = s
		f.ignore(name, s, strings.Fields(known))
	}
}

// ignore keeps the names of properties aside that are not known.
func (f *File) ignore(name string, s section, known []string) {
	for _, r := range s.rows {
		for _, key := range keysOf(r) {
			if path := name + "." + key; !slices.Contains(known, key) && !slices.Contains(f.ignored, path) {
				f.ignored = append(f.ignored, path)
			}
		}
	}
}

func newSection(value any) section {
	o, isObject := value.(object)
	if !isObject {
		return section{odd: value != nil}
	}
	s := section{there: true}
	if row(o).truth("ok") != model.Yes {
		s.fault = "failed"
		if fault, ok := o["error"].(object); ok && row(fault).text("type") != "" {
			s.fault = row(fault).text("type")
		}
		return s
	}
	var list []any
	switch v := o["rows"].(type) {
	case []any:
		list = v
	case object:
		list = []any{v}
	case nil:
		_, has := o["rows"]
		s.whole = has
		return s
	default:
		s.odd = true
		return s
	}
	s.whole = true
	for _, item := range list {
		if r, ok := item.(object); ok {
			s.rows = append(s.rows, row(r))
		} else {
			s.whole, s.odd = false, true
		}
	}
	return s
}

// only is the one row of a section that has one.
func (f *File) only(name string) row {
	if s := f.sections[name]; s.whole && len(s.rows) == 1 {
		return s.rows[0]
	}
	return nil
}

// count is the number of a count.
func (f *File) count(name string) (int64, bool) {
	n, ok := f.only("count_" + name).number("count")
	return n, ok && n >= 0
}

// uncut reports whether a section is whole and was not stopped at a bound.
func (f *File) uncut(name string, cut int) bool {
	s := f.sections[name]
	return s.whole && len(s.rows) < cut
}
