package wizard

import (
	"fmt"
	"slices"
	"strings"

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
		{m.emptyHint(q, width), 5},
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
	f, _ := m.state.Draft.Field(q.Key)
	ask := m.theme.Strong(f.Ask)
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
	return screen.Wrap(m.theme.Bad("Not yet: ")+m.state.Problem, width)
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
	if q.Optional {
		return screen.Wrap(m.theme.Dim(leaveOutHint), width)
	}
	return screen.Wrap(m.theme.Dim("Enter on an empty line: I do not know yet."), width)
}

const leaveOutHint = "Enter on an empty line leaves it out; unsure means: I do not know yet."

// others are the questions before and after on the page, a line each.
func (m *program) others(width int) (before, after []string) {
	for i, q := range m.state.Questions() {
		line := m.otherLine(q, width, i < m.state.Place.Question)
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

func (m *program) otherLine(q steps.Question, width int, done bool) string {
	f, _ := m.state.Draft.Field(q.Key)
	sign := m.theme.Signs.Left
	if done {
		sign = m.theme.Signs.Done
	}
	if f.Unsure() {
		sign = m.theme.Signs.Unsure
	}
	ask := m.state.AskText(f)
	answer := f.Label()
	if answer == "" {
		return m.theme.Dim(ansi.Truncate(sign+" "+ask, width, m.theme.Signs.Cut))
	}
	room := max(width-ansi.StringWidth(answer)-1, width/2)
	return ansi.Truncate(m.theme.Dim(ansi.Truncate(sign+" "+ask, room, m.theme.Signs.Cut))+" "+answer, width, m.theme.Signs.Cut)
}
