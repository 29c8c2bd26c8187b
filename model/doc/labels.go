package doc

import (
	"cmgwizard/model/tasks"
	"cmgwizard/model/worksheet"
)

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
	StateLabel      = worksheet.StateTitle
	ChangedLabel    = "Changed"
	WhoLabel        = "Who"
	IfLabel         = "If"
	ConditionLabel  = "Condition"
	AfterLabel      = "After"
	setByLabel      = worksheet.SetByTitle
	AssignedLabel   = worksheet.AssignedTitle
	WaitsLabel      = "Waits for"
	DueLabel        = worksheet.DueTitle
	NoteLabel       = worksheet.NoteTitle
	WhereLabel      = "Where"
	IssuerLabel     = "Issuer"
	DoLabel         = "Do"
	ThumbprintLabel = "Thumbprint"
	AboutLabel      = "About"
	FoundLabel      = "Found"
	FixLabel        = "Fix"
	disagree        = "Documents disagree"
)
