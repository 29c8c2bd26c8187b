package rules

import "cmgwizard/model"

// The versions at which something changes for servers.
const (
	taskSequencesFail = 2002
	taskSequencesRun  = 2006
	bootMediaOverCMG  = 2010
	DotNet48Needed    = 2403
)

// serverRules judge the servers of the site beside their certificates.
var serverRules = []Rule{
	{
		ID:       "service-connection-point",
		Title:    "The service connection point is online",
		Problem:  "The service connection point is offline or not installed",
		Open:     "Unknown whether the service connection point is online",
		Why:      "The service connection point deploys and monitors the CMG. Offline, it can do neither.",
		When:     "Once the mode of the service connection point is answered",
		Reads:    []string{"site.service_connection_point"},
		Severity: always(model.Blocker),
		Fix:      "Install the service connection point at the top-level site, and set it to online mode.",
		Task:     "pre-scp-online",
		Cites:    []model.Citation{{"plan-cmg", "requirements"}, {"scp", "bkmk_modes"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return onceAnswered("site.service_connection_point", p.Site.ServiceConnectionPoint, "it works offline, or there is none", model.ConnectionOnline)
		},
	},
	{
		ID:       "dotnet-48",
		Title:    "The servers have .NET Framework 4.8",
		Problem:  "At least one server of the site lacks .NET Framework 4.8",
		Open:     "Unknown whether all servers of the site have .NET Framework 4.8",
		Why:      "From version 2403 on, the service connection point and the management points do not work properly without it. The prerequisite checker only warns, so the update still installs.",
		When:     "The version is 2403 or later, and the question about .NET Framework 4.8 is answered",
		Reads:    []string{"site.version", "site.dotnet_48"},
		Severity: always(model.Warning),
		Fix:      "Install .NET Framework 4.8 on the site server and on every server that lacks it.",
		Task:     "srv-dotnet-48",
		Cites:    []model.Citation{{"site-prereqs", "net-version-requirements"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Site.Version.AtLeast(DotNet48Needed), func() []model.Outcome {
				return onceAnswered("site.dotnet_48", p.Site.DotNet48, "a server lacks it", model.Yes)
			})
		},
	},
	{
		ID:       "boot-media-internet-only",
		Title:    "A CMG management point can serve boot media",
		Problem:  "{it} accepts only internet clients, so boot media cannot use it through the CMG",
		Open:     "Unknown whether {it} accepts only internet clients",
		Why:      "In versions 2010 and 2103 a management point that allows internet-only connections cannot serve the boot media of a task sequence over the CMG.",
		When:     "For each CMG management point whose question about internet-only connections is answered, in versions from 2010 on and before 2107",
		Reads:    []string{"site.version", "management_points[].cmg_traffic", "management_points[].internet_only"},
		Severity: always(model.Advice),
		Fix:      "If boot media are used over the CMG, let the management point allow intranet and internet connections.",
		Cites:    []model.Citation{{"deploy-ts-internet", "prerequisites-for-boot-media-via-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			limited := p.Site.Version.AtLeast(bootMediaOverCMG) && !p.Site.Version.AtLeast(scaleSetsForAll)
			return model.OnlyIf(limited, func() []model.Outcome {
				return each(p.CMGPoints(), func(i int) []model.Outcome {
					return onceAnswered(model.PointKey(i, "internet_only"), p.ManagementPoints[i].InternetOnly, "it is for internet clients only: boot media cannot use it", model.No)
				})
			})
		},
	},
	{
		ID:       "task-sequences-over-cmg",
		Title:    "Task sequences run over the CMG",
		Problem:  "Task sequences do not run through the CMG in version 2002",
		Open:     "Unknown whether task sequences run through the CMG in version 2002",
		Why:      "In version 2002, a device on the CMG runs no task sequence if the management point is HTTP in an Enhanced HTTP site. The same is true if the client registered with a bulk registration token. The release notes of that time say so; version 2006 fixes it.",
		When:     "In version 2002",
		Reads:    []string{"site.version", "site.security", "management_points[].clients", "management_points[].cmg_traffic", "devices[].internet", "devices[].method", "token.registration"},
		Severity: always(model.Warning),
		Fix:      "Update the site: version 2006 fixes this, and a current CMG needs a later version anyway.",
		Cites:    []model.Citation{{"release-notes", "task-sequences-cant-run-over-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			limited := p.Site.Version.AtLeast(taskSequencesFail) && !p.Site.Version.AtLeast(taskSequencesRun)
			return model.OnlyIf(limited, func() []model.Outcome { return judgeTaskSequences(p) })
		},
	},
}

// judgeTaskSequences looks for the two things that task sequences over the CMG
// fail on.
func judgeTaskSequences(p *model.Plan) []model.Outcome {
	points, bulk, missing := p.CMGPoints(), model.IsFalse, []string(nil)
	enhanced := p.SomeMode(points, []model.Mode{model.ModeEnhancedHTTP})
	if enhanced == model.Unknown {
		missing = modeKeys(&p.Answers, points)
	}
	if p.Uses(model.SiteToken) {
		bulk = p.Token.UsesBulk()
	}
	if bulk == model.Unknown {
		missing = append(missing, "token.registration")
	}
	fails := model.Some(enhanced, bulk)
	return model.OutcomeOf("site.version", model.IsTrue-fails, failingTaskSequences(enhanced, bulk), missing...)
}

// failingTaskSequences says which devices run none.
func failingTaskSequences(enhanced, bulk model.Truth) string {
	switch {
	case enhanced == model.IsTrue && bulk == model.IsTrue:
		return "in this version they fail over an E-HTTP management point, and on clients that registered with a bulk token"
	case enhanced == model.IsTrue:
		return "in this version they fail over an E-HTTP management point"
	}
	return "in this version they fail on clients that registered with a bulk token"
}

// onceAnswered judges an answer from the moment it is there, Unsure too: a plan
// that was made before the question was asked is not judged by it.
func onceAnswered[T ~string](subject string, answer T, detail string, wanted ...T) []model.Outcome {
	return model.OnlyIf(answer != "", func() []model.Outcome { return answered(subject, answer, detail, wanted...) })
}
