package inspect

import "cmgwizard/model"

// The pages that remarks rest on.
var (
	citeExport          = model.Citation{Source: "configure-authentication", Anchor: "export-the-client-certificates-trusted-root"}
	citeTokenManagement = model.Citation{Source: "deploy-token", Anchor: "bulk-registration-token-management"}
	citeTokenTool       = model.Citation{Source: "deploy-token", Anchor: "bulk-registration-token-tool-usage"}
	citeTokenRenewal    = model.Citation{Source: "deploy-token", Anchor: "token-renewal"}
	citeTokenSigning    = model.Citation{Source: "deploy-token", Anchor: "token-signing"}
	citeBulkToken       = model.Citation{Source: "deploy-token", Anchor: "bulk-registration-token"}
	citeForbidden       = model.Citation{Source: "cmg-comm-error", Anchor: "error-code-403-cmgconnector_forbidden"}
	citeCertRequired    = model.Citation{Source: "cmg-comm-error", Anchor: "error-code-403-cmgconnector_clientcertificaterequired"}
	citeSecureFailure   = model.Citation{Source: "cmg-comm-error", Anchor: "error-code-0x2f8f-error_winhttp_secure_failure"}
	citeInvalidToken    = model.Citation{Source: "cmg-comm-error", Anchor: "error-code-401-cmgservice_invalid_token"}
	citeCommError       = model.Citation{Source: "cmg-comm-error"}
	citeRoleCertificate = model.Citation{Source: "enhanced-http", Anchor: "validate-the-certificate"}
	citeProperties      = model.Citation{Source: "client-install-props"}
	citeUsePKICert      = model.Citation{Source: "client-install-props", Anchor: "usepkicert"}
	citeNoCRLCheck      = model.Citation{Source: "client-install-props", Anchor: "nocrlcheck"}
	citeRegToken        = model.Citation{Source: "client-install-props", Anchor: "regtoken"}
	citeEntraInstall    = model.Citation{Source: "deploy-azure", Anchor: "install-and-register-the-client-using-azure-ad-identity"}
	citeTokenRequest    = model.Citation{Source: "azure-ccmsetup", Anchor: "2-azure-ad-token-request"}
	citeInfoRequest     = model.Citation{Source: "azure-ccmsetup", Anchor: "1-azure-ad-info-request-from-ccmsetup"}
	citeIntune          = model.Citation{Source: "how-to-prepare-win10", Anchor: "install-the-configuration-manager-client"}
	citeFeatures        = model.Citation{Source: "supported-configurations", Anchor: "support-for-configuration-manager-features"}
	citeLogs            = model.Citation{Source: "log-files", Anchor: "cloud-management-gateway"}
	citeRevocation      = model.Citation{Source: "plan-for-certs", Anchor: "pki-certificate-revocation"}
	citeSelection       = model.Citation{Source: "plan-for-certs", Anchor: "pki-client-certificate-selection"}
	citeClientCert      = model.Citation{Source: "pki-reqs", Anchor: "windows-client-computers"}
	citeServerCert      = model.Citation{Source: "server-auth-cert", Anchor: "choose-the-certificate-type"}
	citeServiceName     = model.Citation{Source: "server-auth-cert", Anchor: "globally-unique-name"}
	citeWeakCiphers     = model.Citation{Source: "whats-new-2603", Anchor: "weak-ciphers-disabled-on-cloud-management-gateway"}
	citeEntraValidation = model.Citation{Source: "whats-new-2603", Anchor: "management-point-requires-internet-access-for-microsoft-entra-token-validation"}
	citeCMGTraffic      = model.Citation{Source: "setup-cmg", Anchor: "bkmk_role"}
	citeDeviceState     = model.Citation{Source: "dsregcmd", Anchor: "device-state"}
	citeWebApp          = model.Citation{Source: "configure-azure-ad", Anchor: "create-the-web-server-app-registration"}
	citeConnectionPoint = model.Citation{Source: "configure-authentication", Anchor: "cmg-connection-point"}
	citeSiteSystemCert  = model.Citation{Source: "pki-reqs", Anchor: "site-systems-that-run-iis-and-support-https-client-connections"}
	citeAlwaysInternet  = model.Citation{Source: "configure-clients", Anchor: "client-location"}
	citeOffPremises     = model.Citation{Source: "configure-clients", Anchor: "install-off-premises-clients-using-a-cmg"}
	citeAnalyzer        = model.Citation{Source: "monitor-cmg", Anchor: "connection-analyzer"}
)
