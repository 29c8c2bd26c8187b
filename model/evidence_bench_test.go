package model

import (
	"fmt"
	"testing"
)

// BenchmarkJudgeEvidence judges a plan with as many certificates as a careful
// administrator gives it.
func BenchmarkJudgeEvidence(b *testing.B) {
	p := goodPlan()
	p.At, p.Devices[0].Method = today, ClientPKI
	for i := range 40 {
		p.Evidence = append(p.Evidence, seen(fmt.Sprint(i, ".cer"), changed(clientCertificate(), func(c *CertificateFacts) { c.SHA256 = fmt.Sprint(i) })))
	}
	p.Evidence = append(p.Evidence, seen("i.cer", issuingCA()), seen("r.cer", rootCA()))
	for b.Loop() {
		Judge(*p)
	}
}
