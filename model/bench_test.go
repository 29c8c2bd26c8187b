package model

import "testing"

// BenchmarkJudge is the work behind every key press beside the live panel.
func BenchmarkJudge(b *testing.B) {
	p := fullPlan()
	b.ReportAllocs()
	for b.Loop() {
		Judge(*p)
	}
}
