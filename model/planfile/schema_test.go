package planfile

import (
	"bytes"
	"encoding/json"
	"math"
	"math/rand"
	"os"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/slow"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

func compiled(t testing.TB) *jsonschema.Schema {
	t.Helper()
	decoded, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema()))
	if err != nil {
		t.Fatal(err)
	}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("plan.schema.json", decoded); err != nil {
		t.Fatal(err)
	}
	s, err := compiler.Compile("plan.schema.json") // checks it against draft-07
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// refusal is why the schema refuses a text that is TOML.
func refusal(t testing.TB, s *jsonschema.Schema, text string) error {
	t.Helper()
	tables, err := decode("x", text)
	if err != nil {
		t.Fatalf("no TOML: %v\n%s", err, text)
	}
	return s.Validate(asJSON(tables))
}

// asJSON is how the tools for TOML show values to a schema.
func asJSON(value any) any {
	switch v := value.(type) {
	case map[string]any:
		object := map[string]any{}
		for key, inner := range v {
			object[key] = asJSON(inner)
		}
		return object
	case []map[string]any:
		list := []any{}
		for _, inner := range v {
			list = append(list, asJSON(inner))
		}
		return list
	case []any:
		list := []any{}
		for _, inner := range v {
			list = append(list, asJSON(inner))
		}
		return list
	case time.Time:
		return timeAsJSON(v)
	case int64:
		return json.Number(strconv.FormatInt(v, 10))
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return nil
		}
		return json.Number(strconv.FormatFloat(v, 'f', -1, 64))
	}
	return value
}

func timeAsJSON(at time.Time) string {
	layouts := map[string]string{"datetime-local": "2006-01-02T15:04:05", "date-local": time.DateOnly, "time-local": time.TimeOnly}
	if layout, local := layouts[at.Location().String()]; local {
		return at.Format(layout)
	}
	return at.Format(time.RFC3339Nano)
}

func TestPlansFitTheSchema(t *testing.T) {
	s := compiled(t)
	shipped, err := os.ReadFile("../../wizard/cli/sample.toml")
	if err != nil {
		t.Fatal(err)
	}
	var full model.Plan
	fill(t, reflect.ValueOf(&full).Elem(), "")
	for name, text := range map[string]string{
		"the sample":                   string(shipped),
		"a plan with comments":         string(sample(t)),
		"a small plan written by hand": smallPlan,
		"every key":                    string(New().Format(full)),
		"no answer":                    string(New().Format(model.Plan{})),
		"empty texts":                  "format = 1\nid = \"\"\nserial = \"\"\ncreated = \"\"\n[site]\ncode = \"\"\nsecurity = \"\"\n[token]\nregistration = \"\"\n[gateway]\nvm_instances = \"\"\n",
		"on one line":                  "format = 1\ndevices = [{join = \"entra\"}, {}]\nsite = {}\n",
		"times in all forms":           "format = 1\ncreated = 2026-11-22 21:40:00.5+01:00\nupdated = 2026-11-22t21:40:00z\n",
	} {
		if _, err := Parse("x", []byte(text)); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := refusal(t, s, text); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestWrittenPlansFitTheSchema(t *testing.T) {
	s, random := compiled(t), rand.New(rand.NewSource(31))
	for range 60 {
		text := string(New().Format(randomPlan(t, random)))
		if err := refusal(t, s, text); err != nil {
			t.Fatalf("%v\n%s", err, text)
		}
	}
}

// randomPlan has answers of every kind, tasks and evidence.
func randomPlan(t *testing.T, random *rand.Rand) model.Plan {
	p := model.Plan{Name: "a\nb \x1b", Serial: random.Intn(3)}
	p.Devices = make([]model.Device, random.Intn(3))
	p.ManagementPoints = make([]model.ManagementPoint, random.Intn(3))
	p.ConnectionPoints = make([]model.ConnectionPoint, random.Intn(3))
	for _, f := range p.Fields() {
		values := []string{"", model.Unsure, goodText(f)}
		for _, w := range f.Words() {
			values = append(values, w.Value)
		}
		if err := f.Set(values[random.Intn(len(values))]); err != nil {
			t.Fatalf("%s: %v", f.Key, err)
		}
	}
	for _, entry := range judge.Entries(&p) {
		entry.State, entry.Due = model.TaskStates[random.Intn(len(model.TaskStates))].Value, "2026-12-01"
		p.Tasks = append(p.Tasks, entry.Progress)
	}
	p.Evidence = []model.Evidence{{Kind: model.CertificateEvidence, Read: time.Unix(1, 0), Facts: map[string]any{"a": math.Inf(1), "b": []any{1}}}}
	return p
}

// goodText is an answer that every field of the kind takes.
func goodText(f model.Field) string {
	switch f.Kind() {
	case model.NumberField:
		return "5"
	case model.ListField:
		return "none"
	case model.ChoiceField:
		return model.Unsure
	}
	for _, text := range []string{"P01", "2409", "aaaabbbb-0000-cccc-1111-dddd2222eeee", "mp1.contoso.com", "2026-12-01"} {
		if f.Set(text) == nil {
			return text
		}
	}
	return ""
}

// allKeys are the keys of the file, "devices.join" for those of entries.
func allKeys() []string { return keysBelow("", reflect.TypeFor[model.Plan]()) }

func keysBelow(table string, kind reflect.Type) []string {
	var names []string
	for _, k := range keysOf(kind) {
		name := strings.TrimPrefix(table+"."+k.name, ".")
		names = append(names, name)
		inner := k.field.Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if isTable(inner) {
			names = append(names, keysBelow(name, inner)...)
		}
	}
	return names
}

// planWith is a plan in which one key has a value.
func planWith(name, value string) string {
	table, key, inner := strings.Cut(name, ".")
	text := "format = 1\n"
	switch {
	case name == "format":
		return "format = " + value + "\n"
	case !inner:
		return text + name + " = " + value + "\n"
	case !slices.Contains([]string{"devices", "management_points", "connection_points", "evidence", "tasks"}, table):
		return text + "[" + table + "]\n" + key + " = " + value + "\n"
	case table == "tasks" && key != "id":
		text += "[[tasks]]\nid = \"a\"\n"
	default:
		text += "[[" + table + "]]\n"
	}
	return text + key + " = " + value + "\n"
}

// plainValues are values about which a schema can be as strict as the reader.
func plainValues() []string {
	values := []string{
		`""`, `"unsure"`, `"perhaps"`, `"YES"`, `" yes"`, `"yes\n"`, `true`, `0`, `1`, `2`, `15`, `16`, `17`, `-1`, `2.5`, `"2048"`, `9223372036854775807`,
		`[]`, `[""]`, `["unsure"]`, `["bulk"]`, `["bulk", "bulk"]`, `["bulk", "unsure"]`, `["unsure", "bulk"]`, `["internal-network", "bulk"]`, `["vm_size"]`, `["windows", "join"]`, `["join", "join"]`, `["gateway.vm_size"]`, `["assumed"]`, `["perhaps"]`, `[1]`, `[["bulk"]]`,
		`{}`, `{unknown_key = 1}`, `[{}]`, `[{}, {}]`, `[{unknown_key = 1}]`, `[{}, 1]`,
		`"P01"`, `"p01"`, `"P0"`, `"P011"`, `"2409"`, `"0409"`, `"2413"`, `"2400"`, `"24091"`,
		`"aaaabbbb-0000-cccc-1111-dddd2222eeee"`, `"AAAABBBB-0000-CCCC-1111-DDDD2222EEEE"`, `"72f988bf-86f1-41af-91ab-2d7cd011db4"`, `"{aaaabbbb-0000-cccc-1111-dddd2222eeee}"`,
		`"2026-11-30"`, `"2026-13-01"`, `"2026-11-32"`, `"2026-1-1"`, `"mp1"`, `"mp1."`, `".com"`, `"mp1.contoso.com"`, `"mp1.contoso.com."`, `"m p.contoso.com"`, `"mp_1.contoso.com"`,
		strconv.Quote(strings.Repeat("x", model.MaxText)), strconv.Quote(strings.Repeat("x", model.MaxText+1)),
	}
	for _, code := range model.ReservedSiteCodes {
		values = append(values, strconv.Quote(code))
	}
	plan := model.Plan{Answers: model.Answers{Devices: make([]model.Device, 1), ManagementPoints: make([]model.ManagementPoint, 1), ConnectionPoints: make([]model.ConnectionPoint, 1)}}
	for _, f := range plan.Fields() {
		for _, w := range f.Words() {
			values = append(values, strconv.Quote(w.Value))
		}
	}
	for _, w := range slices.Concat(model.TaskStates.Words(), model.EvidenceKinds.Words()) {
		values = append(values, strconv.Quote(w.Value))
	}
	slices.Sort(values)
	return slices.Compact(values)
}

// deepValues are those that a schema takes for more than the reader does: it
// sees times as texts and 2048.0 as whole, and knows neither the calendar, nor
// DNS, nor secrets, nor the length in bytes.
func deepValues() []string {
	return []string{
		`2026-11-22T21:40:00Z`, `2026-11-22 21:40:00+01:00`, `2026-11-22T21:40:00`, `2026-11-22`, `21:40:00`, `0000-01-01T00:00:00Z`, `"2026-11-22T21:40:00Z"`,
		`1.0`, `2048.0`, `nan`, `"2026-02-30"`, `"a..b"`, `"-.-"`, `"mp1.contoso.com/x"`, `"a.b\tc"`, `"münchen.contoso.com"`, `"a。b"`, `"eyJhbGciOiJSUzI1NiJ9.e30"`, `"-----BEGIN"`,
		strconv.Quote(strings.Repeat("é", model.MaxText-1)), `{a = {b = [1, 2026-01-01]}}`, `[{id = "a"}, {id = "a"}]`, `[{id = ""}]`,
	}
}

// TestSchemaIsAsStrictAsTheReader gives every key every value.
func TestSchemaIsAsStrictAsTheReader(t *testing.T) {
	slow.Long(t)
	t.Parallel()
	s := compiled(t)
	for _, name := range allKeys() {
		for _, value := range plainValues() {
			text := planWith(name, value)
			_, reader := Parse("x", []byte(text))
			if err := refusal(t, s, text); (err == nil) != (reader == nil) {
				t.Errorf("%s = %.60s\nschema: %v\nreader: %v", name, value, err, reader)
			}
		}
	}
}

func TestSchemaIsNeverStricterThanTheReader(t *testing.T) {
	t.Parallel()
	s := compiled(t)
	for _, name := range allKeys() {
		for _, value := range deepValues() {
			text := planWith(name, value)
			_, reader := Parse("x", []byte(text))
			if err := refusal(t, s, text); err != nil && reader == nil {
				t.Errorf("%s = %.60s\nschema: %v", name, value, err)
			}
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := compiled(t)
	tooMany := "devices = [" + strings.Repeat("{},", maxEntries+1) + "]\n"
	for name, text := range map[string]string{
		"no format":            "name = \"x\"\n",
		"a newer format":       "format = 2\n",
		"an unknown table":     "format = 1\n[gatevay]\n",
		"capitals in a key":    "format = 1\n[site]\nCode = \"P01\"\n",
		"one bracket":          "format = 1\n[devices]\n",
		"two brackets":         "format = 1\n[[site]]\n",
		"a task without an ID": "format = 1\n[[tasks]]\nstate = \"done\"\n",
		"too many entries":     "format = 1\n" + tooMany,
	} {
		if err := refusal(t, s, text); err == nil {
			t.Errorf("%s: the schema takes it", name)
		}
		if _, err := Parse("x", []byte(text)); err == nil {
			t.Errorf("%s: the reader takes it", name)
		}
	}
	for _, name := range allKeys() {
		text := planWith(name+"x", "1")
		if err := refusal(t, s, text); err == nil {
			t.Errorf("the schema takes the unknown key %sx", name)
		}
	}
}

// walk visits every schema within a schema, with the path to it.
func walk(s map[string]any, path string, visit func(path string, s map[string]any)) {
	visit(path, s)
	if items, ok := s["items"].(map[string]any); ok {
		walk(items, path+"[]", visit)
	}
	if keys, ok := s["properties"].(map[string]any); ok {
		for key, inner := range keys {
			walk(inner.(map[string]any), path+"."+key, visit)
		}
	}
}

func decodedSchema(t *testing.T) map[string]any {
	t.Helper()
	var s map[string]any
	if err := json.Unmarshal(Schema(), &s); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestEveryWordOfTheSchemaIsExplained(t *testing.T) {
	choices := 0
	walk(decodedSchema(t), "", func(path string, s map[string]any) {
		words, isChoice := s["enum"].([]any)
		if !isChoice {
			return
		}
		choices++
		texts, _ := s["enumDescriptions"].([]any)
		ours, _ := s["x-taplo"].(map[string]any)["docs"].(map[string]any)["enumValues"].([]any)
		if len(texts) != len(words) || !reflect.DeepEqual(texts, ours) || slices.Contains(texts, any("")) ||
			slices.Contains(words, any(model.Unsure)) == strings.HasSuffix(path, ".assumed[]") {
			t.Errorf("%s: the words %q have the texts %q and %q", path, words, texts, ours)
		}
	})
	if choices < 40 {
		t.Errorf("only %d keys with words", choices)
	}
}

func TestEveryKeyOfTheSchemaIsExplained(t *testing.T) {
	walk(decodedSchema(t), "", func(path string, s map[string]any) {
		text, _ := s["description"].(string)
		if !strings.HasSuffix(text, ".") && !strings.HasSuffix(path, "[]") {
			t.Errorf("%s is explained as %q", path, text)
		}
		if _, isTable := s["properties"]; isTable && s["additionalProperties"] != false {
			t.Errorf("%s takes any key", path)
		}
	})
}

func TestNumbersOfTheSchemaHaveTheirLimits(t *testing.T) {
	text := string(Schema())
	want := regexp.MustCompile(`"vm_instances": \{\s+"description": "How many VM instances\? A whole number from 1 to 16 or \\"unsure\\"\. Team: ConfigMgr\."[^}]+"minimum": 1,\s+"maximum": 16\s`)
	if !want.MatchString(text) {
		t.Errorf("vm_instances is not as it should be")
	}
}

// topLevelKey is a key of the file as the schema is indented.
var topLevelKey = regexp.MustCompile(`(?m)^    "(\w+)": \{$`)

func TestSchemaKeepsTheOrderOfTheFile(t *testing.T) {
	if !bytes.Equal(Schema(), Schema()) {
		t.Error("two schemas of one program differ")
	}
	var names []string
	for _, found := range topLevelKey.FindAllStringSubmatch(string(Schema()), -1) {
		names = append(names, found[1])
	}
	var want []string
	for _, k := range keysOf(reflect.TypeFor[model.Plan]()) {
		want = append(want, k.name)
	}
	if !slices.Equal(names, want) {
		t.Errorf("the keys are %q, want %q", names, want)
	}
	if bytes.Contains(Schema(), []byte(`\u003c`)) || bytes.Contains(Schema(), []byte("null")) {
		t.Error("the schema holds escapes or nulls that nobody needs")
	}
}

// TestReservedSiteCodes compares the list with the reader, code by code.
func TestReservedSiteCodes(t *testing.T) {
	const signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	field, _ := new(model.Answers).Field("site.code")
	for n := range len(signs) * len(signs) * len(signs) {
		code := string([]byte{signs[n%36], signs[n/36%36], signs[n/36/36]})
		if refused := field.Set(code) != nil; refused != slices.Contains(model.ReservedSiteCodes, code) {
			t.Errorf("%s is refused by the reader: %v", code, refused)
		}
	}
}
