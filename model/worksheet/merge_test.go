package worksheet_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/office"
	"cmgwizard/model/judge"
	"cmgwizard/model/worksheet"
)

const template = "pki-template"

// written is a checklist in which a task of these words was listed.
func written(t *testing.T, was model.Progress) judge.Checklist {
	t.Helper()
	p := exporttest.MixedPlan()
	was.ID, was.Title = template, "Title"
	p.Tasks = []model.Progress{was}
	return judge.NewChecklist(p, exporttest.TestDate)
}

// later is the plan of a checklist after somebody said something about the task.
func later(t *testing.T, c judge.Checklist, said judge.TaskUpdate) judge.Checklist {
	t.Helper()
	p := c.Plan
	var err error
	if p.Tasks, err = judge.UpdateTask(&p, template, said, exporttest.TestDate); err != nil {
		t.Fatal(err)
	}
	return judge.NewChecklist(p, exporttest.TestDate)
}

func to[T any](value T) *T { return &value }

// entryOf is what a plan keeps about the task.
func entryOf(p model.Plan) model.Progress {
	for _, e := range p.Tasks {
		if e.ID == template {
			return e
		}
	}
	return model.Progress{}
}

func TestMerge(t *testing.T) {
	anna := model.Progress{State: model.Open, Owner: "Anna", Due: "2026-12-01", Note: "one"}
	for name, c := range map[string]struct {
		cells map[string]string
		said  judge.TaskUpdate // meanwhile, in the plan
		want  string           // the parts that change, ! for a conflict
		take  worksheet.Choice
		kept  model.Progress
	}{
		"nothing":               {nil, judge.TaskUpdate{}, "", 0, anna},
		"only the plan":         {nil, judge.TaskUpdate{Owner: to("Bob")}, "", 0, model.Progress{Owner: "Bob", Due: anna.Due, Note: "one"}},
		"a state":               {map[string]string{"State": " DONE ", "Set by": "Eva"}, judge.TaskUpdate{}, "state by", 0, model.Progress{State: model.Done, By: "Eva", Owner: "Anna", Due: anna.Due, Note: "one"}},
		"a word for a state":    {map[string]string{"State": "failed"}, judge.TaskUpdate{}, "state", 0, model.Progress{State: model.Blocked, Owner: "Anna", Due: anna.Due, Note: "one"}},
		"a word for the same":   {map[string]string{"State": "In-Progress"}, judge.TaskUpdate{}, "", 0, anna},
		"blanks":                {map[string]string{"Note": " one\r\n", "Assigned to": "Anna "}, judge.TaskUpdate{}, "", 0, anna},
		"other parts":           {map[string]string{"Assigned to": "Bob"}, judge.TaskUpdate{Note: to("two")}, "owner", 0, model.Progress{Owner: "Bob", Due: anna.Due, Note: "two"}},
		"emptied":               {map[string]string{"Due": "", "Note": ""}, judge.TaskUpdate{}, "due note", 0, model.Progress{Owner: "Anna"}},
		"the same on each side": {map[string]string{"Assigned to": "Bob"}, judge.TaskUpdate{Owner: to("Bob")}, "", 0, model.Progress{Owner: "Bob", Due: anna.Due, Note: "one"}},
		"both":                  {map[string]string{"Assigned to": "Bob", "Note": "two"}, judge.TaskUpdate{Owner: to("Carl")}, "owner! note", 0, model.Progress{Owner: "Carl", Due: anna.Due, Note: "two"}},
		"both, taken":           {map[string]string{"Assigned to": "Bob", "Note": "two"}, judge.TaskUpdate{Owner: to("Carl")}, "owner! note", worksheet.TakeAll, model.Progress{Owner: "Bob", Due: anna.Due, Note: "two"}},
		"both, kept":            {map[string]string{"Assigned to": "Bob", "Note": "two"}, judge.TaskUpdate{Owner: to("Carl")}, "owner! note", worksheet.TakeNone, model.Progress{Owner: "Carl", Due: anna.Due, Note: "one"}},
		"states of both": {map[string]string{"State": "Done", "Set by": "Eva"}, judge.TaskUpdate{State: to(model.Blocked)}, "state! by!", 0,
			model.Progress{State: model.Blocked, Owner: "Anna", Due: anna.Due, Note: "one"}},
		"a German day":       {map[string]string{"Due": "4.12.2026"}, judge.TaskUpdate{}, "due", 0, model.Progress{Owner: "Anna", Due: "2026-12-04", Note: "one"}},
		"the day, rewritten": {map[string]string{"Due": "12/1/2026"}, judge.TaskUpdate{}, "", 0, anna},
		"the day, kept old":  {map[string]string{"Due": "01.12.26"}, judge.TaskUpdate{Due: to("2026-12-24")}, "", 0, model.Progress{Owner: "Anna", Due: "2026-12-24", Note: "one"}},
		"with an hour":       {map[string]string{"Due": "2026-12-05 00:00:00"}, judge.TaskUpdate{}, "due", 0, model.Progress{Owner: "Anna", Due: "2026-12-05", Note: "one"}},
	} {
		t.Run(name, func(t *testing.T) {
			was := written(t, anna)
			now := later(t, was, c.said)
			m := brought(t, now, asCSV(t, edited(t, was, template, c.cells), ';'))
			var got []string
			for _, change := range m.Changes {
				for _, part := range change.Parts {
					got = append(got, string(part.What)+map[bool]string{true: "!"}[part.Conflict])
				}
			}
			if strings.Join(got, " ") != c.want || len(m.Left) > 0 {
				t.Errorf("it changes %q, not %q; left %+v", got, c.want, m.Left)
			}
			plan, refused := m.After(now.Plan, map[string]worksheet.Choice{template: c.take}, exporttest.TestDate)
			kept := entryOf(plan)
			if len(refused) > 0 || kept.Owner != c.kept.Owner || kept.Due != c.kept.Due || kept.By != c.kept.By || kept.Note != c.kept.Note ||
				c.kept.State != "" && kept.State != c.kept.State {
				t.Errorf("kept is %+v, refused %+v", kept, refused)
			}
		})
	}
}

func TestRowsThatAreLeftOut(t *testing.T) {
	was := written(t, model.Progress{State: model.Open, Due: "2026-12-01"})
	other := func(change func(*model.Plan)) judge.Checklist {
		p := exporttest.MixedPlan()
		change(&p)
		return judge.NewChecklist(p, exporttest.TestDate)
	}
	origin := func(text, by string) map[string]string {
		table := edited(t, was, "", nil)
		place := slices.Index(table[0], worksheet.OriginTitle)
		for _, row := range table {
			if strings.Contains(row[place], template) {
				return map[string]string{worksheet.OriginTitle: strings.Replace(row[place], text, by, 1)}
			}
		}
		return nil
	}
	for name, c := range map[string]struct {
		cells map[string]string
		now   judge.Checklist
		why   string
	}{
		"no state":        {map[string]string{"State": "soon"}, was, `there is no state "soon"`},
		"two days":        {map[string]string{"Due": "4/12/2026"}, was, "may be 2026-04-12 or 2026-12-04"},
		"no year":         {map[string]string{"Due": "4 Dec"}, was, "does not say the year"},
		"a weekday":       {map[string]string{"Due": "friday"}, was, "does not say the year"},
		"no day":          {map[string]string{"Due": "4. Dez. 2026"}, was, "is not a day"},
		"no such day":     {map[string]string{"Due": "31.11.2026"}, was, "is not a day"},
		"no origin":       {map[string]string{worksheet.OriginTitle: ""}, was, "is empty or was changed"},
		"another row":     {map[string]string{worksheet.IDTitle: "pki-crl"}, was, "sorted or moved"},
		"an older task":   {origin(template+" 1 ", template+" 0 "), was, "has changed"},
		"an unknown task": {map[string]string{worksheet.OriginTitle: origin(template+" 1", "nobody 1")[worksheet.OriginTitle], worksheet.IDTitle: "nobody"}, was, "does not know the task"},
		"not asked for":   {map[string]string{"Note": "x"}, other(func(p *model.Plan) { p.Answers = model.Answers{} }), "no longer asks"},
		"a secret":        {map[string]string{"Note": "password: Geheim123!"}, was, "no secrets"},
		"another plan":    {origin("cmg1 ", "cmg1 x"), was, "another plan"},
	} {
		m := brought(t, c.now, asCSV(t, edited(t, was, template, c.cells), ','))
		at := slices.IndexFunc(m.Left, func(l worksheet.LeftOut) bool { return strings.Contains(l.Why, c.why) })
		if at < 0 || len(m.Changes) > 0 || strings.Contains(fmt.Sprint(m.Left), "Geheim") {
			t.Errorf("%s: %+v, left %+v", name, m.Changes, m.Left)
		}
	}
}

func TestATaskTwice(t *testing.T) {
	c := written(t, model.Progress{State: model.Open})
	table := edited(t, c, template, map[string]string{"Assigned to": "Bob"})
	again := edited(t, c, template, map[string]string{"Assigned to": "Carl"})
	m := brought(t, c, asCSV(t, append(table, again[1:]...), ','))
	if len(m.Changes) > 0 || len(m.Left) != 2 || !strings.Contains(m.Left[0].Why, fmt.Sprintf("see row %d", m.Left[1].Row)) {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
	for name, copies := range map[string][][]string{"not touched": edited(t, c, "", nil), "the same": table} {
		for _, lists := range [][]byte{asCSV(t, append(slices.Clone(table), copies[1:]...), ','), asCSV(t, append(slices.Clone(copies), table[1:]...), ',')} {
			if m := brought(t, c, lists); len(m.Changes) != 1 || m.Changes[0].Parts[0].File != "Bob" || len(m.Left) > 0 {
				t.Errorf("a copy that is %s: %+v, left %+v", name, m.Changes, m.Left)
			}
		}
	}
}

func TestAListOfAnotherPlan(t *testing.T) {
	c := mixed()
	rows, err := worksheet.Read(exporttest.Written(t, office.Workbook, c))
	if err != nil {
		t.Fatal(err)
	}
	for name, change := range map[string]struct {
		with    func(*model.Plan)
		refused bool
	}{
		"the same":       {func(*model.Plan) {}, false},
		"another":        {func(p *model.Plan) { p.ID = "11111111-2222-3333-4444-555555555555" }, true},
		"another letter": {func(p *model.Plan) { p.ID = strings.ToUpper(p.ID) }, false},
	} {
		p := c.Plan
		change.with(&p)
		if _, err := worksheet.NewMerge(&p, c.Outcome.Items, rows, c.Date); (err != nil) != change.refused {
			t.Errorf("%s: %v", name, err)
		}
	}
	named := c.Plan
	named.ID = ""
	list := judge.NewChecklist(named, exporttest.TestDate)
	if m := brought(t, c, exporttest.Written(t, office.CSV, list)); len(m.Left) > 0 {
		t.Errorf("a list from before the plan had an ID: %+v", m.Left)
	}
	named.Name = "another"
	if rows, err = worksheet.Read(exporttest.Written(t, office.CSV, judge.NewChecklist(named, exporttest.TestDate))); err != nil {
		t.Fatal(err)
	}
	if _, err := worksheet.NewMerge(&c.Plan, c.Outcome.Items, rows, c.Date); err == nil {
		t.Error("a list of a plan of another name is taken")
	}
}

// What a plan cannot take is told, and the rest is taken.
func TestWhatThePlanRefuses(t *testing.T) {
	c := written(t, model.Progress{State: model.Open})
	table := edited(t, c, template, map[string]string{"State": "Blocked"})
	for _, row := range edited(t, c, "pki-crl", map[string]string{"Assigned to": "Bob"}) {
		if slices.Contains(row, "pki-crl") && slices.Contains(row, "Bob") {
			table = append([][]string{table[0], row}, table[1:]...)
		}
	}
	m := brought(t, c, asCSV(t, table, ','))
	plan, refused := m.After(c.Plan, nil, exporttest.TestDate)
	if len(refused) != 1 || refused[0].ID != template || !strings.Contains(refused[0].Why, "needs a note") {
		t.Errorf("%+v", refused)
	}
	if !slices.ContainsFunc(plan.Tasks, func(p model.Progress) bool { return p.ID == "pki-crl" && p.Owner == "Bob" }) {
		t.Error("the other task is not taken")
	}
}

func TestStatesOfAPage(t *testing.T) {
	c := written(t, model.Progress{State: model.Open, Owner: "Anna"})
	at := slices.IndexFunc(c.Outcome.Items, func(i judge.Item) bool { return i.ID == template })
	from := worksheet.NewOrigin(&c.Plan, c.Outcome.Items[at]).String()
	data, err := json.Marshal(map[string]any{"cmgwizard": "task states", "format": 1, "tasks": []any{
		map[string]string{"id": template, "from": from, "state": "blocked", "note": "The CA is down"},
	}})
	if err != nil {
		t.Fatal(err)
	}
	m := brought(t, c, data)
	plan, refused := m.After(c.Plan, nil, exporttest.TestDate)
	if e := entryOf(plan); len(refused) > 0 || e.State != model.Blocked || e.Note != "The CA is down" || e.Owner != "Anna" {
		t.Errorf("%+v, %+v", e, refused)
	}
}

// A cell that cannot be taken leaves the rest of its row alone.
func TestOneBadCell(t *testing.T) {
	type cells = map[string]string
	all := func(changed string, to string) cells {
		c := cells{"State": "Done", "Set by": "Eva", "Assigned to": "Bob", "Due": "2026-12-09", "Note": "two"}
		c[changed] = to
		return c
	}
	full := model.Progress{State: model.Done, By: "Eva", Owner: "Bob", Due: "2026-12-09", Note: "two"}
	with := func(change func(*model.Progress)) model.Progress {
		p := full
		change(&p)
		return p
	}
	for name, c := range map[string]struct {
		cells cells
		what  string // the parts that are left out
		kept  model.Progress
	}{
		"nothing":            {all("State", "Done"), "", full},
		"a state":            {all("State", "soon"), "state by", with(func(p *model.Progress) { p.State, p.By = model.Open, "" })},
		"a day":              {all("Due", "4/12/2026"), "due", with(func(p *model.Progress) { p.Due = "2026-12-01" })},
		"a day of long ago":  {all("Due", "1.12.1926"), "due", with(func(p *model.Progress) { p.Due = "2026-12-01" })},
		"a secret":           {all("Note", "password: Geheim123!"), "note", with(func(p *model.Progress) { p.Note = "one" })},
		"a long name":        {all("Assigned to", strings.Repeat("x", 201)), "owner", with(func(p *model.Progress) { p.Owner = "Anna" })},
		"who":                {all("Set by", "answer"), "by", with(func(p *model.Progress) { p.By = "" })},
		"a state and a note": {cells{"State": "Blocked", "Note": "", "Set by": "Eva", "Due": ""}, "state by", model.Progress{State: model.Open, Owner: "Anna"}},
		"who alone":          {cells{"Set by": "Eva", "Note": "two"}, "by", model.Progress{State: model.Open, Owner: "Anna", Due: "2026-12-01", Note: "two"}},
		"a cut text":         {all("Note", "thr"+worksheet.CutMark), "note", with(func(p *model.Progress) { p.Note = "one" })},
		"a text, only cut":   {all("Note", "o"+worksheet.CutMark), "", with(func(p *model.Progress) { p.Note = "one" })},
		"the day of a state": {all("On", "2026-12-01"), "on", full},
		"a team":             {all("Owner", "Carl"), "team", full},
		"a title":            {all("Task", "Urgent: the template"), "task", full},
	} {
		was := written(t, model.Progress{State: model.Open, Owner: "Anna", Due: "2026-12-01", Note: "one"})
		table := edited(t, was, template, c.cells)
		m := brought(t, was, asCSV(t, table, ';'))
		plan, refused := m.After(was.Plan, nil, exporttest.TestDate)
		kept := entryOf(plan)
		kept.ID, kept.Title, kept.At, kept.Revision = "", "", time.Time{}, 0
		var what []string
		for _, l := range append(m.Left, refused...) {
			what = append(what, string(l.What))
			at := slices.Index(table[0], worksheet.TitleOf(l.What))
			if l.Cell != fmt.Sprintf("%c%d", 'A'+at, l.Row) || l.ID != template || l.Do == "" || table[l.Row-1][at] != c.cells[table[0][at]] {
				t.Errorf("%s: told is %+v", name, l)
			}
		}
		if kept != c.kept || strings.Join(what, " ") != c.what {
			t.Errorf("%s: kept is %+v, left out %q, %+v", name, kept, what, m.Left)
		}
	}
}

// Whoever sorts the columns that they see, and leaves the hidden ones, gives
// each task the state of another.
func TestColumnsThatWereSortedAlone(t *testing.T) {
	c := written(t, model.Progress{State: model.Open})
	table := edited(t, c, template, map[string]string{"State": "Done"})
	id := slices.Index(table[0], worksheet.IDTitle)
	for i, row := range table[2:] {
		table[i+1] = append(slices.Clone(row[:id]), table[i+1][id:]...)
	}
	m := brought(t, c, asCSV(t, table[:len(table)-1], ','))
	if len(m.Changes) > 0 || len(m.Left) != len(table)-2 || !strings.Contains(m.Left[0].Why, "belong to different tasks") || m.Absent != 1 {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
}

func TestColumnsThatAreMissingOrTwice(t *testing.T) {
	c := written(t, model.Progress{State: model.Open})
	table := edited(t, c, template, map[string]string{"State": "Done"})
	note := slices.Index(table[0], worksheet.NoteTitle)
	for i, row := range table {
		row[note] = map[bool]string{true: "Remark", false: ""}[i == 0]
		table[i] = append(row, map[bool]string{true: " state ", false: "x"}[i == 0])
	}
	m := brought(t, c, asCSV(t, append(table, []string{"", "my own row"}, []string{"", " "}), ','))
	if len(m.Changes) != 1 || len(m.Left) != 3 || !strings.Contains(m.Left[0].Why, `second column "state"`) || m.Left[0].Cell == "" ||
		!strings.Contains(m.Left[1].Why, `no column "Note"`) || !strings.Contains(m.Left[2].Why, "has no ID") {
		t.Errorf("%+v, left %+v", m.Changes, m.Left)
	}
}

// FuzzRead reads anything, and holds it against a plan.
func FuzzRead(f *testing.F) {
	c := mixed()
	for _, data := range [][]byte{
		exporttest.Written(f, office.Workbook, c.Narrow(judge.Scope{Owner: "network"})), exporttest.Written(f, office.CSV, c.Narrow(judge.Scope{Owner: "network"})),
		sheetOf(f, "", shared, titles), []byte("ID;Made from\na;b"), []byte(`{"cmgwizard":"task states","tasks":[{"id":"a"}]}`), []byte("sep=;\n"),
	} {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := worksheet.Read(data)
		if err != nil {
			return
		}
		if m, err := worksheet.NewMerge(&c.Plan, c.Outcome.Items, rows, c.Date); err == nil {
			m.After(c.Plan, map[string]worksheet.Choice{template: worksheet.TakeAll}, time.Time{})
		}
	})
}

// FuzzSheet reads rows of a workbook that is whole otherwise.
func FuzzSheet(f *testing.F) {
	f.Add(titles+`<x:row r="4"><x:c r="A4" t="s"><x:v>0</x:v></x:c></x:row>`, shared)
	f.Fuzz(func(t *testing.T, rows, texts string) {
		read, err := worksheet.Read(sheetOf(t, "", texts, rows))
		for _, row := range read.Rows {
			if err != nil || row.Place < 1 || len(row.Work) > len(worksheet.Parts) || len(row.Work[diff.NotePart]) > 64<<10 {
				t.Fatalf("%+v, %v", row, err)
			}
		}
	})
}

func FuzzGuard(f *testing.F) {
	for _, text := range []string{"=1", "'=1", "a\n=1", "-", "''", "\t'+", "a;'=b"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := worksheet.Unguarded(worksheet.Guarded(text)); got != text {
			t.Errorf("%q comes back as %q", text, got)
		}
	})
}
