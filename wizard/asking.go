package wizard

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
	"github.com/charmbracelet/x/ansi"
)

// A block is a part of a question's page. The parts with the lowest rank are
// drawn first; the others as long as there is room.
type block struct {
	lines []string
	rank  int
}

// The ranks that are cut in another way than whole: what must be seen loses
// its end, the other questions of the page are counted.
const (
	rankNeeded = 2 // and all below
	rankBefore = 8
	rankAfter  = 9
)

// asking draws the question that is open, its page and its reasons in so many
// lines. What has no room is a key away.
func (m *program) asking(width, height int) []string {
	if m.state.Screen == machine.QuestionScreen {
		return fit(m.questionBlocks(width, height), height)
	}
	if m.state.Screen == machine.RunSayScreen || m.state.Screen == machine.PasteScreen {
		return fit(m.runSayBlocks(width, height), height)
	}
	if m.state.Screen == machine.StateScreen || m.state.Screen == machine.SayScreen {
		return fit(m.sayBlocks(width, height), height)
	}
	return fit(m.textBlocks(width), height)
}

// textBlocks ask for a name or a path.
func (m *program) textBlocks(width int) []block {
	ask, why := screen.Form(m.state)
	return []block{
		{screen.Wrap(m.theme.Strong(ask), width), 1},
		{strings.Split(m.field.view(width, 1), "\n"), 2},
		{append([]string{""}, screen.Wrap(m.theme.Dim(why), width)...), 3},
	}
}

func (m *program) questionBlocks(width, height int) []block {
	q, _ := m.state.Question()
	ask := m.askLines(q, width)
	options := strings.Split(m.field.view(width, max(height-len(ask)-len(m.problemLines(width)), 1)), "\n")
	before, after := m.others(width)
	return []block{
		{m.pageLines(width), 6},
		{before, rankBefore},
		{ask, 1},
		{options, 2},
		{m.fieldHint(q, width), 3},
		{m.problemLines(width), 0},
		{m.reason("", q.Note, width), 4},
		{m.reason("Why: ", q.Why, width), 5},
		{m.reason("Where: ", q.Where, width), 7},
		{append([]string{""}, after...), rankAfter},
	}
}

// fit leaves out the parts of the highest rank until the rest has room. The
// lines of other questions are cut to what is left.
func fit(blocks []block, height int) []string {
	room := height
	kept := make([][]string, len(blocks))
	for rank := 0; rank <= rankAfter; rank++ {
		for i, b := range blocks {
			if b.rank != rank {
				continue
			}
			kept[i] = take(b, room)
			room -= len(kept[i])
		}
	}
	var lines []string
	for _, part := range kept {
		lines = append(lines, part...)
	}
	return lines
}

func take(b block, room int) []string {
	switch {
	case len(b.lines) <= room:
		return b.lines
	case b.rank <= rankNeeded:
		return b.lines[:max(room, 0)]
	case b.rank == rankBefore && room > 2:
		return append([]string{b.more(room)}, b.lines[len(b.lines)-room+1:]...)
	case b.rank == rankAfter && room > 2:
		return append(slices.Clone(b.lines[:room-1]), b.more(room))
	}
	return nil
}

// more counts what is left out of a part that got so much room.
func (b block) more(room int) string {
	return fmt.Sprintf("  %d more", len(b.lines)-room+1)
}

// askLines are the question, with the entry it is about.
func (m *program) askLines(q steps.Question, width int) []string {
	ask := m.theme.Strong(screen.AskOf(m.state, q))
	if q.Ask != "" {
		return screen.Wrap(ask, width)
	}
	if entry := m.state.Draft.EntryName(q.Key); entry != "" && m.state.Place.Entry < 0 {
		ask = m.theme.Title(entry+": ") + ask
	}
	return screen.Wrap(ask, width)
}

// pageLines are the title of the page, and its reason while it is new.
func (m *program) pageLines(width int) []string {
	step, _ := steps.Find(m.state.Place.Step)
	title := screen.PageTitle(m.state)
	count := fmt.Sprintf("  %d of %d", m.state.Place.Question+1, len(m.state.Questions()))
	lines := []string{m.theme.Title(title) + m.theme.Dim(count)}
	if m.state.Place.Question == 0 {
		lines = append(lines, screen.Wrap(m.theme.Dim(step.Why), width)...)
	}
	return append(lines, "")
}

func (m *program) problemLines(width int) []string {
	if m.state.Problem == "" {
		return nil
	}
	return screen.Wrap(m.theme.Bad("Invalid: ")+m.state.Problem, width)
}

func (m *program) reason(label, text string, width int) []string {
	if text == "" {
		return nil
	}
	return append([]string{""}, screen.Wrap(m.theme.Dim(label+text), width)...)
}

// emptyHint says what an empty line means in a text question.
func (m *program) emptyHint(q steps.Question, width int) []string {
	if _, text := m.field.(*textField); !text {
		return nil
	}
	switch {
	case q.Optional:
		return screen.Wrap(m.theme.Dim(leaveOutHint), width)
	case q.Proposal != "":
		return screen.Wrap(m.theme.Dim("Tab takes "+q.Proposal+". "+unsureHint), width)
	case q.Suggest != nil:
		return screen.Wrap(m.theme.Dim("Tab completes it. "+unsureHint), width)
	}
	return screen.Wrap(m.theme.Dim(unsureHint), width)
}

const (
	leaveOutHint = "Leave empty to skip. ? means: I do not know yet."
	unsureHint   = "? means: I do not know yet."
)

// fieldHint says how a field is filled in that has keys of its own.
func (m *program) fieldHint(q steps.Question, width int) []string {
	switch f := m.field.(type) {
	case *tableField:
		hint := "Choose with left and right. Enter continues."
		if r := q.Rows[0]; len(r.Cells) > 1 {
			hint = "Type the number. Left and right change the method. Enter continues."
		} else if f.numbered {
			hint = "Choose with left and right, or type a number. Enter continues."
		}
		return screen.Wrap(m.theme.Dim(hint), width)
	case *severalField:
		return screen.Wrap(m.theme.Dim("Space selects, Enter continues."), width)
	}
	return m.emptyHint(q, width)
}

// others are the questions before and after on the page, a line each.
func (m *program) others(width int) (before, after []string) {
	for i, q := range m.state.Questions() {
		line := m.otherLine(q, width)
		switch {
		case i < m.state.Place.Question:
			before = append(before, line)
		case i > m.state.Place.Question:
			after = append(after, line)
		}
	}
	if len(before) > 0 {
		before = append(before, "")
	}
	return before, after
}

func (m *program) otherLine(q steps.Question, width int) string {
	f, _ := m.state.Draft.Field(q.Key)
	sign, now := m.theme.Signs.Left, q.Answer(&m.state.Draft)
	switch {
	case now == model.Unsure:
		sign = m.theme.Signs.Unsure
	case q.Put == nil && f.Assumed():
		sign = m.theme.Signs.Assumed
	case now != "":
		sign = m.theme.Signs.Done
	}
	ask := q.Ask
	if ask == "" {
		ask = m.state.AskText(f)
	}
	answer := screen.AnswerLabel(&m.state.Draft, q)
	if answer == "" {
		return m.theme.Dim(ansi.Truncate(sign+" "+ask, width, m.theme.Signs.Cut))
	}
	room := max(width-ansi.StringWidth(answer)-1, width/2)
	return ansi.Truncate(m.theme.Dim(ansi.Truncate(sign+" "+ask, room, m.theme.Signs.Cut))+" "+answer, width, m.theme.Signs.Cut)
}
