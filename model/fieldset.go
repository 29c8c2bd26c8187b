package model

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A Setting is one answer that an alternative gives: its key and its value, as
// the plan file writes them.
type Setting struct{ Key, Value string }

// Clear takes the answer back.
func (f Field) Clear() {
	f.Confirm()
	f.value.SetZero()
}

// Set writes an answer: what was assumed no longer is. The error says what is
// expected; the value is then unchanged. An empty text takes the answer back.
func (f Field) Set(text string) error {
	if err := f.Check(text); err != nil {
		return err
	}
	switch f.Kind() {
	case NumberField:
		f.value.Set(reflect.ValueOf(parseNumber(text)))
	case ListField:
		return f.SetList(split(text))
	default:
		f.value.SetString(text)
	}
	f.Confirm()
	return nil
}

// Spelled is a text that somebody typed as the plan writes it, where only the
// case of its letters differs, or of a region the blanks and hyphens.
func (f Field) Spelled(text string) string {
	if f.Tag.Get("spell") == "region" {
		text = RegionName(text)
	}
	if code := strings.ToUpper(text); f.Tag.Get("check") == "site-code" && siteCodeForm().MatchString(code) {
		return code
	}
	for _, w := range append(f.Words(), Word{Value: Unsure}) {
		if strings.EqualFold(text, w.Value) {
			return w.Value
		}
	}
	return text
}

// noneOfThem is the text of a list that was answered with none of its words.
const noneOfThem = "none"

func split(text string) []string {
	switch text {
	case "":
		return nil
	case noneOfThem:
		return []string{}
	}
	return strings.Split(text, ",")
}

func parseNumber(text string) Number {
	switch text {
	case "":
		return Number{}
	case Unsure:
		return UnsureNumber
	}
	n, _ := strconv.Atoi(text)
	return Num(n)
}

// SetList writes an answer that is a list of words. An empty list that is not
// nil is an answer: none of them.
func (f Field) SetList(words []string) error {
	if words == nil {
		f.Clear()
		return nil
	}
	list := reflect.MakeSlice(f.value.Type(), len(words), len(words))
	for i, word := range words {
		if err := f.checkWord(word); err != nil {
			return err
		}
		if slices.Contains(words[:i], word) {
			return fmt.Errorf("%q is there twice", word)
		}
		list.Index(i).SetString(word)
	}
	if len(words) > 1 && slices.Contains(words, Unsure) {
		return fmt.Errorf("%q stands alone in its list", Unsure)
	}
	f.value.Set(list)
	f.Confirm()
	return nil
}

// Check says what is wrong with a text as an answer to this question, in
// words for the person who typed it. nil means that the field takes it. It
// changes nothing.
func (f Field) Check(text string) error {
	switch {
	case len(text) > MaxText:
		return fmt.Errorf("longer than %d characters", MaxText)
	case text == "" || text == Unsure || f.Kind() == ListField:
		return nil
	case LooksSecret(text):
		return ErrSecret
	case f.Kind() == ChoiceField:
		return f.checkWord(text)
	case f.Kind() == NumberField:
		return f.checkNumber(text)
	}
	return checkForm(f.Tag.Get("check"), text)
}

func (f Field) checkWord(text string) error {
	if f.Kind() == ListField && f.Words() == nil {
		return f.checkItem(text)
	}
	var allowed []string
	for _, w := range f.Words() {
		if w.Value == text {
			return nil
		}
		allowed = append(allowed, w.Value)
	}
	switch {
	case text == Unsure:
		return nil
	case LooksSecret(text):
		return ErrSecret
	}
	return fmt.Errorf("%s is none of %s, %s", strconv.Quote(Clean(text)), strings.Join(allowed, ", "), Unsure)
}

// checkItem judges one text of a list that has no words of its own.
func (f Field) checkItem(text string) error {
	if text == "" {
		return errors.New("nothing stands between two commas")
	}
	return checkForm(f.Tag.Get("check"), text)
}

func (f Field) checkNumber(text string) error {
	low, high := f.Limit("min", 0), f.Limit("max", MaxNumber)
	n, err := strconv.Atoi(text)
	if err == nil && n >= low && n <= high {
		return nil
	}
	if high == MaxNumber {
		return fmt.Errorf("expected a whole number, %d or more", low)
	}
	return fmt.Errorf("expected a whole number from %d to %d", low, high)
}

// Limit is the number in a tag of the field, such as min or max, and
// otherwise where the field has no such tag.
func (f Field) Limit(tag string, otherwise int) int {
	n, err := strconv.Atoi(f.Tag.Get(tag))
	if err != nil {
		return otherwise
	}
	return n
}

// DeviceKey is the key of an answer about the device in this place, counted
// from 0.
func DeviceKey(i int, key string) string { return fmt.Sprintf("devices[%d].%s", i, key) }

// PointKey is the key of an answer about the management point in this place,
// counted from 0.
func PointKey(i int, key string) string { return fmt.Sprintf("management_points[%d].%s", i, key) }

// ConnectionKey is the key of an answer about the CMG connection point in
// this place, counted from 0.
func ConnectionKey(i int, key string) string { return fmt.Sprintf("connection_points[%d].%s", i, key) }
