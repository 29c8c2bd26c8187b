package cli

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"path"
	"slices"
	"strings"
	"testing"
)

// machineRoom is the only writer of the state of the wizard.
const machineRoom = module + "/wizard/machine"

// ofWizard are the rooms that hold a state.
var ofWizard = []string{"wizard/machine", "wizard/screen", "wizard/plain", "wizard"}

// Next alone makes states: outside its room no field of one is set, and none is
// put together.
func TestOnlyTheMachineWritesState(t *testing.T) {
	checked := checkedRooms(t)
	for _, folder := range ofWizard[1:] {
		room := checked[module+"/"+folder]
		if len(room.held) == 0 {
			t.Errorf("%s holds no state: does this test see it?", folder)
		}
		for _, text := range room.writes {
			t.Errorf("%s: only the transition table writes the state", text)
		}
	}
}

func TestWritesOfStateAreSeen(t *testing.T) {
	const source = `package other
import "cmgwizard/wizard/machine"
type holder struct { state machine.State }
func (h *holder) write(s machine.State) {
	h.state = s
	h.state.Screen = "x"
	s.Place.Question++
	h.state.Path, s.Notice = "", ""
	for h.state.Name = range h.state.Written { }
	_, _ = &h.state.Plan, machine.State{}
	_ = machine.State{Screen: "x"}
}`
	checked := checkedRooms(t)
	set := token.NewFileSet()
	file, err := parser.ParseFile(set, "other.go", source, 0)
	if err != nil {
		t.Fatal(err)
	}
	got := checkRoom(set, "other", []*ast.File{file}, checked).writes
	want := []string{"other.go:6", "other.go:7", "other.go:8", "other.go:8", "other.go:9", "other.go:11"}
	if !slices.Equal(got, want) {
		t.Errorf("seen %q, want %q", got, want)
	}
}

// A checkedRoom is a package with its types, as far as they are of the wizard.
type checkedRoom struct {
	types  *types.Package
	held   []string // where a state is used
	writes []string // where one is written
}

// rooms that were checked serve as imports; all others are unknown, which the
// checker takes.
type importer map[string]checkedRoom

func (i importer) Import(name string) (*types.Package, error) {
	if room, checked := i[name]; checked {
		return room.types, nil
	}
	return nil, errors.New("not of the wizard")
}

func checkedRooms(t *testing.T) importer {
	t.Helper()
	checked := importer{}
	for _, folder := range ofWizard {
		set := token.NewFileSet()
		var list []*ast.File
		for _, name := range files(t) {
			if path.Dir(name) != folder || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				continue
			}
			file, err := parser.ParseFile(set, path.Join(root, name), nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			list = append(list, file)
		}
		checked[module+"/"+folder] = checkRoom(set, module+"/"+folder, list, checked)
	}
	return checked
}

func checkRoom(set *token.FileSet, name string, list []*ast.File, known importer) checkedRoom {
	info := &types.Info{Types: map[ast.Expr]types.TypeAndValue{}, Selections: map[*ast.SelectorExpr]*types.Selection{}}
	config := types.Config{Importer: known, Error: func(error) {}}
	room := checkedRoom{}
	room.types, _ = config.Check(name, set, list, info)
	at := func(n ast.Node) string { return lineOf(set, n) }
	for _, file := range list {
		ast.Inspect(file, func(n ast.Node) bool {
			if s, ok := n.(*ast.SelectorExpr); ok && ofState(info, s) {
				room.held = append(room.held, at(n))
			}
			for _, target := range targets(n) {
				if writesState(info, target) {
					room.writes = append(room.writes, at(target))
				}
			}
			if c, ok := n.(*ast.CompositeLit); ok && len(c.Elts) > 0 && isState(info.Types[c].Type) {
				room.writes = append(room.writes, at(n))
			}
			return true
		})
	}
	return room
}

// targets are what a node changes: what stands left of an assignment, and what is
// counted. A pointer may be taken: that is how plans are read.
func targets(n ast.Node) []ast.Expr {
	switch n := n.(type) {
	case *ast.AssignStmt:
		return n.Lhs
	case *ast.IncDecStmt:
		return []ast.Expr{n.X}
	case *ast.RangeStmt:
		return []ast.Expr{n.Key, n.Value}
	}
	return nil
}

// writesState reports whether a target is in a field of a state.
func writesState(info *types.Info, target ast.Expr) bool {
	for {
		switch e := target.(type) {
		case *ast.SelectorExpr:
			if ofState(info, e) {
				return true
			}
			target = e.X
		case *ast.IndexExpr:
			target = e.X
		case *ast.StarExpr:
			target = e.X
		case *ast.ParenExpr:
			target = e.X
		default:
			return false
		}
	}
}

// ofState reports whether a selector is of a field of a state.
func ofState(info *types.Info, s *ast.SelectorExpr) bool {
	selected := info.Selections[s]
	return selected != nil && selected.Kind() == types.FieldVal && isState(selected.Recv())
}

func isState(t types.Type) bool {
	if p, ok := t.(*types.Pointer); ok {
		t = p.Elem()
	}
	named, ok := t.(*types.Named)
	return ok && named.Obj().Name() == "State" && named.Obj().Pkg() != nil && named.Obj().Pkg().Path() == machineRoom
}

// lineOf is where a node stands: its file and line.
func lineOf(set *token.FileSet, n ast.Node) string {
	at := set.Position(n.Pos())
	return fmt.Sprintf("%s:%d", path.Base(at.Filename), at.Line)
}
