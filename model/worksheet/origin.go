package worksheet

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/diff"
	"cmgwizard/model/judge"
	"cmgwizard/model/tasks"
)

// An Origin says of a row which task of which plan it is, and what the list said
// about it when it was written: so one can tell later who changed what.
type Origin struct {
	plan, task string
	revision   int
	marks      []string // a short hash of each of Parts, then of besides
}

const (
	originForm = "cmg1"
	planDigits = 12
	markDigits = 8
)

// NewOrigin is the origin of a row that is written now.
func NewOrigin(p *model.Plan, i judge.Item) Origin {
	o := Origin{plan: planKey(p), task: i.ID, revision: revisionOf(i.ID)}
	said, beside := workOf(i.Progress), besideOf(i)
	for _, part := range Parts {
		o.marks = append(o.marks, o.mark(part.What, said[part.What]))
	}
	for _, part := range besides {
		o.marks = append(o.marks, o.mark(part.What, beside[part.What]))
	}
	return o
}

// revisionOf is the revision of a task as it is now, 0 for one that is not
// known.
func revisionOf(id string) int {
	c := tasks.All()
	place, known := c.Place[id]
	if !known {
		return 0
	}
	return c.Tasks[place].Revision()
}

// planKey stands for the plan in a list: a hash of its ID, or of its name where
// it has none yet.
func planKey(p *model.Plan) string {
	if p.ID == "" {
		return nameKey(p)
	}
	return digits("id\n"+strings.ToLower(p.ID), planDigits)
}

func nameKey(p *model.Plan) string { return digits("name\n"+p.Name, planDigits) }

func digits(text string, n int) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])[:n]
}

func (o Origin) mark(part diff.ProgressPart, text string) string {
	return digits(strings.Join([]string{o.plan, o.task, string(part), plain(part, text)}, "\n"), markDigits)
}

// String is the origin as a cell holds it.
func (o Origin) String() string {
	return strings.Join(append([]string{originForm, o.plan, o.task, strconv.Itoa(o.revision)}, o.marks...), " ")
}

// originWords are the form, the plan, the task and its revision.
const originWords = 4

// readOrigin reads what String writes. Lists of before say nothing of what is
// beside the work.
func readOrigin(text string) (Origin, error) {
	words := strings.Fields(text)
	marks := len(words) - originWords
	if marks != len(Parts) && marks != len(Parts)+len(besides) || words[0] != originForm {
		return Origin{}, fmt.Errorf("its cell %q is empty or was changed", OriginTitle)
	}
	revision, err := strconv.Atoi(words[3])
	if err != nil {
		return Origin{}, fmt.Errorf("its cell %q was changed", OriginTitle)
	}
	return Origin{words[1], words[2], revision, words[originWords:]}, nil
}

// isOf reports whether the plan made the row. A plan that has an ID by now may
// have had none then.
func (o Origin) isOf(p *model.Plan) bool { return o.plan == planKey(p) || o.plan == nameKey(p) }

// said reports whether the list said this about the part when it was written.
func (o Origin) said(part diff.ProgressPart, text string) bool {
	for i, p := range slices.Concat(Parts, besides) {
		if p.What == part && i < len(o.marks) {
			return o.marks[i] == o.mark(part, text)
		}
	}
	return false
}

// tells reports whether the origin says what stood beside the work.
func (o Origin) tells() bool { return len(o.marks) > len(Parts) }
