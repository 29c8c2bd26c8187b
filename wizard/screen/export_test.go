package screen

// What the tests beside the package look at.
const (
	MostRemarks   = mostRemarks
	NarrowestName = narrowestName
)

var (
	Middle        = middle
	NothingToKeep = nothingToKeep
	PlaceRows     = placeRows
	RemarkRows    = remarkRows
	RewordedWords = rewordedWords
	SeverityRows  = severityRows
	StateWords    = stateWords
	TableRows     = tableRows
	TaskRows      = taskRows
	TurnLine      = turnLine
	UnixWord      = unixWord
	WaitsWords    = waitsWords
	WindowsWord   = windowsWord
)
