package board

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// Changed says in one line what an answer changed on the board: what an area
// means now, then the verdict, the problems and the tasks. "" is for nothing.
func Changed(before, after Board) string {
	var said []string
	for _, s := range model.Severities {
		said = append(said, differ(before.count(s.Value), after.count(s.Value), words[s.Value])...)
	}
	said = append(said, differ(before.Open, after.Open, counted{"open answer", "open answers"})...)
	said = append(said, differ(before.Tasks, after.Tasks, counted{"task", "tasks"})...)
	numbers := strings.Join(said, ", ")
	switch about := area(before, after); {
	case before.verdict != after.verdict:
		return joined2(strings.TrimSuffix(after.Verdict, "."), numbers)
	case about != "":
		return joined2(about, numbers)
	case numbers != "":
		return model.Sentence(numbers)
	}
	return ""
}

func joined2(first, second string) string {
	if second == "" {
		return first + "."
	}
	return first + "; " + second + "."
}

// area is what the area means now in which most changed, without the full stop.
func area(before, after Board) string {
	if len(before.Areas) != len(after.Areas) {
		return ""
	}
	at := slices.IndexFunc(after.Areas, func(a Area) bool {
		was, _ := before.Area(a.ID)
		return was.Worst != a.Worst
	})
	if at < 0 {
		at = slices.IndexFunc(after.Areas, func(a Area) bool {
			was, _ := before.Area(a.ID)
			return was.Line != a.Line
		})
	}
	if at < 0 {
		return ""
	}
	return after.Areas[at].Title + ": " + small(strings.TrimSuffix(after.Areas[at].Line, "."))
}

type counted struct{ one, many string }

var words = map[model.Severity]counted{
	model.Blocker: {"blocker", "blockers"}, model.Warning: {"warning", "warnings"}, model.Advice: {"advice", "advice"},
}

func (b Board) count(s model.Severity) int {
	switch s {
	case model.Blocker:
		return b.Blockers
	case model.Warning:
		return b.Warnings
	}
	return b.Advice
}

// differ is "2 tasks fewer" or "1 warning more".
func differ(was, is int, w counted) []string {
	n, word := is-was, "more"
	if n < 0 {
		n, word = -n, "fewer"
	}
	if n == 0 {
		return nil
	}
	if n == 1 {
		return []string{"1 " + w.one + " " + word}
	}
	return []string{model.Thousands(n) + " " + w.many + " " + word}
}
