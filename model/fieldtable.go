package model

import (
	"cmp"
	"reflect"
	"sync"
)

// answerTable is one table of the plan, read once from the tags of its struct.
type answerTable struct {
	place   int    // of the field of Answers
	name    string // in the file
	list    bool
	called  string   // what people call it
	whole   string   // the same where all of it is judged
	empty   OpenItem // the question behind a list without an entry
	columns []answerColumn
}

type answerColumn struct {
	place int
	name  string
	team  Team
	ask   string
	tag   reflect.StructTag
}

var answerTables = sync.OnceValue(func() []answerTable {
	answers := reflect.TypeFor[Answers]()
	tables := make([]answerTable, answers.NumField())
	for i := range tables {
		tables[i] = newAnswerTable(i, answers.Field(i))
	}
	return tables
})

func newAnswerTable(place int, field reflect.StructField) answerTable {
	name, called := field.Tag.Get("toml"), field.Tag.Get("called")
	t := answerTable{
		place: place, name: name, list: field.Type.Kind() == reflect.Slice,
		called: called, whole: cmp.Or(field.Tag.Get("whole"), called),
		empty: OpenItem{name, Team(field.Tag.Get("team")), field.Tag.Get("empty")},
	}
	row := field.Type
	if t.list {
		row = row.Elem()
	}
	for i := range row.NumField() {
		tag := row.Field(i).Tag
		t.columns = append(t.columns, answerColumn{i, tag.Get("toml"), Team(tag.Get("team")), tag.Get("ask"), tag})
	}
	return t
}

// tableNamed is the table with this key, an empty one for any other key.
func tableNamed(key string) answerTable {
	for _, t := range answerTables() {
		if t.name == key {
			return t
		}
	}
	return answerTable{}
}

// append adds the fields of one row of the table.
func (t answerTable) append(fields []Field, prefix string, row reflect.Value) []Field {
	for _, c := range t.columns {
		fields = append(fields, Field{prefix + c.name, c.team, c.ask, c.tag, row.Field(c.place)})
	}
	return fields
}

// field is one field of a row.
func (t answerTable) field(key, name string, row reflect.Value) (Field, bool) {
	for _, c := range t.columns {
		if c.name == name {
			return Field{key, c.team, c.ask, c.tag, row.Field(c.place)}, true
		}
	}
	return Field{}, false
}
