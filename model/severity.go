package model

// Severity says how much a broken rule hurts.
type Severity string

// The severities.
const (
	Blocker Severity = "blocker" // clients will not authenticate, or the setup cannot be completed
	Warning Severity = "warning" // it works now, but is likely to cause problems later
	Advice  Severity = "advice"  // worth checking: there may be a better way
)

// Severities are the severities, worst first.
var Severities = Terms[Severity]{
	{Blocker, "Blocker", "clients will not authenticate, or the setup cannot be completed"},
	{Warning, "Warning", "it works now, but is likely to cause problems later"},
	{Advice, "Advice", "worth checking"},
}

// SeverityTitles are the severities as headings, worst first.
var SeverityTitles = Terms[Severity]{
	{Value: Blocker, Label: "Blockers"}, {Value: Warning, Label: "Warnings"}, {Value: Advice, Label: "Advice"},
}
