// Package tasks holds the tasks of the checklist: who does what, where to click,
// how to see that it worked, when a plan asks for it and when its answers say
// that it is done.
package tasks

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
)

// Conflict tells what the documents say against each other about the task.
func (t Task) Conflict() model.Disagreements { return rules.TaskConflicts()[t.ID] }

// A Task is an order and its proof. Its texts may hold **labels** of the
// console, `code`, and {names} that are filled from the plan: every name
// stands in the table of fill.go.
type Task struct {
	ID      string
	Title   string // an order: "Export the root CA certificate"
	Owner   model.Team
	Who     string                   // the role it takes: "ConfigMgr Full Administrator"
	When    func(p *model.Plan) bool // nil: always
	Because string                   // the part of When that the answers settle, in words
	If      string                   // the part that whoever has the task sees for himself; both "" for always
	After   []string                 // the tasks that must be done before

	Do       []string  // where to click, one step a line
	Commands []Command // the same without clicking, where documents give it
	Proof    string    // how one can tell that it worked
	Skipped  string    // what happens without it
	Change   Change    // what it means for the people who approve changes

	Adapt func(p *model.Plan, c *Change) // what of the change holds for some plans only; nil: nothing

	Revised  int                      // how often what must be done changed; raised by hand
	Already  func(p *model.Plan) bool // the answers state its result; nil: they cannot
	Versions []Gate                   // what differs by the version of the site
	Cites    []model.Citation
}

// Condition is When in words, "" for always.
func (t Task) Condition() string {
	if t.Because == "" || t.If == "" {
		return t.Because + t.If
	}
	return t.Because + "; " + strings.ToLower(t.If[:1]) + t.If[1:]
}

// A Gate is something that holds from a version of ConfigMgr on, a YYMM number,
// or before it.
type Gate struct {
	From, Before int // 0: no limit on that side
	Text         string
}

// Words are the gate as people of a version read it: "From version 2409 on: …"
// where it is not known, and without that where it holds now and later on.
func (g Gate) Words(v model.Version) string {
	switch {
	case g.From == 0 || model.Known(v) && g.Before != 0:
		return fmt.Sprintf("Before version %d: %s", g.Before, g.Text)
	case model.Known(v):
		return model.Capital(g.Text)
	case g.Before == 0:
		return fmt.Sprintf("From version %d on: %s", g.From, g.Text)
	}
	return fmt.Sprintf("From version %d on, before %d: %s", g.From, g.Before, g.Text)
}

// Gates are the words of what can concern a site of this version, in the order
// of the versions.
func (t Task) Gates(v model.Version) []string {
	sorted := slices.Clone(t.Versions)
	slices.SortStableFunc(sorted, func(a, b Gate) int { return cmp.Compare(a.From, b.From) })
	var words []string
	for _, g := range sorted {
		if g.applies(v) {
			words = append(words, g.Words(v))
		}
	}
	return words
}

// applies reports whether the gate can concern a site of this version: one that
// is not known may be any.
func (g Gate) applies(v model.Version) bool {
	return !model.Known(v) || v.AtLeast(g.From) && (g.Before == 0 || !v.AtLeast(g.Before))
}

// Shell is what a command line is typed into: it decides how values are quoted.
type Shell string

// The shells.
const (
	PowerShell     Shell = "PowerShell"
	SiteDrive      Shell = "PowerShell, site" // the ConfigurationManager module, on the site's drive
	CommandPrompt  Shell = "Command Prompt"
	ElevatedPrompt Shell = "Command Prompt, as administrator"

	WindowsPowerShell Shell = "Windows PowerShell" // the one of Windows, for what later ones lack
)

// A Command is one line to type. A {name} that stands for several hosts makes
// one line of each.
type Command struct {
	Shell Shell
	Line  string
}

// A Phase is a stage of the setup.
type Phase struct {
	ID, Title string
	Tasks     []Task
}

// Phases is the whole catalogue, in the order of the setup.
func Phases() []Phase {
	return []Phase{
		{"planning", "Prerequisites and planning", slices.Concat(planningTasks, frameworkTasks, levelTasks)},
		{"server-certificate", "CMG server authentication certificate", serverCertificateTasks},
		{"entra-integration", "Microsoft Entra integration", entraIntegrationTasks},
		{"client-authentication", "Client authentication", clientAuthenticationTasks},
		{"site-security", "Site security and management points", slices.Concat(siteSecurityTasks, trustTasks)},
		{"create-cmg", "Create the CMG", createCMGTasks},
		{"site-configuration", "Site configuration", siteConfigurationTasks},
		{"connection-point", "CMG connection point", connectionPointTasks},
		{"cmg-traffic", "CMG traffic on management points and software update points", cmgTrafficTasks},
		{"boundary-groups", "Boundary groups and content", boundaryGroupTasks},
		{"client-settings", "Client settings", clientSettingTasks},
		{"clients", "Install clients or point them at the CMG", clientTasks},
		{"verification", "Verify", verificationTasks},
		{"operation", "Operate", operationTasks},
	}
}
