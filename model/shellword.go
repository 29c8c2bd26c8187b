package model

import "strings"

// PowerShellWord makes text one word of a PowerShell line that means nothing
// but itself. PowerShell takes typographic single quotes for quotes too, so
// that all of them are doubled.
func PowerShellWord(text string) string { return "'" + singleQuotes.Replace(text) + "'" }

var singleQuotes = strings.NewReplacer("'", "''", "\u2018", "\u2018\u2018", "\u2019", "\u2019\u2019", "\u201a", "\u201a\u201a", "\u201b", "\u201b\u201b")
