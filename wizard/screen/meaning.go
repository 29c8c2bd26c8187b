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
func Meaning(t *Look, o judge.Judgement) []Row {
	rows := []Row{
		{Text: t.Strong("What your answers mean so far")},
		{Text: t.verdict(o.Verdict)},
		{Text: fmt.Sprintf("%d tasks, %d open questions", len(o.Items), len(o.Open))},
		{},
	}
	rows = append(rows, Row{Text: t.Strong("Required") + t.Dim("  + advised  "+t.Signs.Unsure+" open  - no")})
	rows = append(rows, t.needRows(o)...)
	rows = append(rows, Row{}, Row{Text: t.Strong("Devices")})
	rows = append(rows, t.deviceRows(o)...)
	rows = append(rows, Row{})
	return append(rows, t.findingCounts(o)...)
}

func (t *Look) verdict(v judge.Verdict) string {
	style := map[judge.Verdict]func(...string) string{
		judge.IsBlocked: t.Bad, judge.IsIncomplete: t.Warn,
		judge.ReadyWarnings: t.Warn, judge.IsReady: t.Good,
	}[v]
	return style(verdictShort[v])
}

// verdictShort are the verdicts in a few words.
var verdictShort = map[judge.Verdict]string{
	judge.IsBlocked: "BLOCKED", judge.IsIncomplete: "INCOMPLETE",
	judge.ReadyWarnings: "READY, with warnings", judge.IsReady: "READY",
}

func (t *Look) findingCounts(o judge.Judgement) []Row {
	rows := []Row{{Text: t.Strong("Findings") + t.Dim("  broken  unknown  planned")}}
	for _, s := range model.Severities {
		broken, unclear, planned := o.Count(s.Value, rules.Broken), o.Count(s.Value, rules.Unclear), o.Count(s.Value, rules.Planned)
		rows = append(rows, Row{Text: fmt.Sprintf("%-8s  %6d  %7d  %7d", s.Label, broken, unclear, planned)})
	}
	return rows
}

func (t *Look) deviceRows(o judge.Judgement) []Row {
	var rows []Row
	for _, d := range o.Devices {
		rows = append(rows, Row{Text: deviceLine(t, d), Hang: 2})
	}
	if len(rows) == 0 {
		rows = []Row{{Text: t.Dim("none yet")}}
	}
	return rows
}

// deviceLine says in a line what a kind of device can do in one place.
func deviceLine(t *Look, d model.DeviceOutcome) string {
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
	return t.supported(d, name+": "+where)
}

// methodShort are the methods in a word or two.
var methodShort = map[model.Method]string{
	model.EntraID: "Entra ID", model.ClientPKI: "PKI", model.SiteToken: "token", "": "no method yet", model.Unsure: "no method yet",
}

// supported marks a line with whether it works, for devices alone or for users
// too.
func (t *Look) supported(d model.DeviceOutcome, line string) string {
	switch {
	case d.Supported == model.TruthNo:
		return t.Bad("x") + " " + line + ", fails"
	case d.Supported == model.TruthUnknown:
		return t.Signs.Unsure + " " + line
	case len(d.Scenarios) > 1:
		return t.Good(t.Signs.Done) + " " + line + ", users too"
	}
	return t.Good(t.Signs.Done) + " " + line
}

// needRows lists every requirement in the same place: a sign says how it
// stands, so that little moves when an answer does.
func (t *Look) needRows(o judge.Judgement) []Row {
	rows := make([]Row, len(o.Requirements))
	for i, r := range o.Requirements {
		switch r.Need {
		case rules.Required:
			rows[i] = Row{Text: t.Signs.Done + " " + r.Title}
		case rules.Recommended:
			rows[i] = Row{Text: "+ " + r.Title}
		case rules.NeedUnknown:
			rows[i] = Row{Text: t.Signs.Unsure + " " + r.Title}
		default:
			rows[i] = Row{Text: "- " + r.Title}
		}
	}
	return rows
}

// MeaningLine is the same in one line, for a narrow screen: as much of it as
// the width takes.
func MeaningLine(t *Look, o judge.Judgement, width int) string {
	line, comma := t.verdict(o.Verdict), "  "
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
