package planfile

import (
	"bytes"
	"math"
	"os"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

// withoutTasks leaves out what the checklist decides, which is no matter of the
// file.
func withoutTasks(text []byte) string {
	before, rest, found := bytes.Cut(text, []byte("\n#~ What was done about"))
	if !found {
		return string(text)
	}
	i := bytes.Index(rest, []byte("\n"+goneMark))
	return string(before) + "…" + string(rest[max(i, 0):])
}

func TestTheTextOfAPlanIsAsItWas(t *testing.T) {
	doc := parse(t, string(sample(t)))
	got := withoutTasks(doc.Format(doc.Plan))
	const golden = "testdata/contoso.golden"
	if *plantest.Update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil || got != string(want) {
		t.Errorf("the text has changed (%v): run with -update and look at the difference\n%s", err, got)
	}
}

func TestWriteReadWriteGivesTheSameBytes(t *testing.T) {
	for name, text := range map[string]string{
		"a full plan":           string(sample(t)),
		"a small plan":          smallPlan,
		"CRLF":                  strings.ReplaceAll(string(sample(t)), "\n", "\r\n"),
		"comments only":         "# a\n\n# b\n\n\n# c\nformat = 1 # d\n# e\n\n# f\n\n# g\n",
		"comments to orphans":   "# a\nname = \"\" # b\n# c\n[site] # d\n# e\ncode = \"\" # f\n# g\n\nformat.x = 1",
		"format not first":      "name = \"x\"\n# a\n\n# b\nformat = 1\n# c\n[gateway]\n# d\n\n[site]\ncode = \"P01\"\n# e\n\n# f\n",
		"tables in other order": "format = 1\n[gateway]\nregion = \"a\"\n# at the end of the gateway\n\n# at the site\n[site]\ncode = \"P01\"\n# end of site\n# more\n",
		"empty entries":         "format = 1\n[[devices]]\n[[devices]] # two\n[[connection_points]]\n[site]\n",
	} {
		t.Run(name, func(t *testing.T) {
			doc, err := Parse("contoso.toml", []byte(strings.TrimSuffix(text, "\nformat.x = 1")))
			if name == "comments to orphans" {
				doc, err = Parse("contoso.toml", []byte("format = 1\n"+strings.TrimSuffix(text, "\nformat.x = 1")))
			}
			if err != nil {
				t.Fatal(err)
			}
			wantStable(t, doc, text)
		})
	}
}

func wantStable(t *testing.T, doc *Document, text string) {
	t.Helper()
	first := doc.Format(doc.Plan)
	if again := doc.Format(doc.Plan); !bytes.Equal(first, again) {
		t.Fatal("two texts for one plan")
	}
	read, err := Parse("contoso.toml", first)
	if err != nil {
		t.Fatalf("what was written cannot be read: %v\n%s", err, first)
	}
	if second := read.Format(read.Plan); !bytes.Equal(first, second) {
		t.Fatalf("written first\n%s\nwritten then\n%s\nfrom\n%s", first, second, text)
	}
	if strings.Contains(string(first), "\r\n") != endsInCRLF(text) {
		t.Error("the ends of the lines have changed")
	}
}

func TestCommentsOfPeopleSurvive(t *testing.T) {
	doc := parse(t, string(sample(t)))
	plan := doc.Plan
	plan.Devices = plan.Devices[:1]
	plan.Site = model.Site{Security: model.HTTPSOnly}
	text := string(doc.Format(plan))
	for line := range strings.SplitSeq(string(sample(t)), "\n") {
		if i := strings.Index(line, "# "); i >= 0 && strings.Count(text, line[i:]) != 1 {
			t.Errorf("%q is there %d times", line[i:], strings.Count(text, line[i:]))
		}
	}
	for _, want := range []string{
		"# Contoso: reviewed by Anna every Monday.\n\n" + beginMark,
		"#:schema ./plan.schema.json\nformat = 1\n",
		"updated = 2026-11-22T21:40:00Z # local time is one hour more\nstep = \"devices\"\n# end of the beginning\n\n# The site in Berlin.\n",
		"\n[site] # one site only\nsecurity = \"https-only\"\n# ask Ben about the CRL\n\n# Laptops first.\n",
		"# both\n# for the kiosks\nregistration = [\"internal-network\", \"bulk\"]\n",
		"# Cara will do it.\n",
		"text = \"abc123\"\n# nothing left to do\n",
		"\n# old: \"P00\"\n# Then the kiosks.\n# not sure about this one\n\n# The very end.\n\n" + endMark + "\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("not there:\n%s", want)
		}
	}
	if t.Failed() {
		t.Log(text)
	}
}

func TestCommentsFollowTheirTask(t *testing.T) {
	doc := parse(t, "format = 1\n# on a\n[[tasks]]\nid = \"old-a\"\nstate = \"done\"\n# on b\n[[tasks]]\nid = \"old-b\" # b\nstate = \"done\"\n")
	slices.Reverse(doc.Plan.Tasks)
	text := string(doc.Format(doc.Plan))
	a, b := strings.Index(text, "# on a\n"), strings.Index(text, "# on b\n")
	if !(0 < b && b < strings.Index(text, `id = "old-b" # b`) && strings.Index(text, `id = "old-b" # b`) < a && a < strings.Index(text, `id = "old-a"`)) {
		t.Errorf("the comments are elsewhere:\n%s", text)
	}
}

func TestATaskThatIsNotNeededSaysSo(t *testing.T) {
	doc := parse(t, "format = 1\n[[tasks]]\nid = \"gone-task\"\nstate = \"done\"\nnote = \"kept\"\n")
	text := string(doc.Format(doc.Plan))
	if !strings.Contains(text, goneMark+"\n[[tasks]]\nid = \"gone-task\"\nstate = \"done\"\nnote = \"kept\"\n") {
		t.Errorf("not marked:\n%s", text)
	}
}

// TestEveryKeyGoesToTheFileAndBack fills every field of a plan that the tags
// name.
func TestEveryKeyGoesToTheFileAndBack(t *testing.T) {
	var plan model.Plan
	fill(t, reflect.ValueOf(&plan).Elem(), "")
	plan.Format, plan.Tasks[0].ID, plan.Tasks[0].Title = 1, "gone-task", ""
	plan.At = time.Time{} // it has no key
	text := New().Format(plan)
	got := parse(t, string(text)).Plan
	got.Tasks = slices.DeleteFunc(got.Tasks, func(task model.Progress) bool { return task.ID != "gone-task" })
	if !reflect.DeepEqual(plan, got) {
		t.Errorf("written %+v\nread %+v\n%s", plan, got, text)
	}
}

// fill gives every field a value; wordy fields get their last word.
func fill(t *testing.T, v reflect.Value, check string) {
	switch value := v.Addr().Interface().(type) {
	case *time.Time:
		*value = time.Date(2026, 11, 22, 21, 40, 0, 0, time.UTC)
		return
	case *model.Number:
		*value = model.Num(7)
		return
	case *model.Assumed: // what is listed must be what is assumed
		return
	case *map[string]any:
		*value = map[string]any{"text": "a\nb", "n": int64(1), "f": 1.0, "list": []any{"x", true}, "t": map[string]any{"a b": "c"}}
		return
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fill(t, v.Field(i), v.Type().Field(i).Tag.Get("check"))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fill(t, v.Index(0), check)
	case reflect.Int:
		v.SetInt(3)
	case reflect.String:
		v.SetString(textFor(t, v, check))
	}
}

func textFor(t *testing.T, v reflect.Value, check string) string {
	if vocabulary, ok := v.Interface().(interface{ Words() []model.Word }); ok {
		words := vocabulary.Words()
		return words[len(words)-1].Value
	}
	forms := map[string]string{"": "any \"text\"", "guid": "aaaabbbb-0000-cccc-1111-dddd2222eeee", "site-code": "P01",
		"version": "2409", "host": "a.contoso.com", "date": "2026-12-01", "console": "5.2603.1035.1200", "kb": "KB37942646"}
	text, ok := forms[check]
	if !ok {
		t.Fatalf("no example of %s", check)
	}
	return text
}

func TestEveryTableIsExplained(t *testing.T) {
	for _, k := range keysOf(reflect.TypeFor[model.Plan]()) {
		kind := k.field.Type
		if kind.Kind() == reflect.Slice {
			kind = kind.Elem()
		}
		if isTable(kind) && len(explain(k.name, kind)) == 0 {
			t.Errorf("[%s] is not explained", k.name)
		}
	}
}

func TestTextsAreKept(t *testing.T) {
	for _, text := range []string{
		`a"b`, `a\b`, "tab\there", "bell\a", "escape\x1b[31m", "bidi\u202Eevil", "BOM\uFEFF", "line\u2028sep", "\u0085", "\U000E0041",
		"emoji 😀", "joined \u200d", "a\nb", "\n", "a\n", "\na", "a\r\nb", "a\rb", "\"\"\"\n\"\"\"", "a\n\"", "\n\"\"", "\n\\", "\n\\\"\"", "# no comment\n#~ none",
		"trailing \nblanks ", "'''\n'''", "ends in \\", "[[devices]]\n[site]", "\u00a0",
	} {
		plan := model.Plan{Name: text, Tasks: []model.Progress{{ID: "gone-task", State: model.Done, Note: text}}}
		written := New().Format(plan)
		got := parse(t, string(written)).Plan
		if got.Name != text || got.Tasks[len(got.Tasks)-1].Note != text {
			t.Errorf("%q came back as %q\n%s", text, got.Name, written)
		}
		for _, r := range string(written) {
			if r != '\n' && visible(r) != string(r) {
				t.Errorf("%q is written with a bare %U", text, r)
			}
		}
	}
}

func TestBadUTF8IsMadeGood(t *testing.T) {
	got := parse(t, string(New().Format(model.Plan{Name: "a\xffb"}))).Plan
	if got.Name != "a\uFFFDb" {
		t.Errorf("got %q", got.Name)
	}
}

func TestFactsOfAnyKindAreWritten(t *testing.T) {
	facts := map[string]any{"int": 1, "uint": uint16(2), "float": 1e21, "nan": math.NaN(), "inf": math.Inf(-1), "texts": []string{"a", "b"},
		"maps": []map[string]any{{"x": 1}, {}}, "nil": nil, "": "empty", "a.b \u202e": true, "bytes": [2]byte{1, 2},
		"time": time.Date(2026, 1, 2, 3, 4, 5, 6, time.FixedZone("", 3600)), "duration": time.Second, "large": uint64(math.MaxUint64), "odd": struct{ A int }{1}}
	doc := New()
	doc.Plan.Evidence = []model.Evidence{{Kind: "certificate", Facts: facts}}
	text := doc.Format(doc.Plan)
	wantStable(t, parse(t, string(text)), "")
}

func TestAListOfNothingIsAnAnswer(t *testing.T) {
	doc := parse(t, "format = 1\n[token]\nregistration = []\n")
	if doc.Plan.Token.Registration == nil || !strings.Contains(string(doc.Format(doc.Plan)), "\nregistration = []\n") {
		t.Errorf("read as %#v", doc.Plan.Token)
	}
}

func TestUnsureIsAnAnswerEverywhere(t *testing.T) {
	var answers model.Answers
	for _, list := range []any{&answers.Devices, &answers.ManagementPoints, &answers.ConnectionPoints} {
		v := reflect.ValueOf(list).Elem()
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
	}
	for _, field := range answers.Fields() {
		if err := field.Set(model.Unsure); err != nil {
			t.Fatal(err)
		}
	}
	got := parse(t, string(New().Format(model.Plan{Answers: answers}))).Plan
	if !reflect.DeepEqual(got.Answers, answers) {
		t.Errorf("read as %+v", got.Answers)
	}
}
