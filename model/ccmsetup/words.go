package ccmsetup

import (
	"strings"

	"cmgwizard/model/reading"
)

// A commandWord is a parameter or a property that ccmsetup knows.
type commandWord struct {
	name  string
	value bool // it takes one
}

// parameters are what ccmsetup.exe takes with a slash. The last few are those
// that it gives itself and writes into its log.
var parameters = []commandWord{
	{"AllowMetered", false}, {"AlwaysExcludeUpgrade", true}, {"BITSPriority", true}, {"config", true}, {"downloadtimeout", true},
	{"ExcludeFeatures", true}, {"forceinstall", false}, {"forcereboot", false}, {"logon", false}, {"mp", true}, {"NoCRLCheck", false},
	{"noservice", false}, {"regtoken", true}, {"retry", true}, {"service", false}, {"skipprereq", true}, {"source", true},
	{"uninstall", false}, {"UsePKICert", false},
	{"runservice", false}, {"ignoreskipupgrade", false}, {"remediate", true}, {"autoupgrade", false},
}

// properties are what is passed to client.msi with an equals sign.
var properties = []string{
	"AADCLIENTAPPID", "AADRESOURCEURI", "AADTENANTID", "AADTENANTNAME", "CCMADMINS", "CCMALLOWSILENTREBOOT", "CCMALWAYSINF",
	"CCMCERTID", "CCMCERTISSUERS", "CCMCERTNAMECHECK", "CCMCERTSEL", "CCMCERTSTORE", "CCMDEBUGLOGGING", "CCMENABLELOGGING",
	"CCMEVALHOUR", "CCMEVALINTERVAL", "CCMFIRSTCERT", "CCMHOSTNAME", "CCMHTTPPORT", "CCMHTTPSPORT", "CCMINSTALLDIR", "CCMLOGLEVEL",
	"CCMLOGMAXHISTORY", "CCMLOGMAXSIZE", "DISABLECACHEOPT", "DISABLESITEOPT", "DNSSUFFIX", "FSP", "IGNOREAPPVVERSIONCHECK", "INSTALL", "MANAGEDINSTALLER",
	"NOTIFYONLY", "PATCH", "PROVISIONTS", "RESETKEYINFORMATION", "SITEREASSIGN", "SMSCACHEDIR", "SMSCACHEFLAGS", "SMSCACHESIZE",
	"SMSCONFIGSOURCE", "SMSDIRECTORYLOOKUP", "SMSMP", "SMSMPLIST", "SMSPUBLICROOTKEY", "SMSROOTKEYPATH", "SMSSIGNCERT", "SMSSITECODE", "UPGRADETOLATEST",
}

// oldProperties are in older scripts and pages, and in today's reference no
// longer. What they do now nobody says.
var oldProperties = []string{"CCMHTTPSSTATE", "SMSSLP"}

// certificateProperties choose a PKI certificate, and mean nothing without one.
var certificateProperties = []string{"CCMCERTSEL", "CCMCERTSTORE", "CCMCERTISSUERS", "CCMFIRSTCERT", "CCMCERTNAMECHECK"}

// entraProperties are those with which ccmsetup needs no app information from
// the CMG.
var entraProperties = []string{"AADCLIENTAPPID", "AADRESOURCEURI", "AADTENANTID"}

// isParameter and isProperty report whether ccmsetup knows a name.
func isParameter(name string) bool {
	for _, w := range parameters {
		if strings.EqualFold(w.name, name) {
			return true
		}
	}
	return false
}

func isProperty(name string) bool {
	for _, p := range properties {
		if strings.EqualFold(p, name) {
			return true
		}
	}
	return false
}

// takesValue reports whether a parameter means nothing without a value.
func takesValue(parameter string) bool {
	for _, w := range parameters {
		if strings.EqualFold(w.name, parameter) {
			return w.value
		}
	}
	return false
}

// nearest is the known name that is closest to a wrong one, "" for none near.
func nearest(name string) string {
	best, distance := "", min(2, len(name)/3)+1
	for _, known := range knownNames() {
		if d := reading.Edits(strings.ToLower(name), strings.ToLower(strings.TrimPrefix(known, "/")), distance); d < distance {
			best, distance = known, d
		}
	}
	return best
}

// knownNames are the names as they are written, parameters with their slash.
func knownNames() []string {
	names := make([]string, 0, len(parameters)+len(properties))
	for _, w := range parameters {
		names = append(names, "/"+w.name)
	}
	return append(names, properties...)
}
