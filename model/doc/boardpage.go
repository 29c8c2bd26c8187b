package doc

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// boardParts are what a board of change decides on.
func boardParts(c judge.Checklist) []Part {
	parts := []Part{methodsPart(c), progressPart(c), changePart(c)}
	return slices.DeleteFunc(parts, func(p Part) bool { return p.Groups == nil })
}

// methodsPart is how each kind of devices proves who it is, and which management
// points take its traffic. Kinds with the same method are one row.
func methodsPart(c judge.Checklist) Part {
	t := Table{Heads: []string{"Method", "Devices", "Number", "Through"}}
	for _, m := range append(model.Methods[:len(model.Methods):len(model.Methods)], model.Term[model.Method]{Label: "Not decided yet"}) {
		var names []string
		sum, counted := 0, false
		for i := range c.Plan.Devices {
			d := &c.Plan.Devices[i]
			if d.Method != m.Value && (m.Value != "" || model.Known(d.Method)) || d.Internet == model.No {
				continue
			}
			names = append(names, deviceName(*d, i))
			if n, given := d.Count.Value(); given {
				sum, counted = sum+n, true
			}
		}
		if names != nil {
			number := "not known"
			if counted {
				number = strconv.Itoa(sum)
			}
			t.Rows = append(t.Rows, []string{m.Label, strings.Join(names, ", "), number, through(c)})
		}
	}
	if t.Rows == nil {
		return Part{}
	}
	return Part{Id: "methods", Title: "How devices authenticate", Groups: []Group{{Id: "methods-table", Table: t}}}
}

// deviceName is what people call a kind of devices, else how it is joined.
func deviceName(d model.Device, place int) string {
	if label := model.Clean(d.Label()); label != "" {
		return label
	}
	return fmt.Sprintf("Device kind %d", place+1)
}

// through are the management points that take CMG traffic, with their modes.
func through(c judge.Checklist) string {
	var points []string
	for _, p := range c.Outcome.Points {
		if p.CMGTraffic == model.Yes {
			points = append(points, p.Host+" ("+model.Modes.Label(p.Mode)+")")
		}
	}
	if points == nil {
		return "no management point yet"
	}
	const most = 3
	if over := len(points) - most; over > 0 {
		points = append(points[:most:most], fmt.Sprintf("and %d more", over))
	}
	return strings.Join(points, ", ")
}

// progressPart is how far each phase is, and all of them.
func progressPart(c judge.Checklist) Part {
	g := Group{Id: "progress-list"}
	all := Entry{Title: "All tasks"}
	for _, phase := range tasks.Phases() {
		e := Entry{Title: phase.Title}
		for _, item := range c.Outcome.Items {
			if item.Phase == phase.ID {
				e.count(item)
				all.count(item)
			}
		}
		if e.Share.Of > 0 {
			g.Entries = append(g.Entries, e)
		}
	}
	if g.Entries == nil {
		return Part{}
	}
	g.Entries = append(g.Entries, all)
	for i := range g.Entries {
		share := g.Entries[i].Share
		g.Entries[i].Word = toDoOf(share.Of-share.Part, share.Of)
	}
	return Part{Id: "progress", Title: "Progress", Groups: []Group{g}}
}

func (e *Entry) count(item judge.Item) {
	e.Share.Of++
	if !item.Progress.State.Pending() {
		e.Share.Part++
	}
}

// changePart is what the work that is left means: its time, what has to lie in a
// window, what users notice, and how to go back.
func changePart(c judge.Checklist) Part {
	left := leftOf(c)
	if left.open == nil {
		return Part{}
	}
	g := Group{Id: "change-list"}
	add := func(title, word string) {
		if word != "" {
			g.Entries = append(g.Entries, Entry{Title: title, Word: word})
		}
	}
	add("Hands-on time", fmt.Sprintf("%s (%s), not counting meetings and lead times", tasks.About(left.minutes), tasks.Bases.Label(tasks.Estimated)))
	add("Waits", left.waits())
	add("Change window", left.window())
	g.Entries = append(g.Entries, scheduleEntries(c, left)...)
	add("What users notice", left.noticed())
	add(undoLabel, left.back())
	return Part{Id: "change", Title: "The change", Groups: []Group{g}}
}

// A remainder is what is left to do.
type remainder struct {
	works             []judge.JobWork // without those that come back after the rollout
	open              []judge.FullItem
	minutes, min, max int
}

func leftOf(c judge.Checklist) remainder {
	var r remainder
	items := itemsOf(c)
	for _, w := range jobsOf(c) {
		if w.Recurring || w.Done() {
			continue
		}
		r.works = append(r.works, w)
		for _, id := range w.Tasks {
			item := items[id]
			if !item.Progress.State.Pending() {
				continue
			}
			r.open = append(r.open, item)
			r.minutes += item.Change.Takes.InAll()
			r.min, r.max = r.min+item.Change.Wait.Min, r.max+item.Change.Wait.Max
		}
	}
	return r
}

// of are the tasks of a job that are left.
func (r remainder) of(w judge.JobWork) []judge.FullItem {
	return slices.DeleteFunc(slices.Clone(r.open), func(i judge.FullItem) bool { return !slices.Contains(w.Open, i.ID) })
}

func (r remainder) waits() string {
	if r.max == 0 {
		return "none"
	}
	return fmt.Sprintf("%s to %s if the tasks are done one after another (mostly our estimate)", tasks.AboutWait(r.min), tasks.AboutWait(r.max))
}

// numbers are the tasks for which something is so.
func (r remainder) numbers(so func(tasks.Change) bool) Fact {
	var f Fact
	for _, item := range r.open {
		if so(item.Change) {
			f.Tasks = append(f.Tasks, item.Number)
		}
	}
	slices.Sort(f.Tasks)
	return f
}

func (r remainder) window() string {
	f := r.numbers(func(c tasks.Change) bool { return c.Window == tasks.ChangeWindow })
	if f.Tasks == nil {
		return "no task needs one"
	}
	return "for " + f.TaskList()
}

// mostNoticed is how many effects are told; the change request has them all.
const mostNoticed = 4

// noticed are the first effects of the tasks that take a window, those that
// cannot be taken back first.
func (r remainder) noticed() string {
	windowed := slices.DeleteFunc(slices.Clone(r.open), func(i judge.FullItem) bool { return i.Change.Window != tasks.ChangeWindow || quiet(i.Change) })
	if len(windowed) == 0 {
		return "nothing"
	}
	var said []string
	for _, item := range windowed[:min(mostNoticed, len(windowed))] {
		said = append(said, fmt.Sprintf("task %d: %s", item.Number, strings.TrimSuffix(firstSentence(item.Change.Effect()), ".")))
	}
	if over := len(windowed) - mostNoticed; over > 0 {
		said = append(said, fmt.Sprintf("%d more on the cards", over))
	}
	return strings.Join(said, "; ")
}

// quiet reports whether users notice nothing of a change.
func quiet(c tasks.Change) bool { return c.Unfelt || strings.HasPrefix(c.Impact.Text, "None") }

func firstSentence(text string) string {
	first, _, _ := strings.Cut(text, ". ")
	return first
}

func (r remainder) back() string {
	said := []string{"each card says how; go in reverse order"}
	if f := r.numbers(func(c tasks.Change) bool { return c.Return == tasks.Irreversible && c.OnlyIf == "" }); f.Tasks != nil {
		said = append(said, "cannot be undone: "+f.TaskList())
	}
	if f := r.numbers(func(c tasks.Change) bool { return c.Return == tasks.PartlyReversible }); f.Tasks != nil {
		said = append(said, "leftovers from "+f.TaskList())
	}
	return strings.Join(said, "; ")
}

// trafficPart is who talks to whom, and what that takes of the firewall and of
// certificates. The drawing is the overview's.
func trafficPart(c judge.Checklist) Part {
	p := Part{Id: TrafficID, Title: TrafficTitle, Paged: true}
	if t := flowTable(c); t.Rows != nil {
		p.Groups = append(p.Groups, Group{Id: "firewall", Title: "Firewall rules", Table: t})
	}
	if t := certificateTable(c); t.Rows != nil {
		p.Groups = append(p.Groups, Group{Id: "certificates", Title: "Certificates and secrets", Table: t})
	}
	return p
}

// The place of the drawing, and what stands over it, in every format.
const (
	TrafficID    = "traffic"
	TrafficTitle = "Who talks to whom"
)

// flows are the connections that a firewall must let pass, with the task that
// asks for each.
var flows = []struct{ task, from, to, port string }{
	{"net-firewall-scp", "Service connection point", "{manage}, {login}", "TCP 443"},
	{"net-firewall-cp", "{cp}", "{azure}", "TCP {ports}"},
	{"net-firewall-cp", "{cp}", "{prefix}.blob.{storage}, {prefix}.table.{storage}, {prefix}.{vault}", "TCP 443"},
	{"net-firewall-cp", "{cp}", "management points", "TCP 443 (80 only for plain HTTP)"},
	{"net-firewall-cp", "{cp}", "software update points", "TCP 80, 443, 8530 or 8531"},
	{"net-firewall-clients", "Clients behind a filter", "{service}, {azure}, {prefix}.blob.{storage}, {login}", "TCP 443"},
	{"net-mp-internet", "{cmg-mp}", "{login}, sts.windows.net", "TCP 443"},
}

func flowTable(c judge.Checklist) Table {
	t := Table{Heads: []string{"From", "To", "Port", "Team", "Task"}}
	for _, f := range flows {
		if item, listed := itemOf(c, f.task); listed {
			fill := func(text string) string { return model.Clean(tasks.FillText(&c.Plan, text)) }
			t.Rows = append(t.Rows, []string{fill(f.from), fill(f.to), fill(f.port), model.Teams.Label(item.Owner), strconv.Itoa(item.Number)})
		}
	}
	return t
}

func itemOf(c judge.Checklist, id string) (judge.Item, bool) {
	i := slices.IndexFunc(c.Outcome.Items, func(item judge.Item) bool { return item.ID == id })
	if i < 0 {
		return judge.Item{}, false
	}
	return c.Outcome.Items[i], true
}

// certificateTable is what comes to an end, who renews it and when.
func certificateTable(c judge.Checklist) Table {
	t := Table{Heads: []string{"What", "Lasts", "Team"}}
	for _, e := range judge.Expiries(&c.Plan) {
		lasts := e.Date
		if lasts == "" {
			lasts = e.Term
		}
		t.Rows = append(t.Rows, []string{e.What, lasts, model.Teams.Label(e.Owner)})
	}
	return t
}

func joinedLines(lines []string) string { return strings.Join(lines, "\n") }
