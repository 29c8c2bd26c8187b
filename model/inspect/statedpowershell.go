package inspect

import (
	"strings"

	"cmgwizard/model"
)

// certificatePath matches where PowerShell says that certificates are.
var certificatePath = model.Pattern(`Certificate::(LocalMachine|CurrentUser)\\([A-Za-z0-9 _-]{1,40})`)

// maxProperties is more than any certificate has.
const maxProperties = 200

// powerShellText reads what Get-ChildItem shows of certificates, as a list of
// their properties or as a table. PowerShell names properties in English always.
func powerShellText(text string) (statedText, bool) {
	s := statedText{by: "PowerShell"}
	if !strings.Contains(text, "Thumbprint") {
		return s, false
	}
	properties, last := map[string]string{}, ""
	for line := range strings.Lines(text) {
		line = unanswered(strings.TrimRight(line, " \r\n"))
		name, value, named := property(line)
		switch {
		case line == "":
			last = ""
		case named && len(properties) < maxProperties:
			if _, again := properties[name]; again {
				s.addProperties(properties)
				clear(properties)
			}
			properties[name], last = value, name
		case last != "" && strings.HasPrefix(line, "     ") && len(properties[last]) < longestPair:
			properties[last] += " " + strings.TrimSpace(line)
		default:
			s.addRow(line)
		}
	}
	s.addProperties(properties)
	s.place(text)
	return s, s.all > 0
}

// unanswered is unquoted for a line whose indent matters.
func unanswered(line string) string {
	for strings.HasPrefix(line, ">") {
		line = strings.TrimPrefix(line[1:], " ")
	}
	return line
}

// property splits "Thumbprint : 0A…". The names of the properties have no blanks.
func property(line string) (name, value string, ok bool) {
	if len(line) > 8*longestPair {
		return "", "", false
	}
	name, value, ok = strings.Cut(line+" ", " : ")
	name = strings.TrimSpace(name)
	return name, strings.TrimSpace(value), ok && name != "" && !strings.ContainsAny(name, " \t:")
}

// addProperties keeps the certificate that has these properties, if it is one.
func (s *statedText) addProperties(p map[string]string) {
	hash, _ := thumbprint(p["Thumbprint"])
	if hash == "" || p["Subject"] == "" && p["Issuer"] == "" && p["NotAfter"] == "" {
		return
	}
	c := statement{
		subject: p["Subject"], issuer: p["Issuer"], serial: strings.ToLower(p["SerialNumber"]), thumbprint: hash,
		notBefore: p["NotBefore"], notAfter: p["NotAfter"],
	}
	c.purposesIn(p["EnhancedKeyUsageList"])
	for name := range strings.SplitSeq(strings.Trim(p["DnsNameList"], "{}"), ", ") {
		c.names = once(c.names, name, maxNames)
	}
	switch p["HasPrivateKey"] {
	case "True":
		c.key = keyThere
	case "False":
		c.key = keyNone
	}
	s.add(c)
}

// addRow keeps a row of a table: a thumbprint and, perhaps cut short, a subject.
func (s *statedText) addRow(line string) {
	row, subject, ok := strings.Cut(strings.TrimSpace(line), " ")
	subject = strings.TrimSpace(subject)
	if hash, _ := thumbprint(row); ok && hash != "" && certutil().name.MatchString(subject) && len(subject) <= longestPair {
		s.add(statement{thumbprint: hash, subject: subject})
	}
}

// place notes which store it is that the text names first.
func (s *statedText) place(text string) {
	if m := certificatePath().FindStringSubmatch(text); m != nil && !strings.Contains(m[2], " ") {
		s.user, s.store = m[1] == "CurrentUser", m[2]
	}
}
