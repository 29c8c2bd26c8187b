package wizard

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// noticeLine is the line above the keys: what just happened, else what the answers
// mean so far.
func (m *program) noticeLine() string {
	text := ""
	switch {
	case m.slow && m.state.Screen == LeftScreen:
		text = m.theme.strong("saving" + m.theme.signs.cut + " the disk is slow; the wizard ends when it is done")
	case m.slow:
		text = m.theme.strong("saving" + m.theme.signs.cut)
	case m.notice() != "" && !m.longNotice():
		text = m.theme.good(m.notice())
	case m.state.Path != "" && m.width < wideEnough:
		text = meaningLine(m.theme.look, m.outcome(), m.width-1)
	}
	return ansi.Truncate(" "+text, m.width, m.theme.signs.cut)
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
	return m.theme.dim(line)
}

func (m *program) keyHints() []string {
	if m.overlay != nil {
		return []string{"esc close", "up/down scroll"}
	}
	if hints := m.workHints(); hints != nil {
		return hints
	}
	switch m.state.Screen {
	case QuestionScreen:
		return m.questionHints()
	case ListScreen:
		return []string{m.enterHint(), "a add", "x remove", "esc back", "F1 help", "F2 review", "ctrl+c save, leave", "F6 files"}
	case NameScreen, FileScreen, OpenScreen, PathScreen:
		return []string{"enter next", "esc back", "F1 help", "ctrl+c leave"}
	case FactsScreen:
		return []string{"esc back", "up/down scroll", "e explain", "F1 help", "F2 review", "ctrl+c save, leave"}
	case CompareScreen:
		return []string{m.enterHint(), "esc back", "up/down scroll", "F1 help", "ctrl+c save, leave"}
	case EvidenceScreen:
		return m.evidenceHints()
	case FolderScreen:
		return m.folderHints()
	case StartScreen:
		return []string{m.enterHint(), "up/down move", "F1 help", "ctrl+c leave"}
	}
	hints := []string{m.enterHint(), "esc back"}
	if m.underCursor() != "" {
		hints = append(hints, "e explain")
	}
	hints = append(hints, "up/down move", "F1 help", "ctrl+c save, leave")
	if m.state.Screen == ReviewScreen {
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
	if m.list.picked() != rowAdd {
		hints = append(hints, "a add")
	}
	if m.underCursor() != "" {
		hints = []string{m.enterHint(), "x remove", "a add", "esc back", "e explain"}
	}
	return append(hints, "F1 help", "F2 review", "ctrl+c save, leave")
}

func (m *program) folderHints() []string {
	hints := []string{m.enterHint()}
	if n := len(m.state.Desk.Marked); n > 0 {
		hints = append(hints, fmt.Sprintf("r read %d", n))
	}
	return append(hints, "a all", "esc back", "p path", "F1 help", "ctrl+c save, leave")
}

// enterHint says what Enter does on the row under the cursor.
func (m *program) enterHint() string {
	switch m.list.picked() {
	case rowOn:
		return "enter go on"
	case rowAdd:
		return "enter add"
	case rowLeave:
		return "enter leave"
	case rowKeep:
		return "enter keep it"
	case rowDrop:
		return "enter go back"
	case rowRead:
		return "enter read"
	case rowAll:
		return "enter mark"
	case rowExport:
		return "enter print"
	case rowClear:
		return "enter show all"
	}
	if m.marks() {
		return "enter " + m.markHint()
	}
	if strings.HasPrefix(m.list.picked(), rowTold) {
		return "down read on"
	}
	switch m.state.Screen {
	case StartScreen, ConflictScreen, ExportScreen, FilterScreen:
		return "enter choose"
	}
	return "enter open"
}

// markHint says what becomes of the mark under the cursor.
func (m *program) markHint() string {
	desk := m.state.Desk
	entry, _ := desk.Folder.entry(m.list.picked())
	key, answer := strings.CutPrefix(m.list.picked(), rowTake)
	switch {
	case answer && desk.takes(key):
		return "leave"
	case answer:
		return "take"
	case slices.Contains(desk.Marked, entry.Path):
		return "unmark"
	}
	return "mark"
}

// banner is what went wrong, and what just happened where a line is too short for
// it.
func (m *program) banner(width int) []string {
	var lines []string
	if m.state.Problem != "" && m.state.Screen != QuestionScreen {
		lines = append(wrap(m.theme.bad("Problem: ")+m.state.Problem, width), "")
	}
	if m.longNotice() {
		lines = append(lines, append(wrap(m.theme.good(m.notice()), width), "")...)
	}
	return lines
}

// notice is what just happened, or what is said aside.
func (m *program) notice() string { return cmp.Or(m.state.Notice, m.aside) }

// longNotice reports whether a notice needs more than the line for it. Where
// tasks are worked on it may lose its end: the list does not jump.
func (m *program) longNotice() bool {
	return !m.state.works() && ansi.StringWidth(m.notice()) > m.width-2
}
