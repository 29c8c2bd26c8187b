package reading

import "cmgwizard/model"

// The pages that remarks rest on.
var (
	CiteExport          = model.Citation{"configure-authentication", "export-the-client-certificates-trusted-root"}
	CiteTokenManagement = model.Citation{"deploy-token", "bulk-registration-token-management"}
	CiteTokenTool       = model.Citation{"deploy-token", "bulk-registration-token-tool-usage"}
	CiteTokenRenewal    = model.Citation{"deploy-token", "token-renewal"}
	CiteTokenSigning    = model.Citation{"deploy-token", "token-signing"}
	CiteBulkToken       = model.Citation{"deploy-token", "bulk-registration-token"}
	CiteForbidden       = model.Citation{"cmg-comm-error", "error-code-403-cmgconnector_forbidden"}
	CiteCertRequired    = model.Citation{"cmg-comm-error", "error-code-403-cmgconnector_clientcertificaterequired"}
	CiteSecureFailure   = model.Citation{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"}
	CiteInvalidToken    = model.Citation{"cmg-comm-error", "error-code-401-cmgservice_invalid_token"}
	CiteCommError       = model.Citation{"cmg-comm-error"}
	CiteRoleCertificate = model.Citation{"enhanced-http", "validate-the-certificate"}
	CiteProperties      = model.Citation{"client-install-props"}
	CiteUsePKICert      = model.Citation{"client-install-props", "usepkicert"}
	CiteNoCRLCheck      = model.Citation{"client-install-props", "nocrlcheck"}
	CiteRegToken        = model.Citation{"client-install-props", "regtoken"}
	CiteEntraInstall    = model.Citation{"deploy-azure", "install-and-register-the-client-using-azure-ad-identity"}
	CiteTokenRequest    = model.Citation{"azure-ccmsetup", "2-azure-ad-token-request"}
	CiteInfoRequest     = model.Citation{"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"}
	CiteIntune          = model.Citation{"how-to-prepare-win10", "install-the-configuration-manager-client"}
	CiteFeatures        = model.Citation{"supported-configurations", "support-for-configuration-manager-features"}
	CiteLogs            = model.Citation{"log-files", "cloud-management-gateway"}
	CiteRevocation      = model.Citation{"plan-for-certs", "pki-certificate-revocation"}
	CiteSelection       = model.Citation{"plan-for-certs", "pki-client-certificate-selection"}
	CiteClientCert      = model.Citation{"pki-reqs", "windows-client-computers"}
	CiteServerCert      = model.Citation{"server-auth-cert", "choose-the-certificate-type"}
	CiteServiceName     = model.Citation{"server-auth-cert", "globally-unique-name"}
	CiteWeakCiphers     = model.Citation{"whats-new-2603", "weak-ciphers-disabled-on-cloud-management-gateway"}
	CiteEntraValidation = model.Citation{"whats-new-2603", "management-point-requires-internet-access-for-microsoft-entra-token-validation"}
	CiteCMGTraffic      = model.Citation{"setup-cmg", "bkmk_role"}
	CiteDeviceState     = model.Citation{"dsregcmd", "device-state"}
	CiteWebApp          = model.Citation{"configure-azure-ad", "create-the-web-server-app-registration"}
	CiteConnectionPoint = model.Citation{"configure-authentication", "cmg-connection-point"}
	CiteSiteSystemCert  = model.Citation{"pki-reqs", "site-systems-that-run-iis-and-support-https-client-connections"}
	CiteAlwaysInternet  = model.Citation{"configure-clients", "client-location"}
	CiteOffPremises     = model.Citation{"configure-clients", "install-off-premises-clients-using-a-cmg"}
	CiteAnalyzer        = model.Citation{"monitor-cmg", "connection-analyzer"}
)
