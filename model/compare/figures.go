package compare

import (
	"math"
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/judge"
	"cmgwizard/model/rules"
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
	Name      string          `json:"name"`
	Join      model.Join      `json:"join"`
	Method    model.Method    `json:"method"`
	Supported model.TruthWord `json:"supported"` // yes, no or unknown
	Scenarios []string        `json:"scenarios"`
	Counted   bool            `json:"counted"`
	Count     int             `json:"count"`
	Why       string          `json:"why"`
}

// service reads the service of the internet devices from the outcome.
func service(p *model.Plan, o judge.Judgement) Service {
	s := Service{Kinds: []KindService{}}
	outcomes := onInternetOnly(o.Devices)
	for n, i := range p.InternetDevices() {
		s.add(kindService(p, i, outcomes[n]))
	}
	return s
}

func onInternetOnly(devices []model.DeviceOutcome) []model.DeviceOutcome {
	return slices.DeleteFunc(slices.Clone(devices), func(d model.DeviceOutcome) bool { return d.Location != model.OnInternet })
}

func kindService(p *model.Plan, i int, d model.DeviceOutcome) KindService {
	count, counted := p.Devices[i].Count.Value()
	return KindService{p.DeviceName(i), d.Join, d.Method, d.Supported, d.Scenarios, counted, count, d.Why}
}

func (s *Service) add(k KindService) {
	s.Kinds = append(s.Kinds, k)
	s.Devices = addDevices(s.Devices, k.Count)
	switch k.Supported {
	case model.TruthYes:
		s.Supported++
		s.Served = addDevices(s.Served, k.Count)
	case model.TruthUnknown:
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
	Name   string          `json:"name"`
	Wanted model.TruthWord `json:"wanted"` // yes or unknown: kinds without deployments to users are left out
	Served model.TruthWord `json:"served"` // yes, no or unknown
}

func userServices(p *model.Plan, o judge.Judgement) []UserService {
	list := []UserService{}
	outcomes := onInternetOnly(o.Devices)
	for n, i := range p.InternetDevices() {
		if wanted := model.Is(p.Devices[i].UserCentric, model.Yes); wanted != model.IsFalse {
			list = append(list, UserService{p.DeviceName(i), wanted.Word(), usersServed(outcomes[n])})
		}
	}
	return list
}

// usersServed knows of a method for devices alone that it serves no users,
// whatever else is missing.
func usersServed(d model.DeviceOutcome) model.TruthWord {
	if model.Known(d.Method) && !slices.Contains(d.Method.Scenarios(), model.UserWork) {
		return model.TruthNo
	}
	return d.Supported
}

// SideNeeds are the requirements on one side.
type SideNeeds struct {
	Side        rules.Where `json:"side"`
	Required    []NeedTitle `json:"required"`
	Recommended []NeedTitle `json:"recommended"`
	Unknown     []NeedTitle `json:"unknown"`
}

// A NeedTitle names a requirement.
type NeedTitle struct {
	Name  string `json:"name"`
	Title string `json:"title"`
}

func sideNeeds(requirements []rules.Requirement) []SideNeeds {
	list := make([]SideNeeds, len(rules.Wheres))
	for i, side := range rules.Wheres {
		list[i] = SideNeeds{side.Value, needed(requirements, side.Value, rules.Required),
			needed(requirements, side.Value, rules.Recommended), needed(requirements, side.Value, rules.NeedUnknown)}
	}
	return list
}

func needed(requirements []rules.Requirement, side rules.Where, need rules.Need) []NeedTitle {
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
	Owner model.Team `json:"owner"`
	Count int        `json:"count"`
	Open  int        `json:"open"`
}

func work(o judge.Judgement) Work {
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
	Rule     string            `json:"rule"`
	Outcome  rules.OutcomeWord `json:"outcome"`
	Title    string            `json:"title"`
	Problem  string            `json:"problem"`  // of the first subject, in a sentence
	Subjects []string          `json:"subjects"` // keys
	About    []string          `json:"about"`    // the same as people call it
}

func obstacles(p *model.Plan, o judge.Judgement, s model.Severity, word rules.OutcomeWord) []Obstacle {
	list, said := []Obstacle{}, ""
	for _, f := range o.Findings {
		if f.Severity != s || f.Outcome != word {
			continue
		}
		if last := len(list) - 1; last < 0 || list[last].Rule != f.Rule || said != f.Sentence {
			said = f.Sentence
			list = append(list, Obstacle{f.Rule, f.Outcome, f.Title, f.Problem, []string{}, []string{}})
		}
		last := &list[len(list)-1]
		last.Subjects, last.About = append(last.Subjects, f.Subject), append(last.About, evidence.SubjectName(p, f.Subject))
	}
	return list
}

// A PointMode is a management point for CMG traffic and its effective mode.
type PointMode struct {
	Name string     `json:"name"`
	Mode model.Mode `json:"mode"`
}

func pointModes(p *model.Plan) []PointMode {
	list := []PointMode{}
	for _, i := range p.CMGPoints() {
		list = append(list, PointMode{evidence.EntryName(p, model.PointKey(i, "")), p.Mode(i)})
	}
	return list
}

// disagreements are the contradictions behind the findings, the requirements
// and the devices of an outcome.
func disagreements(all []rules.Contradiction, o judge.Judgement) []model.Disagreement {
	list := []model.Disagreement{}
	for _, c := range all {
		if touches(c, o) {
			list = append(list, c.Disagreement())
		}
	}
	return list
}

func touches(c rules.Contradiction, o judge.Judgement) bool {
	return slices.ContainsFunc(o.Findings, func(f rules.Finding) bool { return slices.Contains(c.Rules, f.Rule) }) ||
		slices.ContainsFunc(o.Requirements, func(r rules.Requirement) bool {
			return (r.Need == rules.Required || r.Need == rules.Recommended) && slices.Contains(c.Requirements, r.Name)
		}) ||
		slices.ContainsFunc(o.Devices, c.TellsOf)
}
