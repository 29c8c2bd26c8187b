package evidence

import (
	"cmp"
	"math"
	"reflect"
	"strings"
	"time"

	"cmgwizard/model"
)

// The bounds of one fact.
const (
	maxFactText   = 512 // characters
	maxFactList   = 64
	maxFactNumber = math.MaxInt32
)

// numbersWithZero are the numbers among the facts for which zero means
// something, each with the value that stands for no fact.
var numbersWithZero = map[string]int{"max_path": -1}

// longLists are the lists among the facts that hold more than others, with how
// many texts.
var longLists = map[string]int{"readings": 512, "points": 256, "servers": 256}

// factTable writes a struct of facts as a table: the keys are its JSON names,
// and what is empty is left out. Its values are those that a plan file gives
// back when it is read.
func factTable(facts any) map[string]any {
	table := map[string]any{}
	from := reflect.ValueOf(facts)
	if from.Kind() != reflect.Struct {
		return table
	}
	for i := range from.NumField() {
		key := factKey(from.Type().Field(i))
		if fact, given := writeFact(key, from.Field(i)); given {
			table[key] = fact
		}
	}
	return table
}

// readFacts fills a struct of facts from a table that anybody may have edited:
// what does not fit is left out. It reports whether there was any fact.
func readFacts(table map[string]any, into reflect.Value) bool {
	found := false
	for i := range into.NumField() {
		key := factKey(into.Type().Field(i))
		if absent := numbersWithZero[key]; absent != 0 {
			into.Field(i).SetInt(int64(absent))
		}
		if fact, given := table[key]; given && readFact(key, fact, into.Field(i)) {
			found = true
		}
	}
	return found
}

func factKey(field reflect.StructField) string {
	key, _, _ := strings.Cut(field.Tag.Get("json"), ",")
	return cmp.Or(key, field.Name)
}

// writeFact gives a fact as a plan file holds it, false for one that is empty.
func writeFact(key string, from reflect.Value) (any, bool) {
	switch v := from.Interface().(type) {
	case time.Time:
		return v.UTC(), isFactTime(v)
	case bool:
		return v, v
	case []string:
		list := factList(key, v)
		return list, len(list) > 0
	}
	switch from.Kind() {
	case reflect.String:
		text := factText(from.String())
		return text, text != ""
	case reflect.Int:
		return from.Int(), from.Int() != int64(numbersWithZero[key]) && isFactNumber(from.Int())
	}
	return nil, false
}

// readFact reads one fact, and reports whether it was one.
func readFact(key string, fact any, into reflect.Value) bool {
	switch into.Interface().(type) {
	case time.Time:
		at, ok := fact.(time.Time)
		if ok = ok && isFactTime(at); ok {
			into.Set(reflect.ValueOf(at.UTC()))
		}
		return ok
	case []string:
		return readFactList(key, fact, into)
	}
	switch v := fact.(type) {
	case bool:
		if into.Kind() == reflect.Bool {
			into.SetBool(v)
			return true
		}
	case int64:
		return readFactNumber(v, into)
	case int:
		return readFactNumber(int64(v), into)
	case string:
		return readFactText(v, into)
	}
	return false
}

func readFactNumber(n int64, into reflect.Value) bool {
	if into.Kind() != reflect.Int || !isFactNumber(n) {
		return false
	}
	into.SetInt(n)
	return true
}

// readFactText takes a word of a closed vocabulary only if it is one.
func readFactText(text string, into reflect.Value) bool {
	if into.Kind() != reflect.String {
		return false
	}
	text = factText(text)
	if closed, ok := into.Interface().(model.Vocabulary); ok && !isWordOf(closed, text) {
		return false
	}
	into.SetString(text)
	return text != ""
}

func isWordOf(v model.Vocabulary, text string) bool {
	for _, word := range v.Words() {
		if word.Value == text {
			return true
		}
	}
	return false
}

func readFactList(key string, fact any, into reflect.Value) bool {
	var texts []string
	switch list := fact.(type) {
	case []string:
		texts = list
	case []any:
		for _, item := range list {
			if text, ok := item.(string); ok {
				texts = append(texts, text)
			}
		}
	}
	var clean []string
	for _, text := range factList(key, texts) {
		clean = append(clean, text.(string))
	}
	into.Set(reflect.ValueOf(clean))
	return len(clean) > 0
}
