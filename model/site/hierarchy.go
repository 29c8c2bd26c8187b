package site

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The types of sites, as WMI counts them: the registry counts otherwise.
const (
	secondarySite = 1
	primarySite   = 2
	centralSite   = 4
)

// readAll reads every area. Sites come first: the others are about them.
func (f *File) readAll() {
	f.readSites()
	f.readVersions()
	f.readSecurity()
	f.readRoles()
	f.readEntra()
	f.readGateway()
	f.readSettings()
	f.readComputer()
	f.readDevices()
	for _, r := range f.Answers {
		f.Readings = append(f.Readings, r.String())
	}
}

// fill adds a reading that fills an answer, offer one that is only offered.
func (f *File) fill(r evidence.Reading) { f.Answers = append(f.Answers, r) }

func (f *File) offer(r evidence.Reading) {
	r.Offered = true
	f.fill(r)
}

// show adds a fact that never becomes an answer.
func (f *File) show(key, label, value string) {
	if value != "" {
		f.Facts = append(f.Facts, model.Fact{Key: key, Label: label, Value: model.Clean(value)})
	}
}

// note adds a remark.
func (f *File) note(id string, severity model.Severity, text, do string, cites ...model.Citation) {
	f.Remarks = append(f.Remarks, model.NewRemark(id, severity, "", text, do, cites...))
}

// siteRow is a site with its type, 0 for one that is not known.
func siteRow(r row) (code string, kind int64) {
	code = r.text("SiteCode")
	kind, _ = r.number("Type")
	if !siteCode().MatchString(code) || !slices.Contains([]int64{secondarySite, primarySite, centralSite}, kind) {
		return "", 0
	}
	return code, kind
}

var siteCode = model.Pattern(`^[A-Z0-9]{3}$`)

// primaries are the rows of primary sites, and whether there are no others: a row
// that is not understood may be one.
func (f *File) primaries() ([]row, bool) {
	all := f.uncut("sites", cutRows)
	var list []row
	seen := map[string]bool{}
	for _, r := range f.sections["sites"].rows {
		code, kind := siteRow(r)
		all = all && code != "" && !seen[code]
		seen[code] = true
		if kind == primarySite {
			list = append(list, r)
		}
	}
	return list, all
}

// parent says whether a primary site reports to another one, "" for not known.
func parent(r row) model.YesNo {
	switch {
	case siteCode().MatchString(r.text("ReportingSiteCode")):
		return model.Yes
	case r.isText("ReportingSiteCode") && r.text("ReportingSiteCode") == "":
		return model.No
	}
	return ""
}

// alone reports whether there is one primary site, and nothing above it.
func (f *File) alone() bool {
	list, all := f.primaries()
	return all && len(list) == 1 && parent(list[0]) == model.No && !f.central()
}

// central reports whether a central administration site is proven: by itself, or by
// a primary site that reports to one.
func (f *File) central() bool {
	for _, r := range f.sections["sites"].rows {
		_, kind := siteRow(r)
		if kind == centralSite || kind == primarySite && parent(r) == model.Yes {
			return true
		}
	}
	return false
}

// top reports whether the file was collected at the top-level site, where all sites
// and devices are.
func (f *File) top() bool {
	for _, r := range f.sections["sites"].rows {
		if code, kind := siteRow(r); code != "" && code == f.SiteCode {
			return kind == centralSite || kind == primarySite && f.alone()
		}
	}
	return false
}

func (f *File) readSites() {
	if code := f.only("connection").text("SiteCode"); siteCode().MatchString(code) {
		f.SiteCode = code
	}
	list, _ := f.primaries()
	const from = "SMS_Site, SiteCode and ReportingSiteCode"
	for _, r := range list {
		code := r.text("SiteCode")
		if !slices.Contains(f.Sites, code) {
			f.Sites = append(f.Sites, code)
		}
		if host := hostOf(r.text("ServerName")); host != "" {
			f.Servers = append(f.Servers, code+" "+host)
		}
	}
	switch {
	case f.alone():
		f.fill(evidence.Reading{Key: "site.code", Value: f.Sites[0], Trust: evidence.Sure, From: from, Saw: f.Sites[0] + ", with nothing above it"})
	case len(f.Sites) == 1:
		f.offer(evidence.Reading{Key: "site.code", Value: f.Sites[0], Trust: evidence.Sure, From: from, Saw: f.Sites[0] + "; other primary sites may be hidden"})
	}
	switch {
	case f.central():
		f.fill(evidence.Reading{Key: "site.top_level", Value: string(model.CentralAdmin), Trust: evidence.Sure, From: "SMS_Site, Type and ReportingSiteCode", Saw: "that of a hierarchy"})
	case f.alone():
		f.fill(evidence.Reading{Key: "site.top_level", Value: string(model.StandalonePrimary), Trust: evidence.Sure, From: "SMS_Site, Type and ReportingSiteCode", Saw: "that of one primary site"})
	}
}

// hostOf is a full host name in lower case, "" for anything else.
func hostOf(text string) string {
	host := strings.ToLower(strings.Trim(text, `\`))
	if model.CheckHost(host) != nil {
		return ""
	}
	return host
}

// builds are the versions by the number of their build.
var builds = map[int64]string{
	9049: "2103", 9058: "2107", 9068: "2111", 9078: "2203", 9088: "2207", 9096: "2211", 9106: "2303", 9122: "2309",
	9128: "2403", 9132: "2409", 9135: "2503", 9141: "2509", 9146: "2603",
}

// readVersions reads the version of each primary site. A build that is not known
// and numbers that contradict each other are only offered.
func (f *File) readVersions() {
	list, _ := f.primaries()
	for _, r := range list {
		code := r.text("SiteCode")
		build, known := r.number("BuildNumber")
		release, console := f.release(code)
		version := builds[build]
		reading := evidence.Reading{Site: code, Key: "site.version", Value: version, Trust: evidence.Sure, From: "SMS_Site, BuildNumber", Saw: fmt.Sprint(build)}
		switch {
		case !known:
		case version == "" && release != "":
			reading.Value, reading.Trust, reading.From, reading.Saw = release, evidence.Likely, "SMS_Identification, MonthlyReleaseVersion", release
			f.offer(reading)
		case version == "":
			f.note("site-build-unknown", "", fmt.Sprintf("Site %s has build %d, which is not known here: its version stays open.", code, build), "")
		case mixed(r) || release != "" && release != version || console != "" && console != version || !sameBuild(r, build):
			reading.Saw += ", and another number of the file says otherwise"
			f.offer(reading)
		default:
			f.fill(reading)
		}
	}
}

// mixed reports whether an upgrade of the hierarchy is under way.
func mixed(r row) bool {
	mode, _ := r.number("Mode")
	return mode == 6 || mode == 7
}

// sameBuild holds the version in words against the build.
func sameBuild(r row, build int64) bool {
	parts := strings.Split(r.text("Version"), ".")
	return len(parts) < 3 || parts[2] == fmt.Sprint(build)
}

var (
	releaseForm = model.Pattern(`^2[0-9](0[1-9]|1[0-2])$`)
	consoleForm = model.Pattern(`^5\.(2[0-9](?:0[1-9]|1[0-2]))\.`)
)

// release is the version of a site in two other places, "" where it is not there.
func (f *File) release(code string) (release, console string) {
	r := f.only("identification")
	if r == nil || r.text("ThisSiteCode") != code {
		return "", ""
	}
	if n, ok := r.number("MonthlyReleaseVersion"); ok && releaseForm().MatchString(fmt.Sprint(n)) {
		release = fmt.Sprint(n)
	}
	if m := consoleForm().FindStringSubmatch(r.text("SMSAvailableConsoleVersion")); m != nil {
		console = m[1]
	}
	return release, console
}
