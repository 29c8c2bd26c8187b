package model

import (
	"math"
	"slices"
)

// A Service says which kinds of internet devices can be served.
type Service struct {
	Kinds     []KindService `json:"kinds"`
	Supported int           `json:"supported"` // kinds
	Unknown   int           `json:"unknown"`   // kinds of which it is not known yet
	Devices   int           `json:"devices"`   // of the kinds that were counted
	Served    int           `json:"devices_supported"`
	Uncounted int           `json:"kinds_not_counted"`
}

// A KindService says what one kind of internet device gets.
type KindService struct {
	Name      string    `json:"name"`
	Join      Join      `json:"join"`
	Method    Method    `json:"method"`
	Supported TruthWord `json:"supported"` // yes, no or unknown
	Scenarios []string  `json:"scenarios"`
	Counted   bool      `json:"counted"`
	Count     int       `json:"count"`
	Why       string    `json:"why"`
}

// service reads the service of the internet devices from the outcome.
func (p *Plan) service(o Outcome) Service {
	s := Service{Kinds: []KindService{}}
	outcomes := onInternetOnly(o.Devices)
	for n, i := range p.InternetDevices() {
		s.add(p.kindService(i, outcomes[n]))
	}
	return s
}

func onInternetOnly(devices []DeviceOutcome) []DeviceOutcome {
	return slices.DeleteFunc(slices.Clone(devices), func(d DeviceOutcome) bool { return d.Location != OnInternet })
}

func (p *Plan) kindService(i int, d DeviceOutcome) KindService {
	count, counted := p.Devices[i].Count.Value()
	return KindService{p.deviceName(i), d.Join, d.Method, d.Supported, d.Scenarios, counted, count, d.Why}
}

func (s *Service) add(k KindService) {
	s.Kinds = append(s.Kinds, k)
	s.Devices = addDevices(s.Devices, k.Count)
	switch k.Supported {
	case TruthYes:
		s.Supported++
		s.Served = addDevices(s.Served, k.Count)
	case TruthUnknown:
		s.Unknown++
	}
	if !k.Counted {
		s.Uncounted++
	}
}

// addDevices adds two numbers of devices and stays at the largest.
func addDevices(a, b int) int { return a + min(b, math.MaxInt-a) }

// A UserService says whether the users of a kind of device are served.
type UserService struct {
	Name   string    `json:"name"`
	Wanted TruthWord `json:"wanted"` // yes or unknown: kinds without deployments to users are left out
	Served TruthWord `json:"served"` // yes, no or unknown
}

func (p *Plan) userServices(o Outcome) []UserService {
	list := []UserService{}
	outcomes := onInternetOnly(o.Devices)
	for n, i := range p.InternetDevices() {
		if wanted := is(p.Devices[i].UserCentric, Yes); wanted != IsFalse {
			list = append(list, UserService{p.deviceName(i), wanted.word(), usersServed(outcomes[n])})
		}
	}
	return list
}

// usersServed knows of a method for devices alone that it serves no users,
// whatever else is missing.
func usersServed(d DeviceOutcome) TruthWord {
	if Known(d.Method) && !slices.Contains(d.Method.scenarios(), userWork) {
		return TruthNo
	}
	return d.Supported
}

// SideNeeds are the requirements on one side.
type SideNeeds struct {
	Side        Where       `json:"side"`
	Required    []NeedTitle `json:"required"`
	Recommended []NeedTitle `json:"recommended"`
	Unknown     []NeedTitle `json:"unknown"`
}

// A NeedTitle names a requirement.
type NeedTitle struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

func sideNeeds(requirements []Requirement) []SideNeeds {
	list := make([]SideNeeds, len(Wheres))
	for i, side := range Wheres {
		list[i] = SideNeeds{side.Value, needed(requirements, side.Value, Required),
			needed(requirements, side.Value, Recommended), needed(requirements, side.Value, NeedUnknown)}
	}
	return list
}

func needed(requirements []Requirement, side Where, need Need) []NeedTitle {
	titles := []NeedTitle{}
	for _, r := range requirements {
		if r.Where == side && r.Need == need {
			titles = append(titles, NeedTitle{r.Name, r.Title})
		}
	}
	return titles
}

// Work counts the tasks.
type Work struct {
	Count  int         `json:"count"`
	Open   int         `json:"open"` // open or blocked
	Owners []OwnerWork `json:"owners"`
}

// OwnerWork counts the tasks of one team. Teams without a task are left out.
type OwnerWork struct {
	Owner Team `json:"owner"`
	Count int  `json:"count"`
	Open  int  `json:"open"`
}

func (o Outcome) work() Work {
	all := Work{Owners: []OwnerWork{}}
	for _, w := range o.TeamWorks() {
		if w.Tasks > 0 {
			all.Owners = append(all.Owners, OwnerWork{w.Team, w.Tasks, w.Pending})
		}
		all.Count, all.Open = all.Count+w.Tasks, all.Open+w.Pending
	}
	return all
}

// An Obstacle is a rule that stands in the way, with everything that it is
// about.
type Obstacle struct {
	Rule     string      `json:"rule"`
	Outcome  OutcomeWord `json:"outcome"`
	Title    string      `json:"title"`
	Subjects []string    `json:"subjects"` // keys
	About    []string    `json:"about"`    // the same as people call it
}

func (p *Plan) obstacles(o Outcome, s Severity, word OutcomeWord) []Obstacle {
	list := []Obstacle{}
	for _, f := range o.Findings {
		if f.Severity != s || f.Outcome != word {
			continue
		}
		if last := len(list) - 1; last < 0 || list[last].Rule != f.Rule {
			list = append(list, Obstacle{f.Rule, f.Outcome, f.Title, []string{}, []string{}})
		}
		last := &list[len(list)-1]
		last.Subjects, last.About = append(last.Subjects, f.Subject), append(last.About, p.SubjectName(f.Subject))
	}
	return list
}

// A PointMode is a management point for CMG traffic and its effective mode.
type PointMode struct {
	Name string `json:"name"`
	Mode Mode   `json:"mode"`
}

func (p *Plan) pointModes() []PointMode {
	list := []PointMode{}
	for _, i := range p.CMGPoints() {
		list = append(list, PointMode{p.EntryName(pointKey(i, "")), p.Mode(i)})
	}
	return list
}

// disagreements are the contradictions behind the findings, the requirements
// and the devices of an outcome.
func disagreements(all []Contradiction, o Outcome) []Disagreement {
	list := []Disagreement{}
	for _, c := range all {
		if c.touches(o) {
			list = append(list, c.disagreement())
		}
	}
	return list
}

func (c Contradiction) touches(o Outcome) bool {
	return slices.ContainsFunc(o.Findings, func(f Finding) bool { return slices.Contains(c.Rules, f.Rule) }) ||
		slices.ContainsFunc(o.Requirements, func(r Requirement) bool {
			return (r.Need == Required || r.Need == Recommended) && slices.Contains(c.Requirements, r.Name)
		}) ||
		slices.ContainsFunc(o.Devices, c.TellsOf)
}
