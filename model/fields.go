package model

import (
	"reflect"
	"strconv"
	"strings"
)

// Kind says what sort of answer a field takes.
type Kind uint8

// The kinds of field.
const (
	TextField Kind = iota
	ChoiceField
	ListField
	NumberField
)

// A Field is one answer of a plan: its key, its question and its value as text.
type Field struct {
	Key  string // with the place in a list: "devices[1].method"
	Team Team
	Ask  string

	tag   reflect.StructTag
	value reflect.Value
}

type vocabulary interface{ Words() []Word }

// Fields lists every answer of the plan in file order, answered or not.
func (a *Answers) Fields() []Field {
	fields := make([]Field, 0, 64)
	root := reflect.ValueOf(a).Elem()
	for _, t := range answerTables() {
		table := root.Field(t.place)
		if !t.list {
			fields = t.append(fields, t.name+".", table)
			continue
		}
		for entry := range table.Len() {
			fields = t.append(fields, t.name+"["+strconv.Itoa(entry)+"].", table.Index(entry))
		}
	}
	return fields
}

// Field finds the answer with this key, such as "devices[1].method".
func (a *Answers) Field(key string) (Field, bool) {
	head, name, _ := strings.Cut(key, ".")
	list, place, listed := strings.Cut(strings.TrimSuffix(head, "]"), "[")
	for _, t := range answerTables() {
		if t.name != list || t.list != listed {
			continue
		}
		table := reflect.ValueOf(a).Elem().Field(t.place)
		if listed {
			entry, err := strconv.Atoi(place)
			if err != nil || entry < 0 || entry >= table.Len() {
				return Field{}, false
			}
			table = table.Index(entry)
		}
		return t.field(key, name, table)
	}
	return Field{}, false
}

// Kind says what sort of answer the field takes.
func (f Field) Kind() Kind {
	switch f.value.Interface().(type) {
	case Number:
		return NumberField
	case vocabulary:
		return ChoiceField
	}
	if f.value.Kind() == reflect.Slice {
		return ListField
	}
	return TextField
}

// Words are the words that the field takes beside Unsure: none for text and
// numbers.
func (f Field) Words() []Word {
	value := f.value
	if value.Kind() == reflect.Slice {
		value = reflect.Zero(value.Type().Elem())
	}
	if v, ok := value.Interface().(vocabulary); ok {
		return v.Words()
	}
	return nil
}

// Label gives the answer in the words that people read, cleaned.
func (f Field) Label() string {
	text := f.Text()
	if text == Unsure {
		return "I do not know yet"
	}
	if f.Kind() == ListField && text == noneOfThem {
		return "None of them"
	}
	var labels []string
	for part := range strings.SplitSeq(text, ",") {
		labels = append(labels, f.word(part))
	}
	if f.Kind() == TextField {
		return Clean(text)
	}
	return strings.Join(labels, " and ")
}

func (f Field) word(value string) string {
	for _, w := range f.Words() {
		if w.Value == value {
			return w.Label
		}
	}
	return value
}

// Text gives the value as it is written: "" when absent, a list joined by ",".
func (f Field) Text() string {
	switch f.Kind() {
	case NumberField:
		return f.value.Interface().(Number).String()
	case ListField:
		if f.Given() && f.value.Len() == 0 {
			return noneOfThem
		}
		parts := make([]string, f.value.Len())
		for i := range parts {
			parts[i] = f.value.Index(i).String()
		}
		return strings.Join(parts, ",")
	}
	return f.value.String()
}

// Given reports whether the field was answered, with Unsure too.
func (f Field) Given() bool {
	if f.Kind() == ListField {
		return !f.value.IsNil()
	}
	return f.Text() != ""
}

// Unsure reports whether the answer is "I do not know yet".
func (f Field) Unsure() bool { return f.Text() == Unsure }

// YesNo reports whether the field takes yes or no.
func (f Field) YesNo() bool {
	_, ok := f.value.Interface().(YesNo)
	return ok
}
