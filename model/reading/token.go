package reading

import (
	"encoding/base64"
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// BulkTokenType is the type that bulk registration tokens name in themselves.
const BulkTokenType = "BulkRegistration"

// KeepToken makes a token evidence, where it is one for bulk registration.
func (in View) KeepToken(f *Found, token evidence.TokenFacts) {
	if !strings.EqualFold(token.Type, BulkTokenType) {
		return
	}
	f.Evidence = append(f.Evidence, evidence.New(model.TokenEvidence, BaseName(f.Name), f.SHA256, in.At, token))
}

// The bounds of a token. A bulk registration token has some 900 characters.
const (
	longestToken  = 64 << 10
	deepestToken  = 16 // levels of brackets in its JSON
	longestClaim  = 64 // characters of a text that is kept of it
	shortestShare = 16 // bytes that a kept text may not share with the token
)

// ReadToken decodes the public facts of a token. It verifies nothing, and keeps
// and gives back nothing of the token itself. It is false for what is no token,
// or one that only its maker can read.
func ReadToken(token string) (evidence.TokenFacts, bool) {
	found := FindTokens(token)
	if len(found) == 0 {
		return evidence.TokenFacts{}, false
	}
	parts := strings.Split(found[0], ".")
	header, _ := claimsOf(parts[0])
	payload, ok := claimsOf(parts[1])
	if !ok {
		return evidence.TokenFacts{}, false
	}
	return evidence.TokenFacts{
		Type:      public(payload.text("Type"), found[0]),
		TenantID:  tenantOf(payload, found[0]),
		NotBefore: payload.time("nbf"),
		Expires:   payload.time("exp"),
		Issuer:    issuerOf(payload),
		Unsigned:  strings.EqualFold(header.text("alg"), "none"),
	}, true
}

// IsToken reports whether a text is a token and little else: the token alone,
// or what BulkRegistrationTokenTool.exe prints, or a script puts into a file.
func IsToken(text string) bool {
	const mostAround, mostLines = 1000, 12
	if len(text) > longestToken+mostAround {
		return false
	}
	spans := tokenSpans(text)
	if len(spans) == 0 {
		return false
	}
	around := strings.ToLower(strings.TrimSpace(without(text, spans)))
	if len(around) > mostAround || strings.Count(around, "\n") > mostLines {
		return false
	}
	return !slices.ContainsFunc([]string{"regtoken", "ccmsetup", "<![log[", "ccmhostname"}, func(word string) bool { return strings.Contains(around, word) })
}

// claims are the parts of a token's JSON by name.
type claims map[string]json.RawMessage

// claimsOf decodes a part of a token.
func claimsOf(part string) (claims, bool) {
	decoded, err := base64.RawURLEncoding.DecodeString(strings.TrimRight(part, "="))
	if err != nil || isDeep(decoded) {
		return nil, false
	}
	var c claims
	return c, json.Unmarshal(decoded, &c) == nil && c != nil
}

// isDeep looks at brackets alone: those in texts count too, which no real token
// has in such numbers.
func isDeep(data []byte) bool {
	depth := 0
	for _, b := range data {
		switch b {
		case '{', '[':
			depth++
		case '}', ']':
			depth--
		}
		if depth > deepestToken {
			return true
		}
	}
	return false
}

// raw is the claim of this name, in whatever capitals where none has it exactly.
func (c claims) raw(name string) json.RawMessage {
	if raw, found := c[name]; found {
		return raw
	}
	for _, key := range slices.Sorted(maps.Keys(c)) {
		if strings.EqualFold(key, name) {
			return c[key]
		}
	}
	return nil
}

// text is "" for a claim that is no text.
func (c claims) text(name string) string {
	var text string
	if json.Unmarshal(c.raw(name), &text) != nil {
		return ""
	}
	return text
}

// lastSecond is the end of the year 9999.
const lastSecond = 253402300799

// time reads seconds since 1970, as a number or a text. It is zero for what no
// calendar has.
func (c claims) time(name string) time.Time {
	seconds, err := strconv.ParseFloat(strings.Trim(string(c.raw(name)), `" `), 64)
	if err != nil || !(seconds >= 1 && seconds <= lastSecond) {
		return time.Time{}
	}
	return time.Unix(int64(seconds), 0).UTC()
}

// public is a text of a token that may be shown: clean, short, and without any
// stretch of the token as it stands. The marks that remarks drop go first, or a
// stretch could come together behind this look.
func public(text, token string) string {
	text = strings.NewReplacer("*", "", "`", "").Replace(model.Clean(text))
	if len([]rune(text)) > longestClaim {
		return ""
	}
	for i := 0; i+shortestShare <= len(text); i++ {
		if strings.Contains(token, text[i:i+shortestShare]) {
			return ""
		}
	}
	return text
}

var guidOfToken = model.Pattern(`^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$`)

// tenantOf is the tenant that a token of a site or of Microsoft Entra ID names.
func tenantOf(payload claims, token string) string {
	for _, name := range []string{"TenantId", "tid"} {
		if id := strings.Trim(payload.text(name), " {}"); guidOfToken().MatchString(id) {
			return public(id, token)
		}
	}
	return ""
}

// entraIssuers are in the issuer of tokens of Microsoft Entra ID, by cloud.
var entraIssuers = []string{
	"sts.windows.net", "login.windows.net", "login.microsoftonline.", "login.partner.microsoftonline.", "login.chinacloudapi.", "sts.chinacloudapi.",
}

func issuerOf(payload claims) evidence.TokenIssuer {
	issuer := strings.ToLower(payload.text("iss"))
	switch {
	case strings.HasPrefix(issuer, "urn:sccm:"):
		return evidence.SiteIssuer
	case slices.ContainsFunc(entraIssuers, func(host string) bool { return strings.Contains(issuer, host) }):
		return evidence.EntraIssuer
	}
	return ""
}
