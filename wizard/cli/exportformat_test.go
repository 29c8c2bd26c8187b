package cli

import "testing"

// TestFormatOfAFile: the ending decides where no format is named, and never contradicts
// the one that is.
func TestFormatOfAFile(t *testing.T) {
	for _, c := range []struct{ format, output, want string }{
		{"", "-", "text"},
		{"", "a.PDF", "pdf"},
		{"pdf", "a", "pdf"},
		{"pdf", "a.old", "pdf"},
		{"json", "a.txt", "json"},
		{"change", "a.docx", "change-docx"},
		{"change", "a.md", "change"},
		{"pdf", "a.csv", "--format pdf does not fit the ending of a.csv; end the name of the file in .pdf, or leave --format out"},
		{"pdf", "a.txt", "--format pdf does not fit the ending of a.txt; end the name of the file in .pdf, or leave --format out"},
		{"change", "a.pdf", "--format change does not fit the ending of a.pdf; end the name of the file in .md, .html, .docx"},
		{"", "", "the name of the file is empty; give one, - for the standard output"},
	} {
		format, err := exportFlags{format: c.format, output: c.output}.find()
		got := format.Name
		if wrong, ok := err.(*mistake); ok {
			got = wrong.what + "; " + wrong.hint
		}
		if got != c.want {
			t.Errorf("%q into %q is %q, not %q", c.format, c.output, got, c.want)
		}
	}
}
