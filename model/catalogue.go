package model

import "sync"

// taskCatalogue is the table of tasks made ready for use: every task with its
// phase, found by its ID, and the places of the tasks before it.
type taskCatalogue struct {
	tasks []cataloguedTask
	place map[string]int
	after [][]int
}

type cataloguedTask struct {
	Task
	phase   string
	sources []Reference
}

// catalogue is worked out once, when the first plan is judged.
var catalogue = sync.OnceValue(newCatalogue)

func newCatalogue() *taskCatalogue {
	c := &taskCatalogue{place: map[string]int{}}
	for _, phase := range Phases() {
		for _, t := range phase.Tasks {
			c.place[t.ID] = len(c.tasks)
			c.tasks = append(c.tasks, cataloguedTask{t, phase.ID, References(t.Cites)})
		}
	}
	c.after = make([][]int, len(c.tasks))
	for i, t := range c.tasks {
		for _, id := range t.After {
			c.after[i] = append(c.after[i], c.place[id])
		}
	}
	return c
}

// before lists the wanted tasks that come right before a task: one that is not
// wanted gives its place to those before it.
func (c *taskCatalogue) before(task int, wanted []bool) []int {
	var list []int
	seen := make([]bool, len(c.tasks))
	var walk func(task int)
	walk = func(task int) {
		for _, place := range c.after[task] {
			switch {
			case seen[place]:
			case wanted[place]:
				list = append(list, place)
			default:
				walk(place)
			}
			seen[place] = true
		}
	}
	walk(task)
	return list
}

// inOrder sorts the wanted tasks so that each follows those before it. It
// stays in a phase while it can, and then takes the earliest task that is
// ready. Were tasks to wait for each other in a circle, it would take the
// first: a test forbids that.
func (c *taskCatalogue) inOrder(wanted []bool) []int {
	left := make([]bool, len(wanted))
	copy(left, wanted)
	waits := make([][]int, len(wanted))
	count := 0
	for i, w := range wanted {
		if w {
			waits[i], count = c.before(i, wanted), count+1
		}
	}
	order := make([]int, 0, count)
	for phase := ""; len(order) < count; {
		next := c.nextReady(left, waits, phase)
		phase, left[next] = c.tasks[next].phase, false
		order = append(order, next)
	}
	return order
}

func (c *taskCatalogue) nextReady(left []bool, waits [][]int, phase string) int {
	first, any := -1, 0
	for i := range left {
		if !left[i] {
			continue
		}
		any = i
		if blocked(left, waits[i]) {
			continue
		}
		if c.tasks[i].phase == phase {
			return i
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return any
	}
	return first
}

func blocked(left []bool, waits []int) bool {
	for _, place := range waits {
		if left[place] {
			return true
		}
	}
	return false
}

func (c *taskCatalogue) ids(places []int) []string {
	ids := make([]string, len(places))
	for i, place := range places {
		ids[i] = c.tasks[place].ID
	}
	return ids
}
