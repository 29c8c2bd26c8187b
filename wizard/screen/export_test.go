package screen

// What the tests beside the package look at.
const MostRemarks = mostRemarks
const NarrowestName = narrowestName

var Middle = middle
var NothingToKeep = nothingToKeep
var PlaceRows = placeRows
var RemarkRows = remarkRows
var RewordedWords = rewordedWords
var SeverityRows = severityRows
var StateWords = stateWords
var TableRows = tableRows
var TaskRows = taskRows
var TurnLine = turnLine
var UnixWord = unixWord
var WaitsWords = waitsWords
var WindowsWord = windowsWord
