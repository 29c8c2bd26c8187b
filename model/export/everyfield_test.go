package export

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/text"
	"cmgwizard/model/judge"
)

func TestEveryFieldComesBackFromJSON(t *testing.T) {
	for _, value := range exporttest.Tried() {
		c := exporttest.InEveryField(value)
		var page map[string]any
		if err := json.Unmarshal(exporttest.Written(t, jsonFormat, c), &page); err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		var got []string
		textsIn(page, &got)
		all, whole := strings.Join(got, "\x00"), map[string]bool{}
		for _, text := range got {
			whole[text] = true
		}
		for _, text := range exporttest.PrintedTexts(c) {
			if text := model.Clean(text); !whole[text] && !strings.Contains(all, text) {
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

func TestTextHasNoLineThatIsTooLong(t *testing.T) {
	for line := range bytes.Lines(exporttest.Written(t, text.Format, judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate))) {
		text := strings.TrimSuffix(string(line), "\n")
		if len([]rune(text)) > doc.TextWidth && !strings.Contains(text, "://") && !strings.HasPrefix(text, strings.Repeat(" ", 8)) {
			t.Errorf("%d columns: %s", len([]rune(text)), text)
		}
	}
}
