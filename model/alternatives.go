package model

import (
	"errors"
	"fmt"
	"strings"
)

// A Setting is one answer that an alternative gives: its key and its value, as
// the plan file writes them.
type Setting struct{ Key, Value string }

// errNoAnswer says that a plan has no answer with a key.
var errNoAnswer = errors.New("this plan has no such answer")

// A SettingError says which answer of an alternative cannot be given, and why.
type SettingError struct {
	Key string
	err error
}

func (e *SettingError) Error() string { return Clean(e.Key) + ": " + e.err.Error() }

// Unwrap gives the reason.
func (e *SettingError) Unwrap() error { return e.err }

// Unknown reports whether the plan has no answer with the key at all.
func (e *SettingError) Unknown() bool { return errors.Is(e.err, errNoAnswer) }

// With is the plan with other answers. The plan itself stays as it is.
func (p Plan) With(settings ...Setting) (Plan, error) {
	p.Answers = p.Answers.Clone()
	for i, s := range settings {
		field, found := p.Field(s.Key)
		if !found {
			return Plan{}, &SettingError{s.Key, errNoAnswer}
		}
		if sets(settings[:i], s.Key) {
			return Plan{}, &SettingError{s.Key, errors.New("it is there twice")}
		}
		if err := field.Set(s.Value); err != nil {
			return Plan{}, &SettingError{s.Key, err}
		}
	}
	return p, nil
}

func sets(settings []Setting, key string) bool {
	for _, s := range settings {
		if s.Key == key {
			return true
		}
	}
	return false
}

// A Change is an answer that an alternative gives otherwise than the plan.
type Change struct {
	Key   string `json:"key"`
	About string `json:"about"` // what it is about, in words
	Old   string `json:"old"`   // as the plan file writes it, "" while it is not answered
	New   string `json:"new"`

	was, is string // the same as people read it
}

// String tells the change in words.
func (c Change) String() string {
	was := "planned: " + c.was
	switch c.Old {
	case "":
		was = "not answered yet"
	case Unsure:
		was = "not known yet"
	}
	return fmt.Sprintf("%s: %s (%s)", c.About, orNotYet(c.is), was)
}

// changes lists in file order what the other plan answers otherwise. Both have
// the same entries in their lists.
func (p *Plan) changes(other *Plan) []Change {
	list := []Change{}
	fields, others := p.Fields(), other.Fields()
	for i, f := range fields {
		if old, now := f.Text(), others[i].Text(); old != now {
			list = append(list, Change{f.Key, p.about(f), Clean(old), Clean(now), f.Label(), others[i].Label()})
		}
	}
	return list
}

// about names the answer of a field as shortly as can be understood.
func (p *Plan) about(f Field) string {
	name := p.EntryName(f.Key)
	switch {
	case f.Key == "site.security":
		return "Security of the site"
	case strings.HasSuffix(f.Key, "].method"), strings.HasSuffix(f.Key, "].clients"):
		return name
	}
	return strings.TrimSuffix(p.Question(f), "?")
}

// A choice is an alternative before it is judged.
type choice struct {
	id, title string
	settings  []Setting
}

// methodChoices are the methods that the internet devices can be given.
func (p *Plan) methodChoices() []choice {
	var list []choice
	if p.anyMethodKnown() {
		list = append(list, choice{id: "planned", title: "As planned"})
	}
	for _, m := range Methods {
		list = append(list, choice{string(m.Value), m.Label, p.methodsBy(func(Device) Method { return m.Value })})
	}
	list = append(list, choice{"recommended", "Recommended for each kind", p.methodsBy(func(d Device) Method {
		best, _ := p.Recommend(d)
		return best
	})})
	return append(list, p.mixedChoices()...)
}

// A mix gives each kind of device the method that it can use.
type mix struct {
	id, title string
	parts     []Method // what it is a mix of
	method    func(d Device) Method
}

var mixes = []mix{
	{"entra-else-pki", "Microsoft Entra ID where possible, else PKI certificates", []Method{EntraID, ClientPKI},
		func(d Device) Method { return d.entraElse(ClientPKI) }},
	{"entra-else-token", "Microsoft Entra ID where possible, else site-issued tokens", []Method{EntraID, SiteToken},
		func(d Device) Method { return d.entraElse(SiteToken) }},
	{"certificates-held", "Microsoft Entra ID where possible, PKI where certificates are held, else site-issued tokens", []Method{ClientPKI, SiteToken},
		func(d Device) Method {
			if d.ClientCertificate == Yes {
				return d.entraElse(ClientPKI)
			}
			return d.entraElse(SiteToken)
		}},
}

func (d Device) entraElse(other Method) Method {
	if d.EntraCapable() {
		return EntraID
	}
	return other
}

// mixedChoices leaves out a mix where one of its methods finds no device.
func (p *Plan) mixedChoices() []choice {
	var list []choice
	for _, m := range mixes {
		used := map[Method]bool{}
		for _, i := range p.InternetDevices() {
			used[m.method(p.Devices[i])] = true
		}
		if used[m.parts[0]] && used[m.parts[1]] {
			list = append(list, choice{m.id, m.title, p.methodsBy(m.method)})
		}
	}
	return list
}

func (p *Plan) methodsBy(method func(d Device) Method) []Setting {
	var settings []Setting
	for _, i := range p.InternetDevices() {
		settings = append(settings, Setting{deviceKey(i, "method"), string(method(p.Devices[i]))})
	}
	return settings
}

func (p *Plan) anyMethodKnown() bool {
	return len(p.devicesWhere(func(d Device) bool { return onTheInternet(d) && Known(d.Method) })) > 0
}

// pointChoices are the modes that the management points can be given.
func (p *Plan) pointChoices() []choice {
	var list []choice
	if p.anyModeAnswered() {
		list = append(list, choice{id: "planned", title: "As planned"})
	}
	points := p.pointsToChange()
	secure := Setting{"site.security", string(EnhancedHTTP)}
	list = append(list, choice{"e-http", "E-HTTP", append(connectBy(points, ConnectHTTP), secure)})
	if len(points) > 0 {
		list = append(list, choice{"https", "HTTPS for CMG traffic", connectBy(points, ConnectHTTPS)})
	}
	if every := p.allPoints(); len(points) > 0 && len(every) > len(points) {
		list = append(list, choice{"https-everywhere", "HTTPS on every management point", connectBy(every, ConnectHTTPS)})
	}
	if p.mayBeHTTPSOnly() {
		only := Setting{"site.security", string(HTTPSOnly)}
		list = append(list, choice{"https-only", "HTTPS only, the whole site", append(connectBy(p.allPoints(), ConnectHTTPS), only)})
	}
	return list
}

// mayBeHTTPSOnly leaves HTTPS only out where the clients, which it expects to
// hold PKI certificates, can get none (F96, R6).
func (p *Plan) mayBeHTTPSOnly() bool { return p.PKI.Available != No || p.Site.Security == HTTPSOnly }

func (p *Plan) anyModeAnswered() bool {
	return Known(p.Site.Security) || len(p.pointsWhere(func(i int) bool { return Known(p.ManagementPoints[i].Clients) })) > 0
}

// pointsToChange are the management points for CMG traffic: those that still
// may become one while none is.
func (p *Plan) pointsToChange() []int {
	if points := p.CMGPoints(); len(points) > 0 {
		return points
	}
	return p.pointsWhere(func(i int) bool { return p.ManagementPoints[i].CMGTraffic != No })
}

func connectBy(points []int, c Connections) []Setting {
	var settings []Setting
	for _, i := range points {
		settings = append(settings, Setting{pointKey(i, "clients"), string(c)})
	}
	return settings
}
