package doc

import "cmgwizard/model/tasks"

// What facts are called, in whatever form they are told. Nothing but this
// package writes them.
const (
	StepsLabel      = tasks.StepsLabel
	ImpactLabel     = tasks.ImpactLabel
	TakesLabel      = tasks.TakesLabel
	WindowLabel     = tasks.WindowLabel
	RecordLabel     = tasks.RecordLabel
	WaitLabel       = tasks.WaitLabel
	UndoLabel       = tasks.UndoLabel
	ProofLabel      = tasks.ProofLabel
	SkippedLabel    = tasks.SkippedLabel
	VersionsLabel   = tasks.VersionsLabel
	SeenLabel       = tasks.SeenLabel
	StateLabel      = "State"
	ChangedLabel    = "Changed"
	WhoLabel        = "Who"
	IfLabel         = "If"
	AfterLabel      = "After"
	AssignedLabel   = "Assigned to"
	WaitsLabel      = "Waits for"
	DueLabel        = "Due"
	NoteLabel       = "Note"
	WhereLabel      = "Where"
	IssuerLabel     = "Issuer"
	DoLabel         = "Do"
	ThumbprintLabel = "Thumbprint"
	AboutLabel      = "About"
	FoundLabel      = "Found"
	FixLabel        = "Fix"
	disagree        = "Documents disagree"
)
