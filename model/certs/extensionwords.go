package certs

// The extensions that facts are read from.
const (
	extSubjectKey   = "2.5.29.14"
	extKeyUsage     = "2.5.29.15"
	extNames        = "2.5.29.17"
	extConstraints  = "2.5.29.19"
	extNameTrees    = "2.5.29.30"
	extCRL          = "2.5.29.31"
	extAuthorityKey = "2.5.29.35"
	extPurposes     = "2.5.29.37"
	extAccess       = "1.3.6.1.5.5.7.1.1"
	extTemplate     = "1.3.6.1.4.1.311.21.7"
	extTemplateName = "1.3.6.1.4.1.311.20.2"
)

// extensionWords are the extensions that are known, in words.
var extensionWords = map[string]string{
	extSubjectKey:             "subject key identifier",
	extKeyUsage:               "key usage",
	extNames:                  "subject alternative name",
	extConstraints:            "basic constraints",
	extNameTrees:              "name constraints",
	extCRL:                    "CRL distribution points",
	extAuthorityKey:           "authority key identifier",
	extPurposes:               "extended key usage",
	extAccess:                 "authority information access",
	extTemplate:               "certificate template",
	extTemplateName:           "certificate template name",
	"2.5.29.18":               "issuer alternative name",
	"2.5.29.32":               "certificate policies",
	"2.5.29.33":               "policy mappings",
	"2.5.29.36":               "policy constraints",
	"2.5.29.46":               "freshest CRL",
	"2.5.29.54":               "inhibit any policy",
	"1.3.6.1.4.1.311.21.1":    "CA version",
	"1.3.6.1.4.1.311.21.2":    "previous CA certificate hash",
	"1.3.6.1.4.1.311.21.10":   "application policies",
	"1.3.6.1.4.1.311.25.2":    "security identifier",
	"1.3.6.1.5.5.7.1.24":      "TLS feature",
	"1.3.6.1.4.1.11129.2.4.2": "certificate transparency",
	"1.3.6.1.4.1.11129.2.4.3": "certificate transparency",
}
