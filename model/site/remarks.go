package site

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/site/script"
)

// oldAfter is when a collected file is old.
const oldAfter = 30 * 24 * time.Hour

// About says in a few words which site the file is of, where and when it was made.
func (f *File) About() string {
	about := "facts of one server"
	if len(f.Answers) == 0 {
		about = "a collected file without facts"
	}
	if f.SiteCode != "" {
		about = "facts of site " + f.SiteCode
	}
	if f.Computer != "" {
		about += ", collected on " + f.Computer
	}
	if !f.Collected.IsZero() {
		about += " " + f.Collected.Format("2006-01-02 15:04 UTC")
	}
	return about
}

// remark says what to know about the file as a whole.
func (f *File) remark(at time.Time) {
	f.note("site-untested", "", "The script and this reading were checked against documentation, and never on a real site. You can change every value.",
		"If something does not fit, open an issue with the section and the type of the value, without names.")
	if len(f.Answers) == 0 {
		f.note("site-says-nothing", model.Advice, "Nothing in the file says anything about a plan, so that a plan keeps nothing of it.", "Run the script again, in the window that the console opens with Connect via Windows PowerShell, or as an administrator on a server.")
	}
	f.remarkAge(at)
	if f.format > fileFormat {
		f.note("site-newer-format", model.Warning, fmt.Sprintf("The file has format %d, and this program knows format %d: only what it knows is read.", f.format, fileFormat), "Use a newer cmgwizard.")
	}
	if !f.complete {
		f.note("site-not-complete", "", "The script was stopped before its end. What is in the file is read; the rest stays open.", "")
	}
	f.remarkScript()
	f.remarkFaults()
	f.remarkGaps()
	f.remarkSites()
	if len(f.ignored) > 0 {
		f.note("site-not-known", "", "Not known here and kept aside: "+strings.Join(model.FirstFew(f.ignored), ", ")+".", "")
	}
}

func (f *File) remarkAge(at time.Time) {
	switch {
	case !f.ahead.IsZero():
		f.note("site-from-later", model.Warning, "The file says that it was collected on "+f.ahead.Format(time.DateOnly)+", which lies ahead. That day does not count: nothing has expired by it.",
			"Check the clocks of this computer and of the one that the file comes from, and run the script again.")
	case f.Collected.IsZero():
		f.note("site-no-date", model.Advice, "The file does not say when it was collected.", "Run the script again.")
	case at.IsZero():
	case at.Sub(f.Collected) > oldAfter:
		f.note("site-old", model.Warning, "The file was collected "+model.Counted(int(at.Sub(f.Collected).Hours()/24), "day")+" ago. The site may have changed.", "Run the script again.")
	}
}

func (f *File) remarkScript() {
	switch {
	case f.hash == "":
		f.note("site-script-pasted", "", "The script was pasted, so that the file does not say which script it was.", "")
	case !script.Is(f.hash):
		f.note("site-script-changed", "", "The file was made by another script than this program prints: an older or a changed one.", "")
	}
}

// causes are the types of errors with what is behind them. Their texts are
// translated, and are not looked at.
var causes = []struct{ part, words string }{
	{"UnauthorizedAccess", "no rights"}, {"AccessDenied", "no rights"},
	{"CommandNotFound", "not on this computer"}, {"ItemNotFound", "not on this computer"}, {"PathNotFound", "not on this computer"},
	{"ManagementException", "not in this version, or WMI refused it"}, {"CimException", "not in this version, or WMI refused it"},
}

// remarkFaults names the sections that failed, by their cause.
func (f *File) remarkFaults() {
	by := map[string][]string{}
	for _, name := range sorted(f.sections) {
		s := f.sections[name]
		if s.fault == "" || strings.HasPrefix(name, "local_") && f.SiteCode != "" {
			continue // what an administrator's PC does not have is no news
		}
		words := "failed"
		for _, c := range causes {
			if strings.Contains(s.fault, c.part) {
				words = c.words
				break
			}
		}
		by[words] = append(by[words], name)
	}
	for _, words := range sorted(by) {
		f.note("site-section-failed", "", "Not read ("+words+"): "+strings.Join(by[words], ", ")+". What they would say stays open.", "")
	}
}

// ofSite and ofComputer are the sections that the script writes: of a site, and of the computer that
// it runs on.
var (
	ofSite     = strings.Fields("sites identification tenants apps app_uris cmg cmg_environment cmg_group cmg_revocation cmg_protocol boundary_groups components roles client_settings")
	ofComputer = strings.Fields("local_machine local_dotnet local_site local_aspnet45 local_bindings local_certificates local_system_proxy")
)

// remarkGaps names the sections that are missing, that are empty and that are of another
// type, in a line for each. None of that is ever taken for "no".
func (f *File) remarkGaps() {
	var missing, empty, odd []string
	want := append([]string{"connection"}, ofComputer...)
	if f.SiteCode != "" {
		want = append(ofSite[:len(ofSite):len(ofSite)], ofComputer...)
	}
	for _, name := range want {
		if s := f.sections[name]; !s.there && !s.odd {
			missing = append(missing, name)
		}
	}
	if f.SiteCode != "" && !slices.ContainsFunc(sorted(f.sections), func(name string) bool { return strings.HasPrefix(name, "count_") }) {
		missing = append(missing, "the numbers of devices")
	}
	for _, name := range sorted(f.sections) {
		switch s := f.sections[name]; {
		case s.odd:
			odd = append(odd, name)
		case s.whole && len(s.rows) == 0 && slices.Contains(ofSite, name) && !strings.HasPrefix(name, "cmg_"):
			empty = append(empty, name)
		}
	}
	f.name("site-section-missing", "Not in the file: ", missing, ". What they would say stays open.")
	f.name("site-section-empty", "Without a row: ", empty, ". That does not say that there is none: rights hide rows.")
	f.name("site-section-odd", "Not as the script writes it: ", odd, ". What could not be read of it stays open.")
}

// name names sections, if there are some.
func (f *File) name(id, text string, names []string, end string) {
	if len(names) > 0 {
		f.note(id, "", text+strings.Join(names, ", ")+end, "")
	}
}

func sorted[T any](all map[string]T) []string {
	var keys []string
	for key := range all {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}

func (f *File) remarkSites() {
	if f.SiteCode != "" && !f.top() {
		f.note("site-not-top", model.Advice, "The file was collected at site "+f.SiteCode+", which is not known to be the top-level site: what others have may be hidden.", "Connect the console to the top-level site, and run the script again.")
	}
	if len(f.Sites) > 1 {
		f.note("site-several-primaries", model.Advice, "The hierarchy has several primary sites: "+strings.Join(model.FirstFew(f.Sites), ", ")+". What is read of a site counts once the plan names its code.", "")
	}
	if !f.visible() && f.SiteCode != "" {
		f.note("site-devices-hidden", "", "The file does not prove that all devices were seen: no number of devices counts.", "")
	}
	if slices.ContainsFunc(f.Answers, func(r evidence.Reading) bool { return r.Key == "site.security_now" }) {
		f.note("site-undocumented", "", "How the site communicates was read from IISSSLState. No page of Microsoft says what its numbers mean; public tools agree on it.", "")
	}
}
