package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// docsPages are the pages for people who use the program, and the README.
func docsPages(t *testing.T) []string {
	t.Helper()
	pages, err := filepath.Glob(filepath.Join(root, "docs", "*.md"))
	if err != nil || len(pages) < 9 {
		t.Fatal(pages, err)
	}
	return append(pages, filepath.Join(root, "README.md"), filepath.Join(root, "CHANGELOG.md"))
}

var localLink = regexp.MustCompile(`\]\(([^)#:]+)(#[^)]*)?\)`)

// TestLinks: what a page links or shows is there, and no picture is left over.
func TestLinks(t *testing.T) {
	linked := map[string]bool{}
	for _, page := range docsPages(t) {
		for _, link := range localLink.FindAllStringSubmatch(textOf(t, ".", page), -1) {
			to := filepath.Join(filepath.Dir(page), link[1])
			linked[to] = true
			if _, err := os.Stat(to); err != nil {
				t.Errorf("%s links %s: %v", page, link[1], err)
			}
		}
	}
	files, err := os.ReadDir(filepath.Join(root, "docs"))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := filepath.Join(root, "docs", f.Name()); !linked[name] {
			t.Errorf("no page links %s", name)
		}
	}
}

// TestDocumentedCommands runs the commands of each page as they stand there, one
// after the other, in a folder with the files that they name.
func TestDocumentedCommands(t *testing.T) {
	slow.Alone(t)
	shell, err := exec.LookPath("sh")
	if err != nil {
		t.Skip("no shell")
	}
	for _, page := range docsPages(t) {
		t.Run(filepath.Base(page), func(t *testing.T) {
			t.Parallel()
			folder := desk(t)
			for _, line := range documented(textOf(t, ".", page)) {
				cmd := exec.Command(shell, "-c", line)
				cmd.Dir, cmd.Env = folder, append(os.Environ(), "HOME="+folder)
				out, err := cmd.CombinedOutput()
				if code := cmd.ProcessState.ExitCode(); err != nil && code > exitIncomplete && !bytes.Contains(out, []byte("there is no terminal here")) {
					t.Errorf("%s ends with %d: %.400s", line, code, out)
				}
			}
		})
	}
}

// documented are the lines of a page in fences without a language in which the
// program runs.
func documented(page string) []string {
	var lines []string
	fenced, ours := false, false
	for line := range strings.Lines(page) {
		line = strings.TrimSpace(line)
		switch {
		case strings.HasPrefix(line, "```"):
			fenced = !fenced
			ours = fenced && line == "```"
		case ours && strings.HasPrefix(line, "go run . "):
			lines = append(lines, "cmgwizard "+strings.TrimPrefix(line, "go run . "))
		case ours && strings.Contains(line, "cmgwizard "):
			lines = append(lines, line)
		}
	}
	return lines
}

// desk is a folder with everything that the pages name.
func desk(t *testing.T) string {
	t.Helper()
	folder := t.TempDir()
	if err := os.CopyFS(filepath.Join(folder, "certificates"), os.DirFS(filepath.Join(root, "model/certs/testdata/contoso"))); err != nil {
		t.Fatal(err)
	}
	for name, text := range map[string]string{
		"contoso.toml":             string(samplePlan),
		"friday.toml":              strings.Replace(string(samplePlan), `crl_public = "unsure"`, `crl_public = "yes"`, 1),
		"state.txt":                textOf(t, root, "model/dsreg/testdata/entra.txt"),
		"client.log":               "status code 403, text: Forbidden\n",
		"cmg-site-facts-CM01.json": textOf(t, root, "model/site/testdata/standalone.json"),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
