package export

import (
	"encoding/json"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/export/exporttest"
)

func TestHostileTextIsTextInJSON(t *testing.T) {
	for _, value := range exporttest.Tried() {
		var page map[string]any
		data := exporttest.Exported(t, jsonFormat, value)
		if err := json.Unmarshal(data, &page); err != nil {
			t.Fatalf("%q: %v", value, err)
		}
		if page["name"] != exporttest.Shown(value) && page["name"] != model.Clean(value) {
			t.Errorf("%q comes back as %q", value, page["name"])
		}
	}
}
