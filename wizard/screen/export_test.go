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
	TableRows     = tableRows
	TaskRows      = taskRows
	UnixWord      = unixWord
	WindowsWord   = windowsWord
)
