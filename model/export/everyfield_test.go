package export

import (
	"bytes"
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// inEveryField is the checklist of the mixed plan with a text in front of each
// text in it, but for the words of closed vocabularies.
func inEveryField(value string) judge.Checklist {
	c := fullChecklist()
	prefixTexts(reflect.ValueOf(&c).Elem(), value)
	return c
}

// fullChecklist is the checklist of the mixed plan with something in every
// field that a task need not have.
func fullChecklist() judge.Checklist {
	c := judge.NewChecklist(mixedPlan(), testDate)
	for i := range c.Sections {
		for j := range c.Sections[i].Items {
			item := &c.Sections[i].Items[j]
			item.Versions = []string{"From version 2409 on: one thing.", "Before version 2309: another."}
			item.Conflict = model.Disagreements{{ID: "C98", Text: "first of " + item.ID + "."}, {ID: "C99", Text: "second of " + item.ID + "."}}
		}
	}
	return c
}

func prefixTexts(v reflect.Value, value string) {
	switch v.Kind() {
	case reflect.String:
		if v.Type() == reflect.TypeFor[string]() && v.String() != "" {
			v.SetString(value + " " + v.String())
		}
	case reflect.Slice:
		v.Set(reflect.AppendSlice(reflect.MakeSlice(v.Type(), 0, v.Len()), v))
		for i := range v.Len() {
			prefixTexts(v.Index(i), value)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Field(i).CanSet() && !notText[v.Type().Field(i).Name] {
				prefixTexts(v.Field(i), value)
			}
		}
	}
}

// notText are fields that are no text: what an address may be has its own test,
// and the ID of a phase is a word of this program.
var notText = map[string]bool{"URL": true, "Phase": true}

// onOneLine is a hostile text whose line breaks do not make more lines of a note.
func onOneLine(value string) string { return strings.ReplaceAll(value, "\n", " ") }

func TestEveryFieldIsTextInHTML(t *testing.T) {
	want, _ := skeleton(t, written(t, htmlFormat, inEveryField(harmless)))
	for _, value := range tried() {
		got, _ := skeleton(t, written(t, htmlFormat, inEveryField(onOneLine(value))))
		if !slices.Equal(got, want) {
			t.Errorf("%q changes the page: %s", value, firstDifference(got, want))
		}
	}
}

func TestEveryFieldComesBackFromHTML(t *testing.T) {
	for _, value := range tried() {
		c := inEveryField(onOneLine(value))
		_, words := skeleton(t, written(t, htmlFormat, c))
		for _, text := range printedTexts(c) {
			if !strings.Contains(words, shown(text)) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

func TestEveryFieldComesBackFromMarkdown(t *testing.T) {
	want, _ := blocks(written(t, markdownFormat, inEveryField(harmless)))
	for _, value := range tried() {
		c := inEveryField(onOneLine(value))
		page := written(t, markdownFormat, c)
		if got, _ := blocks(page); !slices.Equal(withoutBold(got), withoutBold(want)) {
			t.Errorf("%q changes the page: %s", value, firstDifference(withoutBold(got), withoutBold(want)))
		}
		words := strings.Join(strings.Fields(rendered(page)), " ")
		for _, text := range printedTexts(c) {
			if !strings.Contains(words, shown(text)) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

// withoutBold leaves out what only changes the look: labels are not bold where
// Markdown would take the stars for text, and code that is blank is none.
func withoutBold(nodes []string) []string {
	return slices.DeleteFunc(slices.Clone(nodes), func(n string) bool {
		return n == "Emphasis" || n == "CodeSpan"
	})
}

func TestEveryFieldComesBackFromJSON(t *testing.T) {
	for _, value := range tried() {
		c := inEveryField(value)
		var page map[string]any
		if err := json.Unmarshal(written(t, jsonFormat, c), &page); err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		var got []string
		textsIn(page, &got)
		for _, text := range printedTexts(c) {
			if !slices.ContainsFunc(got, func(g string) bool { return strings.Contains(g, model.Clean(text)) }) {
				t.Errorf("%q does not come back", text)
			}
		}
	}
}

func textsIn(value any, texts *[]string) {
	switch value := value.(type) {
	case string:
		*texts = append(*texts, value)
	case []any:
		for _, v := range value {
			textsIn(v, texts)
		}
	case map[string]any:
		for _, v := range value {
			textsIn(v, texts)
		}
	}
}

// printedTexts are texts that every format prints whole.
func printedTexts(c judge.Checklist) []string {
	texts := []string{c.Plan.Name, c.Plan.ID, c.Plan.Site.Code}
	for _, d := range c.Decisions {
		texts = append(append(texts, d.Title, d.Choice, d.Why), d.Conflict.Paragraphs()...)
	}
	for _, f := range c.Outcome.Findings {
		texts = append(append(texts, f.Title, f.Fix), f.Conflict.Paragraphs()...)
	}
	for _, r := range c.Outcome.Requirements {
		if r.Need != rules.NotRequired {
			texts = append(texts, r.Conflict.Paragraphs()...)
		}
	}
	for _, o := range c.Outcome.Open {
		texts = append(texts, o.Question)
	}
	for _, item := range c.Items() {
		texts = append(texts, item.Title)
		if !byAnswer(item) {
			texts = append(texts, item.Who, item.If, item.Wait, item.Progress.Owner, item.Progress.Due)
			texts = append(append(texts, item.Versions...), item.Conflict.Paragraphs()...)
		}
		for _, command := range item.Commands {
			texts = append(texts, command.Line)
		}
	}
	return texts
}

func TestTextHasNoLineThatIsTooLong(t *testing.T) {
	for line := range bytes.Lines(written(t, textFormat, judge.NewChecklist(mixedPlan(), testDate))) {
		text := strings.TrimSuffix(string(line), "\n")
		if len([]rune(text)) > textWidth && !strings.Contains(text, "://") && !strings.HasPrefix(text, strings.Repeat(" ", 12)) {
			t.Errorf("%d columns: %s", len([]rune(text)), text)
		}
	}
}
