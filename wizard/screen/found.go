package screen

import (
	"strings"

	"cmgwizard/model/explain"
)

// What the finder says where it has nothing to list.
const (
	FindHint     = "A code in any spelling, the name of a log, a label of the console, a cmdlet, an ID or a few words."
	NothingFound = "Nothing has these words."
)

// FoundRows are what a search found, the best first.
func FoundRows(look *Look, hits []explain.Hit) []Row {
	var rows []Row
	for _, h := range hits {
		rows = append(rows, Row{ID: h.ID, About: h.ID, Text: look.Strong(h.ID) + " " + h.Title + look.Dim(" ("+strings.ToLower(explain.Kinds.Label(h.Kind))+")"), Hang: 2})
	}
	return rows
}
