package plantest

// CatalogueIDs are the tasks of the first catalogue, in its order, with
// mp-rebind-443. IDs never change; later tasks may stand between them, and need
// not be named here.
var CatalogueIDs = []string{
	"pre-site-version", "pre-site-not-http", "pre-classic-cmg", "pre-scp-online", "pre-subscription",
	"pre-people", "pre-cm-role", "pre-optional-feature", "plan-scale", "plan-name", "plan-name-unique",
	"plan-cp-servers", "plan-limits", "plan-methods", "net-firewall-scp", "net-firewall-cp",
	"net-firewall-clients", "net-mp-internet", "cert-source", "cert-issue-public", "cert-issue-enterprise",
	"cert-export-pfx", "cert-trust-root", "dns-cname", "azure-providers", "entra-apps-create",
	"entra-apps-manual", "entra-apps-import", "entra-discovery-page", "entra-update-app", "entra-ca-exclude",
	"entra-more-tenants", "entra-disable-tenant-auth", "entra-secret-renewal", "entra-device-join",
	"entra-user-identity", "entra-ad-user-discovery", "entra-aspnet45", "pki-template", "pki-autoenroll",
	"pki-export-chain", "pki-crl", "pki-site-ctl", "pki-cp-cert", "pki-cert-selection", "token-client-version",
	"token-internal-registration", "token-bulk", "token-bulk-block", "token-restart-policy", "site-ehttp",
	"site-https-only", "mp-rebind-443", "mp-webserver-cert", "mp-monitoring-cert",
	"site-pki-option", "mp-https", "mp-internet-only", "cmg-wizard", "cmg-trusted-roots", "cmg-ready", "site-crl-option",
	"cp-add", "mp-cmg-traffic", "sup-cmg-traffic", "bg-add-cmg", "content-distribute", "cs-cmg",
	"cs-user-policy", "cs-delta-off", "client-intranet-refresh", "client-fqdns", "client-install-entra",
	"client-install-pki", "client-install-token", "verify-analyzer", "verify-client", "verify-dashboard",
	"op-alerts", "op-server-cert-renew", "op-entra-secret-renew", "op-do-not-touch",
}
