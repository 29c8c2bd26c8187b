package tasks

import (
	"sync"

	"cmgwizard/model"
)

// A Catalogue is the table of tasks made ready for use: every task with its
// phase, found by its ID, and the places of the tasks before it.
type Catalogue struct {
	Tasks []cataloguedTask
	Place map[string]int
	after [][]int
}

type cataloguedTask struct {
	Task
	Phase   string
	Sources []model.Reference
}

// All is the catalogue of every task. It is worked out once, when the first plan
// is judged.
var All = sync.OnceValue(newCatalogue)

func newCatalogue() *Catalogue {
	c := &Catalogue{Place: map[string]int{}}
	for _, phase := range Phases() {
		for _, t := range phase.Tasks {
			c.Place[t.ID] = len(c.Tasks)
			c.Tasks = append(c.Tasks, cataloguedTask{t, phase.ID, model.References(t.Cites)})
		}
	}
	c.after = make([][]int, len(c.Tasks))
	for i, t := range c.Tasks {
		for _, id := range t.After {
			c.after[i] = append(c.after[i], c.Place[id])
		}
	}
	return c
}

// Before lists the wanted tasks that come right before a task: one that is not
// wanted gives its place to those before it.
func (c *Catalogue) Before(task int, wanted []bool) []int {
	var list []int
	seen := make([]bool, len(c.Tasks))
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

// InOrder lists the wanted tasks job by job: no job waits for a later one.
func (c *Catalogue) InOrder(wanted []bool) []int {
	var order []int
	for _, j := range jobs {
		for _, id := range j.Tasks {
			if place := c.Place[id]; wanted[place] {
				order = append(order, place)
			}
		}
	}
	return order
}

// IDs are the IDs of the tasks in these places.
func (c *Catalogue) IDs(places []int) []string {
	ids := make([]string, len(places))
	for i, place := range places {
		ids[i] = c.Tasks[place].ID
	}
	return ids
}
