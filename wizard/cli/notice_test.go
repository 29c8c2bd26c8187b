package cli

import (
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model/plantest"
	"cmgwizard/model/slow"
)

const noticeHead = `cmgwizard is under the MIT license, see LICENSE. Its binary holds the work of others,
under the licenses below: %d modules, the Go runtime and standard library, and the
DejaVu fonts.
`

const fonts = "model/export/pdf/page/fonts/LICENSE"

// A holding is what the binary holds of somebody else.
type holding struct{ name, folder string }

// TestNotice: NOTICE has the license of each module that is linked into the
// binary, on any system, and of the fonts. After a change of the modules:
// go test ./wizard/cli -run Notice -update
func TestNotice(t *testing.T) {
	slow.Alone(t)
	want := notice(t)
	if *plantest.Update {
		if err := os.WriteFile(filepath.Join(root, "NOTICE"), []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got := textOf(t, root, "NOTICE"); got != want {
		t.Errorf("NOTICE has other modules or licenses than the binary: run with -update, and look at it; it should begin\n%.3000s", want)
	}
}

func notice(t *testing.T) string {
	t.Helper()
	held := linked(t)
	var b strings.Builder
	fmt.Fprintf(&b, noticeHead, len(held))
	texts, holders := map[string]string{}, map[string][]string{}
	add := func(name, text string) {
		credits, body := creditsAndBody(text)
		key := strings.Join(strings.Fields(body), " ")
		texts[key] = body
		holders[key] = append(holders[key], name+"\n"+credits)
	}
	for _, h := range held {
		for _, file := range licenses(t, h) {
			add(h.name, textOf(t, h.folder, file))
		}
		if strings.HasPrefix(h.name, "golang.org/x/sys ") {
			add("the Go runtime and standard library", textOf(t, h.folder, "LICENSE"))
		}
	}
	add("DejaVu fonts, cut to some alphabets", textOf(t, root, fonts))
	for _, key := range slices.SortedFunc(maps.Keys(holders), func(a, b string) int { return strings.Compare(holders[a][0], holders[b][0]) }) {
		b.WriteString("\n" + strings.Repeat("=", 80) + "\n\n" + strings.Join(holders[key], "") + "\n" + texts[key] + "\n")
	}
	return b.String()
}

// linked are the modules of the binary on any system, by name.
func linked(t *testing.T) []holding {
	t.Helper()
	all := map[holding]bool{}
	for _, system := range []string{"windows", "linux", "darwin"} {
		list := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{with .Replace}}{{.Version}}{{else}}{{.Version}}{{end}}\t{{.Dir}}{{end}}{{end}}", module)
		list.Dir, list.Env = root, append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := list.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			name, folder, _ := strings.Cut(strings.TrimSpace(line), "\t")
			all[holding{name, folder}] = true
		}
	}
	return slices.SortedFunc(maps.Keys(all), func(a, b holding) int { return strings.Compare(a.name, b.name) })
}

var licenseFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying|notice|patents)(\.[a-z]+)?$`)

// licenses are the files in which a module says what one may do with it.
func licenses(t *testing.T, h holding) []string {
	t.Helper()
	entries, err := os.ReadDir(h.folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		if licenseFile.MatchString(e.Name()) {
			names = append(names, e.Name())
		}
	}
	if names == nil {
		t.Fatalf("%s has no license", h.name)
	}
	return names
}

// creditsAndBody tells who holds the rights from the text that many share.
func creditsAndBody(text string) (credits, body string) {
	var rest strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(text, "\r", "")) {
		if found := strings.TrimSpace(line); rest.Len() < 200 && regexp.MustCompile(`^(Portions )?Copyright `).MatchString(found) {
			credits += "  " + found + "\n"
			continue
		}
		rest.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
	return credits, strings.Trim(rest.String(), "\n")
}

func textOf(t *testing.T, folder, name string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(folder, name))
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
