package assume

import (
	"slices"
	"strings"
)

// An Area is a part of the plan as people think of it: where one looks at what
// is known, assumed and open.
type Area struct {
	ID, Title string
	keys      []string // whole tables, and single keys of others
}

// Areas lists every area in the order in which they are shown.
func Areas() []Area {
	return []Area{
		{"site", "Site", []string{"site"}},
		{"devices", "Devices and methods", []string{"devices"}},
		{"entra", "Microsoft Entra ID", []string{"entra"}},
		{"pki", "PKI certificates", []string{"pki", "site.use_pki_certificate", "site.check_crl", "gateway.verify_revocation"}},
		{"token", "Site-issued tokens", []string{"token"}},
		{"points", "Management points", []string{"management_points", "site.security_now", "site.security"}},
		{"gateway", "The CMG", []string{"gateway"}},
		{"size", "Size and options", []string{
			"gateway.vm_size", "gateway.vm_instances", "gateway.enforce_tls12", "gateway.serve_content",
			"gateway.software_updates", "gateway.intranet_clients", "gateway.tls_inspection",
		}},
		{"connection-points", "Connection points", []string{"connection_points"}},
		{"settings", "Client settings", []string{"client_settings"}},
	}
}

// AreaOf is the area of a key, with or without a place: a single key goes before
// its table.
func AreaOf(key string) Area {
	table, _, _ := strings.Cut(key, ".")
	table, _, _ = strings.Cut(table, "[")
	for _, name := range []string{key, table} {
		for _, a := range Areas() {
			if slices.Contains(a.keys, name) {
				return a
			}
		}
	}
	return Area{}
}
