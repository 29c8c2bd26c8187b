package board

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

// Changed says in one line what an answer changed on the board: the verdict if
// it is another one, else what an area means now, then the problems, the
// questions and the tasks. "" is for nothing.
func Changed(before, after Board) string {
	var news []string
	for _, s := range model.Severities {
		news = append(news, cameAndWent(before.problemKeys(s.Value), after.problemKeys(s.Value), severityWords[s.Value])...)
	}
	news = append(news, moved(after.Open-before.Open, plural{"missing answer", "missing answers"}, "")...)
	news = append(news, moved(after.Tasks-before.Tasks, plural{"task", "tasks"}, "")...)
	news = append(news, moved(after.Confirm-before.Confirm, plural{"assumption", "assumptions"}, " to confirm")...)
	about := nowMeans(before, after)
	if before.verdict != after.verdict {
		about = strings.TrimSuffix(after.Verdict, ".")
	}
	if about != "" {
		news = slices.Insert(news, 0, about)
	}
	return inOneLine(news)
}

// inOneLine joins as many as there is room for: the first with a semicolon.
func inOneLine(news []string) string {
	if len(news) == 0 {
		return ""
	}
	line := news[0]
	for i, text := range news[1:] {
		between := ", "
		if i == 0 {
			between = "; "
		}
		if width(line+between+text)+1 > wideWidth {
			break
		}
		line += between + text
	}
	return firstFit(wideWidth, line+".")
}

// nowMeans is what the area means now in which most changed.
func nowMeans(before, after Board) string {
	for _, differs := range []func(was, is Area) bool{
		func(was, is Area) bool { return was.Worst != is.Worst },
		func(was, is Area) bool { return was.Line != is.Line },
	} {
		for _, is := range after.Areas {
			if was, found := before.Area(is.ID); found && differs(was, is) {
				return is.Title + ": " + small(strings.TrimSuffix(is.Line, "."))
			}
		}
	}
	for _, is := range after.Areas {
		if was, found := before.Area(is.ID); found && was.Long != is.Long {
			return strings.TrimSuffix(firstFit(wideWidth, is.Title+": "+small(is.Long), is.Long), ".")
		}
	}
	return ""
}

// problemKeys tell the problems of a severity apart.
func (b Board) problemKeys(s model.Severity) []string {
	var keys []string
	for _, p := range b.broken {
		if p.Severity == s {
			keys = append(keys, p.Rule+" "+p.Subject)
		}
	}
	return keys
}

// plural is what is counted, as one and as many.
type plural struct{ one, many string }

func (w plural) count(n int) string { return model.CountedAs(n, w.one, w.many) }

var severityWords = map[model.Severity]plural{
	model.Blocker: {"blocker", "blockers"}, model.Warning: {"warning", "warnings"}, model.Advice: {"piece of advice", "pieces of advice"},
}

// cameAndWent says how many are new and how many are gone: "1 warning gone".
func cameAndWent(was, is []string, w plural) []string {
	var news []string
	if n := missing(is, was); n > 0 {
		news = append(news, model.CountedAs(n, "new "+w.one, "new "+w.many))
	}
	if n := missing(was, is); n > 0 {
		news = append(news, w.count(n)+" gone")
	}
	return news
}

// missing counts what one list has and the other has not.
func missing(list, in []string) int {
	n := 0
	for _, text := range list {
		if !slices.Contains(in, text) {
			n++
		}
	}
	return n
}

// moved says how many there are more or fewer: "2 tasks fewer".
func moved(by int, w plural, behind string) []string {
	switch {
	case by > 0:
		return []string{w.count(by) + " more" + behind}
	case by < 0:
		return []string{w.count(-by) + " fewer" + behind}
	}
	return nil
}
