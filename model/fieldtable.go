package model

import (
	"reflect"
	"sync"
)

// answerTable is one table of the plan, read once from the tags of its struct.
type answerTable struct {
	place   int    // of the field of Answers
	name    string // in the file
	list    bool
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
	t := answerTable{place: place, name: field.Tag.Get("toml"), list: field.Type.Kind() == reflect.Slice}
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
