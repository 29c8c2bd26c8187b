package screen

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/wizard/machine"
)

// KeyHints are the keys that do something here and on the row under the cursor,
// the most needed first.
func (c *Content) KeyHints(row Row) []string {
	if hints := c.workHints(row); hints != nil {
		return hints
	}
	if c.State.Runs() {
		return c.runHints(row)
	}
	switch c.State.Screen {
	case machine.QuestionScreen:
		return c.questionHints()
	case machine.ListScreen:
		return []string{c.enterHint(row), "a add", "x remove", "esc back", "F1 help", "F2 board", "ctrl+c save, leave", "F6 files"}
	case machine.NameScreen, machine.FileScreen, machine.OpenScreen, machine.PathScreen, machine.CopyScreen:
		return []string{"enter next", "esc back", "F1 help", "ctrl+c leave"}
	case machine.FactsScreen:
		return []string{"esc back", "up/down scroll", "e explain", "F1 help", "F2 board", "ctrl+c save, leave"}
	case machine.CompareScreen:
		return []string{c.enterHint(row), "esc back", "up/down scroll", "F1 help", "ctrl+c save, leave"}
	case machine.EvidenceScreen:
		return c.evidenceHints(row)
	case machine.FolderScreen:
		return c.folderHints(row)
	case machine.PlansScreen:
		return []string{c.enterHint(row), "esc back", "up/down move", "F1 help", "ctrl+c leave"}
	case machine.StartScreen:
		return []string{c.enterHint(row), "up/down move", "F1 help", "ctrl+c leave"}
	case machine.BoardScreen:
		return []string{c.enterHint(row), "0-9 area", "up/down move", "F1 help", "q save, leave", "/ find"}
	case machine.AreaScreen, machine.ConfirmScreen:
		return c.confirmHints(row)
	case machine.ConflictScreen:
		return []string{c.enterHint(row), "esc back", "up/down move", "F1 help", "ctrl+c give up"}
	}
	hints := []string{c.enterHint(row), "esc back"}
	if c.About(row) != "" {
		hints = append(hints, "e explain")
	}
	return append(hints, "up/down move", "F1 help", "ctrl+c save, leave")
}

// confirmHints are the keys where assumptions are confirmed.
func (c *Content) confirmHints(row Row) []string {
	hints := []string{c.enterHint(row)}
	b := c.Board()
	area, _ := b.Area(c.State.Area)
	if f, ok := c.State.Plan.Field(row.ID); ok && f.Assumed() {
		hints = append(hints, "c confirm")
	} else if c.at(machine.AreaScreen) && area.Assumed > 0 || c.at(machine.ConfirmScreen) && b.Confirm > 0 {
		hints = append(hints, "c confirm all")
	}
	if c.State.Unconfirmed != nil {
		hints = append(hints, "u undo")
	}
	hints = append(hints, "esc back", "F1 help")
	if c.About(row) != "" {
		hints = append(hints, "e explain")
	}
	return append(hints, "up/down move", "ctrl+c save, leave")
}

// questionHints put the files first on the pages that files can answer.
func (c *Content) questionHints() []string {
	hints := []string{"enter next", "esc back", "F1 help", "F2 board", "? not known", "F3 meaning", "F4 explain", "ctrl+c leave", "F5 compare", "F6 files"}
	if slices.Contains(pagesWithFiles, c.State.Place.Step) {
		hints = []string{"enter next", "esc back", "F1 help", "F2 board", "? not known", "F6 files", "F4 explain", "ctrl+c leave", "F3 meaning", "F5 compare"}
	}
	if !c.types() {
		hints = append(hints, "1-9 choose")
	}
	return hints
}

// pagesWithFiles are the pages whose answers files can show.
var pagesWithFiles = []string{"entra", "pki", "tokens"}

func (c *Content) evidenceHints(row Row) []string {
	hints := []string{c.enterHint(row), "esc back"}
	if row.ID != machine.RowAdd {
		hints = append(hints, "a add")
	}
	if c.About(row) != "" {
		hints = []string{c.enterHint(row), "x remove", "a add", "esc back", "e explain"}
	}
	return append(hints, "F1 help", "F2 board", "ctrl+c save, leave")
}

func (c *Content) folderHints(row Row) []string {
	hints := []string{c.enterHint(row)}
	if n := len(c.State.FileWork.Marked); n > 0 {
		hints = append(hints, fmt.Sprintf("r read %d", n))
	}
	return append(hints, "a all", "esc back", "p path", "F1 help", "ctrl+c save, leave")
}

// enterHint says what Enter does on the row under the cursor.
func (c *Content) enterHint(row Row) string {
	switch row.ID {
	case machine.RowOn:
		return "enter go on"
	case machine.RowAdd:
		return "enter add"
	case machine.RowLeave:
		return "enter leave"
	case machine.RowKeep:
		return "enter keep it"
	case machine.RowDrop:
		return "enter go back"
	case machine.RowRead:
		return "enter read"
	case machine.RowAll:
		return "enter mark"
	case machine.RowExport:
		return "enter print"
	case machine.RowClear:
		return "enter show all"
	}
	if c.Marks(row) {
		return "enter " + c.markHint(row)
	}
	if strings.HasPrefix(row.ID, RowToRead) {
		return "down read on"
	}
	switch c.State.Screen {
	case machine.StartScreen, machine.ConflictScreen, machine.ExportScreen, machine.FilterScreen:
		return "enter choose"
	}
	return "enter open"
}

// markHint says what becomes of the mark under the cursor.
func (c *Content) markHint(row Row) string {
	if place, step := strings.CutPrefix(row.ID, machine.RowStep); step {
		return c.stepHint(place)
	}
	work := c.State.FileWork
	entry, _ := work.Folder.Entry(row.ID)
	key, answer := strings.CutPrefix(row.ID, machine.RowTake)
	switch {
	case answer && work.Takes(key):
		return "leave"
	case answer:
		return "take"
	case slices.Contains(work.Marked, entry.Path):
		return "unmark"
	}
	return "mark"
}

// workHints are the keys of the screens on which tasks are worked on, none for
// the others.
func (c *Content) workHints(row Row) []string {
	switch c.State.Screen {
	case machine.ChecklistScreen:
		return c.listHints(row)
	case machine.TaskScreen:
		return []string{"x tick", "s state", "esc back", "F1 help", "n note", "o who", "d due", "up/down scroll", "e explain", "u undo", "b by", "ctrl+c save, leave", "/ find"}
	case machine.FilterScreen:
		return []string{c.enterHint(row), "esc back", "F1 help", "up/down move", "ctrl+c save, leave"}
	case machine.StateScreen:
		return []string{"enter keep", "esc back", "F1 help", "1-5 choose", "ctrl+c save, leave"}
	case machine.SayScreen:
		return c.sayHints()
	}
	return nil
}

// listHints are those of the task under the cursor.
func (c *Content) listHints(row Row) []string {
	if c.About(row) == "" {
		return []string{c.enterHint(row), "esc back", "F1 help", "f filter", "u undo", "up/down move", "ctrl+c save, leave"}
	}
	return []string{"x tick", "s state", "esc back", "F1 help", "n note", "o who", "d due", "f filter", "enter open", "u undo", "l work live", "b by", "p print", "e explain", "ctrl+c save, leave", "/ find"}
}

func (c *Content) sayHints() []string {
	hints := []string{"enter keep", "esc back", "F1 help"}
	if c.State.TaskWork.Part == machine.PartNote {
		hints = append(hints, "ctrl+j new line")
	}
	return append(hints, "ctrl+c leave")
}

// Marks reports whether a row is marked or taken, or taken back, by picking it.
func (c *Content) Marks(row Row) bool {
	switch c.State.Screen {
	case machine.RunTaskScreen:
		return strings.HasPrefix(row.ID, machine.RowStep)
	case machine.FolderScreen:
		entry, ok := c.State.FileWork.Folder.Entry(row.ID)
		return ok && !entry.Folder
	case machine.MergeScreen:
		return strings.HasPrefix(row.ID, machine.RowTake)
	}
	return false
}
