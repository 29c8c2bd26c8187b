package doc

import "testing"

func TestAddress(t *testing.T) {
	for url, want := range map[string]string{
		"https://learn.microsoft.com/x#a": "https://learn.microsoft.com/x#a",
		"https://a/?b=c&d=e":              "https://a/?b=c&d=e",
		`https://a/"><script>`:            "https://a/%22%3E%3Cscript%3E",
		"https://a/) [x](b":               "https://a/%29%20%5Bx%5D%28b",
		"http://a/":                       "",
		"javascript:alert(1)":             "",
		" https://a/":                     "",
		"HTTPS://a/":                      "",
	} {
		if got, ok := Address(url); got != want || ok != (want != "") {
			t.Errorf("%q gives %q", url, got)
		}
	}
}
