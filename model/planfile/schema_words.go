package planfile

import (
	"fmt"
	"reflect"
	"strings"

	"cmgwizard/model"
)

const (
	schemaTitle = "A plan of cmgwizard"
	schemaAbout = `What was answered, seen and done about a cloud management gateway (CMG). A key that is absent is not answered yet; "unsure" means that somebody must find out.`
)

// The forms of texts, as patterns that every dialect of them reads. The reader
// is stricter where a pattern cannot follow: a day must be in the calendar, and
// a host name must be one.
var forms = map[string]string{
	"guid":      `[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}`,
	"site-code": `[A-Z0-9]{3}`,
	"version":   `[1-9][0-9](0[1-9]|1[0-2])`,
	"date":      `[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])`,
	"host":      `[^ ]+\.[^ ]+`,
	"console":   `5\.[1-9][0-9](0[1-9]|1[0-2])\.[0-9]{3,4}\.[0-9]{3,4}`,
	"kb":        `KB[1-9][0-9]{6,7}`,
}

// timeForm is a date-time with an offset as it is written in TOML: a blank may
// stand for the T, which the standard format "date-time" does not know.
const timeForm = `[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})`

// optional is the pattern of a form, or of the empty text that stands for no
// value.
func optional(form string) string {
	if form == "" {
		return "^$"
	}
	return "^(" + form + ")?$"
}

// orUnsure is the pattern of an answer that may be unsure.
func orUnsure(form string) string {
	return optional(strings.TrimSuffix(model.Unsure+"|"+form, "|"))
}

// schemaOf are the keys for which the type alone does not say it all.
var schemaOf = map[string]schema{
	"format":   {Type: "integer", Const: model.Format},
	"log.what": choiceSchema(reflect.TypeFor[model.LogWhat]()),
	"log.at":   {Type: "string", Pattern: "^" + timeForm + "$"},
	"tasks.id": {Type: "string", MinLength: 1, MaxLength: model.MaxText},
}

// meaningOfAny are the words that every vocabulary takes.
var meaningOfAny = map[string]string{
	model.Unsure: "not known yet: somebody must find out",
	"":           "the same as no such key",
}

// meaning is what people read about a word.
func meaning(w model.Word) string {
	if w.Means == "" {
		return w.Label
	}
	return w.Label + ": " + w.Means
}

// describe says what a key is for: of an answer its question, what may be
// written, and who knows it.
func describe(name string, k key) string {
	if ask := k.field.Tag.Get("ask"); ask != "" {
		return fmt.Sprintf("%s %s. Team: %s.", ask, writtenAs(k), model.Teams.Label(model.Team(k.field.Tag.Get("team"))))
	}
	if e, ok := explanations[name]; ok {
		return e.text
	}
	return keyTexts[name]
}

const assumedText = "The keys of this table that the program filled in and nobody said. Take a key off the list to confirm its value."

// writtenAs says which values an answer takes.
func writtenAs(k key) string {
	kind, tag := k.field.Type, k.field.Tag
	switch {
	case kind == reflect.TypeFor[model.Number]():
		return numberWords(tag) + ` or "unsure"`
	case kind.Kind() == reflect.Slice && len(wordsOfType(kind.Elem())) == 0:
		return `A list of different texts, ` + formWords[tag.Get("check")] + ` empty for none of them, or ["unsure"]`
	case kind.Kind() == reflect.Slice:
		return `A list of different words, empty for none of them, or ["unsure"]`
	case len(wordsOfType(kind)) > 0:
		return `One of the words, or "unsure"`
	case formWords[tag.Get("check")] != "":
		return formWords[tag.Get("check")] + ` or "unsure"`
	}
	return fmt.Sprintf(`Text of at most %d bytes, or "unsure"`, model.MaxText)
}

func numberWords(tag reflect.StructTag) string {
	if tag.Get("max") != "" {
		return fmt.Sprintf("A whole number from %s to %s", tag.Get("min"), tag.Get("max"))
	}
	return "A whole number, 0 or more,"
}

// formWords are the forms in words.
var formWords = map[string]string{
	"guid":      "A GUID, such as aaaabbbb-0000-cccc-1111-dddd2222eeee,",
	"site-code": "Three characters, A-Z or 0-9, uppercase,",
	"version":   "Four digits, year and month, such as 2409,",
	"date":      "Year-month-day, such as 2026-11-30,",
	"console":   "A console version, such as 5.2603.1035.1200,",
	"kb":        "each the number of an update, such as KB37942646,",
	"host":      "A fully qualified host name, such as mp1.contoso.com,",
}

// keyTexts are the keys that are no answers.
var keyTexts = map[string]string{
	"format":          "The version of the plan file. It stands at the top and is required.",
	"id":              "A GUID, made by the program with the plan: two files with one ID are versions of one plan.",
	"serial":          "Rises by one with every change that the program saves.",
	"rules":           "The edition of the rules that the program had when it saved the plan.",
	"name":            "What people call the plan.",
	"created":         "When the plan was made: a date-time with an offset, written by the program.",
	"updated":         "When the plan was saved last: a date-time with an offset, written by the program.",
	"step":            "The page of the wizard to come back to, written by the program.",
	"evidence.kind":   "What the file is.",
	"evidence.file":   "The name of the file, without its folder.",
	"evidence.sha256": "The SHA-256 hash of its bytes.",
	"evidence.read":   "When it was read: a date-time with an offset.",
	"evidence.facts":  "What was read from it: public facts, written and read by the program alone.",
	"log.task":        "The task that it happened to; none for the window as a whole.",
	"log.what":        "What happened.",
	"log.at":          "When: a date-time with the offset of the clock that was read.",
	"log.by":          "Who was at the keyboard.",
	"log.note":        "The reason, what was seen, or what is to be remembered.",
	"tasks.id":        "Which task of the checklist this is. Each has one entry.",
	"tasks.title":     "The title, for readers only: it is not read back.",
	"tasks.state":     "How far the task is.",
	"tasks.owner":     "Who does it.",
	"tasks.due":       "By when: year-month-day, such as 2026-11-30.",
	"tasks.by":        `Who set the state; "answer" where the answers state the result already.`,
	"tasks.at":        "When the state was set: a date-time with an offset.",
	"tasks.note":      "What people want to remember about it.",
	"tasks.text":      "In older plans in the place of the revision: a hash of the wording of the task when its state was set.",
	"tasks.revision":  "The revision of the task when its state was set, written by the program: a task of a newer revision is open again.",
}
