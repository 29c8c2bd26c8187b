package planfile

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// The bounds of the facts of one piece of evidence.
const (
	maxFacts     = 1000
	maxFactDepth = 8
	maxFactKey   = 256
)

// setFacts takes the facts as they are: only the program that wrote them knows
// what they mean. It bounds them.
func (l leaf) setFacts() error {
	facts, ok := l.value.(map[string]any)
	if !ok {
		return errors.New("expected a table of facts")
	}
	left := maxFacts
	if err := checkFact(facts, &left, maxFactDepth); err != nil {
		return err
	}
	if len(facts) > 0 {
		l.into.Set(reflect.ValueOf(facts))
	}
	return nil
}

func checkFact(fact any, left *int, depth int) error {
	if *left--; *left < 0 {
		return fmt.Errorf("more than %d facts", maxFacts)
	}
	if depth == 0 {
		return fmt.Errorf("facts are nested more than %d deep", maxFactDepth)
	}
	switch fact := fact.(type) {
	case string:
		if len(fact) > model.MaxText {
			return fmt.Errorf("a fact is longer than %d characters", model.MaxText)
		}
	case time.Time:
		if utc := fact.UTC(); isLocal(fact) || utc.Year() < 1 || utc.Year() > 9999 {
			return errors.New("a time among the facts has no offset")
		}
	case map[string]any:
		return checkFactTable(fact, left, depth)
	case []map[string]any:
		return checkFactList(fact, left, depth)
	case []any:
		return checkFactList(fact, left, depth)
	}
	return nil
}

func checkFactTable(facts map[string]any, left *int, depth int) error {
	for key, fact := range facts {
		if len(key) > maxFactKey {
			return fmt.Errorf("the name of a fact is longer than %d characters", maxFactKey)
		}
		if err := checkFact(fact, left, depth-1); err != nil {
			return err
		}
	}
	return nil
}

func checkFactList[T any](facts []T, left *int, depth int) error {
	for _, fact := range facts {
		if err := checkFact(fact, left, depth-1); err != nil {
			return err
		}
	}
	return nil
}

// facts writes the facts of one piece of evidence, sorted by name.
func (w *writer) facts(name string, facts reflect.Value) {
	if facts.Len() == 0 {
		return
	}
	_, header, _ := strings.Cut(name, ".")
	w.header(name, "[evidence."+header+"]", nil)
	var keys []string
	for _, key := range facts.MapKeys() {
		keys = append(keys, key.String())
	}
	slices.Sort(keys)
	for _, key := range keys {
		w.pair(name, quoteKey(key), quoteFact(facts.MapIndex(reflect.ValueOf(key)).Interface()))
	}
	w.lines(w.at(name).below...)
}
