package export

import "testing"

func TestFind(t *testing.T) {
	for name, want := range map[string]string{
		"text": "text", "txt": "text", "markdown": "markdown", "md": "markdown", "html": "html", "json": "json", "": "", ".md": "", "pdf": "pdf", "ics": "calendar", "decision": "decision", "rtf": "",
	} {
		if f, ok := Find(name); f.Name != want || ok != (want != "") {
			t.Errorf("%q finds %q", name, f.Name)
		}
	}
}
