package tasks

// What the parts of a task are called, wherever one is told.
const (
	StepsLabel    = "Steps"
	WaitLabel     = "Takes effect"
	ProofLabel    = "How to tell"
	SkippedLabel  = "If skipped"
	VersionsLabel = "By version"
	SeenLabel     = "Seen in files"
)
