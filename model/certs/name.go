package certs

import "strings"

// A name is a distinguished name as it is shown.
type name struct {
	text   string // the most specific part first, as Windows shows it
	common string // the most specific common name
	hidden bool   // characters were removed
	broken bool   // it could not be read to its end
	long   bool   // it was cut
}

// whole reports whether the name is shown as it is.
func (n name) whole() bool { return !n.hidden && !n.broken && !n.long }

// attributes are the parts of names that have a short name.
var attributes = map[string]string{
	"2.5.4.3":                    "CN",
	"2.5.4.4":                    "SN",
	"2.5.4.5":                    "SERIALNUMBER",
	"2.5.4.6":                    "C",
	"2.5.4.7":                    "L",
	"2.5.4.8":                    "S",
	"2.5.4.9":                    "STREET",
	"2.5.4.10":                   "O",
	"2.5.4.11":                   "OU",
	"2.5.4.12":                   "T",
	"2.5.4.13":                   "Description",
	"2.5.4.17":                   "PostalCode",
	"2.5.4.42":                   "G",
	"2.5.4.43":                   "I",
	"2.5.4.46":                   "dnQualifier",
	"2.5.4.97":                   "organizationIdentifier",
	"1.2.840.113549.1.9.1":       "E",
	"0.9.2342.19200300.100.1.1":  "UID",
	"0.9.2342.19200300.100.1.25": "DC",
}

const commonName = "2.5.4.3"

// name reads a distinguished name.
func (w *walker) name(v value) (n name) {
	sets, err := w.children(v)
	n.broken = err != nil || len(sets) > maxList
	var parts []string
	for _, set := range sets[:min(len(sets), maxList)] {
		if part := w.part(set, &n); part != "" {
			parts = append([]string{part}, parts...)
		}
	}
	whole := strings.Join(parts, ", ")
	n.text = clean(whole)
	n.long = n.long || n.text != whole
	return n
}

// part reads one part of a name, which may hold several values: "CN=a + OU=b".
func (w *walker) part(set value, n *name) string {
	values, err := w.children(set)
	n.broken = n.broken || err != nil || len(values) > maxList
	var parts []string
	for _, pair := range values[:min(len(values), maxList)] {
		c := w.over(pair)
		kind, raw := object(c.take(tagObject, "")), text(c.any(""))
		if c.err != nil {
			n.broken = true
			continue
		}
		shown := clean(raw)
		n.hidden = n.hidden || shown != strings.TrimSpace(raw) && len(raw) < maxText
		n.long = n.long || shown != strings.TrimSpace(raw) && len(raw) >= maxText
		if kind == commonName {
			n.common = shown
		}
		parts = append(parts, label(kind)+"="+quoted(shown))
	}
	return strings.Join(parts, " + ")
}

func label(kind string) string {
	if short, known := attributes[kind]; known {
		return short
	}
	return "OID." + kind
}

// quoted puts a value in quotation marks that would be misread without.
func quoted(shown string) string {
	if !strings.ContainsAny(shown, ",+=\"<>#;") {
		return shown
	}
	return `"` + strings.ReplaceAll(shown, `"`, `""`) + `"`
}
