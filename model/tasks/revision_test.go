package tasks

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

const commandsFile = "testdata/commands.txt"

// TestChangedCommandsAsk: nobody can see from words alone that what must be done
// changed, but changed commands are a reason to ask.
func TestChangedCommandsAsk(t *testing.T) {
	blocks := map[string]string{}
	var all strings.Builder
	for _, task := range All().Tasks {
		blocks[task.ID] = commandBlock(task.Task)
		all.WriteString(blocks[task.ID])
	}
	if *plantest.Update {
		if err := os.WriteFile(commandsFile, []byte(all.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(commandsFile)
	if err != nil {
		t.Fatal(err)
	}
	kept := "\n" + strings.ReplaceAll(string(want), "\r\n", "\n")
	for _, task := range All().Tasks {
		if !strings.Contains(kept, "\n"+blocks[task.ID]) {
			t.Errorf("%s has other commands, or another revision, than %s says. Did what must be done change? Then raise Revised in its row, which opens the task again in saved plans. Run with -update", task.ID, commandsFile)
		}
	}
}

// commandBlock is the task with its revision and its commands, and an empty line.
func commandBlock(t Task) string {
	lines := []string{fmt.Sprintf("%s %d", t.ID, t.Revision())}
	for _, c := range t.Commands {
		lines = append(lines, fmt.Sprintf("  %s: %s", c.Shell, c.Line))
	}
	return strings.Join(lines, "\n") + "\n\n"
}

func TestAStateCountsForItsRevision(t *testing.T) {
	const id = "pre-people"
	first, third := Task{ID: id}, Task{ID: id, Revised: 2}
	for _, c := range []struct {
		name string
		task Task
		kept model.Progress
		want bool
	}{
		{"of the first revision", first, model.Progress{Revision: 1}, false},
		{"of the third", third, model.Progress{Revision: 3}, false},
		{"of the one before", third, model.Progress{Revision: 2}, true},
		{"of a newer program", first, model.Progress{Revision: 2}, false},
		{"of no real one", first, model.Progress{Revision: -1}, true},
		{"with the hash of the first wording", first, model.Progress{Text: firstWordings[id]}, false},
		{"with that hash, but the task changed", third, model.Progress{Text: firstWordings[id]}, true},
		{"with the hash of a wording before", first, model.Progress{Text: "0123456789ab"}, true},
		{"the revision goes before the hash", first, model.Progress{Text: "0123456789ab", Revision: 1}, false},
		{"written by hand", third, model.Progress{}, false},
		{"with the hash of a task that never had one", Task{ID: "new"}, model.Progress{Text: "0123456789ab"}, true},
	} {
		if got := c.task.Outdated(c.kept); got != c.want {
			t.Errorf("a state %s: outdated %v", c.name, got)
		}
	}
}
