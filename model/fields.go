package model

import (
	"cmp"
	"reflect"
	"strconv"
	"strings"
	"sync"
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

	Tag   reflect.StructTag
	value reflect.Value
	marks *Assumed // of its table
	order []string // the keys of its table
}

// A Vocabulary is a type of answer with a fixed list of words.
type Vocabulary interface{ Words() []Word }

// Fields lists every answer of the plan in file order, answered or not.
func (a *Answers) Fields() []Field {
	fields := make([]Field, 0, 64)
	root := reflect.ValueOf(a).Elem()
	for _, t := range AnswerTables() {
		table := root.Field(t.Place)
		if !t.List {
			fields = t.Append(fields, t.Name+".", table)
			continue
		}
		for entry := range table.Len() {
			fields = t.Append(fields, t.Name+"["+strconv.Itoa(entry)+"].", table.Index(entry))
		}
	}
	return fields
}

// Field finds the answer with this key, such as "devices[1].method".
func (a *Answers) Field(key string) (Field, bool) {
	head, name, _ := strings.Cut(key, ".")
	list, place, listed := strings.Cut(strings.TrimSuffix(head, "]"), "[")
	for _, t := range AnswerTables() {
		if t.Name != list || t.List != listed {
			continue
		}
		table := reflect.ValueOf(a).Elem().Field(t.Place)
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
	case Vocabulary:
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
	if v, ok := value.Interface().(Vocabulary); ok {
		return v.Words()
	}
	return nil
}

// Label gives the answer in the words that people read, cleaned.
func (f Field) Label() string {
	text := f.Text()
	if text == Unsure {
		return f.UnsureLabel()
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

// UnsureLabel is how people say Unsure of this field.
func (f Field) UnsureLabel() string {
	if v, own := f.value.Interface().(interface{ UnsureLabel() string }); own {
		return v.UnsureLabel()
	}
	return "I do not know yet"
}

// Unsure reports whether the answer is "I do not know yet".
func (f Field) Unsure() bool { return f.Text() == Unsure }

// YesNo reports whether the field takes yes or no.
func (f Field) YesNo() bool {
	_, ok := f.value.Interface().(YesNo)
	return ok
}

// AnswerTable is one table of the plan, read once from the tags of its struct.
type AnswerTable struct {
	Place   int    // of the field of Answers
	Name    string // in the file
	List    bool
	Called  string   // what people call it
	Whole   string   // the same where all of it is judged
	Empty   OpenItem // the question behind a list without an entry
	columns []answerColumn
	keys    []string // of the columns
	assumed int      // the place of the list of keys that nobody said
}

type answerColumn struct {
	place int
	name  string
	team  Team
	ask   string
	tag   reflect.StructTag
}

// AnswerTables are the tables of the answers in file order, worked out once.
var AnswerTables = sync.OnceValue(func() []AnswerTable {
	answers := reflect.TypeFor[Answers]()
	tables := make([]AnswerTable, answers.NumField())
	for i := range tables {
		tables[i] = newAnswerTable(i, answers.Field(i))
	}
	return tables
})

func newAnswerTable(place int, field reflect.StructField) AnswerTable {
	name, called := field.Tag.Get("toml"), field.Tag.Get("called")
	t := AnswerTable{
		Place: place, Name: name, List: field.Type.Kind() == reflect.Slice,
		Called: called, Whole: cmp.Or(field.Tag.Get("whole"), called),
		Empty: OpenItem{name, Team(field.Tag.Get("team")), field.Tag.Get("empty")},
	}
	row := field.Type
	if t.List {
		row = row.Elem()
	}
	for i := range row.NumField() {
		tag := row.Field(i).Tag
		if row.Field(i).Type == reflect.TypeFor[Assumed]() {
			t.assumed = i
			continue
		}
		t.keys = append(t.keys, tag.Get("toml"))
		t.columns = append(t.columns, answerColumn{i, tag.Get("toml"), Team(tag.Get("team")), tag.Get("ask"), tag})
	}
	return t
}

// TableNamed is the table with this key, an empty one for any other key.
func TableNamed(key string) AnswerTable {
	for _, t := range AnswerTables() {
		if t.Name == key {
			return t
		}
	}
	return AnswerTable{}
}

// Append adds the fields of one row of the table.
func (t AnswerTable) Append(fields []Field, prefix string, row reflect.Value) []Field {
	marks := t.marks(row)
	for _, c := range t.columns {
		fields = append(fields, Field{prefix + c.name, c.team, c.ask, c.tag, row.Field(c.place), marks, t.keys})
	}
	return fields
}

// field is one field of a row.
func (t AnswerTable) field(key, name string, row reflect.Value) (Field, bool) {
	for _, c := range t.columns {
		if c.name == name {
			return Field{key, c.team, c.ask, c.tag, row.Field(c.place), t.marks(row), t.keys}, true
		}
	}
	return Field{}, false
}

// marks is the list of keys that nobody said of one row.
func (t AnswerTable) marks(row reflect.Value) *Assumed {
	return row.Field(t.assumed).Addr().Interface().(*Assumed)
}

// Keys are the keys of one row, in the order of the file.
func (t AnswerTable) Keys() []string { return t.keys }
