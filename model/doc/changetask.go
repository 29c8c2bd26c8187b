package doc

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
)

// taskChanges begin with the tasks that came, then those that went; what
// changed in the others comes last.
func taskChanges(tasks []diff.ChangedTask) Part {
	var entries []Entry
	for _, mark := range diff.Marks {
		for _, t := range tasks {
			if t.Mark == mark.Value {
				entries = append(entries, taskChange(t))
			}
		}
	}
	return ListOf("Tasks", entries)
}

func taskChange(t diff.ChangedTask) Entry {
	e := Entry{Mark: signs[t.Mark], Title: WithKey(t.Title, t.ID)}
	if t.Mark != diff.MarkChanged && t.State != model.Open {
		e.Facts = append(e.Facts, Plain("", "state: "+stateBy(t.State, t.By)))
	}
	if !t.Needed {
		e.Facts = append(e.Facts, Plain("", "neither plan asks for it"))
	}
	for _, c := range t.Progress {
		before, after := c.Before, c.After
		if c.What == diff.StatePart {
			before, after = model.TaskStates.Label(model.TaskState(before)), stateBy(model.TaskState(after), t.By)
		}
		e.Facts = append(e.Facts, Plain("", string(c.What)+" was: "+OrNothing(before)), Plain("", string(c.What)+" now: "+OrNothing(after)))
	}
	e.Facts = append(e.Facts, wordingChange(t.Wording)...)
	return e
}

// stateBy is a state with who set it.
func stateBy(state model.TaskState, by string) string {
	return stateSet(model.TaskStates.Label(state), model.Progress{By: by})
}

// wordingChange tells how a task reads. A line that was and one that is are
// told side by side, without the words that both share.
func wordingChange(lines []diff.ChangedLine) []Fact {
	var facts []Fact
	for len(lines) > 0 {
		n := 1
		for n < len(lines) && lines[n].Part == lines[0].Part {
			n++
		}
		facts = append(facts, partChange(lines[:n])...)
		lines = lines[n:]
	}
	return facts
}

// partChange tells of one part of a task: of as many lines gone as come, each
// with the one in its place.
func partChange(lines []diff.ChangedLine) []Fact {
	var facts []Fact
	gone := slices.IndexFunc(lines, func(l diff.ChangedLine) bool { return l.Mark == diff.MarkAdded })
	if gone*2 != len(lines) {
		for _, l := range lines {
			f := Plain("", string(l.Part)+": "+l.Text)
			f.Mark = signs[l.Mark]
			facts = append(facts, f)
		}
		return facts
	}
	for i := range gone {
		before, after := apart(lines[i].Text, lines[gone+i].Text)
		facts = append(facts, Plain("", string(lines[i].Part)+" was: "+before), Plain("", string(lines[i].Part)+" now: "+after))
	}
	return facts
}

// sharedWords is how many of the words that two lines share are told around
// those that they do not.
const sharedWords = 4

// apart leaves out of two texts what they share at their beginnings and ends,
// but for a few words.
func apart(old, new string) (string, string) {
	was, is := strings.Fields(old), strings.Fields(new)
	least := min(len(was), len(is))
	head, tail := 0, 0
	for head < least && was[head] == is[head] {
		head++
	}
	for tail < least-head && was[len(was)-1-tail] == is[len(is)-1-tail] {
		tail++
	}
	head, tail = max(0, head-sharedWords), max(0, tail-sharedWords)
	return middle(was, head, tail), middle(is, head, tail)
}

// middle is the text without so many words at its beginning and its end.
func middle(words []string, head, tail int) string {
	text := strings.Join(words[head:len(words)-tail], " ")
	if head > 0 {
		text = "... " + text
	}
	if tail > 0 {
		text += " ..."
	}
	return text
}
