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
		{Text: fmt.Sprintf("%d tasks, %d open questions", len(o.Items), len(o.Open))},
		{},
	}
	rows = append(rows, Row{Text: look.Strong("Required") + look.Dim("  + advised  "+look.Signs.Unsure+" open  - no")})
	rows = append(rows, look.needRows(o)...)
	rows = append(rows, Row{}, Row{Text: look.Strong("Devices")})
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
	judge.IsBlocked: "BLOCKED", judge.IsIncomplete: "INCOMPLETE",
	judge.ReadyWarnings: "READY, with warnings", judge.IsReady: "READY",
}

func (l *Look) findingCounts(o judge.Judgement) []Row {
	rows := []Row{{Text: l.Strong("Findings") + l.Dim("  broken  unknown  planned")}}
	for _, s := range model.Severities {
		broken, unclear, planned := o.Count(s.Value, rules.Broken), o.Count(s.Value, rules.Unclear), o.Count(s.Value, rules.Planned)
		rows = append(rows, Row{Text: fmt.Sprintf("%-8s  %6d  %7d  %7d", s.Label, broken, unclear, planned)})
	}
	return rows
}

func (l *Look) deviceRows(o judge.Judgement) []Row {
	var rows []Row
	for _, d := range o.Devices {
		rows = append(rows, Row{Text: deviceLine(l, d), Hang: 2})
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
	switch {
	case d.Supported == model.TruthNo:
		return l.Bad("x") + " " + line + ", fails"
	case d.Supported == model.TruthUnknown:
		return l.Signs.Unsure + " " + line
	case len(d.Scenarios) > 1:
		return l.Good(l.Signs.Done) + " " + line + ", users too"
	}
	return l.Good(l.Signs.Done) + " " + line
}

// needRows lists every requirement in the same place: a sign says how it
// stands, so that little moves when an answer does.
func (l *Look) needRows(o judge.Judgement) []Row {
	rows := make([]Row, len(o.Requirements))
	for i, r := range o.Requirements {
		switch r.Need {
		case rules.Required:
			rows[i] = Row{Text: l.Signs.Done + " " + r.Title}
		case rules.Recommended:
			rows[i] = Row{Text: "+ " + r.Title}
		case rules.NeedUnknown:
			rows[i] = Row{Text: l.Signs.Unsure + " " + r.Title}
		default:
			rows[i] = Row{Text: "- " + r.Title}
		}
	}
	return rows
}

// MeaningLine is the same in one line, for a narrow screen: as much of it as
// the width takes.
func MeaningLine(look *Look, o judge.Judgement, width int) string {
	line, comma := look.verdict(o.Verdict), "  "
	for _, part := range []string{
		fmt.Sprintf("broken %d", o.Count(model.Blocker, rules.Broken)),
		fmt.Sprintf("unknown %d", o.Count(model.Blocker, rules.Unclear)),
		fmt.Sprintf("warnings %d", o.Count(model.Warning, rules.Broken)),
		fmt.Sprintf("tasks %d", len(o.Items)),
	} {
		if ansi.StringWidth(line+comma+part) > width {
			break
		}
		line, comma = line+comma+part, ", "
	}
	return line
}
