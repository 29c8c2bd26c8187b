package model

import (
	"slices"
	"strings"
	"sync"
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
	Location Location
	Methods  []Method
	Joins    []Join
}

// Words name the row: "Devices on the internet, PKI certificate".
func (r TableRow) Words() string {
	words := map[Location]string{OnInternet: "Devices on the internet, through the CMG", OnPremises: "Devices on the internal network"}[r.Location]
	for _, m := range r.Methods {
		words += ", " + Methods.Label(m)
	}
	for _, j := range r.Joins {
		words += ", " + Joins.Label(j)
	}
	return words
}

// holds reports whether the row tells about this device.
func (r TableRow) holds(o DeviceOutcome) bool {
	return r.Location == o.Location &&
		(r.Methods == nil || slices.Contains(r.Methods, o.Method)) && (r.Joins == nil || slices.Contains(r.Joins, o.Join))
}

// TellsOf reports whether what the device can do rests on the contradiction.
func (c Contradiction) TellsOf(o DeviceOutcome) bool {
	return slices.ContainsFunc(c.Rows, func(r TableRow) bool { return r.holds(o) })
}

// A Saying is what one page says.
type Saying struct {
	Text string // a whole sentence that names the page: "The planning page allows both."
	Cite Citation
}

// Sureness says how sure the reading of a contradiction is.
type Sureness string

// How sure a reading is.
const (
	SureHigh   Sureness = "high"
	SureMedium Sureness = "medium"
	SureLow    Sureness = "low"
)

// Surenesses are the words for how sure a reading is.
var Surenesses = Terms[Sureness]{
	{SureHigh, "high", "the newer or the more exact page says so, or several agree"},
	{SureMedium, "medium", "likely, but a page that is still published says otherwise"},
	{SureLow, "low", "nothing decides it: try it first"},
}

// Text tells the contradiction in one short paragraph.
func (c Contradiction) Text() string {
	said := make([]string, len(c.Says))
	for i, s := range c.Says {
		said[i] = s.Text
	}
	return strings.Join(said, " ") + " Taken: " + c.Reading + " How sure: " + string(c.Sure) + "."
}

// Sources are the pages that disagree.
func (c Contradiction) Sources() []Reference {
	cites := make([]Citation, len(c.Says))
	for i, s := range c.Says {
		cites[i] = s.Cite
	}
	return References(cites)
}

// A Disagreement is a contradiction as it stands beside what rests on it.
type Disagreement struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

func (c Contradiction) disagreement() Disagreement { return Disagreement{c.ID, c.Title, c.Text()} }

// String is the paragraph that tells of the disagreement: it begins with its ID.
func (d Disagreement) String() string { return d.ID + ": " + d.Text }

// Sources are the pages that disagree.
func (d Disagreement) Sources() []Reference {
	for _, c := range Contradictions {
		if c.ID == d.ID {
			return c.Sources()
		}
	}
	return nil
}

// Disagreements are what the documents say against each other about one thing,
// none where they agree. A file has them as one text.
type Disagreements []Disagreement

// Paragraphs tell of one disagreement each.
func (list Disagreements) Paragraphs() []string { return tellEach(list, Disagreement.String) }

// IDs name the disagreements where there is no room for more.
func (list Disagreements) IDs() []string {
	return tellEach(list, func(d Disagreement) string { return d.ID })
}

// MarshalText joins the paragraphs: programs read one string.
func (list Disagreements) MarshalText() ([]byte, error) {
	return []byte(strings.Join(list.Paragraphs(), " ")), nil
}

// ruleConflicts, taskConflicts and requirementConflicts are what stands beside
// a rule, a task and a requirement, worked out once.
var (
	ruleConflicts        = conflictsBy(func(c Contradiction) []string { return c.Rules })
	taskConflicts        = conflictsBy(func(c Contradiction) []string { return c.Tasks })
	requirementConflicts = conflictsBy(func(c Contradiction) []string { return c.Requirements })
)

func conflictsBy(touched func(Contradiction) []string) func() map[string]Disagreements {
	return sync.OnceValue(func() map[string]Disagreements {
		lists := map[string]Disagreements{}
		for _, c := range Contradictions {
			for _, id := range touched(c) {
				lists[id] = append(lists[id], c.disagreement())
			}
		}
		return lists
	})
}

// deviceConflict is what stands beside the outcome of a device.
func deviceConflict(o DeviceOutcome) Disagreements {
	var list Disagreements
	for _, c := range Contradictions {
		if c.TellsOf(o) {
			list = append(list, c.disagreement())
		}
	}
	return list
}

// contradictionsOf lists the contradictions that rest on an ID.
func contradictionsOf(id string, touched func(Contradiction) []string) []Contradiction {
	var list []Contradiction
	for _, c := range Contradictions {
		if slices.Contains(touched(c), id) {
			list = append(list, c)
		}
	}
	return list
}

// Conflict tells what the documents say against each other about the rule.
func (r Rule) Conflict() Disagreements { return ruleConflicts()[r.ID] }

// Conflict tells what the documents say against each other about the task.
func (t Task) Conflict() Disagreements { return taskConflicts()[t.ID] }
