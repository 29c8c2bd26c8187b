package compare

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// A TableRow is one measure of every alternative, in words: a cell for each, a line
// for each thing in it.
type TableRow struct {
	Label string
	Cells [][]string
	Keep  bool // worth a place beside the others even where all are the same
}

// measure is a row of the table below: what it is called, and how it is told of
// one alternative.
type measure struct {
	label string
	keep  bool
	tell  func(a Alternative) []string
}

// measures are the rows in which alternatives are compared, for the screen and
// for the command.
var measures = []measure{
	{"Changed", true, func(a Alternative) []string { return model.OrNone(tellChanges(a.Changes), "nothing") }},
	{"Verdict", true, func(a Alternative) []string { return []string{judge.Verdicts.Label(a.Verdict)} }},
	{"CMG traffic", false, func(a Alternative) []string {
		return model.OrNone(model.EachInWords(a.Points, PointMode.words), "no management point")
	}},
	{"Devices", true, func(a Alternative) []string { return a.Devices.Words() }},
	{"Each kind", false, func(a Alternative) []string { return model.EachInWords(a.Devices.Kinds, KindService.words) }},
	{"Users", false, func(a Alternative) []string {
		return model.OrNone(model.EachInWords(a.Users, UserService.words), "no deployments to users")
	}},
	{"At clients", false, needsAt(rules.AtClients)},
	{"At servers", false, needsAt(rules.AtServers)},
	{"At the PKI", false, needsAt(rules.AtPKI)},
	{"In Entra ID", false, needsAt(rules.AtEntra)},
	{"In the network", false, needsAt(rules.AtNetwork)},
	{"Tasks", true, func(a Alternative) []string { return []string{tasksWord(a.Tasks.Count, a.Tasks.Open)} }},
	{"By team", true, func(a Alternative) []string { return model.EachInWords(a.Tasks.Owners, OwnerWork.words) }},
	{"Will expire", false, func(a Alternative) []string { return model.EachInWords(a.Expiries, words) }},
	{"Blockers", false, func(a Alternative) []string { return model.EachInWords(a.Blockers, Obstacle.words) }},
	{"Warnings", false, func(a Alternative) []string { return model.EachInWords(a.Warnings, Obstacle.words) }},
	{"Unanswered", true, func(a Alternative) []string { return []string{strconv.Itoa(a.Open)} }},
	{"Sources disagree", false, func(a Alternative) []string {
		return model.Disagreements(a.Conflicts).IDs()
	}},
}

// Table sets the alternatives side by side: a title for each, and the rows of
// measures. A row that is empty for all of them is left out.
func (g Group) Table() (titles []string, rows []TableRow) {
	for _, a := range g.Alternatives {
		titles = append(titles, a.Called())
	}
	for _, f := range measures {
		row := TableRow{Label: f.label, Keep: f.keep}
		for _, a := range g.Alternatives {
			row.Cells = append(row.Cells, f.tell(a))
		}
		if row.filled() {
			rows = append(rows, row)
		}
	}
	return titles, rows
}

// Glance tells the alternative in one line.
func (a Alternative) Glance() string {
	parts := []string{a.Devices.Words()[0]}
	if text := a.usersLeftOut(); text != "" {
		parts = append(parts, text)
	}
	parts = append(parts, model.Counted(a.Tasks.Open, "open task"))
	if n := a.brokenBlockers(); n > 0 {
		parts = append(parts, model.Counted(n, "blocker"))
	}
	if n := len(a.Warnings); n > 0 {
		parts = append(parts, model.Counted(n, "warning"))
	}
	return judge.Verdicts.Label(a.Verdict) + ": " + strings.Join(parts, ", ")
}

// usersLeftOut tells of how many kinds of devices the users are not served.
func (a Alternative) usersLeftOut() string {
	n := 0
	for _, u := range a.Users {
		if u.Served == model.TruthNo {
			n++
		}
	}
	switch n {
	case 0:
		return ""
	case len(a.Users):
		return "users not served"
	}
	return fmt.Sprintf("users of %d of %s not served", n, model.Counted(len(a.Users), "kind"))
}

// brokenBlockers counts those that another answer must change: what is not
// known yet is mostly not asked yet.
func (a Alternative) brokenBlockers() int {
	n := 0
	for _, b := range a.Blockers {
		if b.Outcome == rules.Broken {
			n++
		}
	}
	return n
}

func (r TableRow) filled() bool {
	return slices.ContainsFunc(r.Cells, func(cell []string) bool { return len(cell) > 0 })
}

// RowsBetween are the rows of the alternatives from one place to another, without those
// in which none of these has anything.
func RowsBetween(rows []TableRow, from, to int) []TableRow {
	var list []TableRow
	for _, row := range rows {
		if row.Cells = row.Cells[from:to]; row.filled() {
			list = append(list, row)
		}
	}
	return list
}

// Split takes out of the rows what is the same for every alternative: the
// shared rows have one cell. With one alternative there is nothing to share.
func Split(rows []TableRow) (different, shared []TableRow) {
	for _, row := range rows {
		same := row.same()
		if row.Keep || len(same) == 0 {
			different = append(different, row)
			continue
		}
		shared = append(shared, TableRow{Label: row.Label, Cells: [][]string{same}})
		if rest := row.without(same); rest.filled() {
			different = append(different, rest)
		}
	}
	return different, shared
}

// same are the lines that stand in every cell.
func (r TableRow) same() []string {
	if len(r.Cells) < 2 {
		return nil
	}
	var list []string
	for _, line := range r.Cells[0] {
		if !slices.ContainsFunc(r.Cells[1:], func(cell []string) bool { return !slices.Contains(cell, line) }) {
			list = append(list, line)
		}
	}
	return list
}

func (r TableRow) without(same []string) TableRow {
	rest := TableRow{Label: r.Label}
	for _, cell := range r.Cells {
		rest.Cells = append(rest.Cells, slices.DeleteFunc(slices.Clone(cell), func(line string) bool { return slices.Contains(same, line) }))
	}
	return rest
}

func (m PointMode) words() string { return m.Name + ": " + model.Modes.Label(m.Mode) }

// Words tell how many can be served: kinds, and devices where they are counted.
func (s Service) Words() []string {
	list := []string{fmt.Sprintf("%d of %s", s.Supported, model.Counted(len(s.Kinds), "kind"))}
	if s.Unknown > 0 {
		list[0] += fmt.Sprintf(", %d not known yet", s.Unknown)
	}
	what := "devices"
	if s.Uncounted > 0 {
		what = "counted devices"
	}
	if s.Uncounted < len(s.Kinds) {
		list = append(list, fmt.Sprintf("about %s of %s %s", model.Thousands(s.Served), model.Thousands(s.Devices), what))
	}
	return list
}

func (k KindService) words() string {
	name := k.Name
	if k.Counted {
		name += ", " + model.Thousands(k.Count)
	}
	switch {
	case k.Supported == model.TruthNo:
		return name + ": not supported"
	case k.Supported == model.TruthUnknown:
		return name + ": not known yet"
	case slices.Contains(k.Scenarios, model.UserWork):
		return name + ": devices and users"
	}
	return name + ": devices only"
}

func (u UserService) words() string {
	served := model.ServedWords.Label(u.Served)
	if u.Wanted == model.TruthUnknown {
		return u.Name + ": not known whether wanted, " + served
	}
	return u.Name + ": " + served
}

// needsAt tells what is required on a side, then what is not quite.
func needsAt(side rules.Where) func(a Alternative) []string {
	return func(a Alternative) []string {
		var list []string
		for _, s := range a.Requirements {
			if s.Side == side {
				list = slices.Concat(list, needTitles(s.Required, ""), needTitles(s.Recommended, rules.Recommended), needTitles(s.Unknown, rules.NeedUnknown))
			}
		}
		return list
	}
}

func needTitles(needs []NeedTitle, word rules.Need) []string {
	return model.EachInWords(needs, func(n NeedTitle) string {
		if word == "" {
			return n.Title
		}
		return n.Title + " (" + rules.Needs.Label(word) + ")"
	})
}

func tasksWord(count, open int) string {
	return fmt.Sprintf("%d (%d open)", count, open)
}

func (w OwnerWork) words() string {
	return model.Teams.Label(w.Owner) + ": " + tasksWord(w.Count, w.Open)
}

func words(e evidence.Expiry) string {
	if e.Term == "" {
		return e.What
	}
	return e.What + ": " + e.Term
}
