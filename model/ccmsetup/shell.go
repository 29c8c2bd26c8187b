package ccmsetup

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// wrapped says that several lines were read as one.
func (l *lint) wrapped() {
	if l.lines > 1 {
		l.say("ccmsetup-wrapped", "", "", "The line stands on "+model.Thousands(l.lines)+" lines here, as a mail or a document breaks it, and was read as one. Where it runs it must be one.", "", reading.CiteProperties)
	}
}

// A quotationFault is what is wrong with a way to quote CCMSETUPCMD.
type quotationFault struct {
	id       string
	severity model.Severity
	text, do string
}

// quotationFaults are the wrong ways. Those that are no blockers do no harm to a
// value without blanks.
var quotationFaults = map[quotation]quotationFault{
	quoteOpen: {"ccmsetup-quotes", model.Blocker,
		"The quotation mark after CCMSETUPCMD= is not closed. Windows Installer then ends with error 1639, a command line that is not valid; or the end of the line is missing here.",
		"Close it after the last parameter or property for ccmsetup."},
	quoteInside: {"ccmsetup-quotes", model.Blocker,
		"A quotation mark inside the value of CCMSETUPCMD ends it early: what stands after it never reaches ccmsetup.",
		"Leave the marks inside away, or double each of them."},
	quoteStrange: {"ccmsetup-unquoted", model.Warning,
		"The value of CCMSETUPCMD has no double quotation marks of its own: Windows Installer does not know single ones, nor those around the name too. It may take only what stands before the first blank.",
		"Put everything for ccmsetup into double quotation marks after CCMSETUPCMD=."},
	quoteNone: {"ccmsetup-unquoted", model.Warning,
		"The value of CCMSETUPCMD has no quotation marks. Windows Installer takes only what stands before the first blank.",
		"Put everything for ccmsetup into quotation marks after CCMSETUPCMD=."},
}

// started judges what msiexec is given.
func (l *lint) started() {
	if l.pack == clientPackage {
		l.say("ccmsetup-client-msi", model.Blocker, "", "client.msi cannot be installed directly: it ends with error 25502.",
			"Give msiexec ccmsetup.msi, from the folder bin\\i386 of the site's installation, or start ccmsetup.exe.", reading.CiteProperties)
	}
	if l.gap && l.pack != "" {
		l.say("ccmsetup-blank", model.Warning, "", "A blank parts CCMSETUPCMD from its value.", "Write CCMSETUPCMD= and the quotation mark without a blank.", reading.CiteProperties)
	}
	fault, wrong := quotationFaults[l.marks]
	switch {
	case l.start == startProperty && wrong && (fault.severity == model.Blocker || len(l.Args) > 1):
		l.say(fault.id, fault.severity, "", fault.text, fault.do, reading.CiteProperties)
	case l.start == startProperty && len(l.outside) > 0:
		severity := model.Warning
		if l.keeps("SMSSITECODE") && !l.has("SMSSITECODE") || l.keeps("CCMHOSTNAME") && !l.has("CCMHOSTNAME") {
			severity = model.Blocker
		}
		l.say("ccmsetup-outside", severity, "", reading.Listed(namesOf(l.outside))+" "+stand(namesOf(l.outside))+" outside the quotation marks of CCMSETUPCMD, and never "+reach(l.outside)+" ccmsetup.",
			"Move what ccmsetup is to get between the quotation marks.", reading.CiteProperties)
	case l.pack == setupPackage && l.start != startProperty && len(l.outside) > 0:
		l.say("ccmsetup-outside", model.Blocker, "", "ccmsetup.msi passes on only what stands in CCMSETUPCMD, and the line has none: "+reading.Listed(namesOf(l.outside))+" never "+reach(l.outside)+" ccmsetup.",
			"Write CCMSETUPCMD= and everything for ccmsetup in quotation marks after it.", reading.CiteProperties)
	}
}

// keeps reports whether msiexec keeps what ccmsetup should get.
func (l *lint) keeps(name string) bool {
	return slices.ContainsFunc(l.outside, func(a argument) bool { return a.is(name) })
}

func reach(args []argument) string {
	if len(args) == 1 {
		return "reaches"
	}
	return "reach"
}

// judgedLater are the names whose placeholders are told where they are judged.
var judgedLater = []string{"mp", "CCMHOSTNAME", "SMSSITECODE"}

// placeheld names what is still to be filled in.
func (l *lint) placeheld() {
	for _, a := range l.Args {
		name := namesOf([]argument{a})[0]
		switch {
		case reading.IsScripted(a.value) || a.is("regtoken"):
		case isBareScheme(a.value):
			l.say("ccmsetup-placeholder", model.Warning, "", fmt.Sprintf("The value of %s ends after %s: what belongs there is missing.", name, reading.Shown(a.value, 20)), "Give the whole value.", reading.CiteProperties)
		case l.overCMG() && isOneOf(a, judgedLater):
		case reading.IsPlaceholder(a.value) || isOneOf(a, []string{"AADTENANTID", "AADCLIENTAPPID"}) && standsForID(a.value):
			l.say("ccmsetup-placeholder", model.Warning, "", fmt.Sprintf("The value of %s is still a placeholder: %s.", name, reading.Shown(a.value, reading.LongestValue)), "Put the real value in its place.", reading.CiteProperties)
		}
	}
}

func isOneOf(a argument, names []string) bool {
	for _, name := range names {
		if a.is(name) {
			return true
		}
	}
	return false
}

// isBareScheme reports whether a value is an address of which only the beginning
// was written.
func isBareScheme(value string) bool {
	switch strings.ToLower(strings.TrimRight(value, `/\`)) {
	case "https:", "http:", "api:":
		return true
	}
	return false
}

// standsForID reports whether a value only says that an ID belongs there.
func standsForID(value string) bool {
	lower := strings.ToLower(value)
	if reading.IsGUID("{" + strings.Trim(lower, "{}") + "}") {
		return strings.Trim(lower, "{}0-") == ""
	}
	for _, word := range []string{"tenant", "client", "app", "guid", "your", "xxx"} {
		if strings.Contains(lower, word) {
			return true
		}
	}
	return false
}
