package tasks

import (
	"slices"
	"strings"
	"testing"
)

func TestTasksWaitInNoCircle(t *testing.T) {
	done := map[string]bool{}
	for left := slices.Clone(All().Tasks); len(left) > 0; {
		i := slices.IndexFunc(left, func(task cataloguedTask) bool {
			return !slices.ContainsFunc(task.After, func(id string) bool { return !done[id] })
		})
		if i < 0 {
			t.Fatalf("these tasks wait for each other: %s", idsOf(left))
		}
		done[left[i].ID] = true
		left = slices.Delete(left, i, i+1)
	}
}

func idsOf(tasks []cataloguedTask) string {
	var ids []string
	for _, task := range tasks {
		ids = append(ids, task.ID)
	}
	return strings.Join(ids, ", ")
}
