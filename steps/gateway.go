package steps

import "cmgwizard/model"

var gateway = Step{
	ID:    "gateway",
	Title: "The CMG",
	Why:   "The console asks for all of this when the CMG is created, and most of it can be changed only by redeploying.",
	Ask: func(a *model.Answers) []Question {
		return append(append(nameQuestions(a), groupQuestions(a)...), serverCertificateQuestions(a)...)
	},
}

// options are what can be changed while the CMG runs.
var options = Step{
	ID:    "options",
	Title: "Size and options of the CMG",
	Why:   "The console asks for most of this too, and it can be changed while the CMG runs.",
	Ask: func(a *model.Answers) []Question {
		questions := sizeQuestions()
		if a.Uses(model.ClientPKI) {
			questions = append(questions, revocationOnGateway(a))
		}
		questions = append(questions, optionQuestions(a)...)
		return append(questions, clientsOfGateway()...)
	},
}

func nameQuestions(a *model.Answers) []Question {
	return []Question{
		{
			Key:   "gateway.exists",
			Why:   "Its clients notice changes to the site, and another CMG needs another name.",
			Where: "Console: Administration > Cloud Services > Cloud Management Gateway: is anything listed?",
		},
		{
			Key: "gateway.service_name", Example: "contosocmg.contoso.com", Check: model.CheckServiceName, Note: inside(a), Said: inside,
			Why:   "It is the common name of the server certificate, and clients use it. The first part becomes the name in Azure: 3 to 24 lowercase letters and digits, starting with a letter.",
			Where: "You choose it, together with the people who run your public DNS.",
		},
		{
			Key: "gateway.environment", Best: string(model.PublicCloud),
			Why:   "The addresses differ, and US Government needs version 2111 or later.",
			Where: "Azure portal: portal.azure.com is the public cloud, portal.azure.us the US Government cloud.",
		},
		{
			Key: "gateway.region", Example: "westeurope", Suggest: model.AzureRegions(), Note: unlisted(a), Said: unlisted,
			Why:   "It is part of the Azure name, and content loads faster when it is near your users.",
			Where: "Azure portal, or the list in the Create Cloud Management Gateway wizard.",
		},
		{
			Key:   "gateway.name_available",
			Why:   "A scale set, a key vault and, with content, a storage account get this name. If one of them is taken, the deployment fails.",
			Where: "Azure portal > Create a resource: type the name for each of the three, read what the page says, and create nothing.",
		},
	}
}

// inside says that the internet cannot know the service name, "" for one that it can.
func inside(a *model.Answers) string {
	if name := a.Gateway.ServiceName; model.Known(name) && model.OnlyInside(name) {
		return "Public DNS does not serve names that end like " + model.Clean(name) + ": choose one in a domain that you own on the internet."
	}
	return ""
}

// unlisted says that the region may be misspelled, "" for one that is known.
func unlisted(a *model.Answers) string { return model.UnlistedRegion(a.Gateway.Region) }

func groupQuestions(a *model.Answers) []Question {
	questions := []Question{
		{
			Key:   "gateway.resource_providers",
			Why:   "The deployment needs Microsoft.KeyVault, Microsoft.Storage, Microsoft.Network and Microsoft.Compute.",
			Where: "Azure portal > Subscriptions > the subscription > Settings > Resource providers: all four Registered.",
		},
		{
			Key: "gateway.resource_group", Example: "rg-cmg", Optional: true,
			Why:   "Empty means that the wizard in the console creates one.",
			Where: "Azure portal > Resource groups.",
		},
	}
	if !model.Known(a.Gateway.ResourceGroup) && a.Gateway.ResourceGroupInRegion == "" {
		return questions
	}
	return append(questions, Question{
		Key:   "gateway.resource_group_in_region",
		Why:   "A group in another region makes the deployment fail. For a group that does not exist yet, answer yes.",
		Where: "Azure portal > Resource groups > Overview > Location.",
	})
}

func serverCertificateQuestions(a *model.Answers) []Question {
	questions := []Question{{
		Key:   "gateway.certificate_source",
		Why:   "Windows already trusts a public provider; the root CA of your own PKI must be deployed to every internet device. Only your own PKI can issue for a name in an Azure domain.",
		Where: "Ask who orders certificates. The file must be a PFX with its private key; this program never asks for it.",
	}}
	if a.Gateway.CertificateSource != model.EnterprisePKI {
		return questions
	}
	return append(questions, Question{
		Key:   "gateway.root_on_clients",
		Why:   "Devices with Microsoft Entra ID or tokens need it too: without trust the installation stops.",
		Where: "On an internet device: certlm.msc > Trusted Root Certification Authorities.",
	})
}

func sizeQuestions() []Question {
	return []Question{
		{
			Key: "gateway.vm_size", Best: string(model.SizeStandard),
			Why:   "It determines how many clients one instance serves. The size can be changed later.",
			Where: "Your choice: Standard for production, Large for large environments, Lab for labs only.",
		},
		{
			Key: "gateway.vm_instances", Example: "2",
			Why:   "With two or more, you can lose one. The connection points then need TCP 10124 and up instead of 443.",
			Where: "1 to 16. Plan one connection point for up to four instances.",
		},
	}
}

func revocationOnGateway(a *model.Answers) Question {
	best := model.Yes
	if a.PKI.CRLPublic == model.No {
		best = model.No
	}
	return Question{
		Key: "gateway.verify_revocation", Best: string(best),
		Why:   "It is on by default. If the internet cannot read the CRL, every PKI client is refused.",
		Where: "Create Cloud Management Gateway wizard: Verify Client Certificate Revocation.",
	}
}

func optionQuestions(a *model.Answers) []Question {
	questions := []Question{
		{
			Key: "gateway.enforce_tls12", Best: string(model.Yes),
			Why:   "It is on by default and affects only the CMG itself.",
			Where: "Create Cloud Management Gateway wizard: Enforce TLS 1.2.",
		},
		{
			Key:   "gateway.serve_content",
			Why:   "Clients then get content from Azure storage, and you pay for the traffic. The console wizard turns it on by default.",
			Where: "Create Cloud Management Gateway wizard: Allow CMG to function as a cloud distribution point and serve content from Azure storage.",
		},
	}
	if noClassicCMG(a) {
		return questions
	}
	return append(questions, Question{
		Key:   "gateway.classic_present",
		Why:   "A classic CMG blocks the update to 2403 or later, and must be converted or replaced first.",
		Where: "Console: Administration > Cloud Services > Cloud Management Gateway, Deployment Model.",
	})
}

// noClassicCMG reports whether the version rules a classic CMG out.
func noClassicCMG(a *model.Answers) bool {
	return model.Known(a.Site.Version) && a.Site.Version.AtLeast(model.HTTPRemoved) && settled(a, "gateway.classic_present")
}

// clientsOfGateway ask which clients come, for what, and over which way.
func clientsOfGateway() []Question {
	return []Question{
		{
			Key:   "gateway.software_updates",
			Why:   "If so, the software update points must allow CMG traffic too.",
			Where: "You decide, with the people who run software updates.",
		},
		{
			Key:   "gateway.intranet_clients",
			Why:   "These clients find the CMG through their boundary group. Clients on the internet ignore boundary groups.",
			Where: "You decide, with the network team: internal, VPN and branch office clients.",
		},
		{
			Key:   "gateway.tls_inspection",
			Why:   "Clients must see the certificate of the CMG itself, and certain HTTP headers and verbs must get through.",
			Where: "Ask the network team about web filters, TLS inspection and firewalls between clients and the internet, including VPN and branch offices.",
		},
	}
}
