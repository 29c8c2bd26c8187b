package planfile

import (
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
)

func seeds(f *testing.F) {
	for _, seed := range []string{
		smallPlan, "", "format = 1", "format = 2", "# a\n\n# b\nformat = 1 # c\n\n# d", "format = 1\nsite = {code = 'P01', 'version' = \"\"}",
		"format = 1\n[[tasks]]\nid = \"gone-task\"\nstate = \"done\"\nnote = \"\"\"\na\n\"\"\"\"\"\n", "format = 1\n[token]\nregistration = [\n# x\n\"bulk\", # y\n]",
		"format = 1\n[[evidence]]\n[evidence.facts]\n\"a b\" = [1, 2.5, {x = 2026-01-01T00:00:00Z}]\na.b.c = true\n", "format = 1\r\nname = \"\\u202e\"\r\n", "format = 1\t\nname = \"a\"\r\n",
		"format = 1\n[gateway]\nvm_size = \"A2_v2\"\nassumed = [\"vm_size\", \"environment\"]\n", "format = 1\ndevices = [{join = \"hybrid\", assumed = [\"join\", 1]}]\n",
		"format = 1\n[[devices]]\njoin = \"entra\"\ninternet = \"yes\"\nassumed = [\n# a\n\"internet\", # b\n\"internet\"]\n",
		"format = 1\n[[evidence]]\nfacts = {a = 1, # c\n b = 2}\n", "a = '''\n''''' # x", "\"\\", "a=[{b=[[", "[[a]]\n[a.b]\n[[a.c]]\n[[a.c]]",
	} {
		f.Add([]byte(seed))
	}
	f.Add(sample(f))
}

// FuzzParse tries any bytes. What is a plan is written and read again to the
// same bytes.
func FuzzParse(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		doc, err := Parse("x", data)
		if err == nil {
			wantStable(t, doc, string(data))
		} else if coder, ok := err.(exitCoder); !ok || coder.Hint() == "" || coder.ExitCode() != 3 || err.Error() == "" {
			t.Errorf("an error without a hint: %v", err)
		}
	})
}

// FuzzScan compares the scanner with the decoder: a text that is TOML passes the
// scanner or breaks a bound, and both find the same keys.
func FuzzScan(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, data []byte) {
		text, err := plainText("x", data)
		text = strings.ReplaceAll(text, "\r\n", "\n")
		if err != nil || len(text) > 2000 || strings.Contains(text, "\r\n") { // a CR before a CRLF is no end of a line
			return
		}
		outline, err := scan("x", text)
		if err != nil && strings.Contains(err.Error(), "more than 16") {
			return
		}
		tables, wrong := decode("x", text)
		if wrong == nil && err != nil {
			t.Fatalf("the scanner refuses TOML: %v\n%s", err, text)
		}
		if wrong == nil && len(outline.repeated) == 0 {
			compareKeys(t, outline, tables, text)
		}
	})
}

func compareKeys(t *testing.T, outline *outline, tables map[string]any, text string) {
	leaves := map[string]bool{}
	collectLeaves("", tables, leaves)
	for key := range leaves {
		if outline.lines[key] == 0 {
			t.Errorf("no line of %s among %q\n%s", key, slices.Sorted(maps.Keys(outline.lines)), text)
		}
	}
}

func collectLeaves(name string, value any, leaves map[string]bool) {
	if table, ok := value.(map[string]any); ok {
		for key, inner := range table {
			full := strings.TrimPrefix(name+"."+quoteKey(key), ".")
			_, isTable := inner.(map[string]any)
			_, isArray := inner.([]map[string]any)
			leaves[full] = !isTable && !isArray
			if !leaves[full] {
				delete(leaves, full)
			}
			collectLeaves(full, inner, leaves)
		}
		return
	}
	if list, ok := tablesOf(value); ok {
		for i, table := range list {
			collectLeaves(fmt.Sprintf("%s[%d]", name, i), table, leaves)
		}
	}
}

// FuzzFormat writes plans with any texts and reads them again.
func FuzzFormat(f *testing.F) {
	f.Add("Contoso", "a\nb", "key", "# c", true)
	f.Add("\"\"\"", "\\\"\n\"\"", "a.b \u202e", "# \t x", false)
	f.Fuzz(func(t *testing.T, name, note, fact, remark string, crlf bool) {
		if len(name)+len(note)+len(fact) > 250 || strings.ContainsFunc(remark, func(r rune) bool { return visible(r) != string(r) || r == '\uFFFD' }) {
			return
		}
		remark = "# " + strings.TrimSpace(remark)
		doc := New()
		doc.crlf = crlf
		doc.comments.head, doc.comments.tail = []string{remark}, []string{remark, "", remark}
		doc.comments.addAbove("format", []string{remark})
		doc.comments.addBeside("name", remark)
		doc.comments.addBelow("site", []string{remark})
		doc.Plan = model.Plan{Name: name, Answers: model.Answers{Gateway: model.Gateway{Region: note}},
			Tasks:    []model.Progress{{ID: "gone-task", State: model.Done, Note: note, Owner: name}},
			Evidence: []model.Evidence{{Kind: "certificate", File: name, Facts: map[string]any{fact: note, "l": []any{name, map[string]any{fact: 1}}}}}}
		read, err := Parse("x", doc.Format(doc.Plan))
		if err != nil {
			t.Fatal(err)
		}
		valid := strings.ToValidUTF8
		if read.Plan.Name != valid(name, "\uFFFD") || read.Plan.Gateway.Region != valid(note, "\uFFFD") {
			t.Errorf("%q and %q came back as %q and %q", name, note, read.Plan.Name, read.Plan.Gateway.Region)
		}
		wantStable(t, read, string(doc.Format(doc.Plan)))
	})
}

func BenchmarkParse(b *testing.B) {
	text := sample(b)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Parse("contoso.toml", text); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	path := filepath.Join(b.TempDir(), "contoso.toml")
	if err := os.WriteFile(path, sample(b), 0o644); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := Read(path); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFormat(b *testing.B) {
	doc := parse(b, string(sample(b)))
	for b.Loop() {
		doc.Format(doc.Plan)
	}
}
