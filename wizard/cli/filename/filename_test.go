package filename

import (
	"strings"
	"testing"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"Contoso":                   "contoso",
		"Zürich & Genève 2026":      "zurich-geneve-2026",
		"../../etc/passwd":          "etc-passwd",
		"CON":                       "con-plan",
		"com1":                      "com1-plan",
		"com10":                     "com10",
		"":                          "plan",
		"東京":                        "plan",
		"\x1b[31mred":               "31mred",
		"a.toml":                    "a-toml",
		strings.Repeat("long ", 50): strings.TrimRight(strings.Repeat("long-", 12), "-"),
	} {
		if got := Slug(name); got != want {
			t.Errorf("%q becomes %q, not %q", name, got, want)
		}
	}
}
