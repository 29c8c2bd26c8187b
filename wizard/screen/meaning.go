package screen

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"github.com/charmbracelet/x/ansi"
)

// Meaning says in short lines what the answers mean so far: the verdict, who
// authenticates how, what is required, what is found and how much there is to
// do. Its lines keep their places while a choice moves.
func Meaning(look *Look, o judge.Judgement) []Row {
	rows := []Row{
		{Text: look.Strong("What your answers mean so far")},
		{Text: look.verdict(o.Verdict)},
		{Text: fmt.Sprintf("%d tasks to do, %d missing answers", toDo(o), len(o.Open))},
		{},
	}
	rows = append(rows, Row{Text: look.Strong("R required, A advised, ? open, - no")})
	rows = append(rows, look.needRows(o)...)
	rows = append(rows, Row{}, Row{Text: look.Strong("Devices") + look.Dim("  users: it works for users too")})
	rows = append(rows, look.deviceRows(o)...)
	rows = append(rows, Row{})
	return append(rows, look.findingCounts(o)...)
}

func (l *Look) verdict(v judge.Verdict) string {
	style := map[judge.Verdict]func(...string) string{
		judge.IsBlocked: l.Bad, judge.IsIncomplete: l.Warn,
		judge.ReadyWarnings: l.Warn, judge.IsReady: l.Good,
	}[v]
	return style(verdictShort[v])
}

// verdictShort are the verdicts in a few words.
var verdictShort = map[judge.Verdict]string{
	judge.IsBlocked: "BLOCKED", judge.IsIncomplete: "NOT DECIDED",
	judge.ReadyWarnings: "DECIDED, with warnings", judge.IsReady: "DECIDED",
}

func (l *Look) findingCounts(o judge.Judgement) []Row {
	rows := []Row{{Text: l.Strong("Findings") + l.Dim("   wrong     open  as task")}}
	for _, s := range model.Severities {
		broken, unclear, planned := o.Count(s.Value, rules.Broken), o.Count(s.Value, rules.Unclear), o.Count(s.Value, rules.Planned)
		rows = append(rows, Row{Text: fmt.Sprintf("%-8s  %6d  %7d  %7d", s.Label, broken, unclear, planned)})
	}
	return rows
}

func (l *Look) deviceRows(o judge.Judgement) []Row {
	var rows []Row
	for _, d := range o.Devices {
		rows = append(rows, Row{Text: deviceLine(l, d), Hang: 9})
	}
	if len(rows) == 0 {
		rows = []Row{{Text: l.Dim("none yet")}}
	}
	return rows
}

// deviceLine says in a line what a kind of device can do in one place.
func deviceLine(look *Look, d model.DeviceOutcome) string {
	name := d.Name
	switch name {
	case "":
		name = "Join not known"
	case string(d.Join):
		name = model.Joins.Label(d.Join)
	}
	where := "inside"
	if d.Location == model.OnInternet {
		where = methodShort[d.Method]
	}
	return look.supported(d, name+": "+where)
}

// methodShort are the methods in a word or two.
var methodShort = map[model.Method]string{
	model.EntraID: "Entra ID", model.ClientPKI: "PKI", model.SiteToken: "token", "": "no method yet", model.Unsure: "no method yet",
}

// supported marks a line with whether it works, for devices alone or for users
// too.
func (l *Look) supported(d model.DeviceOutcome, line string) string {
	word, style := "works", l.Good
	switch {
	case d.Supported == model.TruthNo:
		word, style = "fails", l.Bad
	case d.Supported == model.TruthUnknown:
		word, style = "open", l.Warn
	case len(d.Scenarios) > 1:
		word = "users"
	}
	return style(fmt.Sprintf("%-8s ", word)) + line
}

// needRows lists every requirement in the same place: a letter says how it
// stands, so that little moves when an answer does.
func (l *Look) needRows(o judge.Judgement) []Row {
	rows := make([]Row, len(o.Requirements))
	for i, r := range o.Requirements {
		rows[i] = Row{Text: needSigns[r.Need] + " " + r.Title, Hang: 2}
	}
	return rows
}

// needSigns say in a letter how a requirement stands: one letter is all that a key
// writes anew.
var needSigns = map[rules.Need]string{rules.Required: "R", rules.Recommended: "A", rules.NeedUnknown: "?", rules.NotRequired: "-"}

// MeaningLine is the same in one line, for a narrow screen: as much of it as
// the width takes.
func MeaningLine(look *Look, o judge.Judgement, width int) string {
	line, comma := look.verdict(o.Verdict), "  "
	for _, part := range countParts(o) {
		if ansi.StringWidth(line+comma+part) > width {
			break
		}
		line, comma = line+comma+part, ", "
	}
	return line
}

// countParts count what is wrong, what is open and what is to do, as far as there
// is any.
func countParts(o judge.Judgement) []string {
	var parts []string
	add := func(n int, one, many string) {
		if n > 0 {
			parts = append(parts, model.CountedAs(n, one, many))
		}
	}
	add(o.Count(model.Blocker, rules.Broken), "blocker", "blockers")
	add(o.Count(model.Warning, rules.Broken), "warning", "warnings")
	add(len(o.Open), "missing answer", "missing answers")
	add(toDo(o), "task to do", "tasks to do")
	return parts
}

// toDo counts the tasks that are left.
func toDo(o judge.Judgement) int {
	n := 0
	for _, item := range o.Items {
		if item.Progress.State.Pending() {
			n++
		}
	}
	return n
}
