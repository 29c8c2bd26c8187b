package planfile

import (
	"math/rand"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/assume"
	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
)

// TestAssumedKeysAreReadStrictly names the file, the line, the key and what to
// do.
func TestAssumedKeysAreReadStrictly(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"an unknown key":         {"[gateway]\nassumed = [\"vm_sise\"]\n", `x:3: gateway.assumed: "vm_sise" is no key of gateway: did you mean vm_size?`},
		"nothing like a key":     {"[gateway]\nassumed = [\"\"]\n", `x:3: gateway.assumed: "" is no key of gateway: list keys of this table, such as `},
		"a key of another table": {"[gateway]\nassumed = [\"dotnet_48\"]\n", `x:3: gateway.assumed: "dotnet_48" is a key of site: list it there`},
		"a key twice":            {"[gateway]\nvm_size = \"A2_v2\"\nassumed = [\"vm_size\", \"vm_size\"]\n", `x:4: gateway.assumed: "vm_size" is there twice: list it once`},
		"no list":                {"[site]\nassumed = \"version\"\n", `x:3: site.assumed: expected a list of keys of this table in quotes, such as ["code"]`},
		"a list of numbers":      {"[site]\nassumed = [1]\n", `x:3: site.assumed: expected a list of keys of this table in quotes, such as ["code"]`},
		"tables":                 {"[[site.assumed]]\n", `site.assumed: expected a list of keys of this table`},
		"in an entry":            {"[[devices]]\n[[devices]]\nassumed = [\"host\"]\n", `x:4: devices[1].assumed: "host" is a key of management_points: list it there`},
		"the list itself":        {"[token]\nassumed = [\"assumed\"]\n", `x:3: token.assumed: "assumed" is no key of token`},
		"where nothing can be":   {"[[tasks]]\nid = \"a\"\nassumed = [\"id\"]\n", "x:4: tasks[0].assumed: unknown key"},
		"hostile":                {"[token]\nassumed = [\"\\u001b[31m\"]\n", "is no key of token"},
	} {
		_, err := Parse("x", []byte("format = 1\n"+c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || model.Clean(err.Error()) != err.Error() {
			t.Errorf("%s: %v, want %s", name, err, c.want)
		}
	}
}

const assumedPlan = `format = 1

[[devices]]
join = "hybrid"
assumed = ["windows", "internet"]
windows = "10-or-later"
internet = "yes"

[gateway]
vm_instances = 2
vm_size = "A2_v2"
environment = "AzurePublicCloud"
assumed = ["vm_instances", "environment", "region", "vm_size"]
`

// TestAssumedKeysAreWrittenInOrder: behind the values, in the order of the keys,
// without those that have no line.
func TestAssumedKeysAreWrittenInOrder(t *testing.T) {
	doc := parse(t, assumedPlan)
	text := string(doc.Format(doc.Plan))
	for _, want := range []string{
		"internet = \"yes\"\nwindows = \"10-or-later\"\nassumed = [\"internet\", \"windows\"]\n",
		"vm_instances = 2\nassumed = [\"environment\", \"vm_size\", \"vm_instances\"]\n",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	wantStable(t, doc, assumedPlan)
}

// TestAnAnswerIsNotAssumed: nothing is listed once somebody said it.
func TestAnAnswerIsNotAssumed(t *testing.T) {
	doc := parse(t, assumedPlan)
	for _, f := range doc.Plan.AssumedFields() {
		if err := f.Set(f.Text()); err != nil {
			t.Fatal(err)
		}
	}
	if text := string(doc.Format(doc.Plan)); strings.Contains(text, "assumed") {
		t.Errorf("still assumed:\n%s", text)
	}
}

// TestConfirmedPlansArePlain: with everything confirmed a plan is byte for byte
// the one in which people gave these answers, and one with assumptions is read
// as it was written.
func TestConfirmedPlansArePlain(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewSource(29))
	for range slow.Rounds(40) {
		plain := *plantest.RandomPlan(random)
		for _, f := range plain.Fields() {
			if random.Intn(2) == 0 {
				f.Clear()
			}
		}
		assumed := assume.Plan(plain)
		text := string(New().Format(assumed))
		doc := parse(t, text)
		if again := string(doc.Format(doc.Plan)); again != text {
			t.Fatalf("read and written again:\n%s\nwas\n%s", again, text)
		}
		for _, f := range plain.Fields() {
			g, _ := assumed.Field(f.Key)
			if err := f.Set(g.Text()); err != nil {
				t.Fatal(err)
			}
		}
		want := string(New().Format(plain))
		if got := string(New().Format(assume.Confirm(doc.Plan, assume.Everything))); got != want || strings.Contains(got, "assumed") {
			t.Fatalf("confirmed:\n%s\nwant\n%s", got, want)
		}
	}
}

// TestHandWrittenValuesAreAnswers: a listed value that is not what would be
// assumed was changed by hand, and a listed key that is never assumed was too.
func TestHandWrittenValuesAreAnswers(t *testing.T) {
	p := parse(t, "format = 1\n[site]\ncode = \"P01\"\nassumed = [\"code\"]\n[gateway]\nvm_instances = 5\nvm_size = \"A2_v2\"\nassumed = [\"vm_size\", \"vm_instances\"]\n").Plan
	if p.Site.Assumed != "" || p.Gateway.Assumed != "vm_size" {
		t.Errorf("assumed are %q and %q", p.Site.Assumed, p.Gateway.Assumed)
	}
}
