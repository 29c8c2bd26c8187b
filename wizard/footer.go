package wizard

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// noticeLine is the line above the keys: what just happened, else what the answers
// mean so far.
func (m *program) noticeLine() string {
	text := ""
	switch {
	case m.slow && m.state.Screen == machine.LeftScreen:
		text = m.theme.Strong("saving" + m.theme.Signs.Cut + " the disk is slow; the wizard ends when it is done")
	case m.slow:
		text = m.theme.Strong("saving" + m.theme.Signs.Cut)
	case m.notice() != "" && !m.longNotice():
		text = m.theme.Good(m.notice())
	case m.state.Path != "" && m.width < screen.WideEnough:
		text = screen.MeaningLine(m.theme.Look, m.outcome(), m.width-1)
	}
	return ansi.Truncate(" "+text, m.width, m.theme.Signs.Cut)
}

// keyLine says which keys do what here, the most needed first.
func (m *program) keyLine() string {
	line := ""
	for _, hint := range m.keyHints() {
		next := line + " " + hint + " "
		if ansi.StringWidth(next) > m.width {
			break
		}
		line = next
	}
	return m.theme.Dim(line)
}

func (m *program) keyHints() []string {
	if m.overlay != nil {
		return []string{"esc close", "up/down scroll"}
	}
	if hints := m.workHints(); hints != nil {
		return hints
	}
	switch m.state.Screen {
	case machine.QuestionScreen:
		return m.questionHints()
	case machine.ListScreen:
		return []string{m.enterHint(), "a add", "x remove", "esc back", "F1 help", "F2 review", "ctrl+c save, leave", "F6 files"}
	case machine.NameScreen, machine.FileScreen, machine.OpenScreen, machine.PathScreen:
		return []string{"enter next", "esc back", "F1 help", "ctrl+c leave"}
	case machine.FactsScreen:
		return []string{"esc back", "up/down scroll", "e explain", "F1 help", "F2 review", "ctrl+c save, leave"}
	case machine.CompareScreen:
		return []string{m.enterHint(), "esc back", "up/down scroll", "F1 help", "ctrl+c save, leave"}
	case machine.EvidenceScreen:
		return m.evidenceHints()
	case machine.FolderScreen:
		return m.folderHints()
	case machine.StartScreen:
		return []string{m.enterHint(), "up/down move", "F1 help", "ctrl+c leave"}
	}
	hints := []string{m.enterHint(), "esc back"}
	if m.underCursor() != "" {
		hints = append(hints, "e explain")
	}
	hints = append(hints, "up/down move", "F1 help", "ctrl+c save, leave")
	if m.state.Screen == machine.ReviewScreen {
		hints = append(hints, "F6 files")
	}
	return hints
}

// questionHints put the files first on the pages that files can answer.
func (m *program) questionHints() []string {
	hints := []string{"enter next", "esc back", "F1 help", "F2 review", "F3 meaning", "F4 explain", "ctrl+c leave", "F5 compare", "F6 files"}
	if slices.Contains(pagesWithFiles, m.state.Place.Step) {
		hints = []string{"enter next", "esc back", "F1 help", "F2 review", "F6 files", "F4 explain", "ctrl+c leave", "F3 meaning", "F5 compare"}
	}
	if !m.typing() {
		hints = append(hints, "1-9 choose")
	}
	return hints
}

// pagesWithFiles are the pages whose answers files can show.
var pagesWithFiles = []string{"entra", "pki", "tokens"}

func (m *program) evidenceHints() []string {
	hints := []string{m.enterHint(), "esc back"}
	if m.list.picked() != machine.RowAdd {
		hints = append(hints, "a add")
	}
	if m.underCursor() != "" {
		hints = []string{m.enterHint(), "x remove", "a add", "esc back", "e explain"}
	}
	return append(hints, "F1 help", "F2 review", "ctrl+c save, leave")
}

func (m *program) folderHints() []string {
	hints := []string{m.enterHint()}
	if n := len(m.state.FileWork.Marked); n > 0 {
		hints = append(hints, fmt.Sprintf("r read %d", n))
	}
	return append(hints, "a all", "esc back", "p path", "F1 help", "ctrl+c save, leave")
}

// enterHint says what Enter does on the row under the cursor.
func (m *program) enterHint() string {
	switch m.list.picked() {
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
	if m.marks() {
		return "enter " + m.markHint()
	}
	if strings.HasPrefix(m.list.picked(), screen.RowToRead) {
		return "down read on"
	}
	switch m.state.Screen {
	case machine.StartScreen, machine.ConflictScreen, machine.ExportScreen, machine.FilterScreen:
		return "enter choose"
	}
	return "enter open"
}

// markHint says what becomes of the mark under the cursor.
func (m *program) markHint() string {
	work := m.state.FileWork
	entry, _ := work.Folder.Entry(m.list.picked())
	key, answer := strings.CutPrefix(m.list.picked(), machine.RowTake)
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

// banner is what went wrong, and what just happened where a line is too short for
// it.
func (m *program) banner(width int) []string {
	var lines []string
	if m.state.Problem != "" && m.state.Screen != machine.QuestionScreen {
		lines = append(screen.Wrap(m.theme.Bad("Problem: ")+m.state.Problem, width), "")
	}
	if m.longNotice() {
		lines = append(lines, append(screen.Wrap(m.theme.Good(m.notice()), width), "")...)
	}
	return lines
}

// notice is what just happened, or what is said aside.
func (m *program) notice() string { return cmp.Or(m.state.Notice, m.aside) }

// longNotice reports whether a notice needs more than the line for it. Where
// tasks are worked on it may lose its end: the list does not jump.
func (m *program) longNotice() bool {
	return !m.state.Works() && ansi.StringWidth(m.notice()) > m.width-2
}
