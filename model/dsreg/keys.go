package dsreg

import "strings"

// knownKeys are the keys by which an output is recognized whose beginning is
// lost, or by which a line without blanks around its colon is taken for a pair.
var knownKeys = lowered(
	joinedKey, "EnterpriseJoined", "DomainJoined", "WorkplaceJoined", "Virtual Desktop",
	"DeviceId", "DeviceCertificateValidity", "KeyContainerId", "KeyProvider", "TpmProtected", "DeviceAuthStatus",
	"TenantId", "TenantName", "AuthCodeUrl", "AccessTokenUrl", "MdmUrl", "MdmTouUrl", "MdmComplianceUrl",
	"JoinSrvVersion", "JoinSrvUrl", "JoinSrvId", "KeySrvVersion", "KeySrvUrl", "KeySrvId",
	"WebAuthNSrvVersion", "WebAuthNSrvUrl", "WebAuthNSrvId", "DeviceManagementSrvVer", "DeviceManagementSrvUrl", "DeviceManagementSrvId",
	"NgcSet", "NgcKeyId", "CanReset", "WorkAccountCount", "WamDefaultSet", "WamDefaultAuthority", "WamDefaultId", "WamDefaultGUID",
	"AzureAdPrt", "AzureAdPrtUpdateTime", "AzureAdPrtExpiryTime", "AzureAdPrtAuthority", "EnterprisePrt", "EnterprisePrtAuthority",
	"WorkplaceDeviceId", "WorkplaceThumbprint", "WorkplaceTenantId", "WorkplaceTenantName", "WorkplaceMdmUrl",
	"AD Connectivity Test", "AD Configuration Test", "DRS Discovery Test", "DRS Connectivity Test", "Token acquisition Test",
	"Previous Prt Attempt", "Attempt Status",
	"AadRecoveryEnabled", "KeySignTest", "IsDeviceJoined", "IsUserAzureAD", "SessionIsNotRemote", "PreReqResult",
)

func lowered(keys ...string) map[string]bool {
	set := make(map[string]bool, len(keys))
	for _, key := range keys {
		set[strings.ToLower(key)] = true
	}
	return set
}

func isKnown(key string) bool { return knownKeys[strings.ToLower(key)] }
