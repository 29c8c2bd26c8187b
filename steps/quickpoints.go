package steps

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

func quickPoints(a *model.Answers) []Question {
	questions := []Question{hostsQuestion()}
	questions[0].Default = hostsOf(a, "")
	if len(a.CMGPoints()) > 0 && a.Site.SecurityNow != model.HTTPSOnly {
		questions = append(questions, connectionsTable(a))
	}
	if onlyHTTPS(a) {
		questions = append(questions, insideQuestion())
	}
	return questions
}

// onlyHTTPS reports whether every management point of the CMG will be HTTPS:
// others may serve those inside who have no certificate.
func onlyHTTPS(a *model.Answers) bool {
	points := a.CMGPoints()
	return len(points) > 0 && !slices.ContainsFunc(points, func(i int) bool { return a.ManagementPoints[i].Clients != model.ConnectHTTPS })
}

func hostsQuestion() Question {
	return Question{
		Key: "management_points", Ask: "Which management points will serve clients through the CMG?", Example: "mp1.contoso.com, mp2.contoso.com",
		Why:   "Without one that accepts CMG traffic, clients on the internet find no management point. The commands name them.",
		Where: "Console: Administration > Site Configuration > Servers and Site System Roles. Full host names, several in one line.",
		Now:   func(a *model.Answers) string { return hostsOf(a, model.Yes) },
		Put:   func(a *model.Answers, text string) error { return putHosts(a, text, model.Yes) },
	}
}

func insideQuestion() Question {
	return Question{
		Key: "management_points[].cmg_traffic", Ask: "Which other management points do internal clients use?", Example: "mp3.contoso.com", Optional: true,
		Why:   "All CMG management points will be HTTPS. An internal client without a certificate needs another one.",
		Where: "Console: Administration > Site Configuration > Servers and Site System Roles. Leave empty if there are no others.",
		Now:   func(a *model.Answers) string { return hostsOf(a, model.No) },
		Put:   func(a *model.Answers, text string) error { return putHosts(a, text, model.No) },
	}
}

// hostsOf lists the management points that take the traffic of the CMG, or that
// do not.
func hostsOf(a *model.Answers, traffic model.YesNo) string {
	var hosts []string
	for _, mp := range a.ManagementPoints {
		if mp.CMGTraffic == traffic && mp.Host != "" {
			hosts = append(hosts, mp.Host)
		}
	}
	return strings.Join(hosts, ", ")
}

// putHosts keeps the management points of the plan that are named, and adds the
// others. Those that play the other part are left alone.
func putHosts(a *model.Answers, text string, traffic model.YesNo) error {
	hosts, err := splitHosts(text)
	if err != nil {
		return err
	}
	if len(hosts) == 0 && traffic == model.Yes {
		return errors.New("name at least one management point, or ? for: I do not know yet")
	}
	var points []model.ManagementPoint
	for _, mp := range a.ManagementPoints {
		if mp.CMGTraffic != traffic && !slices.Contains(hosts, mp.Host) {
			points = append(points, mp)
		}
	}
	for _, host := range hosts {
		points = append(points, pointNamed(a, host, traffic))
	}
	a.ManagementPoints = points
	return nil
}

func pointNamed(a *model.Answers, host string, traffic model.YesNo) model.ManagementPoint {
	mp := model.ManagementPoint{Host: host}
	if i := slices.IndexFunc(a.ManagementPoints, func(mp model.ManagementPoint) bool { return mp.Host == host }); i >= 0 {
		mp = a.ManagementPoints[i]
	}
	mp.CMGTraffic = traffic
	if a.Site.SecurityNow == model.HTTPSOnly && mp.ClientsNow == "" {
		mp.ClientsNow = model.ConnectHTTPS
	}
	return mp
}

// splitHosts takes host names from a line, each once, and checks their form.
func splitHosts(text string) ([]string, error) {
	if text == model.Unsure {
		return []string{model.Unsure}, nil
	}
	var hosts []string
	scratch := model.Answers{ManagementPoints: make([]model.ManagementPoint, 1)}
	f, _ := scratch.Field("management_points[0].host")
	for _, host := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",; \t", r) }) {
		if err := f.Set(host); err != nil {
			return nil, fmt.Errorf("%s: %w", model.Clean(host), err)
		}
		if !slices.Contains(hosts, f.Text()) {
			hosts = append(hosts, f.Text())
		}
	}
	return hosts, nil
}

// The ways of a management point, now and later, as one choice.
var connectionWays = []struct {
	value, label string
	now, later   model.Connections
}{
	{"http", "HTTP", model.ConnectHTTP, model.ConnectHTTP},
	{"https", "HTTPS already", model.ConnectHTTPS, model.ConnectHTTPS},
	{"to-https", "HTTP now, HTTPS later", model.ConnectHTTP, model.ConnectHTTPS},
	{"to-http", "HTTPS now, HTTP later", model.ConnectHTTPS, model.ConnectHTTP},
}

// connectionsTable asks of each management point of the CMG what it accepts now
// and later.
func connectionsTable(a *model.Answers) Question {
	q := Question{
		Key: model.PointKey(a.CMGPoints()[0], "clients"), Ask: "Which client connections does each use, now and later?",
		Why:   "A management point that goes from HTTPS to Enhanced HTTP keeps its old certificate in IIS, and clients get a 403.",
		Where: "Console: Servers and Site System Roles > Management point > Properties > General.",
		Now:   connectionsNow, Put: putConnections,
	}
	for _, i := range a.CMGPoints() {
		q.Rows = append(q.Rows, Row{Name: a.EntryName(model.PointKey(i, "host")), Cells: []Cell{{Title: "Client connections", Options: waysOffered(), Now: wayOf(a.ManagementPoints[i])}}})
	}
	if best := nextHTTPS(a); best >= 0 {
		cell := &q.Rows[best].Cells[0]
		cell.Best, cell.Note = "to-https", "For PKI clients one HTTPS management point is recommended."
	}
	return q
}

func waysOffered() []model.Word {
	var words []model.Word
	for _, w := range connectionWays {
		words = append(words, model.Word{Value: w.value, Label: w.label})
	}
	return words
}

// nextHTTPS is the row that had best become HTTPS: the last of two or more with
// PKI clients and none HTTPS. It is negative for none.
func nextHTTPS(a *model.Answers) int {
	points := a.CMGPoints()
	https := func(i int) bool {
		mp := a.ManagementPoints[i]
		return mp.ClientsNow == model.ConnectHTTPS || mp.Clients == model.ConnectHTTPS && !isAssumed(a, model.PointKey(i, "clients"))
	}
	if !a.Uses(model.ClientPKI) || len(points) < 2 || slices.ContainsFunc(points, https) {
		return -1
	}
	return len(points) - 1
}

func isAssumed(a *model.Answers, key string) bool {
	f, _ := a.Field(key)
	return f.Assumed()
}

// wayOf is the choice that a management point stands for, "" while nobody said
// what it accepts now.
func wayOf(mp model.ManagementPoint) string {
	for _, w := range connectionWays {
		if mp.ClientsNow == w.now && mp.Clients == w.later {
			return w.value
		}
	}
	if mp.ClientsNow == model.Unsure {
		return model.Unsure
	}
	return ""
}

func connectionsNow(a *model.Answers) string {
	var rows []string
	for _, i := range a.CMGPoints() {
		way := wayOf(a.ManagementPoints[i])
		if way == "" {
			return ""
		}
		rows = append(rows, way)
	}
	return strings.Join(rows, RowBreak)
}

func putConnections(a *model.Answers, text string) error {
	points := a.CMGPoints()
	for r, row := range strings.Split(text, RowBreak) {
		if r >= len(points) {
			break
		}
		now, later := string(model.Unsure), string(model.Unsure)
		for _, w := range connectionWays {
			if w.value == strings.TrimSpace(row) {
				now, later = string(w.now), string(w.later)
			}
		}
		if err := setAll(a, pair{model.PointKey(points[r], "clients_now"), now}, pair{model.PointKey(points[r], "clients"), later}); err != nil {
			return err
		}
	}
	return nil
}

func quickConnectionPoints(a *model.Answers) Question {
	return Question{
		Key: "connection_points", Ask: "Which servers will be CMG connection points?", Example: "mp1.contoso.com", Default: proposedPoints(a),
		Why:   "They carry requests from the CMG to the site. With two, you can lose one.",
		Where: "Any site system server of the site works; a management point is usual. Full host names, several in one line.",
		Now:   connectionHosts, Put: putConnectionHosts,
	}
}

func connectionHosts(a *model.Answers) string {
	var hosts []string
	for _, cp := range a.ConnectionPoints {
		if cp.Host != "" {
			hosts = append(hosts, cp.Host)
		}
	}
	return strings.Join(hosts, ", ")
}

// proposedPoints are the first two management points of the CMG.
func proposedPoints(a *model.Answers) string {
	hosts, _ := splitHosts(hostsOf(a, model.Yes))
	return strings.Join(slices.DeleteFunc(hosts[:min(2, len(hosts))], func(h string) bool { return h == model.Unsure }), ", ")
}

func putConnectionHosts(a *model.Answers, text string) error {
	hosts, err := splitHosts(text)
	if err != nil {
		return err
	}
	if len(hosts) == 0 {
		return errors.New("name at least one server, or ? for: I do not know yet")
	}
	var points []model.ConnectionPoint
	for _, host := range hosts {
		cp := model.ConnectionPoint{Host: host}
		if i := slices.IndexFunc(a.ConnectionPoints, func(cp model.ConnectionPoint) bool { return cp.Host == host }); i >= 0 {
			cp = a.ConnectionPoints[i]
		}
		points = append(points, cp)
	}
	a.ConnectionPoints = points
	return nil
}

// proposedName is a service name in the domain of the first management point, "" where
// that is none of the internet.
func proposedName(a *model.Answers) string {
	hosts, _ := splitHosts(hostsOf(a, model.Yes))
	if len(hosts) == 0 || !model.Known(a.Site.Code) {
		return ""
	}
	if _, domain, found := strings.Cut(hosts[0], "."); found && !model.OnlyInside(hosts[0]) {
		return "cmg" + strings.ToLower(a.Site.Code) + "." + domain
	}
	return ""
}
