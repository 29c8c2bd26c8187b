package judge

import (
	"fmt"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/evidence/evidencetest"
	"cmgwizard/model/pki"
	"cmgwizard/model/plantest"
)

// BenchmarkJudge is the work behind every key press beside the live panel.
func BenchmarkJudge(b *testing.B) {
	p := plantest.FullPlan()
	b.ReportAllocs()
	for b.Loop() {
		Plan(*p)
	}
}

// BenchmarkJudgeEvidence judges a plan with as many certificates as a careful
// administrator gives it.
func BenchmarkJudgeEvidence(b *testing.B) {
	p := plantest.GoodPlan()
	p.At, p.Devices[0].Method = evidencetest.Today, model.ClientPKI
	for i := range 40 {
		p.Evidence = append(p.Evidence, evidencetest.Of(fmt.Sprint(i, ".cer"), evidencetest.Changed(evidencetest.ClientCertificate(), func(c *pki.CertificateFacts) { c.SHA256 = fmt.Sprint(i) })))
	}
	p.Evidence = append(p.Evidence, evidencetest.Of("i.cer", evidencetest.IssuingCA()), evidencetest.Of("r.cer", evidencetest.RootCA()))
	for b.Loop() {
		Plan(*p)
	}
}
