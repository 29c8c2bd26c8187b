package site

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// readEntra reads the tenant, the app and how users are discovered.
func (f *File) readEntra() {
	f.readTenant()
	f.readDiscovery()
	if uris, all := f.distinct("app_uris", "IdentifierUri"); all && len(uris) == 1 && strings.Contains(uris[0], "://") {
		f.fill(evidence.Reading{Key: "entra.app_id_uri", Value: uris[0], Trust: evidence.Likely, From: "SMS_AAD_Application_Ex, IdentifierUri", Saw: uris[0]})
	}
	if n, ok := f.count("entra_users"); ok && n > 0 {
		f.offer(evidence.Reading{Key: "entra.entra_user_discovery", Value: string(model.Yes), Trust: evidence.Likely, From: "SMS_R_User, users with an AADUserID", Saw: model.Thousands(int(n)) + ", so it ran at least once"})
	}
}

// distinct are the texts of a property, each once and without empty ones, and
// whether no row may hold another.
func (f *File) distinct(name, property string) ([]string, bool) {
	var texts []string
	all := f.uncut(name, cutRows)
	for _, r := range f.sections[name].rows {
		text := r.text(property)
		all = all && (r.isText(property) || r[property] == nil)
		if text != "" && !slices.ContainsFunc(texts, func(t string) bool { return strings.EqualFold(t, text) }) {
			texts = append(texts, text)
		}
	}
	return texts, all
}

// readTenant reads the tenant where there is one. Tenant attach keeps its tenant and
// its app in the same tables: that Cloud Management is connected is only likely.
func (f *File) readTenant() {
	tenants, all := f.distinct("tenants", "TenantID")
	for _, id := range tenants {
		all = all && model.GUIDForm().MatchString(id)
	}
	missing := slices.ContainsFunc(f.sections["tenants"].rows, func(r row) bool { return r.text("TenantID") == "" })
	switch {
	case all && !missing && len(tenants) == 1:
		f.fill(evidence.Reading{Key: "entra.tenant_id", Value: tenants[0], Trust: evidence.Likely, From: "SMS_AAD_Tenant_Ex, TenantID", Saw: tenants[0]})
	case len(tenants) > 1:
		f.note("site-several-tenants", model.Advice, "The site knows several tenants: "+strings.Join(model.FirstFew(tenants), ", ")+". Which one the CMG uses stays open.",
			"Look them up: Administration > Cloud Services > Azure Active Directory Tenants (or Microsoft Entra tenants).")
	}
	apps, _ := f.distinct("apps", "ClientID")
	if len(tenants) > 0 && len(apps) > 0 {
		f.offer(evidence.Reading{Key: "entra.site_integrated", Value: string(model.Yes), Trust: evidence.Likely, From: "SMS_AAD_Tenant_Ex and SMS_AAD_Application_Ex",
			Saw: "not empty, which tenant attach alone does too"})
	}
}

// readDiscovery reads Active Directory user discovery. What one site discovers,
// every site of the hierarchy gets. That it is off needs a row of each primary
// site.
func (f *File) readDiscovery() {
	on, off := "", map[string]bool{}
	for _, r := range f.sections["components"].rows {
		if r.text("ComponentName") != userDiscovery || !r.isText("Settings") {
			continue
		}
		code := r.text("SiteCode")
		if strings.EqualFold(r.text("Settings"), "ACTIVE") {
			on = code
		} else {
			off[code] = true
		}
	}
	r := evidence.Reading{Key: "entra.ad_user_discovery", Trust: evidence.Sure, From: "SMS_SCI_Component, SETTINGS of " + userDiscovery}
	list, all := f.primaries()
	everywhere := all && len(list) > 0 && f.top() && f.sections["components"].whole && !slices.ContainsFunc(f.Sites, func(code string) bool { return !off[code] })
	switch {
	case on != "":
		r.Value, r.Saw = string(model.Yes), "ACTIVE at site "+on
		f.fill(r)
	case everywhere:
		r.Value, r.Saw = string(model.No), "ACTIVE at no primary site"
		f.fill(r)
	}
}
