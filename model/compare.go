package model

import (
	"slices"
	"strings"
)

// A Comparison sets the choices of a plan side by side before one is made.
// Every figure comes from judging the plan with that one answer changed.
type Comparison struct {
	Groups []Group
	First  []OpenItem // what must be answered before there is anything to compare
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
	Also         []Name         `json:"also"` // choices that come to the same answers
	Changes      []Change       `json:"changes"`
	Verdict      VerdictWord    `json:"verdict"`
	Points       []PointMode    `json:"management_points"`
	Devices      Service        `json:"devices"`
	Users        []UserService  `json:"user_centric"`
	Requirements []SideNeeds    `json:"requirements"`
	Tasks        Work           `json:"tasks"`
	Expiries     []Expiry       `json:"expires"`
	Blockers     []Obstacle     `json:"blockers"` // broken, then not known yet
	Warnings     []Obstacle     `json:"warnings"` // broken
	Open         int            `json:"open"`     // answers that somebody must still give
	Conflicts    []Disagreement `json:"conflicts"`
}

// A Name is what an alternative is called: by programs and by people.
type Name struct {
	ID    string `json:"id"`
	Title string `json:"title"`
}

// Compare sets the methods and the modes of the management points side by side.
func (p Plan) Compare() Comparison {
	c := Comparison{First: []OpenItem{}, Groups: []Group{
		{ID: "method", Title: "Method of client authentication"},
		{ID: "management-points", Title: "E-HTTP or HTTPS on the management points"},
	}}
	if len(p.InternetDevices()) == 0 {
		c.First = p.answerFirst()
		for i := range c.Groups {
			c.Groups[i].Notes, c.Groups[i].Alternatives = []string{p.nothingYet()}, []Alternative{}
		}
		return c
	}
	base, notes := p.withPoint()
	c.Groups[0].Notes, c.Groups[0].Alternatives = append(slices.Clip(notes), p.methodNotes()...), base.judgeAll(base.methodChoices())
	base, more := base.withMethods()
	c.Groups[1].Notes = append(append(slices.Clip(notes), more...), p.pointNotes()...)
	c.Groups[1].Alternatives = base.judgeAll(base.pointChoices(p.anyModeAnswered()))
	return c
}

// withMethods is the plan, or while no method is chosen, the plan with the one
// that is recommended for each kind of device.
func (p Plan) withMethods() (base Plan, notes []string) {
	if p.MethodChosen() {
		return p, nil
	}
	p.Answers = p.Clone()
	for _, i := range p.InternetDevices() {
		p.Devices[i].Method = p.recommended(p.Devices[i])
	}
	return p, []string{"No method is chosen yet: judged with the one that is recommended for each kind of device."}
}

// withPoint is the plan, or while it lists no management point, the plan with
// one for CMG traffic: without it no device could be served, whatever it uses.
func (p Plan) withPoint() (base Plan, notes []string) {
	if len(p.ManagementPoints) > 0 {
		return p, []string{}
	}
	p.ManagementPoints = []ManagementPoint{{Clients: ConnectHTTP, CMGTraffic: Yes}}
	switch p.Site.Security {
	case HTTPSOnly:
		p.ManagementPoints[0].Clients = ConnectHTTPS
	case PlainHTTP:
	default:
		p.Site.Security = EnhancedHTTP
	}
	return p, []string{"No management point is listed yet: judged as if one took CMG traffic, in mode " + Modes.Label(p.Mode(0)) + " where nothing else is said."}
}

// Own sets alternatives of one's own beside the plan: each is a list of answers
// that the plan is given.
func (p Plan) Own(alternatives [][]Setting) (Group, error) {
	choices := []choice{{id: PlannedID, title: "As planned"}}
	for i, settings := range alternatives {
		other, err := p.With(settings...)
		if err != nil {
			return Group{}, err
		}
		choices = append(choices, choice{ownID(i), ownTitle(settings, p.changes(&other)), settings})
	}
	return Group{"own", "Alternatives of your own", []string{}, p.judgeAll(choices)}, nil
}

func ownID(i int) string { return "own-" + Num(i+1).String() }

// ownTitle is what the alternative changes, or what was asked for where that
// changes nothing.
func ownTitle(settings []Setting, changes []Change) string {
	parts := tellEach(changes, Change.short)
	if len(parts) == 0 {
		parts = tellEach(settings, func(s Setting) string { return Clean(s.Key + "=" + s.Value) })
	}
	return strings.Join(parts, "; ")
}

// judgeAll judges every choice. Choices that come to the same answers are one
// alternative with several names.
func (p *Plan) judgeAll(choices []choice) []Alternative {
	list := []Alternative{}
	for _, c := range choices {
		changed, err := p.With(c.settings...)
		if err != nil {
			continue // a mistake in the tables of choices, which the tests find
		}
		name, changes := Name{c.id, c.title}, p.changes(&changed)
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
func judged(name Name, changes []Change, p *Plan) Alternative {
	o := Judge(*p)
	return Alternative{
		Name: name, Also: []Name{}, Changes: changes, Verdict: o.Verdict, Points: p.pointModes(),
		Devices: p.service(o), Users: p.userServices(o), Requirements: sideNeeds(o.Requirements),
		Tasks: o.work(), Expiries: p.Expiries(),
		Blockers: append(p.obstacles(o, Blocker, Broken), p.obstacles(o, Blocker, Unclear)...),
		Warnings: p.obstacles(o, Warning, Broken), Open: len(o.Open),
		Conflicts: disagreements(Contradictions, o),
	}
}

// Called is the title, with the other names of the same answers.
func (a Alternative) Called() string {
	if len(a.Also) == 0 {
		return a.Title
	}
	names := tellEach(a.Also, func(n Name) string { return n.Title })
	return a.Title + " (also: " + strings.Join(names, "; ") + ")"
}

// Expiries lists once what comes to an end in any of the alternatives.
func (c Comparison) Expiries() []Expiry {
	return collectOnce(c, func(a Alternative) []Expiry { return a.Expiries },
		func(a, b Expiry) bool { return a.ID == b.ID && a.When == b.When && a.Then == b.Then })
}

// Disagreements lists once what the alternatives rest on and the pages tell
// differently.
func (c Comparison) Disagreements() []Disagreement {
	return collectOnce(c, func(a Alternative) []Disagreement { return a.Conflicts },
		func(a, b Disagreement) bool { return a == b })
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
func (p *Plan) answerFirst() []OpenItem {
	items := []OpenItem{}
	if len(p.Devices) == 0 {
		return append(items, tableNamed("devices").empty)
	}
	for i, d := range p.Devices {
		if field, found := p.Field(deviceKey(i, "internet")); found && !Known(d.Internet) {
			items = append(items, OpenItem{field.Key, field.Team, p.Question(field)})
		}
	}
	return items
}

func (p *Plan) nothingYet() string {
	if len(p.answerFirst()) == 0 {
		return "None of the listed kinds of devices is used on the internet."
	}
	return "There is nothing to compare yet: no kind of device is known to be used on the internet. Answer that first."
}

// methodNotes tell what the comparison of the methods leaves out or assumes.
func (p *Plan) methodNotes() []string {
	notes := []string{}
	if names := p.names(func(d Device) bool { return !Known(d.Internet) }); names != "" {
		notes = append(notes, "Left out, because nobody said whether they are used on the internet: "+names+".")
	}
	if names := p.names(maybeEntra); names != "" {
		notes = append(notes, "Taken as unable to use Microsoft Entra ID where methods are mixed, because how they are joined or which Windows they run is not known yet: "+names+".")
	}
	if !p.MethodChosen() {
		notes = append(notes, "No method is chosen yet.")
	}
	return notes
}

// maybeEntra reports whether missing answers could still make the device able
// to use Microsoft Entra ID.
func maybeEntra(d Device) bool {
	d.Method = EntraID
	return onTheInternet(d) && d.methodFits() == Unknown
}

func (p *Plan) names(want func(Device) bool) string {
	var names []string
	for _, i := range p.devicesWhere(want) {
		names = append(names, p.deviceName(i))
	}
	return strings.Join(names, ", ")
}

// pointNotes tell what the comparison of the modes leaves out or assumes.
func (p *Plan) pointNotes() []string {
	notes := []string{}
	switch points := p.pointsToChange(); {
	case len(p.ManagementPoints) == 0:
	case len(points) == 0:
		notes = append(notes, "No listed management point takes CMG traffic, so E-HTTP changes the setting of the site only.")
	case len(p.CMGPoints()) == 0:
		notes = append(notes, "No management point is known to take CMG traffic yet. Changed are those that still may: "+p.pointNames(points)+".")
	}
	if !p.mayBeHTTPSOnly() {
		notes = append(notes, "HTTPS only for the whole site is left out: it expects clients to hold PKI certificates, and no PKI can issue them.")
	}
	return notes
}

func (p *Plan) pointNames(points []int) string {
	names := make([]string, len(points))
	for n, i := range points {
		names[n] = p.EntryName(pointKey(i, ""))
	}
	return strings.Join(names, ", ")
}
