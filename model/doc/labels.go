package doc

import (
	"cmgwizard/model/tasks"
	"cmgwizard/model/worksheet"
)

// What facts are called, in whatever form they are told. Nothing but this
// package writes them.
const (
	StepsLabel      = tasks.StepsLabel
	impactLabel     = tasks.ImpactLabel
	takesLabel      = tasks.TakesLabel
	WindowLabel     = tasks.WindowLabel
	recordLabel     = tasks.RecordLabel
	WaitLabel       = tasks.WaitLabel
	undoLabel       = tasks.UndoLabel
	ProofLabel      = tasks.ProofLabel
	skippedLabel    = tasks.SkippedLabel
	versionsLabel   = tasks.VersionsLabel
	seenLabel       = tasks.SeenLabel
	StateLabel      = worksheet.StateTitle
	changedLabel    = "Changed"
	WhoLabel        = "Who"
	ifLabel         = "If"
	conditionLabel  = "Condition"
	AfterLabel      = "After"
	setByLabel      = worksheet.SetByTitle
	AssignedLabel   = worksheet.AssignedTitle
	WaitsLabel      = "Waits for"
	dueLabel        = worksheet.DueTitle
	NoteLabel       = worksheet.NoteTitle
	whereLabel      = "Where"
	IssuerLabel     = "Issuer"
	DoLabel         = "Do"
	ThumbprintLabel = "Thumbprint"
	aboutLabel      = "About"
	foundLabel      = "Found"
	fixLabel        = "Fix"
	disagree        = "Sources disagree"
)
