package wizardtest

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/screen"
)

// Contoso are the answers of an interview with a mixed fleet, by key. A question
// that is not named here is answered with its recommendation, its example or its
// first word: who adds one need not come here.
var Contoso = map[string]string{
	"site.code": "P01", "site.version": "2603 KB37942646 KB38982839", "site.top_level": "standalone-primary", "site.security_now": "http",
	"site.service_connection_point": "online", "site.dotnet_48": "yes", "site.oldest_server_os": "2019",

	"devices[0].join": "hybrid", "devices[0].internet": "yes", "devices[0].on_premises": "yes", "devices[0].windows": "10-or-later",
	"devices[0].user_centric": "yes", "devices[0].count": "1200", "devices[0].client_certificate": "no",
	"devices[0].client_installed": "yes",
	"devices[1].join":             "workgroup", "devices[1].internet": "yes", "devices[1].on_premises": "no", "devices[1].windows": "10-or-later",
	"devices[1].user_centric": "no", "devices[1].count": "80", "devices[1].client_certificate": "no",
	"devices[1].reaches_internal_network": "no", "devices[1].client_installed": "no",
	"devices[2].join": "domain", "devices[2].internet": "yes", "devices[2].on_premises": "yes", "devices[2].windows": "10-or-later",
	"devices[2].user_centric": "no", "devices[2].count": "300", "devices[2].client_certificate": "yes",
	"devices[2].client_installed": "yes",

	"pki.available": "yes", "devices[0].method": "entra", "devices[1].method": "token", "devices[2].method": "pki",

	"entra.site_integrated": "no", "entra.tenant_id": model.Unsure, "entra.apps": "wizard", "entra.devices_in_other_tenant": "no",
	"entra.conditional_access_all_apps": "no", "entra.identities": "hybrid", "entra.ad_user_discovery": "yes", "entra.entra_user_discovery": "no",

	"pki.issuer": "ad-cs", "pki.certificates_issued": "yes", "pki.key_bits": "2048",
	"pki.several_certificates": "no", "pki.crl_public": "yes", "site.check_crl": "no", "site.use_pki_certificate": "no",

	"token.registration": "bulk", "token.bulk_lifetime_minutes": "4320", "token.rollout_days": "3", "token.longest_offline_days": "21",
	"token.clients_current": "yes",

	"management_points[0].host": "mp1.contoso.com", "management_points[0].clients_now": "https", "management_points[0].cmg_traffic": "yes",
	"management_points[0].proxy": "no", "management_points[0].internet_only": "no", "management_points[0].asp_net_45": "yes",
	"management_points[1].host": "mp2.contoso.com", "management_points[1].clients_now": "http", "management_points[1].cmg_traffic": "no",
	"management_points[1].internet_only": "no",
	"site.security":                      "enhanced-http", "management_points[0].clients": "http", "management_points[1].clients": "http",

	"gateway.exists": "no", "gateway.service_name": "contosocmg.contoso.com", "gateway.environment": "AzurePublicCloud", "gateway.region": "westeurope",
	"gateway.name_available": "yes", "gateway.resource_providers": "yes", "gateway.resource_group": "", "gateway.certificate_source": "enterprise-pki",
	"gateway.root_on_clients": "yes", "gateway.vm_size": "A2_v2", "gateway.vm_instances": "2", "gateway.verify_revocation": "yes",
	"gateway.enforce_tls12": "yes", "gateway.serve_content": "yes", "gateway.classic_present": "no", "gateway.software_updates": "no",
	"gateway.intranet_clients": "no", "gateway.tls_inspection": "no",

	"connection_points[0].host": "cp1.contoso.com", "connection_points[0].client_certificate": "no", "connection_points[0].outbound_ports_open": "yes",

	"client_settings.use_cmg": "yes", "client_settings.cloud_distribution_point": "yes", "client_settings.delta_content": "no",
	"client_settings.entra_registration": "yes", "client_settings.user_policy_internet": "yes",
}

// A Reply is the answer to one question: the word or the text, and the number
// that chooses the word, 0 where text is typed.
type Reply struct {
	Key, text string
	number    int
}

// ReplyTo answers a question with the text that is given for its key.
func ReplyTo(a *model.Answers, q steps.Question, given map[string]string) Reply {
	text, named := given[q.Key]
	if screen.InputOf(a, q) == screen.TypedInput {
		if !named {
			text = q.Example
		}
		return Reply{q.Key, text, 0}
	}
	words := screen.Choices(machine.State{Screen: machine.QuestionScreen, Draft: *a}, q)
	if !named {
		text = firstOf(q.Best, words[0].Value)
	}
	return Reply{q.Key, text, 1 + slices.IndexFunc(words, func(w model.Word) bool { return w.Value == text })}
}

func firstOf(texts ...string) string {
	return texts[slices.IndexFunc(texts, func(text string) bool { return text != "" })]
}

// Line is the reply as it is typed in the line mode.
func (r Reply) Line() string {
	if r.number > 0 {
		return strconv.Itoa(r.number)
	}
	return r.text
}

// Keys are what is pressed on the screen.
func (r Reply) Keys() []string {
	switch {
	case r.number > 0:
		return []string{r.Line()}
	case r.text == "":
		return []string{"enter"}
	case r.text == model.Unsure:
		return []string{"?"}
	}
	return []string{r.text, "enter"}
}

// AnswerPage answers a page, or the form of an entry, in a plan.
func AnswerPage(a *model.Answers, step steps.Step, entry int) []Reply {
	var replies []Reply
	for i := 0; i < len(step.Questions(a, entry)); i++ {
		q := step.Questions(a, entry)[i]
		r := ReplyTo(a, q, Contoso)
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
	if text == "" && !q.Optional {
		text = model.Unsure
	}
	if q.Put != nil {
		return q.Put(a, text)
	}
	f, _ := a.Field(q.Key)
	return f.Set(text)
}

// entriesOf counts the entries of a list among the answers by key.
func entriesOf(list string) int {
	entries := map[string]bool{}
	for key := range Contoso {
		if entry, _, found := strings.Cut(key, "]"); found && strings.HasPrefix(key, list+"[") {
			entries[entry] = true
		}
	}
	return len(entries)
}

// Replies are those of the interview, by page and by entry: "devices[0]".
var Replies = interviewed()

func interviewed() map[string][]Reply {
	a, all := &model.Answers{}, map[string][]Reply{}
	for _, step := range steps.All() {
		if step.Shown != nil && !step.Shown(a) {
			continue
		}
		all[step.ID] = AnswerPage(a, step, -1)
		for i := 0; step.List != nil && i < entriesOf(step.List.Key); i++ {
			step.List.Add(a)
			all[fmt.Sprintf("%s[%d]", step.ID, i)] = AnswerPage(a, step, i)
		}
	}
	return all
}

// WithDevices is the plan of the interview once the devices are listed.
func WithDevices() model.Plan {
	plan := model.Plan{Format: model.Format}
	for i, step := 0, devicesPage(); i < entriesOf(step.List.Key); i++ {
		step.List.Add(&plan.Answers)
		AnswerPage(&plan.Answers, step, i)
	}
	return plan
}

func devicesPage() steps.Step {
	step, _ := steps.Find("devices")
	return step
}
