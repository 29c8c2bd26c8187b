package planfile

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// schemaDraft is the draft that editors for TOML read.
const schemaDraft = "http://json-schema.org/draft-07/schema#"

// Schema is a JSON schema of the plan file, for editors that complete and check
// keys while somebody types. It is made from the keys that the reader goes by.
// What it refuses the reader refuses; the reader also knows what a schema
// cannot say, such as whether a time is one of TOML or text.
func Schema() []byte {
	s := tableSchema("", reflect.TypeFor[model.Plan]())
	s.Draft, s.Title, s.Description = schemaDraft, schemaTitle, schemaAbout
	s.Required = []string{"format"}
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	if err := encoder.Encode(s); err != nil {
		panic(fmt.Sprintf("the schema cannot be written: %v", err)) // it holds no value that JSON lacks
	}
	return b.Bytes()
}

func tableSchema(table string, kind reflect.Type) schema {
	no := false
	s := schema{Type: "object", Additional: &no}
	for _, k := range keysOf(kind) {
		if k.field.Type == reflect.TypeFor[model.Assumed]() {
			s.Properties = append(s.Properties, property{k.name, assumedSchema(kind)})
			continue
		}
		s.Properties = append(s.Properties, property{k.name, keySchema(table, k)})
	}
	return s
}

// keySchema says what the reader takes for a key.
func keySchema(table string, k key) schema {
	name := strings.TrimPrefix(table+"."+k.name, ".")
	kind := k.field.Type
	var s schema
	switch {
	case isTable(kind):
		s = tableSchema(name, kind)
	case kind.Kind() == reflect.Slice && isTable(kind.Elem()):
		s = entriesSchema(name, kind.Elem())
	case kind == reflect.TypeFor[map[string]any]():
		s = factsSchema()
	case kind == reflect.TypeFor[time.Time]():
		s = schema{Type: "string", Pattern: optional(timeForm)}
	case kind == reflect.TypeFor[model.Number]():
		s = numberSchema(k.field.Tag, orUnsure(""))
	case kind.Kind() == reflect.Int:
		s = numberSchema(k.field.Tag, optional(""))
	case kind.Kind() == reflect.Slice:
		s = listSchema(listItems(k))
	case len(wordsOfType(kind)) > 0:
		s = choiceSchema(kind, "")
	default:
		s = textSchema(k.field.Tag)
	}
	if special, ok := schemaOf[name]; ok {
		s = special
	}
	s.Description = describe(name, k)
	return s
}

func entriesSchema(name string, entry reflect.Type) schema {
	items := tableSchema(name, entry)
	items.Description = explanations[name].text
	items.Required = required[name]
	return schema{Type: "array", MaxItems: maxEntries, Items: &items}
}

// required are the keys without which an entry says nothing.
var required = map[string][]string{"tasks": {"id"}, "log": {"what", "at"}}

// factsSchema takes any table: only the program knows what facts mean.
func factsSchema() schema { return schema{Type: []string{"object", "string"}, Pattern: optional("")} }

// numberSchema takes a whole number, or a text of the form.
func numberSchema(tag reflect.StructTag, form string) schema {
	low, high := limit(tag, "min"), limit(tag, "max")
	if low == nil {
		low = new(int)
	}
	return schema{Type: []string{"integer", "string"}, Minimum: low, Maximum: high, Pattern: form}
}

func limit(tag reflect.StructTag, name string) *int {
	n, err := strconv.Atoi(tag.Get(name))
	if err != nil {
		return nil
	}
	return &n
}

// choiceSchema takes one word. In a list there is no empty one.
func choiceSchema(kind reflect.Type, more ...string) schema {
	s := schema{Type: "string", Taplo: &taplo{}}
	for _, w := range wordsOfType(kind) {
		s.Enum, s.EnumTexts = append(s.Enum, w.Value), append(s.EnumTexts, meaning(w))
	}
	for _, value := range append([]string{model.Unsure}, more...) {
		s.Enum, s.EnumTexts = append(s.Enum, value), append(s.EnumTexts, meaningOfAny[value])
	}
	s.Taplo.Docs.EnumValues = s.EnumTexts
	return s
}

// listItems takes what one entry of a list may be: a word, or a text of a form.
func listItems(k key) schema {
	if kind := k.field.Type.Elem(); len(wordsOfType(kind)) > 0 {
		return choiceSchema(kind)
	}
	return schema{Type: "string", Pattern: "^(" + forms[k.field.Tag.Get("check")] + "|" + model.Unsure + ")$"}
}

// listSchema takes different words, and unsure alone; an empty text stands for
// no list.
func listSchema(items schema) schema {
	return schema{
		Type: []string{"array", "string"}, Pattern: optional(""), Items: &items, Unique: true,
		Not: &schema{Type: "array", MinItems: 2, Contains: &schema{Const: model.Unsure}},
	}
}

// assumedSchema takes different keys of the table; an empty text stands for no
// list.
func assumedSchema(table reflect.Type) schema {
	items := schema{Type: "string", Taplo: &taplo{}}
	for _, k := range keysOf(table) {
		if ask := k.field.Tag.Get("ask"); ask != "" {
			items.Enum, items.EnumTexts = append(items.Enum, k.name), append(items.EnumTexts, ask)
		}
	}
	items.Taplo.Docs.EnumValues = items.EnumTexts
	return schema{Type: []string{"array", "string"}, Pattern: optional(""), Unique: true, Items: &items, Description: assumedText}
}

// textSchema takes text, of the form that the tag names. The reader counts
// bytes, and a schema letters: no text is shorter in bytes.
func textSchema(tag reflect.StructTag) schema {
	s := schema{Type: "string", MaxLength: model.MaxText}
	form := forms[tag.Get("check")]
	if form == "" {
		return s
	}
	s.Pattern = optional(form)
	if tag.Get("ask") != "" {
		s.Pattern = orUnsure(form)
	}
	if tag.Get("check") == "site-code" {
		s.Not = &schema{Enum: model.ReservedSiteCodes}
	}
	return s
}

func wordsOfType(kind reflect.Type) []model.Word {
	if vocabulary, ok := reflect.Zero(kind).Interface().(interface{ Words() []model.Word }); ok {
		return vocabulary.Words()
	}
	return nil
}
