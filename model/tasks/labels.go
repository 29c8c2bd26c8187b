package tasks

// What the parts of a task are called, wherever one is told.
const (
	StepsLabel    = "Steps"
	WaitLabel     = "How long it may take"
	ProofLabel    = "How to tell that it worked"
	SkippedLabel  = "If you skip it"
	VersionsLabel = "What the version changes"
	SeenLabel     = "Seen in files"
)
