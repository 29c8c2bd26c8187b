package rules

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/updates"
)

// The tasks that bring a site to another level.
const (
	InstallUpdates = "site-update"
	UpgradeSite    = "site-upgrade"
)

// A repair is a rule about a fault of some versions that an update ends.
type repair struct {
	Rule
	in      []model.Version // the versions with the fault, nil: all that the update does not come with
	by      model.KB
	applies func(p *model.Plan) bool // nil: always
}

// imageEnforced is the first day of the year in which Azure withdraws the old
// image: Microsoft says "early 2027" and names no day.
var imageEnforced = time.Date(2027, 1, 1, 0, 0, 0, 0, time.UTC)

// repairs are the faults that a site may have for want of an update, newest
// first.
var repairs = []repair{
	{by: updates.ImageUpdate, Rule: Rule{
		ID:       "cmg-image-offer",
		Title:    "The CMG is built from an image that stays available",
		Problem:  "The update for the image of the CMG is not installed",
		Open:     "Unknown whether the update for the image of the CMG is installed",
		Why:      "Azure withdraws the image with .NET 6 that a CMG was built from. Microsoft says that from early 2027 new CMGs and reimaging fail with it, and that it gets no patches before. Version 2603 does not contain the update: after an update from 2509 it must be reinstalled.",
		When:     "Once the version is known",
		Severity: imageSeverity,
		Grades:   "A blocker from 2027-01-01 on, a warning before, and while it is not known whether the update is installed; advice where the version is newer than the tables",
		Fix:      "Install KB37942646. On version 2509 it is in the second rollup, KB37864969. Version 2403 and older ones have no such update: update the site.",
		Cites:    []model.Citation{{"kb-37942646", "summary-of-kb37942646"}, {"kb-37942646", "version-information"}, {"kb-37864969", "hotfixes-that-are-included-in-this-update"}, {"kb-37426535", "hotfixes-that-are-included-in-this-update"}},
	}},
	{by: updates.SecurityUpdate, in: []model.Version{"2603", "2509", "2503"}, Rule: Rule{
		ID:       "security-update",
		Title:    "The security update for the administration service is installed",
		Problem:  "The security update for the SMS Provider and the administration service is not installed",
		Open:     "Unknown whether the security update for the SMS Provider and the administration service is installed",
		Why:      "It closes a hole in the SMS Provider and hardens the administration service, which can be reached through a CMG. It is an update of its own, in no rollup that is known here.",
		When:     "Once the version is known, from version 2503 on",
		Severity: always(model.Warning),
		Grades:   "A warning, advice where the version is newer than the tables",
		Fix:      "Install KB38982839; it ends with a site reset.",
		Cites:    []model.Citation{{"kb-38982839", "summary-of-kb38982839"}},
	}},
	{by: updates.NewCMGUpdate, in: []model.Version{"2409"}, applies: makesCMG, Rule: Rule{
		ID:       "new-cmg-on-2409",
		Title:    "Version 2409 can install a new CMG",
		Problem:  "Version 2409 without its update cannot install a new CMG",
		Open:     "Unknown whether the update for new CMGs on version 2409 is installed",
		Why:      "The machines of a new CMG fail in the step InstallCMG: DeploymentFailed in CloudMgr.log, VMExtensionProvisioningError in the activity log of Azure. A CMG that runs already is not affected until it is upgraded.",
		When:     "In version 2409, unless a CMG runs already",
		Severity: whenTold(model.Blocker),
		Grades:   "A blocker, a warning while it is not known whether the update is installed",
		Fix:      "Install the rollup KB30385346, or KB30833053, or update the site.",
		Cites:    []model.Citation{{"kb-30833053", "summary-of-kb30833053"}, {"kb-30385346", "issues-that-are-fixed"}},
	}},
	{by: updates.Rollup2403, in: []model.Version{"2403"}, applies: servesContent, Rule: Rule{
		ID:       "cmg-content-branchcache",
		Title:    "Clients of version 2403 can download from the CMG",
		Problem:  "In version 2403 without its rollup, downloads from the CMG can fail",
		Open:     "Unknown whether the rollup of version 2403 is installed",
		Why:      "The download ends with HTTP code 500 in DataTransferService.log. It happens more often where BranchCache is on and boundary groups are used.",
		When:     "In version 2403, where the CMG serves content",
		Severity: always(model.Warning),
		Fix:      "Install the rollup KB28204160, or update the site.",
		Cites:    []model.Citation{{"kb-28204160", "issues-that-are-fixed"}},
	}},
	{by: updates.ContentFix2309, in: []model.Version{"2309", "2303"}, applies: servesContent, Rule: Rule{
		ID:       "cmg-content-sql",
		Title:    "Clients of versions 2303 and 2309 can download from the CMG",
		Problem:  "In versions 2303 and 2309 without the rollup, clients may not download from the CMG",
		Open:     "Unknown whether the rollup of version 2309 is installed",
		Why:      "The management point lacks a right in the database: MP_Location.log says that SELECT was denied on vSMS_DefaultBoundaryGroup. Version 2303 has no rollup that fixes it.",
		When:     "In versions 2303 and 2309, where the CMG serves content",
		Severity: always(model.Warning),
		Fix:      "Install the rollup of 2309, KB27863823 or KB25858444, or update the site.",
		Cites:    []model.Citation{{"kb-25858444", "issues-that-are-fixed"}},
	}},
	{by: updates.ConnectorFix, in: []model.Version{"2303"}, Rule: Rule{
		ID:       "connector-dormant-2303",
		Title:    "The connection point wakes up after maintenance of the CMG",
		Problem:  "In version 2303 without its rollup, the connection point sleeps after maintenance of the CMG",
		Open:     "Unknown whether the rollup of version 2303 is installed",
		Why:      "After the CMG was offline for an upgrade or maintenance, no client can connect until somebody restarts the SMS Executive service.",
		When:     "In version 2303",
		Severity: always(model.Warning),
		Fix:      "Install the rollup KB24719670, or update the site.",
		Cites:    []model.Citation{{"kb-21010486", "issues-that-are-fixed"}},
	}},
	{by: updates.RegistrationFix, in: []model.Version{"2203"}, applies: func(p *model.Plan) bool { return p.Uses(model.ClientPKI) }, Rule: Rule{
		ID:       "pki-registration-2203",
		Title:    "PKI clients of version 2203 can register",
		Problem:  "In version 2203 without its update, PKI clients that cannot reach the domain do not register",
		Open:     "Unknown whether the update for the registration on version 2203 is installed",
		Why:      "It hits new workgroup clients, devices that join for the first time, and clients that renew their certificate. DDM.log says: ClientIdentity is not a hex string.",
		When:     "In version 2203, where a kind of device on the internet uses PKI certificates",
		Severity: whenTold(model.Blocker),
		Grades:   "A blocker, a warning while it is not known whether the update is installed",
		Fix:      "Install the rollup KB14244456, or KB14480034, or update the site.",
		Cites:    []model.Citation{{"kb-14480034", "summary-of-kb14480034"}},
	}},
}

// updateRules judge the version of the site, and its updates.
var updateRules = slices.Concat(versionRules, repairRules())

// repairRules make rules of the repairs.
func repairRules() []Rule {
	list := make([]Rule, len(repairs))
	for i, r := range repairs {
		r.Reads = append([]string{"site.version", "site.updates"}, readsMore[r.ID]...)
		r.Task, r.Others, r.Instead = InstallUpdates, []string{UpgradeSite}, r.instead
		r.Judge = r.judge
		list[i] = r.Rule
	}
	return list
}

// readsMore are the further answers that decide whether the fault is there, or
// matters to the plan. No console shows the security update.
var readsMore = map[string][]string{
	"cmg-image-offer": {"site.console_version"}, "new-cmg-on-2409": {"site.console_version", "gateway.exists"},
	"cmg-content-branchcache": {"site.console_version", "gateway.serve_content"}, "cmg-content-sql": {"site.console_version", "gateway.serve_content"},
	"connector-dormant-2303": {"site.console_version"}, "pki-registration-2203": {"site.console_version", "devices[].internet", "devices[].method"},
}

func (r repair) judge(p *model.Plan) []model.Outcome {
	if !r.touches(p) {
		return nil
	}
	o := model.Outcome{Subject: "site.updates", Way: "site.version", Missing: []string{"site.updates"}, Holds: updates.Has(&p.Site, r.by)}
	switch {
	case updates.Newer(p.Site.Version):
		o.Fix = "Look at what Updates and Servicing in the console offers for this version."
		o.Severity, o.Doubt = model.Advice, "version "+model.Clean(string(p.Site.Version))+" is newer than what this program knows of "+updates.Day
	case r.noUpdate(p.Site.Version):
		o.Holds, o.Detail = model.IsFalse, "version "+string(p.Site.Version)+" has no such update: only a later version has it"
	case o.Holds == model.Unknown && p.Site.Updates != nil:
		o.Severity, o.Doubt = model.Warning, "the list of updates has one that this program does not know: it may contain "+string(r.by)
	case o.Holds == model.Unknown:
		o.Severity, o.Doubt = model.Warning, "nobody has said which updates are installed"
	default:
		o.Detail = string(r.by) + " is not among the updates of the plan, nor is one that contains it"
	}
	return []model.Outcome{o}
}

// touches reports whether the version of the plan has the fault, or is one that
// came after the tables and may have it still.
func (r repair) touches(p *model.Plan) bool {
	v := p.Site.Version
	if !model.Known(v) || r.applies != nil && !r.applies(p) {
		return false
	}
	if updates.Newer(v) {
		u, _ := updates.Find(r.by)
		return u.Since == ""
	}
	return r.in == nil || slices.Contains(r.in, v)
}

// noUpdate reports whether a version never gets the update.
func (r repair) noUpdate(v model.Version) bool {
	u, _ := updates.Find(r.by)
	return !u.InstallsOn(v) && !updates.Newer(v)
}

// instead is a later version where that is the way out: the one that is there
// has no such update, or its support is over.
func (r repair) instead(p *model.Plan) string {
	u, _ := updates.Find(r.by)
	if r.noUpdate(p.Site.Version) || u.Since != "" && updates.SupportOn(p.Site.Version, p.At).Over() {
		return UpgradeSite
	}
	return ""
}

// imageSeverity follows the year in which the old image fails.
func imageSeverity(p *model.Plan) model.Severity {
	if p.At.Before(imageEnforced) {
		return model.Warning
	}
	return whenTold(model.Blocker)(p)
}

// whenTold is milder while nobody said which updates are installed: a plan from
// before the question is not worse for it.
func whenTold(s model.Severity) func(p *model.Plan) model.Severity {
	return func(p *model.Plan) model.Severity {
		if updates.Told(&p.Site) {
			return s
		}
		return model.Warning
	}
}

func makesCMG(p *model.Plan) bool { return p.Gateway.Exists != model.Yes }

func servesContent(p *model.Plan) bool { return p.Gateway.ServeContent == model.Yes }

// MissingUpdates lists the updates that rules ask for and that the plan is not
// known to have, newest first.
func MissingUpdates(p *model.Plan) []model.KB {
	var list []model.KB
	for _, r := range repairs {
		if outcomes := r.judge(p); len(outcomes) > 0 && outcomes[0].Holds != model.IsTrue && r.instead(p) == "" {
			list = append(list, r.by)
		}
	}
	return list
}

// UpdatesMatter reports whether some update matters to the version of the plan.
func UpdatesMatter(p *model.Plan) bool {
	return slices.ContainsFunc(repairs, func(r repair) bool { return r.touches(p) && r.instead(p) == "" })
}

// AsksFor reports whether a rule of the site's version and updates asks for the
// task.
func AsksFor(p *model.Plan, task string) bool {
	return slices.ContainsFunc(updateRules, func(r Rule) bool {
		fails := func(o model.Outcome) bool { return o.Holds != model.IsTrue }
		return slices.Contains(r.Tasks(), task) && slices.ContainsFunc(r.Judge(p), fails) && r.taskFor(p) == task
	})
}

// supportWords say when the support of a version ends, or ended.
func supportWords(s updates.Support) string {
	if s.Over() {
		return fmt.Sprintf("support of version %s ended on %s", s.Version.Name, s.Version.Ends)
	}
	return fmt.Sprintf("support of version %s ends on %s, in %s", s.Version.Name, s.Version.Ends, model.Counted(s.DaysLeft, "day"))
}

// upgradeFix names the versions on the way.
func upgradeFix(v model.Version) string {
	way := updates.WayUp(v)
	if len(way) == 0 {
		return ""
	}
	fix := "Update the site to " + updates.WayInWords(way) + "."
	if strings.Contains(fix, string(updates.Newest().Name)) {
		fix += " That is the newest version known here: take a later one where the console offers it."
	}
	return fix
}
