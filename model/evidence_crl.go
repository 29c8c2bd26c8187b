package model

import (
	"strings"
)

// crlFault names a certificate below a root whose CRL the internet cannot read,
// "" for none.
func (p *Plan) crlFault() string { return firstCRLFault(p.seenCertificates(CertificateEvidence)) }

func firstCRLFault(list []seenCertificate) string {
	for _, c := range list {
		if c.needsCRL() && c.CRLReach() != CRLPublic {
			return crlWords(c)
		}
	}
	return ""
}

// needsCRL leaves out roots: nobody looks whether a root was revoked.
func (c CertificateFacts) needsCRL() bool {
	return !c.SelfIssued && (c.isLeaf() || c.Role == IntermediateCA)
}

func crlWords(c seenCertificate) string {
	if len(c.CRL) == 0 {
		return "the certificate of " + c.called() + " names no CRL"
	}
	return "the internet cannot read the CRL of " + c.called() + ": " + strings.Join(firstFew(c.CRL), ", ")
}
