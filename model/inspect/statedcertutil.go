package inspect

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"cmgwizard/model/ccmsetup"
	"cmgwizard/model/reading"
)

// The commands of certutil whose output is known.
const (
	certutilStore  = "certutil -store"
	certutilDump   = "certutil -dump"
	certutilVerify = "certutil -verify"
)

// certutilForms are the lines by which its output is known in every language.
type certutilForms struct {
	store, listed, dumped, context *regexp.Regexp
	name, error, address, dns      *regexp.Regexp
	date                           *regexp.Regexp
}

var certutil = sync.OnceValue(func() certutilForms {
	return certutilForms{
		store:   regexp.MustCompile(`^([A-Za-z0-9_-]{1,40}) "[^"]{1,80}"$`),
		listed:  regexp.MustCompile(`^={8,40} \S.{0,40} \d{1,6} ={8,40}$`),
		dumped:  regexp.MustCompile(`^(?:X\.?509[ -]?\S{1,30}|\S{1,30} X\.?509) ?:$`),
		context: regexp.MustCompile(`^CertContext\[\d{1,3}\]\[\d{1,3}\]: `),
		name:    regexp.MustCompile(`^(?:CN|OU|O|DC|C|L|S|ST|E|T|G|SN|SERIALNUMBER|STREET|UID|OID\.[\d.]+|[0-2](?:\.\d+)+)=`),
		error:   regexp.MustCompile(`^(?:ChainContext|SimpleChain|Element)\.dwErrorStatus = (CERT_TRUST_[A-Z_]{1,60})`),
		address: regexp.MustCompile(`^(\[\d{1,3}\.\d{1,3}[0-9.]{0,4}\] )?<?((?:https?|ldap)://\S{1,300}?)>?$`),
		dns:     regexp.MustCompile(`\bDNS[ -][^\s=,]{1,20}=([^\s,)]{1,253})`),
		date:    regexp.MustCompile(`^\d{1,4}[./-] ?\d{1,2}[./-] ?\d{1,4}\.?[ T,].{0,20}\d{1,2}[:.]\d{2}`),
	}
})

// A certutilReader reads its output line by line. The labels differ from language
// to language, so the order of the lines and their values tell what they are;
// labels that are known say it where lines are missing.
type certutilReader struct {
	statedText
	statement
	open    bool   // lines are about a certificate
	listed  bool   // it stands in a list, with its own hash alone
	first   bool   // its serial number comes first, which no revocation list has
	named   bool   // the text names its command itself
	heading string // the label whose value stands in the lines below it
	section string // "CDP" of what is fetched
}

// certutilText reads the output of certutil about certificates.
func certutilText(text string) (statedText, bool) {
	var r certutilReader
	if !slices.ContainsFunc([]string{"========", "CertContext[", "X509", "X.509"}, func(mark string) bool { return strings.Contains(text, mark) }) {
		return r.statedText, false
	}
	for line := range strings.Lines(text) {
		if len(line) > longestPair {
			continue
		}
		r.line(strings.ReplaceAll(strings.TrimRight(line, " \r\n"), "\u00a0", " "))
	}
	r.close()
	return r.statedText, r.by != "" && r.all > 0
}

func (r *certutilReader) line(whole string) {
	line := ccmsetup.Unquoted(strings.TrimSpace(whole))
	forms := certutil()
	switch m := forms.store.FindStringSubmatch(line); {
	case m != nil && r.store == "":
		r.store = m[1]
	case forms.listed.MatchString(line):
		r.begin(certutilStore)
		r.listed, r.first = true, true
	case forms.context.MatchString(line):
		r.begin(certutilVerify)
	case forms.dumped.MatchString(line):
		r.begin(certutilDump)
		r.first = true
	case strings.HasPrefix(line, "CertUtil: -"):
		r.command(line)
	case r.by == certutilVerify && r.chainLine(line):
	case r.open:
		r.about(line)
	case strings.HasPrefix(line, "ChainContext.dwErrorStatus"):
		r.chainLine(line)
	}
}

// begin begins a certificate. What verifies names also what is listed.
func (r *certutilReader) begin(by string) {
	r.close()
	if r.by == "" || by == certutilVerify {
		r.by = by
	}
	r.open = true
}

// command takes the command from the last line of its output, which names it in
// every language.
func (r *certutilReader) command(line string) {
	for _, by := range []string{certutilStore, certutilDump, certutilVerify} {
		if name := strings.TrimPrefix(by, "certutil "); !r.named && strings.HasPrefix(line, "CertUtil: "+name) {
			r.by, r.named = by, true
		}
	}
}

func (r *certutilReader) close() {
	if r.open {
		r.add(r.statement)
	}
	r.statement, r.open, r.listed, r.first, r.heading, r.section = statement{}, false, false, false, "", ""
}

// chainLine reads what is said about the chain and its revocation lists.
func (r *certutilReader) chainLine(line string) bool {
	if m := certutil().error.FindStringSubmatch(line); m != nil {
		r.chain = once(r.chain, trustError(m[1]), maxAddresses)
		return true
	}
	if strings.HasPrefix(line, "--------") {
		r.section = line
		return true
	}
	m := certutil().address.FindStringSubmatch(line)
	switch {
	case m == nil || !strings.Contains(r.section, "CDP"):
		return m != nil
	case m[1] != "":
		r.fetched = once(r.fetched, m[2], maxAddresses)
	default:
		r.failed = once(r.failed, m[2], maxAddresses)
	}
	return true
}

// trustErrors are what the errors of a chain mean that are met most.
var trustErrors = map[string]string{
	"CERT_TRUST_IS_NOT_TIME_VALID":         "a certificate has expired or is not valid yet",
	"CERT_TRUST_IS_REVOKED":                "a certificate is revoked",
	"CERT_TRUST_IS_NOT_SIGNATURE_VALID":    "a signature is wrong",
	"CERT_TRUST_IS_NOT_VALID_FOR_USAGE":    "a certificate is not for that use",
	"CERT_TRUST_IS_UNTRUSTED_ROOT":         "the root is not trusted there",
	"CERT_TRUST_IS_PARTIAL_CHAIN":          "the certificate of a CA was not found there",
	"CERT_TRUST_REVOCATION_STATUS_UNKNOWN": "revocation could not be checked",
	"CERT_TRUST_IS_OFFLINE_REVOCATION":     "no current revocation list could be had",
}

func trustError(name string) string {
	if means := trustErrors[name]; means != "" {
		return means + " (" + name + ")"
	}
	return name
}

// about reads a line about one certificate.
func (r *certutilReader) about(line string) {
	r.purposesIn(line)
	for _, m := range certutil().dns.FindAllStringSubmatch(line, maxNames) {
		r.names = once(r.names, m[1], maxNames)
	}
	r.keyLine(line)
	if r.partOfName(line) {
		return
	}
	label, value, ok := labelledLine(line)
	if !ok {
		return
	}
	r.heading = ""
	if value == "" {
		r.heading = label
		return
	}
	r.value(strings.ToLower(label), value)
}

// labelledLine splits "Issuer: CN=x" and "Template=x".
func labelledLine(line string) (label, value string, ok bool) {
	at := strings.Index(line+" ", ": ")
	if at < 0 {
		label, value, ok = strings.Cut(line, "=")
		return strings.TrimSpace(label), strings.TrimSpace(value), ok && !certutil().name.MatchString(line)
	}
	return strings.TrimSpace(line[:at]), strings.TrimSpace(line[at+1:]), true
}

// partOfName takes "DC=contoso" below a label that has no value beside it.
func (r *certutilReader) partOfName(line string) bool {
	empty := r.subject == "" && isSubject(strings.ToLower(r.heading)) && strings.HasPrefix(line, "EMPTY")
	if r.heading == "" || !empty && !certutil().name.MatchString(line) {
		return false
	}
	if whole := r.nameOf(strings.ToLower(r.heading)); whole != nil {
		*whole = strings.TrimPrefix(*whole+", "+line, ", ")
	}
	r.isOne()
	return true
}

// isOne ends what is a revocation list and no certificate.
func (r *certutilReader) isOne() {
	if r.first && r.serial == "" {
		r.statement, r.open = statement{}, false
	}
}

// nameOf is the name that a label gives, nil for none: by what it is called, and
// else by its place. The issuer comes first.
func (r *certutilReader) nameOf(label string) *string {
	switch {
	case anyOf(label, "issuer", "aussteller", "metteur", "emisor", "emittente", "\u9881\u53d1\u8005", "\u767a\u884c\u8005"):
		return &r.issuer
	case isSubject(label):
		return &r.subject
	case r.notAfter == "" && r.subject == "":
		return &r.issuer
	case r.issuer != "":
		return &r.subject
	}
	return nil
}

func isSubject(label string) bool {
	return anyOf(label, "subject", "antragsteller", "objet", "asunto", "\u4f7f\u7528\u8005", "\u30b5\u30d6\u30b8\u30a7\u30af\u30c8")
}

func anyOf(label string, words ...string) bool {
	for _, w := range words {
		if strings.HasSuffix(label, w) {
			return true
		}
	}
	return false
}

// value reads what stands beside a label.
func (r *certutilReader) value(label, value string) {
	hash, _ := thumbprint(value)
	switch {
	case certutil().name.MatchString(value), isSubject(label):
		if whole := r.nameOf(label); whole != nil && *whole == "" {
			*whole = value
		}
		r.isOne()
	case r.subject == "" && certutil().date.MatchString(value):
		r.date(value)
	case r.serial == "" && !strings.Contains(label, "(") && isSerial(value):
		r.serial = strings.ToLower(strings.ReplaceAll(value, " ", ""))
	case r.thumbprint == "" && hash != "" && (ofCertificate(label) || r.listed && strings.HasSuffix(label, "(sha1)")):
		r.thumbprint = hash
	case anyOf(label, "template", "vorlage", "mod\u00e8le", "plantilla", "modello"):
		r.template = value
	}
}

func (r *certutilReader) date(value string) {
	if r.notBefore == "" {
		r.notBefore = value
	} else if r.notAfter == "" {
		r.notAfter = value
	}
}

// isSerial reports whether a value can be a serial number: whole bytes.
func isSerial(value string) bool {
	digits := strings.ReplaceAll(value, " ", "")
	return len(digits) >= 2 && len(digits)%2 == 0 && len(digits) <= 64 &&
		!strings.ContainsFunc(digits, func(r rune) bool { return !reading.IsHex(r) })
}

// ofCertificate reports whether a label is of the hash of a certificate, and not
// of that of its name or its key.
func ofCertificate(label string) bool {
	if strings.Contains(label, "md5") || strings.Contains(label, "sha256") {
		return false
	}
	for _, word := range []string{"cert", "zert", "\u0441\u0435\u0440\u0442\u0438\u0444", "\u8bc1\u4e66", "\u8a3c\u660e\u66f8", "\u6191\u8b49"} {
		if strings.Contains(label, word) {
			return true
		}
	}
	return false
}

// keyLine reads what is said about a private key. Of its container nothing but
// that there is one is kept.
func (r *certutilReader) keyLine(line string) {
	switch lower := strings.ToLower(line); {
	case strings.Contains(lower, "missing stored keyset"):
		r.key = keyMissing
	case r.key == keyMissing:
	case isContainer(lower), strings.HasPrefix(lower, "encryption test passed"), strings.HasPrefix(lower, "signature test passed"):
		r.key = keyThere
	case r.key == "" && strings.HasPrefix(lower, "no key provider information"):
		r.key = keyNone
	}
}

// isContainer reports whether a line names the container of a key.
func isContainer(line string) bool {
	at := strings.IndexAny(line, "=:")
	if at < 0 || strings.TrimSpace(line[at+1:]) == "" {
		return false
	}
	for _, word := range []string{"container", "conteneur", "contenedor", "contenitore", "\u5bb9\u5668", "\u30b3\u30f3\u30c6\u30ca"} {
		if strings.Contains(line[:at], word) {
			return true
		}
	}
	return false
}
