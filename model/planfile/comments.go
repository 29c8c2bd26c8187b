package planfile

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// Comments are those that people wrote, each with the key or table that it
// stands at. An empty line between two comments is kept as "".
type comments struct {
	head  []string
	tail  []string
	at    map[string]*comment
	order []string // the keys of at, as they came
}

// A comment is what people wrote at one key or table.
type comment struct {
	above  []string
	beside string
	below  []string // at the end of the table
}

func (c *comments) place(key string) *comment {
	if c.at == nil {
		c.at = map[string]*comment{}
	}
	if c.at[key] == nil {
		c.at[key] = &comment{}
		c.order = append(c.order, key)
	}
	return c.at[key]
}

func (c *comments) addAbove(key string, lines []string) {
	if len(lines) > 0 {
		c.place(key).above = append(c.place(key).above, lines...)
	}
}

func (c *comments) addBeside(key, line string) {
	if !strings.HasPrefix(line, generated) {
		c.place(key).beside = line
	}
}

func (c *comments) addBelow(table string, lines []string) {
	if len(lines) > 0 {
		c.place(table).below = lines
	}
}

// lines are all of a comment, for when its place is gone.
func (c *comment) lines() []string {
	lines := slices.Clone(c.above)
	if c.beside != "" {
		lines = append(lines, c.beside)
	}
	return append(lines, c.below...)
}

// nameTasks ties the comments of tasks to the task instead of to its place in
// the file: the program sorts the tasks.
func (c *comments) nameTasks(tasks []model.Progress) {
	if len(c.order) == 0 {
		return
	}
	renamed := comments{head: c.head, tail: c.tail}
	for _, key := range c.order {
		*renamed.place(nameTask(key, tasks)) = *c.at[key]
	}
	*c = renamed
}

func nameTask(key string, tasks []model.Progress) string {
	var i int
	if n, _ := fmt.Sscanf(key, "tasks[%d]", &i); n == 0 || i >= len(tasks) {
		return key
	}
	_, rest, _ := strings.Cut(key, "]")
	return taskPath(tasks[i].ID) + rest
}

func taskPath(id string) string { return "tasks{" + id + "}" }

// splitLast splits comments at the last empty line.
func splitLast(lines []string) (before, after []string) {
	for i := len(lines) - 1; i >= 0; i-- {
		if lines[i] == "" {
			return trimBlank(lines[:i]), lines[i+1:]
		}
	}
	return nil, lines
}

func trimBlank(lines []string) []string {
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return slices.CompactFunc(lines, func(a, b string) bool { return a == "" && b == "" })
}

func withoutBlank(lines []string) []string {
	return slices.DeleteFunc(lines, func(line string) bool { return line == "" })
}
