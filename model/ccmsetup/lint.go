package ccmsetup

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// A lint is a command line while it is judged.
type lint struct {
	*command
	in      reading.View
	where   string // "Line 3: ", "" where the file is one line
	mp      []reading.Address
	host    reading.Address
	remarks []model.Remark
}

// lintCommand says what is wrong with a command line.
func lintCommand(in reading.View, c *command, where string) []model.Remark {
	l := &lint{command: c, in: in, where: where, mp: reading.Addresses(c.value("mp")), host: reading.ReadAddress(c.value("CCMHOSTNAME"))}
	for _, check := range []func(){l.wrapped, l.pasted, l.started, l.placeheld, l.userGiven, l.spelled, l.ordered, l.removed} {
		check()
	}
	if !l.overCMG() && l.has("uninstall") {
		return l.remarks
	}
	if !l.overCMG() {
		l.say("ccmsetup-inside", "", "", "The line names nothing that is known to be a CMG. As far as it tells it installs the client from a management point or a folder that the device reaches.",
			"To install over the CMG give /mp, CCMHOSTNAME and SMSSITECODE.", reading.CiteOffPremises)
		return l.remarks
	}
	for _, check := range []func(){l.addressed, l.alike, l.sited, l.certified, l.revoked, l.tokened, l.rest, l.measured, l.planned} {
		check()
	}
	return l.done()
}

// overCMG reports whether the line is meant for a CMG.
func (l *lint) overCMG() bool {
	return l.forCMG() || slices.ContainsFunc(l.mp, l.in.IsCMG)
}

func (l *lint) say(id string, severity model.Severity, rule, text, do string, cites ...model.Citation) {
	l.remarks = append(l.remarks, model.NewRemark(id, severity, rule, l.where+text, do, cites...))
}

// done adds that all is well, where it is.
func (l *lint) done() []model.Remark {
	if slices.ContainsFunc(l.remarks, func(r model.Remark) bool { return r.Severity != "" }) {
		return l.remarks
	}
	do := ""
	if len(l.mp) > 0 {
		do = "If ccmsetup ends with 0x87d0027e all the same, try the line without /mp."
	}
	fine := model.NewRemark("ccmsetup-fine", "", "", l.where+"As far as the line tells, nothing is wrong with it.", do, reading.CiteOffPremises, reading.CiteRegToken)
	return append([]model.Remark{fine}, l.remarks...)
}

// pasted names what a word processor or a mail did to the line.
func (l *lint) pasted() {
	if len(l.odd) > 0 {
		l.say("ccmsetup-pasted", model.Warning, "", "The line was pasted from a mail or a document: it has "+reading.Listed(l.odd)+". ccmsetup and msiexec do not treat them as what they look like.",
			"Type these places again in a plain text editor.", reading.CiteProperties)
	}
}

// spelled names what ccmsetup does not know, or not in this form.
func (l *lint) spelled() {
	strange := 0
	for _, a := range l.Args {
		l.formed(a)
		if !a.known() && strange < maxStrange {
			strange++
			l.unknown(a)
		}
	}
	for _, stray := range l.strays[:min(len(l.strays), maxStrange)] {
		l.say("ccmsetup-stray", model.Warning, "", "Between the parameters stands "+word(stray)+", which belongs to none of them.",
			"Delete it, or put a value that has blanks into quotation marks.", reading.CiteProperties)
	}
}

// word shows a word of the line, unless it is so long that it may be part of a
// token.
func word(text string) string {
	const longest = 24
	if len(text) > longest || model.MayBePassword(text) {
		return "a word of " + model.Thousands(len(text)) + " characters"
	}
	return "“" + reading.Shown(text, longest) + "”"
}

func (l *lint) unknown(a argument) {
	name, kind := reading.Shown(a.name, 40), "property"
	if a.slash {
		name, kind = "/"+name, "parameter"
	}
	near := nearest(a.name)
	switch {
	case isOld(a.name):
		l.say("ccmsetup-old", "", "", name+" is not in today's reference of ccmsetup. Older scripts and pages have it.", "", reading.CiteProperties)
	case a.slash && isMsiexecOption("/"+a.name), !a.slash && slices.Contains(installerProperties, strings.ToUpper(a.name)):
		l.say("ccmsetup-msiexec", model.Advice, "", name+" is for msiexec, and stands among the parameters of ccmsetup, whose reference has none of that name.",
			"Where msiexec is to get it, put it outside the quotation marks of CCMSETUPCMD.", reading.CiteProperties)
	case near != "":
		l.say("ccmsetup-unknown", model.Warning, "", fmt.Sprintf("The %s %s is not in today's reference of ccmsetup. The nearest there is %s.", kind, name, near), "Write "+near+" if that is meant.", reading.CiteProperties)
	default:
		l.say("ccmsetup-unknown", model.Advice, "", fmt.Sprintf("The %s %s is not in today's reference of ccmsetup. It may be old, or misspelled.", kind, name), "Look up its name, and test the line on one device.", reading.CiteProperties)
	}
}

func isOld(name string) bool {
	return slices.ContainsFunc(oldProperties, func(old string) bool { return strings.EqualFold(old, name) })
}

// formed says what is wrong with the form of one argument.
func (l *lint) formed(a argument) {
	parameter, property := isParameter(a.name), isProperty(a.name)
	name := reading.Shown(a.name, 40)
	switch {
	case parameter && (a.dash || a.bare || !a.slash):
		l.say("ccmsetup-slash", model.Warning, "", name+" is a parameter, and it is written without its slash.", "Write /"+name+".", reading.CiteProperties)
	case property && a.slash:
		l.say("ccmsetup-slash", model.Warning, "", name+" is a property, and it is written with a slash.", "Write "+name+"= with the value, after all parameters.", reading.CiteProperties)
	}
	switch {
	case parameter && a.mark == '=':
		l.say("ccmsetup-mark", markSeverity(a), "", "/"+name+" takes its value after a colon, and here an equals sign stands.", "Write /"+name+": and the value, without a blank.", reading.CiteProperties)
	case property && a.mark == ':':
		l.say("ccmsetup-mark", model.Blocker, "", name+" takes its value after an equals sign, and here a colon stands.", "Write "+name+"= and the value, without a blank.", reading.CiteProperties)
	case a.gap:
		l.say("ccmsetup-blank", model.Warning, "", "A blank parts "+name+" from its value.", "Delete the blank.", reading.CiteProperties)
	case a.open:
		l.say("ccmsetup-quotes", model.Warning, "", "The quotation marks of "+name+" are not closed.", "Close them after the value.", reading.CiteProperties)
	case a.value == "" && l.marks != quoteInside && (parameter && takesValue(a.name) || property && a.mark == '=') && !a.is("regtoken"):
		l.say("ccmsetup-empty", model.Warning, "", name+" has no value.", "Give the value, or leave "+name+" out.", reading.CiteProperties)
	}
}

// markSeverity is worse where the client cannot register without the value.
func markSeverity(a argument) model.Severity {
	if a.is("regtoken") || a.is("mp") {
		return model.Blocker
	}
	return model.Warning
}

// ordered says when a parameter comes after a property. The page asks for them
// first, though its own example has /regtoken at the end.
func (l *lint) ordered() {
	var late []string
	after := ""
	for _, a := range l.Args {
		switch {
		case isProperty(a.name) && after == "":
			after = strings.ToUpper(a.name)
		case isParameter(a.name) && after != "":
			late = append(late, "/"+reading.Shown(a.name, 40))
		}
	}
	late = slices.Compact(late)
	switch {
	case len(late) == 0:
	case len(late) == 1 && strings.EqualFold(late[0], "/regtoken"):
		l.say("ccmsetup-order", model.Advice, "", "/regtoken stands after the property "+after+". Parameters come before properties; an example of the same page has it at the end all the same.",
			"Put it before "+after+" to be safe.", reading.CiteProperties, reading.CiteRegToken)
	default:
		l.say("ccmsetup-order", model.Warning, "", reading.Listed(late[:min(len(late), maxStrange)])+" "+stand(late)+" after the property "+after+". Parameters come before properties.",
			"Put all parameters with a slash first.", reading.CiteProperties)
	}
}

func stand(words []string) string {
	if len(words) == 1 {
		return "stands"
	}
	return "stand"
}
