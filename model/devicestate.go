package model

import "time"

// DeviceFacts are the public facts of a device, as `dsregcmd /status` prints
// them. A yes/no that was not printed is "". Its texts are cleaned.
type DeviceFacts struct {
	EntraJoined      YesNo     `json:"entra_joined"`      // AzureAdJoined
	EnterpriseJoined YesNo     `json:"enterprise_joined"` // to an on-premises device registration service
	DomainJoined     YesNo     `json:"domain_joined"`
	WorkplaceJoined  YesNo     `json:"workplace_joined"` // registered with Microsoft Entra ID only
	DomainName       string    `json:"domain_name"`
	DeviceID         string    `json:"device_id"`
	Authentication   string    `json:"authentication"` // DeviceAuthStatus as printed: "SUCCESS"
	CertificateFrom  time.Time `json:"certificate_from"`
	CertificateUntil time.Time `json:"certificate_until"`
	TenantID         string    `json:"tenant_id"`
	TenantName       string    `json:"tenant_name"`
	PrimaryToken     YesNo     `json:"primary_token"` // AzureAdPrt
	WorkAccounts     []string  `json:"work_accounts"` // tenant IDs of registered work accounts
	UserContext      string    `json:"user_context"`  // "SYSTEM", "ELEVATED User" …
}

// Join is how the device is joined, "" where the output does not say it. A
// device that an on-premises device registration service knows is domain joined
// for a CMG.
func (d DeviceFacts) Join() Join {
	switch {
	case d.EntraJoined == "" || d.DomainJoined == "":
		return ""
	case d.EntraJoined == Yes && d.DomainJoined == Yes:
		return HybridJoined
	case d.EntraJoined == Yes:
		return EntraJoined
	case d.DomainJoined == Yes:
		return DomainJoined
	}
	return Workgroup
}
