package wizard

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/steps"
)

// contoso are the answers of an interview with a mixed fleet, by key. A question
// that is not named here is answered with its recommendation, its example or its
// first word: who adds one need not come here.
var contoso = map[string]string{
	"site.code": "P01", "site.version": "2409", "site.top_level": "standalone-primary", "site.security_now": "http",
	"site.service_connection_point": "online", "site.dotnet_48": "yes",

	"devices[0].join": "hybrid", "devices[0].internet": "yes", "devices[0].on_premises": "yes", "devices[0].windows": "10-or-later",
	"devices[0].user_centric": "yes", "devices[0].count": "1200", "devices[0].client_certificate": "no",
	"devices[0].reaches_internal_network": "yes", "devices[0].client_installed": "yes",
	"devices[1].join": "workgroup", "devices[1].internet": "yes", "devices[1].on_premises": "no", "devices[1].windows": "10-or-later",
	"devices[1].user_centric": "no", "devices[1].count": "80", "devices[1].client_certificate": "no",
	"devices[1].reaches_internal_network": "no", "devices[1].client_installed": "no",
	"devices[2].join": "domain", "devices[2].internet": "yes", "devices[2].on_premises": "yes", "devices[2].windows": "10-or-later",
	"devices[2].user_centric": "no", "devices[2].count": "300", "devices[2].client_certificate": "yes",
	"devices[2].reaches_internal_network": "yes", "devices[2].client_installed": "yes",

	"pki.available": "yes", "devices[0].method": "entra", "devices[1].method": "token", "devices[2].method": "pki",

	"entra.site_integrated": "no", "entra.tenant_id": model.Unsure, "entra.apps": "wizard", "entra.devices_in_other_tenant": "no",
	"entra.conditional_access_all_apps": "no", "entra.identities": "hybrid", "entra.ad_user_discovery": "yes", "entra.entra_user_discovery": "no",

	"pki.issuer": "ad-cs", "pki.certificates_issued": "yes", "pki.key_bits": "2048", "pki.key_storage_provider": "no",
	"pki.ca_certificates": "2", "pki.several_certificates": "no", "pki.crl_public": "yes", "site.check_crl": "no", "site.use_pki_certificate": "no",

	"token.registration": "bulk", "token.bulk_lifetime_minutes": "4320", "token.rollout_days": "3", "token.longest_offline_days": "21",
	"token.clients_current": "yes",

	"management_points[0].host": "mp1.contoso.com", "management_points[0].clients_now": "https", "management_points[0].cmg_traffic": "yes",
	"management_points[0].internet_only": "no", "management_points[0].asp_net_45": "yes",
	"management_points[1].host": "mp2.contoso.com", "management_points[1].clients_now": "http", "management_points[1].cmg_traffic": "no",
	"management_points[1].internet_only": "no",
	"site.security":                      "enhanced-http", "management_points[0].clients": "http", "management_points[1].clients": "http",

	"gateway.service_name": "contosocmg.contoso.com", "gateway.environment": "AzurePublicCloud", "gateway.region": "westeurope",
	"gateway.name_available": "yes", "gateway.resource_providers": "yes", "gateway.resource_group": "", "gateway.certificate_source": "enterprise-pki",
	"gateway.root_on_clients": "yes", "gateway.vm_size": "A2_v2", "gateway.vm_instances": "2", "gateway.verify_revocation": "yes",
	"gateway.enforce_tls12": "yes", "gateway.serve_content": "yes", "gateway.classic_present": "no", "gateway.software_updates": "no",
	"gateway.intranet_clients": "no", "gateway.tls_inspection": "no",

	"connection_points[0].host": "cp1.contoso.com", "connection_points[0].client_certificate": "no", "connection_points[0].outbound_ports_open": "yes",

	"client_settings.use_cmg": "yes", "client_settings.cloud_distribution_point": "yes", "client_settings.delta_content": "no",
	"client_settings.entra_registration": "yes", "client_settings.user_policy_internet": "yes",
}

// A reply is the answer to one question: the word or the text, and the number
// that chooses the word, 0 where text is typed.
type reply struct {
	key, text string
	number    int
}

// replyTo answers a question with the text that is given for its key.
func replyTo(a *model.Answers, q steps.Question, given map[string]string) reply {
	f, _ := a.Field(q.Key)
	text, named := given[q.Key]
	if f.Kind() == model.TextField || f.Kind() == model.NumberField {
		if !named {
			text = q.Example
		}
		return reply{q.Key, strings.TrimPrefix(text, model.Unsure), 0}
	}
	words := choices(f, q)
	if !named {
		text = firstOf(q.Best, words[0].Value)
	}
	return reply{q.Key, text, 1 + slices.IndexFunc(words, func(w model.Word) bool { return w.Value == text })}
}

func firstOf(texts ...string) string {
	return texts[slices.IndexFunc(texts, func(text string) bool { return text != "" })]
}

// line is the reply as it is typed in the line mode.
func (r reply) line() string {
	if r.number > 0 {
		return strconv.Itoa(r.number)
	}
	return r.text
}

// keys are what is pressed on the screen.
func (r reply) keys() []string {
	switch {
	case r.number > 0:
		return []string{r.line()}
	case r.text == "":
		return []string{"enter"}
	}
	return []string{r.text, "enter"}
}

// answerPage answers a page, or the form of an entry, in a plan.
func answerPage(a *model.Answers, step steps.Step, entry int) []reply {
	var replies []reply
	for i := 0; i < len(step.Questions(a, entry)); i++ {
		q := step.Questions(a, entry)[i]
		r := replyTo(a, q, contoso)
		if err := give(a, q, r.text); err != nil {
			panic(q.Key + ": " + err.Error())
		}
		replies = append(replies, r)
	}
	return replies
}

// give writes an answer; an empty one is "I do not know yet", or left out where
// the question can be.
func give(a *model.Answers, q steps.Question, text string) error {
	f, _ := a.Field(q.Key)
	if text == "" && !q.Optional {
		text = model.Unsure
	}
	return f.Set(text)
}

// entriesOf counts the entries of a list among the answers by key.
func entriesOf(list string) int {
	entries := map[string]bool{}
	for key := range contoso {
		if entry, _, found := strings.Cut(key, "]"); found && strings.HasPrefix(key, list+"[") {
			entries[entry] = true
		}
	}
	return len(entries)
}

// replies are those of the interview, by page and by entry: "devices[0]".
var replies = interviewed()

func interviewed() map[string][]reply {
	a, all := &model.Answers{}, map[string][]reply{}
	for _, step := range steps.All() {
		if step.Shown != nil && !step.Shown(a) {
			continue
		}
		all[step.ID] = answerPage(a, step, -1)
		for i := 0; step.List != nil && i < entriesOf(step.List.Key); i++ {
			step.List.Add(a)
			all[fmt.Sprintf("%s[%d]", step.ID, i)] = answerPage(a, step, i)
		}
	}
	return all
}

// withDevices is the plan of the interview once the devices are listed.
func withDevices() model.Plan {
	plan := model.Plan{Format: model.Format}
	for i, step := 0, devicesPage(); i < entriesOf(step.List.Key); i++ {
		step.List.Add(&plan.Answers)
		answerPage(&plan.Answers, step, i)
	}
	return plan
}

func devicesPage() steps.Step {
	step, _ := steps.Find("devices")
	return step
}

// keysOf are what is pressed on a page or in the form of an entry.
func keysOf(page string) []string {
	var keys []string
	for _, r := range replies[page] {
		keys = append(keys, r.keys()...)
	}
	return keys
}

// linesOf are what is typed on a page in the line mode.
func linesOf(page string) []string {
	var lines []string
	for _, r := range replies[page] {
		lines = append(lines, r.line())
	}
	return lines
}

// linesTo are those up to the question with this key.
func linesTo(page, key string) []string {
	return linesOf(page)[:slices.IndexFunc(replies[page], func(r reply) bool { return r.key == key })]
}

// listKeys adds the entries of a page over a list, and goes on.
func listKeys(page string) []string {
	keys := []string{"enter"}
	for i := 0; replies[formOf(page, i)] != nil; i++ {
		if i > 0 {
			keys = append(keys, "a")
		}
		keys = append(keys, keysOf(formOf(page, i))...)
	}
	return append(keys, "enter")
}

// listLines add the first entries of a page over a list, each by the number of
// the row that adds one, and go on.
func listLines(page string, entries int) []string {
	var lines []string
	for i := range entries {
		lines = append(append(lines, strconv.Itoa(i+1)), linesOf(formOf(page, i))...)
	}
	return append(lines, "")
}

func formOf(page string, i int) string { return fmt.Sprintf("%s[%d]", page, i) }

// The keys of parts of the interview.
var (
	makePlan   = []string{"enter", "Contoso", "enter", "enter"}
	answerSite = keysOf("site")
	addGroup   = keysOf("devices[1]")
	addDomain  = keysOf("devices[2]")
	allDevices = listKeys("devices")
	methodKeys = append([]string{"enter"}, keysOf("methods")...)
)

// interview are the keys of all of it.
func interview() []string {
	keys := slices.Clone(makePlan)
	for _, step := range steps.All() {
		switch {
		case step.List != nil:
			keys = append(keys, listKeys(step.ID)...)
		case step.ID == "methods": // the comparison comes first
			keys = append(keys, methodKeys...)
		default:
			keys = append(keys, keysOf(step.ID)...)
		}
	}
	return keys
}

// makePlanLines make a plan in the line mode.
var makePlanLines = []string{"1", "Contoso", ""}

// lineInterview is the interview as it is typed in lines.
func lineInterview() []string {
	lines := slices.Clone(makePlanLines)
	for _, step := range steps.All() {
		switch {
		case step.List != nil:
			lines = append(lines, listLines(step.ID, entriesOf(step.List.Key))...)
		case step.ID == "methods":
			lines = append(append(lines, ""), linesOf(step.ID)...)
		default:
			lines = append(lines, linesOf(step.ID)...)
		}
	}
	return append(lines, "!")
}

// upTo answers the open page until the question with this key is asked.
func (d *driver) upTo(key string) *driver {
	d.t.Helper()
	for {
		q, asks := d.m.state.question()
		if !asks || d.m.state.Screen != QuestionScreen {
			d.t.Fatalf("%s is not asked:\n%s", key, d.screen())
		}
		if q.Key == key {
			return d
		}
		d.press(replyTo(&d.m.state.Draft, q, contoso).keys()...)
	}
}

// rest answers the rest of the open page.
func (d *driver) rest() *driver {
	d.t.Helper()
	for at := d.m.state.Place; d.m.state.Screen == QuestionScreen && d.m.state.Place.Step == at.Step && d.m.state.Place.Entry == at.Entry; {
		q, _ := d.m.state.question()
		d.press(replyTo(&d.m.state.Draft, q, contoso).keys()...)
	}
	return d
}

// knowsNothing answers the rest of the open page with "I do not know yet".
func (d *driver) knowsNothing() *driver {
	d.t.Helper()
	for at := d.m.state.Place; d.m.state.Screen == QuestionScreen && d.m.state.Place.Step == at.Step && d.m.state.Place.Entry == at.Entry; {
		q, _ := d.m.state.question()
		d.press(replyTo(&d.m.state.Draft, q, map[string]string{q.Key: model.Unsure}).keys()...)
	}
	return d
}

// often is a key pressed so many times.
func often(key string, times int) []string { return slices.Repeat([]string{key}, times) }

// TestInterviewNamesAskedQuestions: an answer that no question of the interview
// takes is a key that is gone or misspelled.
func TestInterviewNamesAskedQuestions(t *testing.T) {
	asked := map[string]bool{}
	for _, page := range replies {
		for _, r := range page {
			asked[r.key] = true
		}
	}
	for key := range contoso {
		if !asked[key] {
			t.Errorf("%s is not asked", key)
		}
	}
}
