//go:build !windows

package terminal

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/wizardtest"
)

// A turn is one answer of an interview: what the screen asks, and what the
// administrator says to it.
type turn struct {
	key    string // of the answer
	ask    string // how the question begins
	say    string // what is typed, or how the words of a choice begin
	number int    // of a choice
	how    kind
}

// kind says how an answer is given.
type kind int

const (
	typed  kind = iota // a line of text
	chosen             // one of the numbered choices
	added              // a new entry of a list
	passed             // on from a list
)

func add(noun string) turn   { return turn{ask: "Add a " + noun, how: added} }
func goOn(words string) turn { return turn{ask: "> " + words, how: passed} }

// contosoAnswers are a mixed fleet, that of the other walks, further on: the site
// is secure and connected, and its certificates come from a public provider.
var contosoAnswers = furtherOn(map[string]string{
	"site.version": "2503", "site.security_now": "enhanced-http", "site.use_pki_certificate": "yes", "devices[2].count": "600",
	"entra.site_integrated": "yes", "entra.tenant_id": "aaaabbbb-0000-cccc-1111-dddd2222eeee",
	"entra.app_id_uri":     "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService",
	"entra.secret_expires": "2028-03-31", "entra.conditional_access_all_apps": model.Unsure, "entra.entra_user_discovery": "yes",
	"pki.crl_public":         "no",
	"gateway.resource_group": "rg-cmg", "gateway.resource_group_in_region": "yes", "gateway.certificate_source": "public",
	"gateway.verify_revocation": "no", "connection_points[0].outbound_ports_open": model.Unsure,
})

func furtherOn(answers map[string]string) map[string]string {
	all := maps.Clone(wizardtest.Contoso)
	delete(all, "gateway.root_on_clients")    // every device trusts a public provider
	delete(all, "management_points[0].proxy") // asked from 2603 on
	maps.Copy(all, answers)
	return all
}

// turnFor answers a question by its key.
func turnFor(a *model.Answers, q steps.Question, entry int) turn {
	f, _ := a.Field(q.Key)
	t := turn{key: q.Key, ask: firstLine(f.Ask)}
	if entry < 0 {
		t.ask = firstLine(a.Question(f))
	}
	words := q.Words(f)
	text, named := contosoAnswers[q.Key]
	if len(words) == 0 {
		if t.say = text; !named {
			t.say = q.Example
		}
		return t
	}
	if !named {
		if text = q.Best; text == "" {
			text = words[0].Value
		}
	}
	t.how = chosen
	words = append(slices.Clone(words), model.Word{Value: model.Unsure, Label: "I do not know yet"})
	i := slices.IndexFunc(words, func(w model.Word) bool { return w.Value == text })
	t.number, t.say = i+1, strings.Fields(words[i].Label)[0]
	return t
}

// widestAsk is how much of a question stands on one line of every window here.
const widestAsk = 30

// firstLine is as much of a question as stands on its first line.
func firstLine(ask string) string {
	if len(ask) <= widestAsk {
		return ask
	}
	return ask[:strings.LastIndex(ask[:widestAsk+1], " ")]
}

// value is what the turn writes into the plan.
func (t turn) value(q steps.Question, f model.Field) string {
	switch {
	case t.how == typed:
		return t.say
	case t.number > len(q.Words(f)):
		return model.Unsure
	}
	return q.Words(f)[t.number-1].Value
}

// answered are the turns of a page, or of the form of an entry, which they
// answer in a plan.
func answered(a *model.Answers, step steps.Step, entry int) []turn {
	var turns []turn
	for i := 0; i < len(step.Questions(a, entry)); i++ {
		q := step.Questions(a, entry)[i]
		f, _ := a.Field(q.Key)
		t := turnFor(a, q, entry)
		if err := f.Set(t.value(q, f)); err != nil {
			panic(q.Key + ": " + err.Error())
		}
		turns = append(turns, t)
	}
	return turns
}

// entries are how many of each list there are.
var entries = map[string]int{"devices": 3, "management-points": 2, "connection-points": 1}

// pages are the turns of the interview by page, those of an entry under its
// place as well: "devices[2]".
var pages, contosoPlan = interviewed()

func interviewed() (map[string][]turn, *model.Answers) {
	a, all := &model.Answers{}, map[string][]turn{}
	for _, step := range steps.All() {
		if step.Shown != nil && !step.Shown(a) {
			continue
		}
		var turns []turn
		for i := range entries[step.ID] {
			step.List.Add(a)
			form := answered(a, step, i)
			all[fmt.Sprintf("%s[%d]", step.ID, i)] = form
			turns = slices.Concat(turns, []turn{add(step.List.Noun)}, form)
		}
		switch {
		case step.List != nil:
			turns = append(turns, goOn("Continue"))
		case step.ID == "methods": // the comparison comes first
			turns = append(turns, goOn("Choose the method"))
		}
		all[step.ID] = append(turns, answered(a, step, -1)...)
	}
	return all, a
}

// contoso are all turns of the interview.
func contoso() []turn { return pagesOf("site", "client-settings") }

// pagesOf are the turns from the first page to the last one.
func pagesOf(first, last string) []turn {
	var turns []turn
	inside := false
	for _, step := range steps.All() {
		inside = inside || step.ID == first
		if inside {
			turns = append(turns, pages[step.ID]...)
		}
		inside = inside && step.ID != last
	}
	return turns
}

// split cuts the turns before the one about a key.
func split(turns []turn, key string) (before, after []turn) {
	i := slices.IndexFunc(turns, func(t turn) bool { return t.key == key })
	return turns[:i], turns[i:]
}

// begunWith are the turns of a page before the one about a key.
func begunWith(page, key string) []turn {
	before, _ := split(pages[page], key)
	return before
}

// endedWith are those from the one about a key on.
func endedWith(page, key string) []turn {
	_, after := split(pages[page], key)
	return after
}

// asked are the turns of a form, once one answer of it is another.
func asked(page string, entry int, key, value string) []turn {
	a := contosoPlan.Clone()
	f, _ := a.Field(key)
	if err := f.Set(value); err != nil {
		panic(err)
	}
	step, _ := steps.Find(page)
	var turns []turn
	for _, q := range step.Questions(&a, entry) {
		t := turnFor(&a, q, entry)
		if q.Key == key {
			t.number = 1 + slices.IndexFunc(q.Words(f), func(w model.Word) bool { return w.Value == value })
			t.say = ""
		}
		turns = append(turns, t)
	}
	return turns
}

// choiceOf is how a choice begins on the screen.
func (t turn) choiceOf() *regexp.Regexp {
	return regexp.MustCompile(fmt.Sprintf(`(?m)\b%d  %s`, t.number, regexp.QuoteMeta(t.say)))
}

// TestInterviewNamesAskedQuestions: an answer that no question of the interview
// takes is a key that is gone or misspelled.
func TestInterviewNamesAskedQuestions(t *testing.T) {
	for key := range contosoAnswers {
		if !slices.ContainsFunc(contoso(), func(t turn) bool { return t.key == key }) {
			t.Errorf("%s is not asked", key)
		}
	}
}
