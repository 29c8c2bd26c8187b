package planfile

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// set writes the value into the plan; the error says what is allowed. An empty
// text is the same as an absent key.
func (l leaf) set(answers map[string]model.Field) error {
	if field, ok := answers[l.key]; ok {
		return setAnswer(field, l.value)
	}
	if l.value == "" {
		return nil
	}
	switch l.into.Interface().(type) {
	case time.Time:
		return l.setTime()
	case int:
		return l.setNumber()
	case map[string]any:
		return l.setFacts()
	}
	return l.setText()
}

func setAnswer(field model.Field, value any) error {
	kind := field.Kind()
	switch v := value.(type) {
	case string:
		if v == "" || kind == model.TextField || kind == model.ChoiceField || kind == model.NumberField && v == model.Unsure {
			return field.Set(v)
		}
	case int64:
		if kind == model.NumberField {
			return field.Set(strconv.FormatInt(v, 10))
		}
	case []any:
		if words, ok := texts(v); ok && kind == model.ListField {
			return field.SetList(words)
		}
	}
	return errors.New("expected " + expectation(field))
}

func texts(list []any) ([]string, bool) {
	words := make([]string, len(list))
	for i, value := range list {
		word, ok := value.(string)
		if !ok {
			return nil, false
		}
		words[i] = word
	}
	return words, true
}

// expectation says how a value of the field is written.
func expectation(field model.Field) string {
	switch field.Kind() {
	case model.NumberField:
		return `a whole number or "unsure"`
	case model.ListField:
		return "a list in brackets out of " + quotedWords(field.Words())
	case model.ChoiceField:
		return "in quotes one of " + quotedWords(field.Words())
	}
	return "text in quotes"
}

func quotedWords(words []model.Word) string {
	var quoted []string
	for _, word := range words {
		quoted = append(quoted, strconv.Quote(word.Value))
	}
	return strings.Join(append(quoted, strconv.Quote(model.Unsure)), ", ")
}

// setTime refuses dates without a time or an offset: they would mean something
// else on each machine.
func (l leaf) setTime() error {
	at, ok := l.value.(time.Time)
	if !ok || isLocal(at) {
		return errors.New("expected a date and time with an offset, such as 2026-11-22T21:40:00Z")
	}
	if year := at.UTC().Year(); year < 1 || year > 9999 || at.Year() < 1 || at.Year() > 9999 {
		return errors.New("expected a year from 1 to 9999")
	}
	if l.tag.Get("offset") == "kept" {
		at = model.Fixed(at)
	} else {
		at = at.UTC()
	}
	l.into.Set(reflect.ValueOf(at))
	return nil
}

// isLocal goes by the names of the zones in which the decoder puts times that
// have none.
func isLocal(at time.Time) bool {
	switch at.Location().String() {
	case "datetime-local", "date-local", "time-local":
		return true
	}
	return false
}

func (l leaf) setNumber() error {
	n, ok := l.value.(int64)
	if !ok || n < 0 {
		return errors.New("expected a whole number, 0 or more")
	}
	l.into.SetInt(n)
	return nil
}

func (l leaf) setText() error {
	text, ok := l.value.(string)
	if !ok {
		return errors.New("expected text in quotes")
	}
	if len(text) > model.MaxText {
		return fmt.Errorf("longer than %d characters", model.MaxText)
	}
	if model.HoldsToken(text) { // what only looks like a password is refused where somebody types it
		return model.ErrSecret
	}
	if err := l.checkWord(text); err != nil {
		return err
	}
	if err := checkForm(l.tag.Get("check"), text); err != nil {
		return err
	}
	l.into.SetString(text)
	return nil
}

func (l leaf) checkWord(text string) error {
	vocabulary, closed := l.into.Interface().(interface{ Words() []model.Word })
	if !closed || text == model.Unsure {
		return nil
	}
	words := vocabulary.Words()
	if slices.ContainsFunc(words, func(w model.Word) bool { return w.Value == text }) {
		return nil
	}
	return fmt.Errorf("%q is none of %s", model.Clean(text), quotedWords(words))
}

// checkForm judges the texts that are no answers. Those that are have their
// forms in the model, and the form of a GUID is borrowed from one of them.
func checkForm(form, text string) error {
	switch form {
	case "guid":
		if text == model.Unsure {
			return errors.New("expected a GUID, or no such key")
		}
		field, _ := new(model.Answers).Field("entra.tenant_id")
		return field.Set(text)
	case "date":
		if _, err := time.Parse(time.DateOnly, text); err != nil {
			return errors.New("a date is written year-month-day, such as 2026-11-30")
		}
	}
	return nil
}
