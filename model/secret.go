package model

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// secretGone stands where a secret stood.
const secretGone = "…"

// tokenForm is the beginning of a JSON web token, as a bulk registration token
// is one.
var tokenForm = Pattern(`eyJ[A-Za-z0-9_-]{8,}\.`)

// keyForm is a secret of an app registration in Microsoft Entra ID: three characters,
// a digit, "Q~" and 31 to 34 more; or the key of a storage account.
var keyForm = Pattern(`[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}|[A-Za-z0-9+/]{86}==`)

// mayHoldKey reports whether a text has what stands in every key. Most texts have not.
func mayHoldKey(text string) bool {
	return strings.Contains(text, "Q~") || strings.Contains(text, "==")
}

// SecretWords say of a text that it was refused.
const SecretWords = "looks like a token, a key or a password, and a plan holds no secrets"

// ErrSecret refuses a text for which LooksSecret is true.
var ErrSecret = errors.New("this " + SecretWords + ": take it out, and say where it is kept instead")

// LooksSecret reports whether somebody pasted a token, a key or a password by
// mistake.
func LooksSecret(text string) bool { return HoldsToken(text) || looksGivenAway(text) }

// HoldsToken reports whether a token or a key stands in a text: nothing else
// looks like one.
func HoldsToken(text string) bool {
	return strings.Contains(text, "-----BEGIN") || tokenForm().MatchString(text) || mayHoldKey(text) && keyForm().MatchString(text)
}

// looksGivenAway reports whether a password stands in a text. A word that only
// says where the password is has no digit in it.
func looksGivenAway(text string) bool {
	if !strings.ContainsAny(text, "0123456789") || !mayName(text) {
		return false
	}
	for _, form := range passwordForms() {
		which := form.SubexpIndex("secret")
		for _, m := range form.FindAllStringSubmatch(text, -1) {
			if MayBePassword(m[which]) {
				return true
			}
		}
	}
	return addressWithPassword().MatchString(text)
}

// mayName reports whether a text has a mark or a blank in it that parts a name
// from its value. Most texts have none.
func mayName(text string) bool {
	return strings.ContainsAny(text, " \t\r\n=:<%|(\u00a0\u202f\uff1a")
}

// MayBePassword reports whether a value has the letters and digits of a password.
func MayBePassword(value string) bool {
	const shortest = 6
	value = strings.Trim(value, `"'\.,;`)
	letters := strings.ContainsFunc(value, func(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' || r > 0x7f })
	return len(value) >= shortest && letters && strings.ContainsAny(value, "0123456789") && !isErrorCode(value)
}

// isErrorCode reports whether a value is the code of an error, which is told.
func isErrorCode(value string) bool { return errorCode().MatchString(value) }

var (
	errorCode           = Pattern(`^0[xX][0-9A-Fa-f]{1,8}[.,;:)]*$`)
	addressWithPassword = Pattern(`://[^\s/?#@:]+:[^\s/?#@]+@`)
)

// secretWords name a value that is secret, in the languages of Windows that are
// met most. Other letters may stand around them: DbPassword, password_old.
const secretWords = `passw(?:or[dt]|d)|passphrase|passcode|kennwort|geheimnis|mot[ _-]?de[ _-]?passe|contrase(?:ñ|n)a|clave|senha|palavra-passe|parola|` +
	`wachtwoord|l(?:ö|o)senord|adgangskode|passord|salasana|has(?:ł|l)o|heslo|jelsz(?:ó|o)|(?:ş|s)ifre|пароль|密码|密碼|パスワード|비밀번호|암호|` +
	`secret|(?:access|refresh|id|sas|auth|api|bearer)[_-]?token|(?:api|account|access|shared|storage|functions?|host|master|subscription|secret|sas)[_-]?key|cookie`

// secretParts name one only where they stand alone, and secretEnds at the end of a
// word too.
const (
	secretParts = `pass|sig|signature`
	secretEnds  = `pwd|pw|mdp|psk`
)

// passwordForms are the ways in which a password is written, each in the group
// "secret". Marks of JSON, of XML and of addresses may stand around it.
var passwordForms = sync.OnceValue(func() []*regexp.Regexp {
	const (
		blank  = `[\s\x{a0}\x{202f}]`
		quote  = `(?:\\*["']|&quot;|&#34;|%22)?`
		equals = quote + `\]?` + blank + `{0,3}(?:=>|[=:\x{ff1a}]|%3[AD])` + blank + `{0,3}`
		around = `[\p{L}\p{N}_.-]*`
		named  = `(?:` + around + `(?:` + secretWords + `)` + around + `|\b(?:` + secretParts + `)|` + around + `(?:` + secretEnds + `))`
		value  = `(?P<secret>\\*"[^"]*"?|\\*'[^']*'?|&quot;.*?&quot;|[^\s<>]+)`
		word   = `(?:"[^"]*"|[^\s/]\S*)`
		digits = `(?P<secret>[^\s<>]*\d[^\s<>]*)`
		words  = `(?:` + blank + `{1,3}[\p{L}\\'"-]+)`
		whose  = `(?:` + blank + `{1,3}(?:for|of|on|für|der|des|von|vom|zum|zur|pour|du|de|del|per|para)` + words + `{1,5}?)?` // "for the PFX"
		says   = `(?:` + blank + `{0,3}(?:[=:\x{ff1a}\x{2192}\x{2013}-]|->|=>)|` + blank + `{1,3}(?:is|was|now|(?:set|changed|reset)` + blank + `{1,3}to|ist|war|lautet|est|es|era|è|é))` + blank + `{1,3}`
		net    = `\bnet1?(?:\.exe)?` + blank + `+`
	)
	return compiled(
		`<(?:[\w.-]+:)?`+named+`(?:\s[^<>]*)?>(?P<secret>[^<]+)`, // <Password>…</Password>
		named+equals+value,
		named+quote+blank+`{1,3}value`+equals+value, // <add key="Password" value="…"/>
		`(?:^|`+blank+`)[-/]{1,2}`+named+blank+`{1,3}`+value,
		`(?:`+secretWords+`|`+secretEnds+`)`+blank+`{1,3}`+digits, // the PFX password Xyz2024
		named+whose+says+digits,                                   // the password for the PFX is Xyz2024
		digits+blank+`{1,3}(?:is|was|ist|war|est|es)`+words+`{1,3}?`+blank+`{1,3}`+named+`(?:[.,;!)]|$)`, // Xyz2024 is the PFX password
		`\bConvertTo-SecureString`+blank+`+(?:-[a-z]+[:\s]`+blank+`*)*(?P<secret>"[^"]*"?|'[^']*'?|[^\s$|)("'-][^\s|)]*)`,
		`(?P<secret>"[^"]*"|'[^']*')`+blank+`*\|`+blank+`*ConvertTo-SecureString`,
		`Credential`+blank+`*\((?P<secret>[^)]*)`,
		`\bauthorization`+equals+`(?:[a-z]+`+blank+`+)?(?P<secret>[^\s,;]+)`,
		`\b(?:bearer|basic|negotiate|ntlm):?`+blank+`{1,3}(?P<secret>[a-z0-9._~+/=-]{16,})`,
		`\bcertutil\b[^|\r\n]*`+blank+`[-/]p`+blank+`+`+value,
		net+`use(?:`+blank+`+(?:[a-z]:|\*))?`+blank+`+\\\\\S+(?:`+blank+`+/\S+)*`+blank+`+(?P<secret>"[^"]*"?|[^\s/\\|&;"]\S*)`,
		net+`user`+blank+`+`+word+blank+`+(?P<secret>"[^"]*"?|[^\s/|&;"]\S*)`,
		blank+`[-/]r?u(?:ser)?[ :]`+blank+`*\S+`+blank+`+[-/]r?pw?[ :]`+blank+`*`+value,
	)
})

// queryForm matches what the query of an address gives away.
var queryForm = sync.OnceValue(func() []*regexp.Regexp {
	return compiled(`(?:[?&]|&amp;)(?:code|key|sig|sas|token|auth|pin|ticket|assertion)=(?P<secret>[^\s&"'<>]+)`)
})

func compiled(forms ...string) []*regexp.Regexp {
	all := make([]*regexp.Regexp, len(forms))
	for i, form := range forms {
		all[i] = regexp.MustCompile(`(?i)` + form)
	}
	return all
}

// WithoutSecrets takes out of a text what looks like a password, and the user of
// every address. It takes too much rather than too little.
func WithoutSecrets(text string) string {
	if mayHoldKey(text) {
		text = keyForm().ReplaceAllString(text, secretGone)
	}
	if !mayName(text) {
		return text
	}
	text = withoutUser(text, secretGone+"@")
	for _, form := range slices.Concat(passwordForms(), queryForm()) {
		text = withoutSecret(text, form)
	}
	return text
}

func withoutSecret(text string, form *regexp.Regexp) string {
	which := form.SubexpIndex("secret")
	var rest strings.Builder
	at := 0
	for _, m := range form.FindAllStringSubmatchIndex(text, -1) {
		start, end := m[2*which], m[2*which+1]
		if isErrorCode(text[start:end]) {
			continue
		}
		rest.WriteString(text[at:start])
		rest.WriteString(secretGone)
		at = end
	}
	rest.WriteString(text[at:])
	return rest.String()
}

// WithoutUser takes the user, and the password that may stand beside it, out of
// every address in a text.
func WithoutUser(text string) string { return withoutUser(text, "") }

func withoutUser(text, instead string) string {
	if !strings.Contains(text, "@") {
		return text
	}
	text = userOfAddress().ReplaceAllString(text, "${1}"+instead)
	return userAndPassword().ReplaceAllString(text, "${1}"+instead+"${2}")
}

var (
	// userOfAddress matches up to the last @ before the path. A password may have
	// marks in it that begin a path: then what stands before them is no port.
	userOfAddress = sync.OnceValue(func() *regexp.Regexp {
		const part = `[^\s/\\?#"'<>@:]*`
		return regexp.MustCompile(`(?i)(\b[a-z][a-z0-9+.-]*:(?://|\\\\|/))(?:` + part + `:` + part + `[^\s/\\?#"'<>@:\d]` + part + `[/\\?#][^\s"'<>]*@|[^\s/\\?#"'<>]*@)`)
	})
	// userAndPassword matches them where no scheme stands before them.
	userAndPassword = Pattern(`(^|[\s"'=;,(<>\[])[^\s:/\\@"'=;,(<>\[]+:[^\s"'<>@/\\][^\s"'<>@]*@([A-Za-z0-9-])`)
)
