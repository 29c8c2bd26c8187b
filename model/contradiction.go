package model

import (
	"regexp"
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
	Tables                     []Location // the tables behind the devices that rest on it
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

// ruleConflicts, taskConflicts, requirementConflicts and tableConflicts are the
// paragraphs that stand beside a rule, a task, a requirement and the devices,
// worked out once. Each begins with the ID of its contradiction.
var (
	ruleConflicts        = conflictsBy(func(c Contradiction) []string { return c.Rules })
	taskConflicts        = conflictsBy(func(c Contradiction) []string { return c.Tasks })
	requirementConflicts = conflictsBy(func(c Contradiction) []string { return c.Requirements })
	tableConflicts       = conflictsBy(func(c Contradiction) []Location { return c.Tables })
)

func conflictsBy[T ~string](touched func(Contradiction) []T) func() map[T]string {
	return sync.OnceValue(func() map[T]string {
		texts := map[T]string{}
		for _, c := range Contradictions {
			for _, id := range touched(c) {
				texts[id] = strings.TrimSpace(texts[id] + " " + c.ID + ": " + c.Text())
			}
		}
		return texts
	})
}

// nextParagraph is where the paragraph of a further contradiction begins.
var nextParagraph = regexp.MustCompile(` C[0-9]+: `)

// Paragraphs splits what a conflict tells: one paragraph for each contradiction,
// none where there is no conflict.
func Paragraphs(conflict string) []string {
	var list []string
	for conflict != "" {
		end := len(conflict)
		if at := nextParagraph.FindStringIndex(conflict); at != nil {
			end = at[0]
		}
		list = append(list, conflict[:end])
		conflict = strings.TrimPrefix(conflict[end:], " ")
	}
	return list
}

// contradictionsOf lists the contradictions that rest on an ID.
func contradictionsOf[T ~string](id T, touched func(Contradiction) []T) []Contradiction {
	var list []Contradiction
	for _, c := range Contradictions {
		if slices.Contains(touched(c), id) {
			list = append(list, c)
		}
	}
	return list
}

// Conflict tells what the documents say against each other about the rule, ""
// where they agree.
func (r Rule) Conflict() string { return ruleConflicts()[r.ID] }

// Conflict tells what the documents say against each other about the task, ""
// where they agree.
func (t Task) Conflict() string { return taskConflicts()[t.ID] }
