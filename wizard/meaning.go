package wizard

import (
	"fmt"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
	"github.com/charmbracelet/x/ansi"
)

// meaning says in short lines what the answers mean so far: the verdict, who
// authenticates how, what is required, what is found and how much there is to
// do. Its lines keep their places while a choice moves.
func meaning(t *look, o judge.Judgement) []row {
	rows := []row{
		{text: t.strong("What your answers mean so far")},
		{text: t.verdict(o.Verdict)},
		{text: fmt.Sprintf("%d tasks, %d open questions", len(o.Items), len(o.Open))},
		{},
	}
	rows = append(rows, row{text: t.strong("Required") + t.dim("  + advised  "+t.signs.unsure+" open  - no")})
	rows = append(rows, t.needRows(o)...)
	rows = append(rows, row{}, row{text: t.strong("Devices")})
	rows = append(rows, t.deviceRows(o)...)
	rows = append(rows, row{})
	return append(rows, t.findingCounts(o)...)
}

func (t *look) verdict(v judge.Verdict) string {
	style := map[judge.Verdict]func(...string) string{
		judge.IsBlocked: t.bad, judge.IsIncomplete: t.warn,
		judge.ReadyWarnings: t.warn, judge.IsReady: t.good,
	}[v]
	return style(verdictShort[v])
}

// verdictShort are the verdicts in a few words.
var verdictShort = map[judge.Verdict]string{
	judge.IsBlocked: "BLOCKED", judge.IsIncomplete: "INCOMPLETE",
	judge.ReadyWarnings: "READY, with warnings", judge.IsReady: "READY",
}

func (t *look) findingCounts(o judge.Judgement) []row {
	rows := []row{{text: t.strong("Findings") + t.dim("  broken  unknown  planned")}}
	for _, s := range model.Severities {
		broken, unclear, planned := o.Count(s.Value, rules.Broken), o.Count(s.Value, rules.Unclear), o.Count(s.Value, rules.Planned)
		rows = append(rows, row{text: fmt.Sprintf("%-8s  %6d  %7d  %7d", s.Label, broken, unclear, planned)})
	}
	return rows
}

func (t *look) deviceRows(o judge.Judgement) []row {
	var rows []row
	for _, d := range o.Devices {
		rows = append(rows, row{text: deviceLine(t, d), hang: 2})
	}
	if len(rows) == 0 {
		rows = []row{{text: t.dim("none yet")}}
	}
	return rows
}

// deviceLine says in a line what a kind of device can do in one place.
func deviceLine(t *look, d model.DeviceOutcome) string {
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
func (t *look) supported(d model.DeviceOutcome, line string) string {
	switch {
	case d.Supported == model.TruthNo:
		return t.bad("x") + " " + line + ", fails"
	case d.Supported == model.TruthUnknown:
		return t.signs.unsure + " " + line
	case len(d.Scenarios) > 1:
		return t.good(t.signs.done) + " " + line + ", users too"
	}
	return t.good(t.signs.done) + " " + line
}

// needRows lists every requirement in the same place: a sign says how it
// stands, so that little moves when an answer does.
func (t *look) needRows(o judge.Judgement) []row {
	rows := make([]row, len(o.Requirements))
	for i, r := range o.Requirements {
		switch r.Need {
		case rules.Required:
			rows[i] = row{text: t.signs.done + " " + r.Title}
		case rules.Recommended:
			rows[i] = row{text: "+ " + r.Title}
		case rules.NeedUnknown:
			rows[i] = row{text: t.signs.unsure + " " + r.Title}
		default:
			rows[i] = row{text: "- " + r.Title}
		}
	}
	return rows
}

// meaningLine is the same in one line, for a narrow screen: as much of it as
// the width takes.
func meaningLine(t *look, o judge.Judgement, width int) string {
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
