package cli

import (
	"encoding"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/diff"
	"cmgwizard/model/explain"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/logs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
	"cmgwizard/model/slow"
	"cmgwizard/model/tasks"
)

// jsonPage documents what the commands print as JSON.
const jsonPage = "docs/commands-json.md"

// jsonRoots are the types that commands print, by the heading they have.
func jsonRoots() map[string]reflect.Type {
	check, checklist := export.JSONTypes()
	return map[string]reflect.Type{
		"check --json": check, "export --format json": checklist,
		"explain --json": reflect.TypeFor[explanationsJSON](), "explain --json without an ID": reflect.TypeFor[topicsJSON](),
		"explain --json with words": reflect.TypeFor[foundJSON](),
		"compare --json":            reflect.TypeFor[comparisonJSON](), "diff --json": reflect.TypeFor[diffJSON](),
		"inspect --json": reflect.TypeFor[inspectJSON](), "evidence add --json": reflect.TypeFor[addingJSON](),
		"evidence list --json": reflect.TypeFor[evidenceListJSON](), "assume --json": reflect.TypeFor[assumeJSON](),
		"tasks import --json": reflect.TypeFor[bringingJSON](),
		"tasks --json":        reflect.TypeFor[tasksJSON](), "task --json": reflect.TypeFor[taskJSON](),
		"version --json":          reflect.TypeFor[buildJSON](),
		"manifest.json in a pack": reflect.TypeFor[manifestJSON](),
	}
}

// jsonWords are the vocabularies on the page: what they are called, and their
// words.
var jsonWords = map[reflect.Type]struct {
	name  string
	words []string
}{
	reflect.TypeFor[diff.Mark]():          {"change", wordsOf(diff.Marks)},
	reflect.TypeFor[assume.Kind]():        {"assumption kind", wordsOf(assume.Kinds)},
	reflect.TypeFor[model.EvidenceKind](): {"evidence", wordsOf(model.EvidenceKinds)},
	reflect.TypeFor[model.LogWhat]():      {"happening", wordsOf(model.LogWhats)},
	reflect.TypeFor[model.Join]():         {"join", wordsOf(model.Joins)},
	reflect.TypeFor[explain.Kind]():       {"kind", wordsOf(explain.Kinds)},
	reflect.TypeFor[model.Location]():     {"location", []string{string(model.OnInternet), string(model.OnPremises)}},
	reflect.TypeFor[model.Method]():       {"method", wordsOf(model.Methods)},
	reflect.TypeFor[model.Mode]():         {"mode", wordsOf(model.Modes)},
	reflect.TypeFor[rules.Need]():         {"need", wordsOf(rules.Needs)},
	reflect.TypeFor[rules.OutcomeWord]():  {"outcome", wordsOf(explain.OutcomeWords)},
	reflect.TypeFor[model.Severity]():     {"severity", wordsOf(model.Severities)},
	reflect.TypeFor[tasks.Shell](): {"shell", []string{
		string(tasks.PowerShell), string(tasks.SiteDrive), string(tasks.CommandPrompt), string(tasks.ElevatedPrompt),
	}},
	reflect.TypeFor[reading.Kind]():        {"file kind", wordsOf(reading.Kinds)},
	reflect.TypeFor[pki.CertificateRole](): {"role", wordsOf(pki.CertificateRoles)},
	reflect.TypeFor[pki.UploadAs]():        {"upload", wordsOf(pki.Uploads)},
	reflect.TypeFor[rules.Where]():         {"side", wordsOf(rules.Wheres)},
	reflect.TypeFor[logs.Stage]():          {"stage", wordsOf(logs.Stages)},
	reflect.TypeFor[model.Sure]():          {"sure", wordsOf(model.Sures)},
	reflect.TypeFor[model.TaskState]():     {"state", wordsOf(model.TaskStates)},
	reflect.TypeFor[rules.Sureness]():      {"sureness", wordsOf(rules.Surenesses)},
	reflect.TypeFor[model.Team]():          {"team", wordsOf(model.Teams)},
	reflect.TypeFor[tasks.Basis]():         {"basis", wordsOf(tasks.Bases)},
	reflect.TypeFor[tasks.Return]():        {"point of no return", wordsOf(tasks.Returns)},
	reflect.TypeFor[tasks.Window]():        {"window", wordsOf(tasks.Windows)},
	reflect.TypeFor[judge.Verdict]():       {"verdict", wordsOf(judge.Verdicts)},
	reflect.TypeFor[model.YesNo]():         {"yes or no", wordsOf(model.YesNos)},
}

// A jsonKey is a key of an object, with what stands on the page as its value.
type jsonKey struct{ name, value string }

// readJSONPage gives the first two cells of each row, by heading.
func readJSONPage(t *testing.T) map[string][]jsonKey {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, jsonPage))
	if err != nil {
		t.Fatal(err)
	}
	page, heading := map[string][]jsonKey{}, ""
	for line := range strings.SplitSeq(string(text), "\n") {
		if title, found := strings.CutPrefix(strings.TrimLeft(line, "#"), " "); found && line[0] == '#' {
			heading = title
		}
		cells := strings.Split(line, " | ")
		if name := strings.TrimPrefix(cells[0], "| "); len(cells) > 1 && name != "Key" && name != "Value" {
			page[heading] = append(page[heading], jsonKey{strings.Trim(name, "`"), strings.TrimSuffix(cells[1], " |")})
		}
	}
	return page
}

// objects walks from a type through everything that it holds.
type objects struct {
	page map[string][]jsonKey
	seen map[string]bool
	t    *testing.T
}

func (o objects) check(heading string, kind reflect.Type) {
	if o.seen[heading+kind.String()] {
		return
	}
	o.seen[heading], o.seen[heading+kind.String()] = true, true
	fields, told := keysOf(kind), o.page[heading]
	for i, f := range fields {
		if i >= len(told) || told[i].name != f.Name {
			o.t.Errorf("%s: %s belongs to the place %d of %v", heading, f.Name, i+1, told)
			return
		}
		o.value(heading+"."+f.Name, told[i].value, f.Type)
	}
	for _, key := range told[len(fields):] {
		o.t.Errorf("%s has no key %q", heading, key.name)
	}
}

// value checks what the page says that a key holds.
func (o objects) value(key, told string, kind reflect.Type) {
	inner, want := kind, ""
	if inner.Kind() == reflect.Pointer {
		inner = inner.Elem()
	}
	for inner.Kind() == reflect.Slice && !written(inner) && inner.Name() == "" {
		inner, want = inner.Elem(), want+"list of "
	}
	vocabulary, listed := jsonWords[inner]
	switch {
	case kind.Name() == "requirementsJSON":
		want = "[requirements](#requirements)"
		o.seen["requirements"] = true
		o.check("requirement", kind.Elem())
	case listed:
		want += "[" + vocabulary.name + "](#words)"
	case written(inner), inner.Kind() == reflect.String:
		want += "text"
	case inner.Kind() == reflect.Int:
		want += "number"
	case inner.Kind() == reflect.Bool:
		want += "true or false"
	default:
		name, _, _ := strings.Cut(strings.TrimPrefix(told, want+"["), "]")
		want += "[" + name + "](#" + strings.ReplaceAll(name, " ", "-") + ")"
		o.check(name, inner)
	}
	if told != want {
		o.t.Errorf("%s is %s, the page says %s", key, want, told)
	}
}

// written reports whether a type writes itself as text.
func written(kind reflect.Type) bool {
	return kind.Implements(reflect.TypeFor[encoding.TextMarshaler]())
}

// keysOf are the keys of an object in their order: those of embedded structs
// too, but for the ones that the struct around them has again.
func keysOf(kind reflect.Type) []reflect.StructField {
	var list []reflect.StructField
	for i := range kind.NumField() {
		f := kind.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		switch {
		case f.Anonymous && name == "":
			list = append(list, keysOf(f.Type)...)
		case name != "" && name != "-":
			list = slices.DeleteFunc(list, func(g reflect.StructField) bool { return g.Name == name })
			f.Name = name
			list = append(list, f)
		}
	}
	return list
}

// Every key that a command prints stands on the page, in its order and with
// what it holds, and nothing else does.
func TestJSONPage(t *testing.T) {
	slow.Alone(t)
	o := objects{readJSONPage(t), map[string]bool{"Words": true}, t}
	for heading, kind := range jsonRoots() {
		o.check(heading, kind)
	}
	for heading := range o.page {
		if !o.seen[heading] {
			t.Errorf("no command prints %q", heading)
		}
	}
}

func TestJSONPageHasTheWords(t *testing.T) {
	slow.Alone(t)
	told := map[string]string{}
	for _, row := range readJSONPage(t)["Words"] {
		told[row.name] = row.value
	}
	for _, v := range jsonWords {
		if want := "`" + strings.Join(v.words, "`, `") + "`"; told[v.name] != want {
			t.Errorf("%s is %s, the page says %s", v.name, want, told[v.name])
		}
		delete(told, v.name)
	}
	if len(told) > 0 {
		t.Errorf("no key takes %v", told)
	}
}
