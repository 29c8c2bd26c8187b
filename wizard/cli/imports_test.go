package cli

import (
	"bytes"
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the top of the repository.
const root = "../.."

const module = "cmgwizard"

// rooms are the packages of the house, each with what of ours it may import. A
// package that is not listed fails. Names without a slash are rooms of model.
var rooms = map[string]string{
	"":                    "wizard/cli",
	"wizard/cli/page":     "model doc",
	"wizard/cli/input":    "wizard/machine model inspect reading planfile/disk",
	"wizard/cli/filename": "model planfile/disk",
	"wizard/cli/manual":   "wizard/cli",
	"wizard/cli/output":   "model planfile planfile/disk",
	"wizard/cli":          "wizard wizard/cli/filename wizard/cli/input wizard/cli/output wizard/cli/page wizard/machine wizard/screen model readers judgement doc doc/seen export export/drawing",
	"wizard":              "wizard/machine wizard/screen wizard/plain steps model judgement",
	"steps":               "model judge updates",

	"wizard/machine": "steps model judgement",
	"wizard/screen":  "wizard/machine steps model judgement doc doc/seen",
	"wizard/plain":   "wizard/machine wizard/screen steps model judgement",

	"source":   "",
	"model":    "source",
	"pki":      "model",
	"updates":  "model",
	"evidence": "model pki",
	"rules":    "model source pki evidence updates",
	"tasks":    "model source pki evidence rules updates",
	"judge":    "model pki evidence rules tasks updates",
	"assume":   "model pki evidence rules tasks judge",
	"compare":  "model pki evidence rules tasks judge diff assume",
	"run":      "model pki evidence rules tasks judge",
	"diff":     "model pki evidence rules tasks judge",
	"traffic":  "model pki evidence rules tasks judge",
	"explain":  "model source pki evidence rules tasks judge assume logs guides updates",
	"guides":   "model",
	"board":    "model pki evidence rules tasks judge assume updates",

	"certs":         "model pki",
	"dsreg":         "model evidence",
	"reading":       "model evidence certs",
	"ccmsetup":      "model reading",
	"logs":          "model reading",
	"site":          "model evidence site/script",
	"site/script":   "",
	"inspect":       "model pki evidence rules tasks judge certs dsreg reading ccmsetup logs site",
	"planfile":      "model judge rules assume planfile/disk",
	"planfile/disk": "model",

	"worksheet": "model judgement",

	"doc":      "model judgement worksheet",
	"doc/seen": "model judgement doc pki inspect reading logs",

	"export":          "model judgement doc formats",
	"export/text":     "model judgement doc export/drawing",
	"export/markdown": "model judgement doc export/drawing",
	"export/html":     "model judgement doc export/drawing",
	"export/office":   "model judgement doc worksheet export/drawing",
	"export/pdf":      "model judgement doc export/drawing export/pdf/page",
	"export/drawing":  "model judgement doc",
	"export/pdf/page": "",

	"slow":                  "", // for tests
	"plantest":              "model",
	"evidence/evidencetest": "model pki evidence",
	"export/exporttest":     "model judgement doc slow plantest",
	"wizard/wizardtest":     "wizard/machine wizard/screen wizard/plain steps model judgement",
}

// groups are rooms that one may use together.
var groups = map[string]string{
	"judgement": "source updates pki evidence rules tasks judge run assume board compare diff traffic explain guides",
	"readers":   "certs dsreg reading ccmsetup logs site site/script inspect worksheet planfile planfile/disk",
	"formats":   "export/text export/markdown export/html export/office export/pdf export/drawing",
}

// ofTests are the packages that only tests import.
var ofTests = []string{"model/slow", "model/plantest", "model/evidence/evidencetest", "model/export/exporttest", "wizard/wizardtest"}

// roomOf is the name in the list above of a folder.
func roomOf(folder string) string { return strings.TrimPrefix(folder, "model/") }

func allowed(folder, imported string) bool {
	return slices.ContainsFunc(strings.Fields(rooms[roomOf(folder)]), func(name string) bool {
		return name == roomOf(imported) || slices.Contains(strings.Fields(groups[name]), roomOf(imported))
	})
}

// isPure reports whether a folder holds the model: plans in, judgements out.
// Readers and writers of files are not among them.
func isPure(folder string) bool {
	return folder == "model" || strings.HasPrefix(folder, "model/") && slices.Contains(strings.Fields(groups["judgement"]), roomOf(folder))
}

// impure is what the model may not use: disk, net, chance, terminal.
func impure(imported string) bool {
	if imported == "golang.org/x/net/idna" || imported == "net/netip" { // names and addresses in words: neither asks the network
		return false
	}
	first, _, _ := strings.Cut(imported, "/")
	return slices.Contains([]string{"os", "net", "syscall", "log"}, first) ||
		strings.HasPrefix(imported, "charm.land/") || strings.HasPrefix(imported, "golang.org/x/") ||
		slices.Contains([]string{"io/fs", "math/rand", "math/rand/v2", "crypto/rand"}, imported)
}

// charm are the parts of the terminal's libraries that rooms of the wizard may
// use. The program itself, in wizard, uses all of them.
var charm = map[string]string{
	"wizard/machine": "",
	"wizard/screen":  "charm.land/lipgloss/v2 github.com/charmbracelet/x/ansi",
	"wizard/plain":   "github.com/charmbracelet/x/ansi",
}

// terminal reports whether a package draws on a terminal or reads from it.
func terminal(imported string) bool {
	return strings.HasPrefix(imported, "charm.land/") || strings.HasPrefix(imported, "github.com/charmbracelet/") || imported == "os" || imported == "syscall"
}

// impureCalls read the clock or print.
var impureCalls = []string{"time.Now", "time.Since", "time.Until", "fmt.Print", "fmt.Printf", "fmt.Println"}

func TestImports(t *testing.T) {
	for name, file := range parsed(t) {
		folder := folderOf(name)
		if _, known := rooms[roomOf(folder)]; !known && !strings.Contains(folder, "/testdata/") {
			t.Errorf("%s is in no room: name %s in the list", name, folder)
		}
		for _, spec := range file.Imports {
			imported := strings.Trim(spec.Path.Value, `"`)
			ours, isOurs := strings.CutPrefix(imported, module+"/")
			if isOurs && !allowed(folder, ours) {
				t.Errorf("%s imports %s: design says no", name, imported)
			}
			if slices.Contains(ofTests, ours) && !slices.Contains(ofTests, folder) {
				t.Errorf("%s imports %s: only tests do", name, imported)
			}
			if parts, bound := charm[folder]; bound && terminal(imported) && !slices.Contains(strings.Fields(parts), imported) {
				t.Errorf("%s imports %s: the terminal is for the program", name, imported)
			}
			if isPure(folder) && impure(imported) {
				t.Errorf("%s imports %s: the model is pure", name, imported)
			}
		}
	}
}

func TestModelIsPure(t *testing.T) {
	for name, file := range parsed(t) {
		if folder := folderOf(name); !isPure(folder) && folder != "wizard/machine" {
			continue
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if call := selector(n); slices.Contains(impureCalls, call) {
				t.Errorf("%s uses %s: times come in as arguments, and words go out as values", name, call)
			}
			return true
		})
	}
}

// selector is a node such as "time.Now" in words.
func selector(n ast.Node) string {
	s, ok := n.(*ast.SelectorExpr)
	if !ok {
		return ""
	}
	if of, ok := s.X.(*ast.Ident); ok {
		return of.Name + "." + s.Sel.Name
	}
	return ""
}

func TestNoInit(t *testing.T) {
	for name, file := range parsed(t) {
		for _, decl := range file.Decls {
			if f, ok := decl.(*ast.FuncDecl); ok && f.Recv == nil && f.Name.Name == "init" {
				t.Errorf("%s has an init function: lists are explicit", name)
			}
		}
	}
}

// topLevel is what may stand at the top beside dot files.
var topLevel = []string{"main.go", "wizard", "steps", "model", "go.mod", "go.sum", "README.md", "CHANGELOG.md", "LICENSE", "NOTICE", "docs"}

func TestTopLevel(t *testing.T) {
	entries, err := os.ReadDir(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasPrefix(name, ".") && !slices.Contains(topLevel, name) && !ignored(t, name) {
			t.Errorf("%s stands at the top level", name)
		}
	}
}

// Nothing names a place that only one computer has.
func TestNoPlacesOfOurs(t *testing.T) {
	for _, name := range files(t) {
		data, err := os.ReadFile(filepath.Join(root, name))
		if err != nil {
			t.Fatal(err)
		}
		if bytes.Contains(data, []byte("/"+"work/")) {
			t.Errorf("%s names a folder of the computer it was written on", name)
		}
	}
}

// The walk finds the house: else the tests above would check nothing.
func TestWalkFindsTheHouse(t *testing.T) {
	all := files(t)
	for _, name := range []string{"main.go", "model/plan.go", "wizard/cli/program.go", "wizard/machine/machine.go"} {
		if !slices.Contains(all, name) {
			t.Errorf("%s was not found", name)
		}
	}
}

func folderOf(name string) string { return strings.TrimSuffix(path.Dir(name), ".") }

// parsed are the Go files of the module without its tests.
func parsed(t *testing.T) map[string]*ast.File {
	t.Helper()
	list := map[string]*ast.File{}
	for _, name := range files(t) {
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), filepath.Join(root, name), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		list[name] = file
	}
	return list
}

// files are the files of the repository, with slashes, but for what git keeps
// for itself or ignores.
func files(t *testing.T) []string {
	t.Helper()
	var list []string
	err := fs.WalkDir(os.DirFS(root), ".", func(name string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case name == ".git" || name != "." && ignored(t, name):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.Type().IsRegular():
			list = append(list, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// ignored reports whether .gitignore names the file. It understands as much of
// that file as ours uses: "/name" at the top, and patterns of a base name.
func ignored(t *testing.T, name string) bool {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(root, ".gitignore"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.SplitSeq(strings.TrimSpace(string(data)), "\n") {
		if top, ok := strings.CutPrefix(line, "/"); ok && strings.TrimSuffix(top, "/") == name {
			return true
		}
		if match, _ := path.Match(line, path.Base(name)); match {
			return true
		}
	}
	return false
}
