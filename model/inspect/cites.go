package inspect

import "cmgwizard/model"

// The pages that remarks rest on.
var (
	citeExport          = model.Citation{"configure-authentication", "export-the-client-certificates-trusted-root"}
	citeTokenManagement = model.Citation{"deploy-token", "bulk-registration-token-management"}
	citeTokenTool       = model.Citation{"deploy-token", "bulk-registration-token-tool-usage"}
	citeTokenRenewal    = model.Citation{"deploy-token", "token-renewal"}
	citeTokenSigning    = model.Citation{"deploy-token", "token-signing"}
	citeBulkToken       = model.Citation{"deploy-token", "bulk-registration-token"}
	citeForbidden       = model.Citation{"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}
	citeCertRequired    = model.Citation{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}
	citeSecureFailure   = model.Citation{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}
	citeInvalidToken    = model.Citation{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}
	citeCommError       = model.Citation{"cmg-comm-error"}
	citeRoleCertificate = model.Citation{"enhanced-http", "validate-the-certificate"}
	citeProperties      = model.Citation{"client-install-props"}
	citeUsePKICert      = model.Citation{"client-install-props", "usepkicert"}
	citeNoCRLCheck      = model.Citation{"client-install-props", "nocrlcheck"}
	citeRegToken        = model.Citation{"client-install-props", "regtoken"}
	citeEntraInstall    = model.Citation{"deploy-azure", "install-and-register-the-client-using-azure-ad-identity"}
	citeTokenRequest    = model.Citation{"azure-ccmsetup", "2-azure-ad-token-request"}
	citeInfoRequest     = model.Citation{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}
	citeIntune          = model.Citation{"how-to-prepare-win10", "install-the-configuration-manager-client"}
	citeFeatures        = model.Citation{"supported-configurations", "support-for-configuration-manager-features"}
	citeLogs            = model.Citation{"log-files", "cloud-management-gateway"}
	citeRevocation      = model.Citation{"plan-for-certs", "pki-certificate-revocation"}
	citeSelection       = model.Citation{"plan-for-certs", "pki-client-certificate-selection"}
	citeClientCert      = model.Citation{"pki-reqs", "windows-client-computers"}
	citeServerCert      = model.Citation{"server-auth-cert", "choose-the-certificate-type"}
	citeServiceName     = model.Citation{"server-auth-cert", "globally-unique-name"}
	citeWeakCiphers     = model.Citation{"whats-new-2603", "weak-ciphers-disabled-on-cloud-management-gateway"}
	citeEntraValidation = model.Citation{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}
	citeCMGTraffic      = model.Citation{"setup-cmg", "bkmk_role"}
	citeDeviceState     = model.Citation{"dsregcmd", "device-state"}
	citeWebApp          = model.Citation{"configure-azure-ad", "create-the-web-server-app-registration"}
	citeConnectionPoint = model.Citation{"configure-authentication", "cmg-connection-point"}
	citeSiteSystemCert  = model.Citation{"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}
	citeAlwaysInternet  = model.Citation{"configure-clients", "client-location"}
	citeOffPremises     = model.Citation{"configure-clients", "install-off-premises-clients-using-a-cmg"}
	citeAnalyzer        = model.Citation{"monitor-cmg", "connection-analyzer"}
)
