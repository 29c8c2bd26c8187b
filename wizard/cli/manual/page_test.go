package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cmgwizard/wizard/cli"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

var request = regexp.MustCompile(`^\.(TH CMGWIZARD 1 ".*" ".*" ".*"|nh|nf|fi|PP|TP|S[HS] .+)$`)

// TestPage: the page has every command with its flags, and nothing that a text
// says is taken for an order to man.
func TestPage(t *testing.T) {
	root := cli.Commands(os.Stdout)
	got := page(root, "1.2.3", "2026-11-29")
	for line := range strings.SplitSeq(got, "\n") {
		if strings.HasPrefix(line, ".") && !request.MatchString(line) || strings.HasPrefix(line, "'") {
			t.Errorf("man would obey %q", line)
		}
	}
	walk(root, func(c *cobra.Command) {
		_, own, found := strings.Cut(got, ".SS "+safe(line(c))+"\n")
		own, _, _ = strings.Cut(own, ".SS ")
		if !found {
			t.Errorf("%s is missing", c.CommandPath())
		}
		c.Flags().VisitAll(func(f *pflag.Flag) {
			if told(f) && !strings.Contains(own, `\-\-`+safe(f.Name)+`\fR`) {
				t.Errorf("%s has no --%s", c.CommandPath(), f.Name)
			}
		})
	})
	if want := ".TH CMGWIZARD 1 \"2026-11-29\" \"cmgwizard 1.2.3\" \"User Commands\"\n"; !strings.HasPrefix(got, want) {
		t.Errorf("begins %.80q", got)
	}
}

func TestTextsGiveNoOrders(t *testing.T) {
	for text, want := range map[string]string{
		".TH x":       `\&.TH x`,
		"a\n'b":       "a\n\\(aqb",
		`C:\Temp`:     `C:\eTemp`,
		"a\n\n  b -c": "a\n\\&\n  b \\-c",
	} {
		if got := safe(text); got != want {
			t.Errorf("%q is written %q, not %q", text, got, want)
		}
	}
}

func TestFiles(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new")
	if err := write([]string{folder, "1.2.3", "2026-11-29"}); err != nil {
		t.Fatal(err)
	}
	for name, has := range map[string]string{
		"man/cmgwizard.1": ".SH NAME", "completions/cmgwizard.bash": "__start_cmgwizard", "completions/_cmgwizard": "#compdef cmgwizard",
		"completions/cmgwizard.fish": "complete -c cmgwizard", "completions/cmgwizard.ps1": "Register-ArgumentCompleter -CommandName 'cmgwizard'",
	} {
		if data, err := os.ReadFile(filepath.Join(folder, name)); err != nil || !strings.Contains(string(data), has) {
			t.Errorf("%s lacks %q: %v", name, has, err)
		}
	}
	if write(nil) == nil {
		t.Error("writes nowhere without complaint")
	}
}
