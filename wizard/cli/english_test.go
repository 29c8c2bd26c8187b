package cli

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"cmgwizard/model/slow"
)

// badWords are what no text says, and what it says instead.
var badWords = []struct{ found, better string }{
	{`(?i)\broll-outs?\b`, "rollout"},
	{`(?i)\bset-up\b(?:[^-]|$)`, "setup"},
	{`(?i)\benrols?\b`, "enroll"},
	{`(?i)\blower-case\b`, "lowercase"},
	{`\bgroup policy\b`, "Group Policy"},
	{`Azure Services wizard`, "Azure Services Wizard"},
	{`(?i)\bby (itself|themselves)\b`, "automatically"},
	{`(?i)\bby hand\b`, "manually"},
	{`(?i)\btakes? CMG traffic\b`, "accepts CMG traffic"},
	{`(?i)\b(clients|devices|management points?) (inside|outside)\b`, "internal …, … on the internet"},
	{`(?i)\bserver app\b`, "web app"},
	{`(?i)\blook whether\b`, "check whether"},
	{`(?i)\bbelongs into\b`, "belongs in"},
	{`(?i)\bmake a (new |registration )?token\b`, "create a token"},
}

// oldWords are the rooms whose texts are still to be read for these words.
var oldWords = []string{
	"model/tasks", "model/board", "model/ccmsetup", "model/certs", "model/dsreg", "model/evidence", "model/inspect",
	"model/logs", "model/pki", "model/plan.go", "model/reading", "model/planfile", "model/plantest", "model/export", "steps", "wizard",
}

// TestTextsArePlainEnglish: what people read has none of the words above.
func TestTextsArePlainEnglish(t *testing.T) {
	slow.Alone(t)
	var patterns []*regexp.Regexp
	for _, w := range badWords {
		patterns = append(patterns, regexp.MustCompile(w.found))
	}
	read := 0
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		name := filepath.ToSlash(strings.TrimPrefix(path, root+string(filepath.Separator)))
		if err != nil || d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") || isOld(name) {
			return err
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if text, is := n.(*ast.BasicLit); is && text.Kind == token.STRING && strings.Contains(text.Value, " ") {
				read++
				for i, pattern := range patterns {
					if found := pattern.FindString(text.Value); found != "" {
						t.Errorf("%s: %q in %.90s: say %s", name, found, text.Value, badWords[i].better)
					}
				}
			}
			return true
		})
		return nil
	})
	if err != nil || read < 1000 {
		t.Errorf("%d texts were read: %v", read, err)
	}
}

// isOld reports whether a file belongs to one of the rooms with old words. The
// commands are read.
func isOld(name string) bool {
	if strings.HasPrefix(name, "wizard/cli/") {
		return false
	}
	for _, room := range oldWords {
		if name == room || strings.HasPrefix(name, room+"/") {
			return true
		}
	}
	return false
}
