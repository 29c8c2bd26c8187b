package rules

import (
	"slices"
	"strings"
	"sync"

	"cmgwizard/model"
)

// A Contradiction is a question on which Microsoft's own pages disagree, and
// the reading that this program takes.
type Contradiction struct {
	ID      string // "C1"; never used again for another question
	Title   string // the question
	Says    []Saying
	Reading string // which reading is taken, and why
	Sure    Sureness

	Rules, Tasks, Requirements []string   // what rests on it, by ID
	Rows                       []TableRow // and the rows of the tables behind the devices
}

// A TableRow is what some kinds of devices can do in one location. Without
// methods or joins it stands for all of them.
type TableRow struct {
	Location model.Location
	Methods  []model.Method
	Joins    []model.Join
}

// Words name the row: "Devices on the internet, PKI certificate".
func (r TableRow) Words() string {
	words := map[model.Location]string{model.OnInternet: "Devices on the internet, through the CMG", model.OnPremises: "Devices on the internal network"}[r.Location]
	for _, m := range r.Methods {
		words += ", " + model.Methods.Label(m)
	}
	for _, j := range r.Joins {
		words += ", " + model.Joins.Label(j)
	}
	return words
}

// holds reports whether the row tells about this device.
func (r TableRow) holds(o model.DeviceOutcome) bool {
	return r.Location == o.Location &&
		(r.Methods == nil || slices.Contains(r.Methods, o.Method)) && (r.Joins == nil || slices.Contains(r.Joins, o.Join))
}

// TellsOf reports whether what the device can do rests on the contradiction.
func (c Contradiction) TellsOf(o model.DeviceOutcome) bool {
	return slices.ContainsFunc(c.Rows, func(r TableRow) bool { return r.holds(o) })
}

// A Saying is what one page says.
type Saying struct {
	Text string // a whole sentence that names the page: "The planning page allows both."
	Cite model.Citation
}

// Sureness says how sure the reading of a contradiction is.
type Sureness string

// How sure a reading is.
const (
	sureHigh   Sureness = "high"
	sureMedium Sureness = "medium"
	SureLow    Sureness = "low"
)

// Surenesses are the words for how sure a reading is.
var Surenesses = model.Terms[Sureness]{
	{Value: sureHigh, Label: "high", Means: "the newer or the more exact page says so, or several agree"},
	{Value: sureMedium, Label: "medium", Means: "likely, but a page that is still published says otherwise"},
	{Value: SureLow, Label: "low", Means: "nothing decides it: try it first"},
}

// Text tells the contradiction in one short paragraph.
func (c Contradiction) Text() string {
	said := make([]string, len(c.Says))
	for i, s := range c.Says {
		said[i] = s.Text
	}
	return strings.Join(said, " ") + " Our reading: " + c.Reading + " Confidence: " + string(c.Sure) + "."
}

// Sources are the pages that disagree.
func (c Contradiction) Sources() []model.Reference {
	cites := make([]model.Citation, len(c.Says))
	for i, s := range c.Says {
		cites[i] = s.Cite
	}
	return model.References(cites)
}

// Disagreement is the contradiction as findings and tasks carry it.
func (c Contradiction) Disagreement() model.Disagreement {
	return model.Disagreement{ID: c.ID, Title: c.Title, Text: c.Text()}
}

// SourcesOf are the pages that disagree.
func SourcesOf(d model.Disagreement) []model.Reference {
	for _, c := range Contradictions {
		if c.ID == d.ID {
			return c.Sources()
		}
	}
	return nil
}

// ruleConflicts, taskConflicts and requirementConflicts are what stands beside
// a rule, a task and a requirement, worked out once.
var (
	ruleConflicts        = conflictsBy(func(c Contradiction) []string { return c.Rules })
	TaskConflicts        = conflictsBy(func(c Contradiction) []string { return c.Tasks })
	requirementConflicts = conflictsBy(func(c Contradiction) []string { return c.Requirements })
)

func conflictsBy(touched func(Contradiction) []string) func() map[string]model.Disagreements {
	return sync.OnceValue(func() map[string]model.Disagreements {
		lists := map[string]model.Disagreements{}
		for _, c := range Contradictions {
			for _, id := range touched(c) {
				lists[id] = append(lists[id], c.Disagreement())
			}
		}
		return lists
	})
}

// DeviceConflict is what stands beside the outcome of a device.
func DeviceConflict(o model.DeviceOutcome) model.Disagreements {
	var list model.Disagreements
	for _, c := range Contradictions {
		if c.TellsOf(o) {
			list = append(list, c.Disagreement())
		}
	}
	return list
}

// ContradictionsOf lists the contradictions that rest on an ID.
func ContradictionsOf(id string, touched func(Contradiction) []string) []Contradiction {
	var list []Contradiction
	for _, c := range Contradictions {
		if slices.Contains(touched(c), id) {
			list = append(list, c)
		}
	}
	return list
}

// Conflict tells what the documents say against each other about the rule.
func (r Rule) Conflict() model.Disagreements { return ruleConflicts()[r.ID] }
