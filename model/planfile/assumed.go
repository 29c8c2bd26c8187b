package planfile

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// assumed marks the keys that a table lists as assumed. It comes after the
// values: an answer that is set is one that somebody gave. A key without a
// value is passed over.
func (r *reader) assumed(l leaf, answers map[string]model.Field) {
	if l.value == "" {
		return
	}
	list, isList := l.value.([]any)
	words, areTexts := texts(list)
	if !isList || !areTexts {
		r.problem(l.key, `expected a list of keys of this table in quotes, such as ["`+assumedKeys(l.key)[0]+`"]`)
		return
	}
	for i, word := range words {
		switch field, known := answers[tableOf(l.key)+"."+word]; {
		case !known:
			r.problem(l.key, notOfTable(l.key, word))
		case slices.Contains(words[:i], word):
			r.problem(l.key, fmt.Sprintf("%q is there twice: list it once", word))
		default:
			field.MarkAssumed()
		}
	}
}

// tableOf is the table of a key with its place: "devices[1]" for
// "devices[1].method".
func tableOf(key string) string { return key[:max(strings.LastIndexByte(key, '.'), 0)] }

// tableName is the same without a place.
func tableName(key string) string {
	name, _, _ := strings.Cut(tableOf(key), "[")
	return name
}

// assumedKeys are the keys that a list of this key may hold.
func assumedKeys(key string) []string { return model.TableNamed(tableName(key)).Keys() }

// notOfTable says why a word cannot be listed: it may be the key of another
// table, or a misspelled one.
func notOfTable(key, word string) string {
	shown := strconv.Quote(short(word))
	for _, t := range model.AnswerTables() {
		if slices.Contains(t.Keys(), word) {
			return shown + " is a key of " + t.Name + ": list it there"
		}
	}
	near, similar := nearest(word, assumedKeys(key))
	if similar {
		return shown + " is no key of " + tableName(key) + ": did you mean " + near + "?"
	}
	return shown + " is no key of " + tableName(key) + ": list keys of this table, such as " + near
}
