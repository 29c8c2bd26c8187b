package planfile

import (
	"math"
	"reflect"
	"slices"
	"strings"
	"sync"

	"cmgwizard/model"
)

// A key is one row of the table of keys that the tags of model.Plan are.
type key struct {
	name  string
	index []int
	field reflect.StructField
}

// knownKeys keeps what keysOf has worked out, by the type of the table.
var knownKeys sync.Map

// keysOf lists the keys of a table in the order in which they are written.
func keysOf(table reflect.Type) []key {
	if keys, known := knownKeys.Load(table); known {
		return keys.([]key)
	}
	keys, _ := knownKeys.LoadOrStore(table, newKeys(table))
	return keys.([]key)
}

// newKeys leaves out a field whose name is "-".
func newKeys(table reflect.Type) []key {
	keys := make([]key, 0, table.NumField())
	for i := range table.NumField() {
		field := table.Field(i)
		if field.Anonymous {
			for _, inner := range keysOf(field.Type) {
				keys = append(keys, key{inner.name, append([]int{i}, inner.index...), inner.field})
			}
			continue
		}
		if name := field.Tag.Get("toml"); name != "-" {
			keys = append(keys, key{name, field.Index, field})
		}
	}
	return keys
}

func findKey(keys []key, name string) (key, bool) {
	i := slices.IndexFunc(keys, func(k key) bool { return k.name == name })
	if i < 0 {
		return key{}, false
	}
	return keys[i], true
}

// unknownKey says which keys there are: the one that was meant if it can be
// guessed, else all.
func unknownKey(name string, keys []key) string {
	names := make([]string, len(keys))
	for i, k := range keys {
		names[i] = k.name
		if strings.EqualFold(k.name, name) {
			return "unknown key: it is written " + k.name + ", in small letters"
		}
	}
	near, similar := nearest(name, names)
	if similar {
		return "unknown key: did you mean " + near + "?"
	}
	return "unknown key: the nearest is " + near + "; known here are " + strings.Join(names, ", ")
}

// longestGuess is the longest name, in bytes, that is compared with all others.
const longestGuess = 64

// nearest finds the name that differs from a misspelled one in the fewest
// letters, and says whether the two are similar.
func nearest(name string, names []string) (string, bool) {
	best, fewest := "", math.MaxInt
	name = name[:min(len(name), longestGuess)]
	for _, known := range names {
		if n := model.Slips(strings.ToLower(name), known); n < fewest {
			best, fewest = known, n
		}
	}
	return best, fewest <= max(len(name)/3, 2)
}
