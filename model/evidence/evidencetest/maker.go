package evidencetest

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"

	"cmgwizard/model"
)

// Sum is a number that stands for a text.
func Sum(text string) uint32 {
	h := fnv.New32a()
	fmt.Fprint(h, text)
	return h.Sum32()
}

// DrawnPlans are plans of every sort. Each answer hangs on its key and the
// number of the plan alone, so that a new key changes none of the others.
func DrawnPlans(count int) []model.Plan {
	plans := make([]model.Plan, count)
	for n := range plans {
		p := &plans[n]
		p.Devices = make([]model.Device, drawn(n, "devices", 4))
		p.ManagementPoints = make([]model.ManagementPoint, drawn(n, "management_points", 4))
		p.ConnectionPoints = make([]model.ConnectionPoint, drawn(n, "connection_points", 3))
		for _, f := range p.Fields() {
			values := drawnValues(f)
			if err := f.Set(values[drawn(n, f.Key, len(values))]); err != nil {
				panic(err)
			}
		}
		if n%2 == 0 {
			p.At, p.Evidence = Today, drawnEvidence(n)
		}
	}
	return plans
}

// drawnEvidence is a whole chain in every other plan, and some more files.
func drawnEvidence(plan int) []model.Evidence {
	evidence := make([]model.Evidence, drawn(plan, "evidence", 9))
	for i := range evidence {
		evidence[i] = SomeEvidence[drawn(plan, fmt.Sprint("evidence ", i), len(SomeEvidence))]
	}
	if drawn(plan, "chain", 2) == 0 {
		evidence = append(evidence, WholeChain...)
	}
	return evidence
}

// drawn is a number below limit.
func drawn(plan int, key string, limit int) int {
	return int(Sum(fmt.Sprint(plan, " ", key))>>8) % limit
}

// drawnValues are the answers to draw from, more of those that decide.
func drawnValues(f model.Field) []string {
	values := []string{"", model.Unsure}
	for _, w := range f.Words() {
		values = append(values, w.Value, w.Value)
	}
	switch {
	case f.Kind() == model.NumberField && f.Limit("max", model.MaxNumber) < 100:
		return append(values, "1", "2", "5", "16")
	case f.Kind() == model.NumberField:
		return append(values, "0", "2", "5", "60", "2048", "4096", "10080", "20000")
	case f.Kind() == model.TextField:
		return append(values, drawnTexts(f)...)
	case f.Kind() == model.ListField && f.Words() == nil:
		return append(values, textValues[f.Tag.Get("check")]...)
	}
	return values
}

func drawnTexts(f model.Field) []string {
	switch f.Tag.Get("check") {
	case "site-code":
		return []string{"P01"}
	case "version":
		return []string{"2006", "2103", "2107", "2211", "2403", "2409", "2603"}
	case "guid":
		return []string{"aaaabbbb-0000-cccc-1111-dddd2222eeee"}
	case "date":
		return []string{"2027-06-30"}
	case "console":
		return textValues["console"]
	case "host":
		return []string{"one.contoso.com", "two.contoso.com"}
	}
	return []string{"contosocmg.contoso.com", "Contoso-CMG.westus.cloudapp.azure.com", "https://ConfigMgrService", "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/cmg"}
}

// A PlanMaker makes plans of all answers, also absent and unsure ones. What it
// draws of files leaves the answers as they are.
type PlanMaker struct {
	*rand.Rand
	files *rand.Rand
}

// NewPlanMaker makes the same plans for the same seed.
func NewPlanMaker(seed uint64) PlanMaker {
	return PlanMaker{rand.New(rand.NewPCG(seed, 0)), rand.New(rand.NewPCG(seed, 1))}
}

// Plan has lists of several entries; more connection points, since their number
// alone counts.
func (m PlanMaker) Plan() *model.Plan {
	p := &model.Plan{}
	p.Devices = make([]model.Device, m.IntN(4))
	p.ManagementPoints = make([]model.ManagementPoint, m.IntN(4))
	p.ConnectionPoints = make([]model.ConnectionPoint, m.IntN(6))
	m.Fill(p, "")
	if m.files.IntN(2) == 0 {
		p.At = Today
		p.Evidence = make([]model.Evidence, m.files.IntN(7))
		for i := range p.Evidence {
			p.Evidence[i] = m.Evidence()
		}
		if m.files.IntN(2) == 0 {
			p.Evidence = append(p.Evidence, WholeChain...)
		}
	}
	return p
}

// Evidence is one of those that some rule judges otherwise than another.
func (m PlanMaker) Evidence() model.Evidence { return SomeEvidence[m.files.IntN(len(SomeEvidence))] }

// Fill answers what begins with the prefix anew. Each answer hangs on its key and
// one number of the plan, so that a new key changes none of the others.
func (m PlanMaker) Fill(p *model.Plan, prefix string) {
	plan := m.Uint64()
	for _, f := range p.Fields() {
		if strings.HasPrefix(f.Key, prefix) {
			PlanMaker{rand.New(rand.NewPCG(plan, uint64(Sum(f.Key)))), m.files}.answer(f)
		}
	}
}

// answer gives a value three times of four, else nothing or Unsure.
func (m PlanMaker) answer(f model.Field) {
	values := someValues(f)
	switch m.IntN(8) {
	case 0:
		f.Clear()
	case 1:
		m.Set(f, model.Unsure)
	default:
		m.Set(f, values[m.IntN(len(values))])
	}
}

// Change gives another answer than the field has.
func (m PlanMaker) Change(f model.Field) {
	for before := f.Text(); f.Text() == before; {
		m.answer(f)
	}
}

// Set answers a field. It panics where the field does not take the text.
func (m PlanMaker) Set(f model.Field, text string) {
	if err := f.Set(text); err != nil {
		panic(f.Key + ": " + err.Error())
	}
}

// textValues are values of text, by key or by form: on both sides of every
// limit that a rule knows.
var textValues = map[string][]string{
	"gateway.service_name": {
		"granitefalls.contoso.com", "granite-falls.contoso.com", "granitefalls.westus.cloudapp.azure.com", "granitefalls.usgovcloudapp.net",
	},
	"entra.app_id_uri": {"https://ConfigMgrService", "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/cmg", "https://contoso.com/cmg"},
	// One rule is about version 2002 alone, so it comes often.
	"version":   {"2002", "2002", "2002", "2002", "2006", "2010", "2103", "2107", "2111", "2203", "2207", "2303", "2309", "2403", "2409", "2503", "2509", "2603", "2609"},
	"site-code": {"P01", "P02"},
	"guid":      {"aaaabbbb-0000-cccc-1111-dddd2222eeee", "00000000-0000-0000-0000-000000000001"},
	"host":      {"mp1.contoso.com", "mp2.contoso.com"},
	"date":      {"2026-11-30", "2028-02-29"},
	"console":   {"5.2603.1035.1000", "5.2603.1035.1200", "5.2509.1036.1700", "5.2409.1183.1400", "5.2503.1083.1500", "5.2403.1171.2400", "5.2309.1113.1900", "5.2303.1089.1300", "5.2203.1063.2400"},
	"kb":        {"none", "KB37942646", "KB37864969,KB38982839", "KB30385346", "KB28204160,KB30833053,KB14480034,KB21010486,KB25858444", "KB99999999"},
	"":          {"westeurope", "northeurope"},
}

var numberValues = []string{"0", "1", "2", "4", "5", "16", "30", "31", "90", "91", "1440", "2048", "4096", "6000", "10080", "10081", "20000"}

func someValues(f model.Field) []string {
	var values []string
	switch f.Kind() {
	case model.TextField:
		if special := textValues[f.Key]; special != nil {
			return special
		}
		return textValues[f.Tag.Get("check")]
	case model.NumberField:
		values = numberValues
	case model.ListField:
		if f.Words() == nil {
			return textValues[f.Tag.Get("check")]
		}
		fallthrough
	default:
		for _, w := range f.Words() {
			values = append(values, w.Value)
		}
	}
	if f.Kind() == model.ListField {
		values = append(values, "none", strings.Join(values, ","))
	}
	return slices.DeleteFunc(slices.Clone(values), func(text string) bool { return f.Check(text) != nil })
}
