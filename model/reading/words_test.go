package reading

import "testing"

func TestIsText(t *testing.T) {
	for text, want := range map[string]bool{
		"plain\n\ttext": true, "Ger\x84t": true, "\x1b[31mred": true,
		"0\x82\x03\x00\x01\x02\x03": false, "MZ\x90\x00\x03\x00\x00\x00": false,
	} {
		if IsText(text) != want {
			t.Errorf("isText(%q) is %v", text, !want)
		}
	}
}
