package rules

import "cmgwizard/model"

// The versions that can deploy a CMG as a virtual machine scale set: the first
// of them with limits, every later one without.
const (
	scaleSetsFirst  = 2010
	scaleSetsForAll = 2107
)

// azureRules judge what Azure must have ready for the CMG.
var azureRules = []Rule{
	{
		ID:       "resource-providers",
		Title:    "The four resource providers are registered in the subscription",
		Problem:  "At least one of the four Azure resource providers is not registered",
		Open:     "Unknown whether all four Azure resource providers are registered",
		Why:      "The CMG consists of resources of four providers, and Microsoft requires all four to be registered in the subscription. Reports describe failed deployments, and conversions that could not be repaired, where one was missing.",
		When:     "Once the question about the resource providers is answered",
		Reads:    []string{"gateway.resource_providers"},
		Severity: always(model.Blocker),
		Fix:      "Register Microsoft.KeyVault, Microsoft.Storage, Microsoft.Network and Microsoft.Compute in the subscription.",
		Task:     "azure-providers",
		Cites:    []model.Citation{{"configure-azure-ad", "configure-azure-resource-providers"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return onceAnswered("gateway.resource_providers", p.Gateway.ResourceProviders, "not all of them are", model.Yes)
		},
	},
	{
		ID:       "service-name-unique",
		Title:    "The first part of the service name is free in Azure",
		Problem:  "The first part of the service name is already taken in Azure",
		Open:     "Unknown whether the first part of the service name is still available in Azure",
		Why:      "Azure uses it as the name of the scale set, of the key vault and, where the CMG serves content, of the storage account. If one of them is taken, the deployment fails.",
		When:     "Once the question whether the name is free is answered",
		Reads:    []string{"gateway.name_available"},
		Severity: always(model.Blocker),
		Fix:      "Check the name in the Azure portal for all three kinds of resource, and choose another where one is taken.",
		Task:     "plan-name-unique",
		Cites:    []model.Citation{{"server-auth-cert", "globally-unique-name"}, {"server-auth-cert", "content-enabled-cmg-storage-account"}},
		Judge:    judgeNameFree,
	},
	{
		ID:       "scale-set-version",
		Title:    "The site is new enough for a CMG without the early limits",
		Problem:  "The site version supports no scale sets, or only the early, limited ones",
		Open:     "Unknown whether the site version supports scale sets without the early limits",
		Why:      "A CMG is deployed as a virtual machine scale set, which versions before 2010 do not support at all. In 2010 and 2103 it is a pre-release feature for standalone primary sites, with a Cloud Solution Provider subscription and 2,000 clients per instance. Clients can be installed over the internet only if there is a single HTTPS management point.",
		When:     "Always; a version that is not known counts as the newest",
		Reads:    []string{"site.version"},
		Severity: bySince(scaleSetsFirst, model.Warning, model.Blocker),
		Grades:   "A blocker before version 2010, a warning for versions from 2010 on and before 2107",
		Fix:      "Update the site to version 2107 or later before you create the CMG.",
		Cites:    []model.Citation{{"plan-cmg", "virtual-machine-scale-sets"}, {"plan-cmg", "limitations-with-versions-2010-and-2103"}, {"perf-scale", "size-and-scale-for-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OutcomeOf("site.version", model.TruthOf(p.Site.Version.AtLeast(scaleSetsForAll)), scaleSetLimits(p.Site.Version))
		},
	},
	{
		ID:       "tls12-enforced",
		Title:    "The CMG enforces TLS 1.2",
		Problem:  "The CMG will not enforce TLS 1.2",
		Open:     "Unknown whether the CMG will enforce TLS 1.2",
		Why:      "Without it, the CMG may use older TLS versions on the internet. It is on by default and affects only the CMG's virtual machines and, from version 2107 with its update rollup on, their storage account. It affects none of your servers and clients.",
		When:     "Once the question about TLS 1.2 is answered",
		Reads:    []string{"gateway.enforce_tls12"},
		Severity: always(model.Advice),
		Fix:      "Leave \"Enforce TLS 1.2\" on.",
		Cites:    []model.Citation{{"setup-cmg", "set-up-a-cmg"}, {"security-cmg", "enforce-tls-12"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return onceAnswered("gateway.enforce_tls12", p.Gateway.EnforceTLS12, "it does not", model.Yes)
		},
	},
}

// judgeNameFree waits for the task while nobody has looked. A name that is
// taken stays taken: only another name helps.
func judgeNameFree(p *model.Plan) []model.Outcome {
	verdicts := onceAnswered("gateway.name_available", p.Gateway.NameAvailable, "it is taken: choose another first part for the service name", model.NameFree)
	for i := range verdicts {
		verdicts[i].Settled = verdicts[i].Holds == model.IsFalse
		verdicts[i].Way = "gateway.service_name"
	}
	return verdicts
}

// scaleSetLimits says what stands against a version before scaleSetsForAll.
func scaleSetLimits(v model.Version) string {
	name := "version " + model.Clean(string(v))
	if v.AtLeast(scaleSetsFirst) {
		return name + " has scale sets with the first limits"
	}
	return name + " has no scale sets, and a CMG can no longer be deployed without them"
}
