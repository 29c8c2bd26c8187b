package doc

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// TestLabelsStandOnce: what tells a content takes the labels from here. It writes
// none of them itself, neither alone nor before a colon. Left out are two words
// that stand for other things too: where to look, and a note on a page.
func TestLabelsStandOnce(t *testing.T) {
	labels := []string{
		StepsLabel, impactLabel, takesLabel, WindowLabel, recordLabel, WaitLabel, undoLabel, ProofLabel, skippedLabel, versionsLabel, seenLabel, StateLabel, changedLabel, WhoLabel, ifLabel, conditionLabel, AfterLabel,
		AssignedLabel, WaitsLabel, dueLabel, IssuerLabel, DoLabel, ThumbprintLabel, aboutLabel, foundLabel, fixLabel, disagree,
	}
	for _, folder := range []string{"../../wizard", "../export"} {
		for _, file := range programFiles(t, folder) {
			parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.SkipObjectResolution)
			if err != nil {
				t.Fatal(err)
			}
			ast.Inspect(parsed, func(n ast.Node) bool {
				literal, ok := n.(*ast.BasicLit)
				if !ok || literal.Kind != token.STRING {
					return true
				}
				text, err := strconv.Unquote(literal.Value)
				if err != nil {
					t.Fatal(err)
				}
				if label := strings.TrimSuffix(strings.TrimSpace(text), ":"); slices.Contains(labels, label) {
					t.Errorf("%s writes the label %q", file, label)
				}
				return true
			})
		}
	}
}

// programFiles are the Go files of a folder and of all below it, but for tests.
func programFiles(t *testing.T, folder string) []string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(path string, _ fs.DirEntry, err error) error {
		if strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, "_test.go") {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) == 0 {
		t.Fatalf("%s holds %d files: %v", folder, len(files), err)
	}
	return files
}
