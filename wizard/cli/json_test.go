package cli

import (
	"encoding/json"
	"testing"
)

// JSON is the same with the signs that a terminal obeys or hides escaped.
func TestJSONHidesNoSigns(t *testing.T) {
	for _, path := range []string{"plan.toml", "a\u202eb\u200b\u009b31m\x7f.toml", "tag\U000e0041\U0001f600.toml", "a\x1b[31m\n\ufeff", "界é"} {
		data, err := json.Marshal(map[string]string{"file": path})
		if err != nil {
			t.Fatal(err)
		}
		shown := visible(append(data, '\n'))
		var back map[string]string
		if err := json.Unmarshal(shown, &back); err != nil || back["file"] != path {
			t.Errorf("%q became %q: %v", path, back["file"], err)
		}
		for _, r := range string(shown) {
			if isHidden(r) {
				t.Errorf("%U of %q gets through", r, path)
			}
		}
	}
}
