// Package compare judges a plan under other answers, and sets them side by side.
package compare

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
)

// A Comparison sets the choices of a plan side by side before one is made.
// Every figure comes from judging the plan with that one answer changed.
type Comparison struct {
	Groups []Group
	First  []model.OpenItem // what must be answered before there is anything to compare
}

// A Group is one choice with its alternatives.
type Group struct {
	ID           string        `json:"id"`
	Title        string        `json:"title"`
	Notes        []string      `json:"notes"` // what to know before one reads the figures
	Alternatives []Alternative `json:"alternatives"`
}

// An Alternative is the plan with other answers, judged.
type Alternative struct {
	Name
	Also         []Name               `json:"also"` // choices that come to the same answers
	Changes      []Change             `json:"changes"`
	Verdict      judge.Verdict        `json:"verdict"`
	Points       []PointMode          `json:"management_points"`
	Devices      Service              `json:"devices"`
	Users        []UserService        `json:"user_centric"`
	Requirements []SideNeeds          `json:"requirements"`
	Tasks        Work                 `json:"tasks"`
	Expiries     []evidence.Expiry    `json:"expires"`
	Blockers     []Obstacle           `json:"blockers"` // broken, then not known yet
	Warnings     []Obstacle           `json:"warnings"` // broken
	Open         int                  `json:"open"`     // answers that somebody must still give
	Conflicts    []model.Disagreement `json:"conflicts"`
}

// A Name is what an alternative is called: by programs and by people.
type Name struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Plan sets the methods and the modes of the management points side by side.
func Plan(p model.Plan) Comparison {
	c := Comparison{First: []model.OpenItem{}, Groups: []Group{
		{ID: "method", Title: "Method of client authentication"},
		{ID: "management-points", Title: "E-HTTP or HTTPS on the management points"},
	}}
	if len(p.InternetDevices()) == 0 {
		c.First = answerFirst(&p)
		for i := range c.Groups {
			c.Groups[i].Notes, c.Groups[i].Alternatives = []string{nothingYet(&p)}, []Alternative{}
		}
		return c
	}
	base, notes := withPoint(p)
	c.Groups[0].Notes, c.Groups[0].Alternatives = append(slices.Clip(notes), methodNotes(&p)...), judgeAll(&base, judge.MethodChoices(&base))
	base, more := withMethods(base)
	c.Groups[1].Notes = append(append(slices.Clip(notes), more...), pointNotes(&p)...)
	c.Groups[1].Alternatives = judgeAll(&base, judge.PointChoices(&base, judge.AnyModeAnswered(&p)))
	return c
}

// withMethods is the plan, or while no method is chosen, the plan with the one
// that is recommended for each kind of device.
func withMethods(p model.Plan) (base model.Plan, notes []string) {
	if p.MethodChosen() {
		return p, nil
	}
	p.Answers = p.Clone()
	for _, i := range p.InternetDevices() {
		p.Devices[i].Method = judge.RecommendedMethod(&p, p.Devices[i])
	}
	return p, []string{"No method is chosen yet: judged with the one that is recommended for each kind of device."}
}

// withPoint is the plan, or while it lists no management point, the plan with
// one for CMG traffic: without it no device could be served, whatever it uses.
func withPoint(p model.Plan) (base model.Plan, notes []string) {
	if len(p.ManagementPoints) > 0 {
		return p, []string{}
	}
	p.ManagementPoints = []model.ManagementPoint{{Clients: model.ConnectHTTP, CMGTraffic: model.Yes}}
	switch p.Site.Security {
	case model.HTTPSOnly:
		p.ManagementPoints[0].Clients = model.ConnectHTTPS
	case model.PlainHTTP:
	default:
		p.Site.Security = model.EnhancedHTTP
	}
	return p, []string{"No management point is listed yet: judged as if one took CMG traffic, in mode " + model.Modes.Label(p.Mode(0)) + " where nothing else is said."}
}

// NewGroup sets alternatives of one's own beside the plan: each is a list of answers
// that the plan is given.
func NewGroup(p model.Plan, alternatives [][]model.Setting) (Group, error) {
	choices := []judge.Choice{{ID: judge.PlannedID, Title: "As planned"}}
	for i, settings := range alternatives {
		other, err := with(p, settings...)
		if err != nil {
			return Group{}, err
		}
		choices = append(choices, judge.Choice{ID: ownID(i), Title: ownTitle(settings, changes(&p, &other)), Settings: settings})
	}
	return Group{"own", "Alternatives of your own", []string{}, judgeAll(&p, choices)}, nil
}

func ownID(i int) string { return "own-" + model.Num(i+1).String() }

// ownTitle is what the alternative changes, or what was asked for where that
// changes nothing.
func ownTitle(settings []model.Setting, changes []Change) string {
	parts := model.EachInWords(changes, Change.short)
	if len(parts) == 0 {
		parts = model.EachInWords(settings, func(s model.Setting) string { return model.Clean(s.Key + "=" + s.Value) })
	}
	return strings.Join(parts, "; ")
}

// judgeAll judges every choice. Choices that come to the same answers are one
// alternative with several names.
func judgeAll(p *model.Plan, choices []judge.Choice) []Alternative {
	list := []Alternative{}
	for _, c := range choices {
		changed, err := with(*p, c.Settings...)
		if err != nil {
			continue // a mistake in the tables of choices, which the tests find
		}
		name, changes := Name{c.ID, c.Title}, changes(p, &changed)
		same := slices.IndexFunc(list, func(a Alternative) bool { return slices.Equal(a.Changes, changes) })
		if same >= 0 {
			list[same].Also = append(list[same].Also, name)
			continue
		}
		list = append(list, judged(name, changes, &changed))
	}
	return list
}

// judged works out the figures of one alternative.
func judged(name Name, changes []Change, p *model.Plan) Alternative {
	o := judge.Plan(*p)
	return Alternative{
		Name: name, Also: []Name{}, Changes: changes, Verdict: o.Verdict, Points: pointModes(p),
		Devices: service(p, o), Users: userServices(p, o), Requirements: sideNeeds(o.Requirements),
		Tasks: work(o), Expiries: judge.Expiries(p),
		Blockers: append(obstacles(p, o, model.Blocker, rules.Broken), obstacles(p, o, model.Blocker, rules.Unclear)...),
		Warnings: obstacles(p, o, model.Warning, rules.Broken), Open: len(o.Open),
		Conflicts: disagreements(rules.Contradictions, o),
	}
}

// Called is the title, with the other names of the same answers.
func (a Alternative) Called() string {
	if len(a.Also) == 0 {
		return a.Title
	}
	names := model.EachInWords(a.Also, func(n Name) string { return n.Title })
	return a.Title + " (also: " + strings.Join(names, "; ") + ")"
}

// Expiries lists once what comes to an end in any of the alternatives.
func (c Comparison) Expiries() []evidence.Expiry {
	return collectOnce(c, func(a Alternative) []evidence.Expiry { return a.Expiries },
		func(a, b evidence.Expiry) bool { return a.ID == b.ID && a.When == b.When && a.Then == b.Then })
}

// Disagreements lists once what the alternatives rest on and the pages tell
// differently.
func (c Comparison) Disagreements() []model.Disagreement {
	return collectOnce(c, func(a Alternative) []model.Disagreement { return a.Conflicts },
		func(a, b model.Disagreement) bool { return a == b })
}

func collectOnce[T any](c Comparison, of func(Alternative) []T, same func(a, b T) bool) []T {
	var list []T
	for _, g := range c.Groups {
		for _, a := range g.Alternatives {
			for _, thing := range of(a) {
				if !slices.ContainsFunc(list, func(t T) bool { return same(t, thing) }) {
					list = append(list, thing)
				}
			}
		}
	}
	return list
}

// answerFirst are the questions behind a plan without internet devices.
func answerFirst(p *model.Plan) []model.OpenItem {
	items := []model.OpenItem{}
	if len(p.Devices) == 0 {
		return append(items, model.TableNamed("devices").Empty)
	}
	for i, d := range p.Devices {
		if field, found := p.Field(model.DeviceKey(i, "internet")); found && !model.Known(d.Internet) {
			items = append(items, model.OpenItem{Key: field.Key, Owner: field.Team, Question: p.Question(field)})
		}
	}
	return items
}

func nothingYet(p *model.Plan) string {
	if len(answerFirst(p)) == 0 {
		return "None of the listed kinds of devices is used on the internet."
	}
	return "There is nothing to compare yet: no kind of device is known to be used on the internet. Answer that first."
}

// methodNotes tell what the comparison of the methods leaves out or assumes.
func methodNotes(p *model.Plan) []string {
	notes := []string{}
	if names := names(p, func(d model.Device) bool { return !model.Known(d.Internet) }); names != "" {
		notes = append(notes, "Left out, because nobody said whether they are used on the internet: "+names+".")
	}
	if names := names(p, maybeEntra); names != "" {
		notes = append(notes, "Taken as unable to use Microsoft Entra ID where methods are mixed, because how they are joined or which Windows they run is not known yet: "+names+".")
	}
	if !p.MethodChosen() {
		notes = append(notes, "No method is chosen yet.")
	}
	return notes
}

// maybeEntra reports whether missing answers could still make the device able
// to use Microsoft Entra ID.
func maybeEntra(d model.Device) bool {
	d.Method = model.EntraID
	return model.OnTheInternet(d) && d.MethodFits() == model.Unknown
}

func names(p *model.Plan, want func(model.Device) bool) string {
	var names []string
	for _, i := range p.DevicesWhere(want) {
		names = append(names, p.DeviceName(i))
	}
	return strings.Join(names, ", ")
}

// pointNotes tell what the comparison of the modes leaves out or assumes.
func pointNotes(p *model.Plan) []string {
	notes := []string{}
	switch points := judge.PointsToChange(p); {
	case len(p.ManagementPoints) == 0:
	case len(points) == 0:
		notes = append(notes, "No listed management point accepts CMG traffic, so E-HTTP changes the setting of the site only.")
	case len(p.CMGPoints()) == 0:
		notes = append(notes, "No management point is known to accept CMG traffic yet. Changed are those that still may: "+pointNames(p, points)+".")
	}
	if !judge.MayBeHTTPSOnly(p) {
		notes = append(notes, "HTTPS only for the whole site is left out: it expects clients to hold PKI certificates, and no PKI can issue them.")
	}
	return notes
}

func pointNames(p *model.Plan, points []int) string {
	names := make([]string, len(points))
	for n, i := range points {
		names[n] = evidence.EntryName(p, model.PointKey(i, ""))
	}
	return strings.Join(names, ", ")
}
