package tasks

// What the parts of a task are called, wherever one is told.
const (
	StepsLabel    = "Steps"
	ImpactLabel   = "Impact"
	TakesLabel    = "Takes"
	WindowLabel   = "Window"
	RecordLabel   = "Record first"
	WaitLabel     = "Wait"
	UndoLabel     = "Undo"
	ProofLabel    = "How to tell"
	SkippedLabel  = "If skipped"
	VersionsLabel = "Your version"
	SeenLabel     = "Seen in files"
)
