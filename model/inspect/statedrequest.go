package inspect

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// requestNames matches the DNS names in the extensions of a request file.
var requestNames = model.Pattern(`(?i)\bdns=([^\s&"]{1,253})`)

// A requestText is a request file (.inf) for certreq.
type requestText struct {
	values map[string]string // by their keys in lower case
	statement
}

// requestFile reads a request file. It is one by its section NewRequest.
func requestFile(text string) (r requestText, ok bool) {
	r.values = map[string]string{}
	if !strings.Contains(strings.ToLower(text), "[newrequest]") {
		return r, false
	}
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch end := strings.IndexByte(line, ']'); {
		case len(line) > 8*longestPair:
		case strings.HasPrefix(line, "[") && end > 0:
			section = strings.ToLower(strings.TrimSpace(line[1:end]))
			ok = ok || section == "newrequest"
		default:
			r.take(section, line)
		}
	}
	return r, ok && len(r.values) > 0
}

func (r *requestText) take(section, line string) {
	key, value, ok := strings.Cut(line, "=")
	if key = strings.TrimSpace(key); !ok || strings.HasPrefix(key, ";") {
		return
	}
	value = setting(value)
	switch section {
	case "newrequest", "requestattributes":
		r.values[strings.ToLower(key)] = value
	default:
		r.purposesIn(value)
	}
	for _, m := range requestNames().FindAllStringSubmatch(value, maxNames) {
		r.names = once(r.names, m[1], maxNames)
	}
}

// setting is a value without its quotation marks and the comment behind it.
func setting(value string) string {
	value = strings.TrimSpace(value)
	if inner, quoted := strings.CutPrefix(value, `"`); quoted {
		inner, _, _ = strings.Cut(inner, `"`)
		return inner
	}
	value, _, _ = strings.Cut(value, ";")
	return strings.TrimSpace(value)
}

func isRequestFile(f *reading.Found, r requestText) {
	f.Is(reading.CertificateText, "a request file (.inf) for certreq")
	f.AddFacts(reading.Given(
		reading.Fact("subject", "Subject asked for", r.values["subject"]),
		reading.Fact("names", "Names asked for", strings.Join(r.names, ", ")),
		reading.Fact("purposes", "Purposes asked for", strings.Join(r.purposes, ", ")),
		reading.Fact("template", "Template", r.values["certificatetemplate"]),
		reading.Fact("key_algorithm", "Key algorithm", r.values["keyalgorithm"]),
		reading.Fact("key_length", "Key length", r.values["keylength"]),
		reading.Fact("provider", "Provider", r.values["providername"]),
		reading.Fact("machine_key", "Key of the computer (MachineKeySet)", r.values["machinekeyset"]),
		reading.Fact("exportable", "Key can be exported (Exportable)", r.values["exportable"]),
	)...)
	f.Remark("request-file", "", "", "It is a request file: it says what certreq is to ask a CA for, and there is no certificate yet.",
		"Run `certreq -new`, `certreq -submit` and `certreq -accept`, and inspect the certificate that comes back.")
	if computer := r.values["machinekeyset"]; !strings.EqualFold(computer, "TRUE") && !strings.EqualFold(computer, "1") {
		f.Remark("request-user-key", model.Advice, "", "The request file does not say MachineKeySet = TRUE. Without it certreq makes the key in the store of whoever runs it, where neither the ConfigMgr client nor IIS looks.",
			"For a certificate of a computer add `MachineKeySet = TRUE` below [NewRequest], unless the template is for computers and sees to it.", reading.CiteClientCert)
	}
}
