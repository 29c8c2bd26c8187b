package plain

import (
	"cmgwizard/model"
	"cmgwizard/model/explain"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// explain tells about the line with this number, about the task or the
// comparison that is shown, or why the question is asked.
func (l *lines) explain(number string) {
	q, asks := l.state.Asks()
	switch {
	case asks && l.state.Screen == machine.QuestionScreen:
		l.explainQuestion(q, number)
	case asks:
		_, why := screen.Form(l.state)
		l.say(why)
	case l.state.Screen == machine.CompareScreen:
		l.compare(true)
	case l.state.Screen == machine.TaskScreen, l.state.Screen == machine.FactsScreen:
		l.explainID(l.content().About(screen.Row{}))
	case number == "":
		l.readOut = false
		l.say(lineKeys)
	default:
		l.explainID(l.numbered(number).About)
	}
}

const lineKeys = "A number picks a line, ? and a number explains it. / and words finds explanations. = compares the methods, + adds files, < goes back, # shows the board, ! saves and leaves."

// explainQuestion says why a question is asked and where its answer is found;
// with a second question mark everything about it.
func (l *lines) explainQuestion(q steps.Question, more string) {
	if more != "" {
		l.explainID(q.Key)
		return
	}
	l.say("Why: " + q.Why)
	if q.Where != "" {
		l.say("Where: " + q.Where)
	}
	if q.Example != "" {
		l.say("For example: " + q.Example)
	}
	l.say("Who can answer: the team " + model.Teams.Label(screen.TeamOf(l.state, q)) + ". ?? tells more.")
}

// explainID tells everything about a rule, a task or an answer.
func (l *lines) explainID(id string) {
	rows := l.content().Explained(id)
	if len(rows) == 0 {
		l.say(screen.NothingToExplain)
	}
	l.print(rows)
}

// takesText reports whether a line is text here: a path may begin with a slash.
func (l *lines) takesText() bool {
	q, asks := l.state.Asks()
	if !asks || l.state.Screen == machine.StateScreen {
		return false
	}
	return l.state.Screen != machine.QuestionScreen || q.Rows == nil && l.options(q) == nil
}

// mostFound is how many explanations a search lists.
const mostFound = 10

// find lists what words find, or tells everything about an ID.
func (l *lines) find(words string) {
	l.readOut = false
	hits := explain.Find(words, mostFound)
	switch {
	case words == "":
		l.say("/ and words finds explanations. " + screen.FindHint)
	case len(hits) == 0:
		l.say(screen.NothingFound)
	case hits[0].Exact:
		l.explainID(hits[0].ID)
	default:
		l.print(screen.FoundRows(l.look, hits))
		l.say("/ and an ID reads one: /" + hits[0].ID)
	}
}

func (l *lines) print(rows []screen.Row) {
	for _, r := range rows {
		l.say(r.Text)
	}
}
