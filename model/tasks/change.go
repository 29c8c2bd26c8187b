package tasks

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/updates"
)

// A Change is what people who approve changes ask about a task.
type Change struct {
	Impact Stated // what users, clients and servers notice; begins with "None" where they notice nothing
	Down   string // what is away or restarts while it is done, "" for nothing
	Cost   string // what is billed or paid from then on
	Rights string // who or what may do or read more from then on
	Unfelt bool   // users notice nothing, whatever it does to servers, costs and rights
	Live   string // what internet clients notice as well where a CMG runs already
	Undo   Stated // how to go back, or why that is not possible
	Note   string // what to write down first, "" for nothing
	Takes  Effort
	Wait   Wait
	Window Window
	Return Return
	OnlyIf string // with a point of no return: the case in which it is one, "" for always
}

// A Basis is what a statement or a time rests on.
type Basis string

// The bases.
const (
	documented       Basis = "documented"
	partlyDocumented Basis = "partly-documented"
	Estimated        Basis = "estimate"
)

// Bases are the words for what a statement rests on.
var Bases = model.Terms[Basis]{
	{Value: documented, Label: "documented", Means: "the sources of the task say it"},
	{Value: partlyDocumented, Label: "partly documented", Means: "the sources of the task say a part of it"},
	{Value: Estimated, Label: "our estimate", Means: "experience, not documented"},
}

// A Window is when a task may be done.
type Window string

// The windows, the strictest last.
const (
	AnyTime      Window = "any-time"
	OfficeHours  Window = "office-hours"
	ChangeWindow Window = "change-window"
)

// Windows are the words for when a task may be done.
var Windows = model.Terms[Window]{
	{Value: AnyTime, Label: "Any time"},
	{Value: OfficeHours, Label: "Office hours, with the other team"},
	{Value: ChangeWindow, Label: "Change window only"},
}

// Stricter is the stricter of two windows.
func Stricter(a, b Window) Window {
	for _, w := range slices.Backward(Windows) {
		if a == w.Value || b == w.Value {
			return w.Value
		}
	}
	return AnyTime
}

// A Return is how far one can go back.
type Return string

// How far one can go back, the least last.
const (
	Reversible       Return = "no"
	PartlyReversible Return = "partly"
	Irreversible     Return = "yes"
)

// Returns are the words for whether a task is a point of no return.
var Returns = model.Terms[Return]{
	{Value: Reversible, Label: "No"},
	{Value: PartlyReversible, Label: "Partly", Means: "it can be undone, but leaves something that matters"},
	{Value: Irreversible, Label: "Yes", Means: "it cannot be undone"},
}

// Stated is a statement with what it rests on.
type Stated struct {
	Text  string
	Basis Basis
}

// NothingToUndo is the way back of a task that changes nothing.
const NothingToUndo = "Nothing to undo."

// An Effort is hands-on time for one unit. It is always our estimate.
type Effort struct {
	Minutes int
	Per     string // the unit, "" for the whole task
	Units   int    // how many units the plan has, 0 where it does not say
}

// InAll is the time for all units.
func (e Effort) InAll() int { return e.Minutes * max(1, e.Units) }

// Words are "about 15 minutes per server, 45 minutes in all (our estimate)".
func (e Effort) Words() string {
	words := "about " + Span(e.Minutes)
	if e.Per != "" {
		words += " per " + e.Per
	}
	if e.Units > 1 {
		words += ", " + Span(e.InAll()) + " in all"
	}
	return words + " (" + Bases.Label(Estimated) + ")"
}

// A Wait is the time until a task takes effect, in minutes. Lead times of teams
// are not in it.
type Wait struct {
	Min, Max int
	For      string
	Basis    Basis
}

// Words are "5 to 30 minutes (our estimate): installation", "" for no wait.
func (w Wait) Words() string {
	if w.Max == 0 {
		return ""
	}
	return fmt.Sprintf("%s (%s): %s", w.Span(), Bases.Label(w.Basis), w.For)
}

// Span is the time alone: "5 to 30 minutes", "up to 3 days", "" for no wait.
func (w Wait) Span() string {
	if w.Max == 0 {
		return ""
	}
	from, to := Span(w.Min), Span(w.Max)
	if w.Min == 0 {
		return "up to " + to
	}
	number, unit, _ := strings.Cut(from, " ")
	if strings.HasSuffix(to, " "+strings.TrimSuffix(unit, "s")+"s") {
		from = number
	}
	return from + " to " + to
}

// Span says minutes as people do: "45 minutes", "25 hours", "7 days". Days are
// for whole ones, and more than one.
func Span(minutes int) string {
	const hour, day = 60, 24 * 60
	switch {
	case minutes > day && minutes%day == 0:
		return fmt.Sprintf("%d days", minutes/day)
	case minutes > hour && minutes%hour == 0:
		return fmt.Sprintf("%d hours", minutes/hour)
	case minutes == 1:
		return "1 minute"
	}
	return fmt.Sprintf("%d minutes", minutes)
}

// unitsOf counts the units of a task where the plan lists them.
var unitsOf = map[string]func(p *model.Plan) int{
	"plan-cp-servers": connectionPoints, "net-firewall-cp": connectionPoints, "pki-cp-cert": connectionPoints, "cp-add": connectionPoints,
	"entra-aspnet45": cmgPoints, "mp-cmg-traffic": cmgPoints, "mp-internet-only": cmgPoints,
	"mp-webserver-cert": httpsPoints, "mp-monitoring-cert": httpsPoints, "mp-client-ca-trust": httpsPoints, "mp-https": httpsPoints,
	"mp-rebind-443":      func(p *model.Plan) int { return len(p.RebindPoints()) },
	rules.UpgradeSite:    func(p *model.Plan) int { return len(updates.WayUp(p.Site.Version)) },
	rules.InstallUpdates: func(p *model.Plan) int { return len(rules.MissingUpdates(p)) },
}

func connectionPoints(p *model.Plan) int { return len(p.ConnectionPoints) }

func cmgPoints(p *model.Plan) int { return len(p.CMGPoints()) }

func httpsPoints(p *model.Plan) int { return len(p.PointsWith(model.ConnectHTTPS)) }

// ChangeFor is the change as it is for this plan.
func (t Task) ChangeFor(p *model.Plan) Change {
	c := t.Change
	if t.Adapt != nil {
		t.Adapt(p, &c)
	}
	if count := unitsOf[t.ID]; count != nil {
		c.Takes.Units = count(p)
	}
	switch {
	case c.Live == "" || p.Gateway.Exists == model.No:
		c.Live = ""
	case p.Gateway.Exists == model.Yes:
		c.Live = "A CMG is running already: " + c.Live
	default:
		c.Live = "If a CMG is running already, " + c.Live
	}
	return c
}

// Notice is the impact with what it rests on where that matters: a board relies
// on it for what takes a window.
func (c Change) Notice() string {
	return Joined(c.Stated(c.Effect()), c.Live)
}

// Stated is a part of the effect with what it rests on, where Notice says it too.
func (c Change) Stated(part string) string {
	if part == "" {
		return ""
	}
	return Stated{part, c.Impact.Basis}.based(c.Window == ChangeWindow)
}

// Effect is all that a task does to users, clients and servers, to costs and to
// rights.
func (c Change) Effect() string {
	bill := Joined(c.Cost, c.Rights)
	if c.Unfelt {
		return Joined(Joined(c.Down, bill), c.Impact.Text)
	}
	return Joined(Joined(c.Down, c.Impact.Text), bill)
}

// WayBack is how to go back, with what it rests on where something stays behind.
func (c Change) WayBack() string {
	return Joined(c.noReturn(), c.Undo.based(c.Return != Reversible))
}

func (c Change) noReturn() string {
	switch {
	case c.Return != Irreversible:
		return ""
	case c.OnlyIf != "":
		return "Point of no return if " + c.OnlyIf + "."
	}
	return "Point of no return."
}

// based adds what a statement rests on, where the reader must know.
func (s Stated) based(must bool) string {
	if !must || s.Basis == documented {
		return s.Text
	}
	return s.Text + " (" + model.Capital(Bases.Label(s.Basis)) + ".)"
}

// Joined puts two texts after each other; either may be empty.
func Joined(first, second string) string { return strings.TrimSpace(first + " " + second) }

// byFeature: before version 2107 a pre-release feature must be turned on, later
// there is hardly one.
func byFeature(p *model.Plan, c *Change) {
	if !model.Known(p.Site.Version) {
		return
	}
	c.OnlyIf = ""
	if p.Site.Version.AtLeast(2107) {
		c.Return = Reversible
	}
}

// byClassic: somebody said that a classic CMG exists.
func byClassic(p *model.Plan, c *Change) {
	if p.Gateway.ClassicPresent == model.Yes {
		c.OnlyIf = ""
	}
}

// byConnection: a service connection point that is online is only looked at.
func byConnection(p *model.Plan, c *Change) {
	switch p.Site.ServiceConnectionPoint {
	case model.ConnectionOnline:
		c.Impact, c.Undo = Stated{"None (read-only check).", Estimated}, Stated{NothingToUndo, Estimated}
		c.Note, c.Wait = "", Wait{}
	case model.ConnectionOffline, model.ConnectionNone:
		c.Window = ChangeWindow
		c.Impact.Text = "The site sends usage data to Microsoft and looks for updates every day. Restarting SMS_EXECUTIVE instead of the one component pauses most site components for a minute or two."
	}
}

// About is a time in round words: "about 40 minutes", "about 3 hours".
func About(minutes int) string {
	if minutes >= 120 {
		return fmt.Sprintf("about %d hours", (minutes+30)/60)
	}
	return "about " + Span(minutes)
}

// AboutWait is the time of waits in round words, in days where it is more than two.
func AboutWait(minutes int) string {
	const day = 24 * 60
	if minutes >= 2*day {
		return fmt.Sprintf("about %d days", (minutes+day/2)/day)
	}
	return About(minutes)
}

// Short is the time alone, in short units: "5-30 min", "0-3 h", "" for no wait.
func (w Wait) Short() string {
	switch {
	case w.Max == 0:
		return ""
	case w.Min == 0:
		return "0-" + ShortSpan(w.Max)
	}
	from, to := ShortSpan(w.Min), ShortSpan(w.Max)
	if number, unit, _ := strings.Cut(from, " "); strings.HasSuffix(to, " "+unit) {
		from = number
	}
	return from + "-" + to
}

// ShortSpan says minutes with a unit of one to three letters.
func ShortSpan(minutes int) string {
	switch {
	case minutes > 24*60 && minutes%(24*60) == 0:
		return fmt.Sprintf("%d d", minutes/(24*60))
	case minutes >= 60 && minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d min", minutes)
}
