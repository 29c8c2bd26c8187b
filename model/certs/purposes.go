package certs

import (
	"slices"

	"cmgwizard/model/pki"
)

// purposeNames are the extended key usages that have a name, as Windows shows it.
var purposeNames = map[string]string{
	"2.5.29.37.0":              pki.EveryPurpose,
	"1.3.6.1.5.5.7.3.1":        pki.ServerAuthentication,
	"1.3.6.1.5.5.7.3.2":        pki.ClientAuthentication,
	"1.3.6.1.5.5.7.3.3":        "Code Signing",
	"1.3.6.1.5.5.7.3.4":        "Secure Email",
	"1.3.6.1.5.5.7.3.5":        "IP security end system",
	"1.3.6.1.5.5.7.3.6":        "IP security tunnel termination",
	"1.3.6.1.5.5.7.3.7":        "IP security user",
	"1.3.6.1.5.5.7.3.8":        "Time Stamping",
	"1.3.6.1.5.5.7.3.9":        "OCSP Signing",
	"1.3.6.1.5.5.8.2.2":        "IP security IKE intermediate",
	"1.3.6.1.5.2.3.4":          "PKINIT Client Authentication",
	"1.3.6.1.5.2.3.5":          "KDC Authentication",
	"1.3.6.1.4.1.311.10.3.1":   "Microsoft Trust List Signing",
	"1.3.6.1.4.1.311.10.3.4":   "Encrypting File System",
	"1.3.6.1.4.1.311.10.3.4.1": "File Recovery",
	"1.3.6.1.4.1.311.10.3.11":  "Key Recovery",
	"1.3.6.1.4.1.311.10.3.12":  "Document Signing",
	"1.3.6.1.4.1.311.10.3.13":  "Lifetime Signing",
	"1.3.6.1.4.1.311.10.12.1":  "Any Application Policy",
	"1.3.6.1.4.1.311.20.2.1":   "Certificate Request Agent",
	"1.3.6.1.4.1.311.20.2.2":   "Smart Card Logon",
	"1.3.6.1.4.1.311.21.5":     "Private Key Archival",
	"1.3.6.1.4.1.311.21.6":     "Key Recovery Agent",
	"1.3.6.1.4.1.311.21.19":    "Directory Service Email Replication",
	"1.3.6.1.4.1.311.54.1.2":   "Remote Desktop Authentication",
	"1.3.6.1.4.1.311.67.1.1":   "BitLocker Drive Encryption",
	"1.3.6.1.4.1.311.80.1":     "Document Encryption",
	"2.16.840.1.113730.4.1":    "Netscape Server Gated Crypto",
	"1.3.6.1.4.1.311.10.3.3":   "Microsoft Server Gated Crypto",
}

// decisive are the purposes that are kept however many there are.
var decisive = []string{pki.ClientAuthentication, pki.ServerAuthentication, pki.EveryPurpose}

// purposes reads the extended key usages, each once.
func (r *reading) purposes(v value) error {
	all, err := r.w.children(v)
	if err != nil {
		return err
	}
	for _, one := range all {
		named := object(one)
		if named == "" || !one.is(universal, tagObject) {
			return errBytes
		}
		if purpose, known := purposeNames[named]; known {
			named = purpose
		}
		r.addPurpose(named)
	}
	if len(all) == 0 {
		r.PurposeState = pki.NoPurpose
		r.odd("its extended key usage names no purpose")
	}
	return wantTag(v, tagSequence)
}

// addPurpose keeps a purpose. One that decides takes the place of another where
// the list is full.
func (r *reading) addPurpose(named string) {
	r.Purposes = r.add(r.Purposes, named, "purposes")
	if slices.Contains(decisive, named) && !slices.Contains(r.Purposes, named) {
		i := slices.IndexFunc(r.Purposes, func(kept string) bool { return !slices.Contains(decisive, kept) })
		r.Purposes[i] = named
	}
}
