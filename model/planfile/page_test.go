package planfile

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

const formatPage = "../../docs/plan-format.md"

// TestFormatPage keeps the page about the plan file what the reader does: it is
// made from the same table of keys.
func TestFormatPage(t *testing.T) {
	want := pageOfKeys()
	if *plantest.Update {
		if err := os.WriteFile(formatPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(formatPage)
	if err != nil || strings.ReplaceAll(string(got), "\r\n", "\n") != want {
		t.Errorf("%s does not show the keys as they are (%v): run go test ./model/planfile -update", formatPage, err)
	}
}

const formatIntro = `# The plan file

A plan is one TOML file. An absent key is not answered yet; ` + "`\"unsure\"`" + ` means "I do not know yet, somebody must find
out", and every key takes it. ` + "`format = 1`" + ` stands at the top and is required. The program adds ` + "`id`, `serial`,\n`rules` (the edition of the rules that judged the plan when it was saved), `created`, `updated`, `step`" + ` and the list of tasks. Unknown keys and words are refused with their line; comments that people
write stay. Nothing secret has a key here, and a text with a token or a key in it is refused. This page is made from the table that the reader uses.
`

func pageOfKeys() string {
	var b strings.Builder
	b.WriteString(formatIntro)
	plan := model.Plan{}
	plan.Devices = make([]model.Device, 1)
	plan.ManagementPoints = make([]model.ManagementPoint, 1)
	plan.ConnectionPoints = make([]model.ConnectionPoint, 1)
	table := ""
	for _, f := range plan.Fields() {
		name, key, _ := strings.Cut(f.Key, ".")
		if name != table {
			table = name
			fmt.Fprintf(&b, "\n## `%s`\n\n%s\n\n| Key | Question | Values | Team |\n|---|---|---|---|\n", heading(name), explanations[strings.TrimSuffix(name, "[0]")].text)
		}
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", key, f.Ask, values(f), model.Teams.Label(f.Team))
	}
	b.WriteString(formatAssumed)
	b.WriteString(formatTasks)
	return b.String()
}

const formatAssumed = `
## ` + "`assumed`" + `

Each of these tables, and each entry of a list, may hold ` + "`assumed`" + `: the keys of that table that the program filled in and
nobody said, such as ` + "`assumed = [\"environment\", \"vm_size\"]`" + `. They are judged as any other value. Take a key off the list to confirm its
value. A key without a line is passed over, and a value that is not the one that the program would assume counts as your answer.
"cmgwizard assume" fills the lists, and works all of it out anew when an answer has changed.
`

var formatTasks = `
## ` + "`[[evidence]]`" + `

What was read from a file, one entry for each certificate in it: ` + "`kind` (`certificate` of a client or a CA, `server-certificate`,\n`device-state`, `registration-token`, `site-facts`), `file` (its base name), `sha256` (of its bytes), `read` (when) and `facts`" + `,
public facts that the program alone writes and reads.

## ` + "`[[tasks]]`" + `

What was done about each task, written at every save in the order of the checklist: ` + "`id`, `title`, `state`, `owner`,\n`due`, `by`, `at`, `note`, `revision` (of the task; its wording may change without it, and older plans have a hash, `text`). `state` is one of `open`, `done`, `blocked`, `accepted-risk`, `not-needed`; `by` is `answer`" + `
where your answers state the result already.

## ` + "`[[log]]`" + `

What happened in a change window ("cmgwizard run"), one entry after the other, written as it happens and by the program alone: ` + "`task` (its ID), `what`,\n`at` (with the offset of the clock), `by` and `note`. `what` is one of " + whatWords() + ".\nNothing is ever taken out of a log: `taken-back` says that the last entry before it that still counts was a mistake, which then counts no more." + `
A log has at most 10,000 entries.
`

func whatWords() string {
	var words []string
	for _, w := range model.LogWhats {
		words = append(words, "`"+string(w.Value)+"`")
	}
	return strings.Join(words, ", ")
}

func heading(table string) string {
	if list, ok := strings.CutSuffix(table, "[0]"); ok {
		return "[[" + list + "]]"
	}
	return "[" + table + "]"
}

func values(f model.Field) string {
	var words []string
	for _, w := range f.Words() {
		words = append(words, fmt.Sprintf("`%s` (%s)", w.Value, strings.TrimSuffix(w.Label+": "+w.Means, ": ")))
	}
	switch f.Kind() {
	case model.NumberField:
		return "a whole number"
	case model.TextField:
		return "text"
	case model.ListField:
		return "a list of: " + strings.Join(words, ", ")
	}
	return strings.Join(words, ", ")
}
