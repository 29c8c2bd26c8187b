package wizardtest

import (
	"fmt"
	"slices"

	"cmgwizard/steps"
)

// keysOf are what is pressed on a page or in the form of an entry.
func keysOf(page string) []string {
	var keys []string
	for _, r := range Replies[page] {
		keys = append(keys, r.Keys()...)
	}
	return keys
}

// listKeys adds the entries of a page over a list, and goes on.
func listKeys(page string) []string {
	keys := []string{"enter"}
	for i := 0; Replies[formOf(page, i)] != nil; i++ {
		if i > 0 {
			keys = append(keys, "a")
		}
		keys = append(keys, keysOf(formOf(page, i))...)
	}
	return append(keys, "enter")
}

func formOf(page string, i int) string { return fmt.Sprintf("%s[%d]", page, i) }

// The keys of parts of the interview.
var (
	MakeQuick  = []string{"enter", "Contoso", "enter", "enter"} // a new plan, at the quick round
	MakePlan   = append(slices.Clone(MakeQuick), "f2", "a")     // the same, at the full interview
	AnswerSite = keysOf("site")
	AddGroup   = keysOf("devices[1]")
	AddDomain  = keysOf("devices[2]")
	AllDevices = listKeys("devices")
	MethodKeys = append([]string{"enter"}, keysOf("methods")...)
)

// Interview are the keys of all of it.
func Interview() []string {
	keys := slices.Clone(MakePlan)
	for _, step := range steps.All() {
		switch {
		case step.List != nil:
			keys = append(keys, listKeys(step.ID)...)
		case step.ID == "methods": // the comparison comes first
			keys = append(keys, MethodKeys...)
		default:
			keys = append(keys, keysOf(step.ID)...)
		}
	}
	return keys
}

// Often is a key pressed so many times.
func Often(key string, times int) []string { return slices.Repeat([]string{key}, times) }
