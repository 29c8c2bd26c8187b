package wizard

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// inFolder is in the file picker, on its first line.
func inFolder(t *testing.T) *driver {
	t.Helper()
	return atSite(t).press("f6", "enter").at(machine.FolderScreen, "").sees("/plans")
}

func TestMarksOfFiles(t *testing.T) {
	for _, test := range []struct {
		name string
		keys []string
		want []string
	}{
		{"none", nil, nil},
		{"one", []string{"down", "down", "enter"}, []string{"/plans/pc1.txt"}},
		{"one and not", []string{"down", "down", "enter", "enter"}, nil},
		{"by the space bar", []string{"down", "down", " "}, []string{"/plans/pc1.txt"}},
		{"two", []string{"down", "down", "down", "enter", "up", "enter"}, []string{"/plans/key.pfx", "/plans/pc1.txt"}},
		{"all", []string{"a"}, []string{"/plans/pc1.txt", "/plans/key.pfx"}},
		{"all, one was marked", []string{"down", "down", "down", "enter", "a"}, []string{"/plans/pc1.txt", "/plans/key.pfx"}},
		{"all and none", []string{"a", "a"}, nil},
		{"all and one not", []string{"a", "down", "down", "enter"}, []string{"/plans/key.pfx"}},
		{"they stay in another folder", []string{"a", "down", "enter", "enter"}, []string{"/plans/pc1.txt", "/plans/key.pfx"}},
	} {
		if got := inFolder(t).press(test.keys...).m.state.FileWork.Marked; !slices.Equal(got, test.want) && len(got)+len(test.want) > 0 {
			t.Errorf("%s: marked %q, want %q", test.name, got, test.want)
		}
	}
}

// TestMarksAreSignsAndWords, not colours alone.
func TestMarksAreSignsAndWords(t *testing.T) {
	d := inFolder(t).sees("[ ] pc1.txt 2.8 KB").press("down", "down").sees("enter mark").press("enter").sees("[x] pc1.txt").sees("1 marked").sees("enter unmark").sees("r read 1").sees("Read the marked file")
	d.press("enter").sees("[ ] pc1.txt")
}

func TestIntoAFolderAndUp(t *testing.T) {
	d := inFolder(t).press("down", "enter").sees("/plans/certs").sees("This folder is empty.").press("enter").sees("key.pfx")
	d.press("home", "enter").press("down", "up", "enter").at(machine.FolderScreen, "").sees("certs").press("esc").at(machine.EvidenceScreen, "")
}

func TestAFolderThatCannotBeReadChangesNothing(t *testing.T) {
	d := inFolder(t)
	delete(d.world.Folders, "/plans/certs")
	d.press("down", "enter").at(machine.FolderScreen, "").sees("Problem: ").sees("key.pfx").press("a").sees("2 marked")
	if strings.Contains(d.screen(), "Problem") {
		t.Errorf("the problem stays:\n%s", d.screen())
	}
}

// TestWithoutAFolderAPathCanBeTyped: where the plan lies cannot be listed.
func TestWithoutAFolderAPathCanBeTyped(t *testing.T) {
	d := atSite(t)
	delete(d.world.Folders, "")
	d.press("f6", "enter").at(machine.FolderScreen, "").sees("Problem: ").press("enter").at(machine.PathScreen, "").press("/plans", "enter").sees("key.pfx")
}

func TestNothingMarkedReadsNothing(t *testing.T) {
	inFolder(t).press("r").at(machine.FolderScreen, "").sees("Problem: no file is marked yet")
}

// TestLongAndHostileNames are cut and cleaned; the size and both ends of a name
// are seen.
func TestLongAndHostileNames(t *testing.T) {
	d := atSite(t)
	long := strings.Repeat("long", 40)
	d.world.Folders[""] = machine.Folder{Path: "/start" + long + "/end", Parent: "/", Entries: []machine.FolderEntry{
		{Name: "first" + long + "last.cer", Path: "/1", Size: 1 << 20},
		{Name: "x\x1b[2J\x1b]0;t\x07\u202egpj.cer", Path: "/2"},
		{Name: "folder" + long, Path: "/3", Folder: true},
	}}
	d.press("f6", "enter")
	for _, size := range [][2]int{{40, 12}, {80, 24}, {120, 40}} {
		d.resize(size[0], size[1]).sees("/start").sees("/end").press("home", "end", "home", "down", "down").sees("[ ] first").sees("last.cer 1.0 MB").sees("[ ] xgpj.cer")
		fits(t, d, size[0], size[1])
		harmlessScreen(t, d)
	}
}

// fits wants every line within the window.
func fits(t *testing.T, d *driver, width, height int) {
	t.Helper()
	lines := strings.Split(d.m.draw(), "\n")
	if len(lines) > height {
		t.Fatalf("%d lines in %d:\n%s", len(lines), height, d.screen())
	}
	for _, line := range lines {
		if ansi.StringWidth(line) > width {
			t.Fatalf("%d columns in %d: %q", ansi.StringWidth(line), width, line)
		}
	}
}

// TestAFolderOfManyFiles stays quick, and says what it leaves out.
func TestAFolderOfManyFiles(t *testing.T) {
	d := atSite(t)
	var many []machine.FolderEntry
	for i := range 5000 {
		many = append(many, machine.FolderEntry{Name: fmt.Sprintf("f%d.cer", i), Path: fmt.Sprintf("/f%d", i)})
	}
	d.world.Folders[""] = machine.Folder{Path: "/plans", Entries: many}
	d.press("f6", "enter").sees("f0.cer").press("end", "up", "up").sees("and 4000 more: type the path instead")
}

// TestFooterOfFiles: what is named does something.
func TestFooterOfFiles(t *testing.T) {
	d := inFolder(t).sees("enter open").sees("a all").sees("p path").press("a").sees("r read 2").resize(40, 12).sees("r read 2").sees("esc back")
	d.press("f1").sees("Enter opens a folder and marks a file.")
}

func BenchmarkManyFiles(b *testing.B) {
	var entries []machine.FolderEntry
	for i := range 1000 {
		entries = append(entries, machine.FolderEntry{Name: fmt.Sprintf("certificate-%d.cer", i), Path: fmt.Sprint(i)})
	}
	m := newProgram(Options{Outside: wizardtest.NewWorld()}, machine.State{Screen: machine.FolderScreen, FileWork: machine.FileWork{Folder: machine.Folder{Path: "/plans", Entries: entries}}})
	d := &driver{m: m}
	for b.Loop() {
		d.press("down")
		_ = m.View()
	}
}
