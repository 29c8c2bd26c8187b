package rules

import (
	"fmt"
	"math"

	"cmgwizard/model"
)

// The limits of a CMG, as the pages name them that its rules cite.
const (
	MaxInstances          = 16
	instancesAConnection  = 4
	instancesForNoOutage  = 2
	connectionsNoOutage   = 2
	publicNameNotPossible = "no public provider issues a certificate for an Azure domain"
)

// clientsAnInstance is how many clients one VM instance of a size serves.
var clientsAnInstance = map[model.VMSize]int{model.SizeLab: 10, model.SizeStandard: 6000, model.SizeLarge: 10000}

// ClientsAnInstance is how many clients one VM instance of the size serves, 0
// for a size that is not known.
func ClientsAnInstance(size model.VMSize) int { return clientsAnInstance[size] }

// ConnectionPointsFor is how many connection points so many VM instances need.
func ConnectionPointsFor(instances int) int {
	return (instances + instancesAConnection - 1) / instancesAConnection
}

// gatewayRules judge the CMG, its certificate and its connection points.
var gatewayRules = []Rule{
	{
		ID:       "service-name",
		Title:    "The service name is one that Azure accepts",
		Problem:  "The service name does not meet the naming rules for a CMG",
		Open:     "Unknown which service name the CMG will have",
		Why:      "The first part also names the scale set, the key vault and, with content, the storage account in Azure. If one of them refuses it, the deployment fails, and another name later means a new deployment.",
		When:     "Always",
		Reads:    []string{"gateway.service_name"},
		Severity: always(model.Blocker),
		Fix:      "Choose a full name whose first part has 3 to 24 lowercase letters and digits, starting with a letter. With a wildcard certificate, this first part replaces the asterisk.",
		Cites: []model.Citation{
			{"server-auth-cert", "globally-unique-name"}, {"server-auth-cert", "content-enabled-cmg-storage-account"},
			{"plan-cmg", "requirements"}, {"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "redeploy-the-service"},
		},
		Judge: judgeServiceName,
	},
	{
		ID:       "gateway-decided",
		Title:    "Every choice that the CMG wizard asks for is made",
		Problem:  "A choice that the CMG wizard asks for is not made",
		Open:     "Unknown what to choose in the CMG wizard",
		Why:      "Without these the wizard cannot be completed. Some cannot be changed later: another region means a new deployment.",
		When:     "Always, once for each: environment, region, issuer of the certificate, VM size, number of VM instances",
		Reads:    []string{"gateway.environment", "gateway.region", "gateway.certificate_source", "gateway.vm_size", "gateway.vm_instances"},
		Severity: always(model.Blocker),
		Fix:      "Decide it before the change window.",
		Cites:    []model.Citation{{"setup-cmg", "set-up-a-cmg"}, {"modify-cmg", "redeploy-the-service"}},
		Judge:    judgeGatewayDecided,
	},
	{
		ID:       "service-name-public",
		Title:    "The internet can resolve the service name",
		Problem:  "The service name ends as no name on the internet does",
		Open:     "Unknown whether the internet can resolve the service name",
		Why:      "Clients on the internet find the CMG by this name, through a CNAME in public DNS. Public DNS does not serve names that end in .local, .internal or the like, and no public provider issues certificates for them.",
		When:     "Where the service name is known",
		Reads:    []string{"gateway.service_name"},
		Severity: always(model.Blocker),
		Fix:      "Choose a service name in a domain that your organization owns on the internet. It need not be the domain of your servers.",
		Cites:    []model.Citation{{"server-auth-cert", "create-a-dns-cname-alias"}, {"server-auth-cert", "use-a-public-provider-certificate"}},
		Judge: func(p *model.Plan) []model.Outcome {
			name := p.Gateway.ServiceName
			return model.OnlyIf(model.Known(name), func() []model.Outcome {
				return model.OutcomeOf("gateway.service_name", model.TruthOf(!model.OnlyInside(name)), "public DNS does not serve this ending")
			})
		},
	},
	{
		ID:       "public-certificate-domain",
		Title:    "A public certificate is for your own domain",
		Problem:  "The service name is in an Azure domain, for which no public provider issues certificates",
		Open:     "Unknown whether the service name is in your own domain",
		Why:      "The domains of Azure belong to Microsoft, so no public provider gives you a certificate for a name in them. Without the certificate the CMG cannot be created.",
		When:     `Where a public provider issues the server authentication certificate and the service name is answered, even with "I do not know yet"`,
		Reads:    []string{"gateway.service_name", "gateway.certificate_source"},
		Severity: always(model.Blocker),
		Fix:      "Choose a service name in your own domain, or issue the certificate from your own PKI.",
		Cites:    []model.Citation{{"server-auth-cert", "use-a-public-provider-certificate"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return judgeDomain(p, model.PublicProvider, publicNameNotPossible)
		},
	},
	{
		ID:       "azure-name-fixed",
		Title:    "The service name is in your own domain",
		Problem:  "The service name is in an Azure domain, so it cannot move to another deployment",
		Open:     "Unknown whether the service name is in your own domain",
		Why:      "Clients then know the CMG by the name of its deployment, with no CNAME in between. If that name has to change, the CMG must be deployed again.",
		When:     `Where your own PKI issues the server authentication certificate and the service name is answered, even with "I do not know yet"`,
		Reads:    []string{"gateway.service_name", "gateway.certificate_source"},
		Severity: always(model.Advice),
		Fix:      "Prefer a name in your own domain, with a CNAME to the deployment name.",
		Cites:    []model.Citation{{"server-auth-cert", "use-an-enterprise-pki-certificate"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return judgeDomain(p, model.EnterprisePKI, "it is in an Azure domain")
		},
	},
	{
		ID:       "server-certificate-trusted",
		Title:    "Internet devices trust the issuer of the server authentication certificate",
		Problem:  "Internet devices do not yet trust the issuer of the CMG's certificate",
		Open:     "Unknown whether internet devices trust the issuer of the CMG's certificate",
		Why:      "Every client checks this certificate first, with Microsoft Entra ID and tokens too. If the root CA is missing, ccmsetup stops: 12175 and WINHTTP_CALLBACK_STATUS_FLAG_INVALID_CA in ccmsetup.log.",
		When:     "Where your own PKI issues the server authentication certificate",
		Reads:    []string{"gateway.certificate_source", "gateway.root_on_clients"},
		Severity: always(model.Blocker),
		Fix:      "Deploy the root CA to every internet device, whatever its method. Add it to the boot image if boot media use the CMG. If the internet cannot read the CRL of that CA, install clients with /NoCRLCheck.",
		Task:     "cert-trust-root",
		Cites: []model.Citation{
			{"server-auth-cert", "choose-the-certificate-type"}, {"azure-ccmsetup", "1-azure-ad-info-request-from-ccmsetup"},
			{"how-to-prepare-win10", "install-the-configuration-manager-client"},
			{"cmg-comm-error", "error-code-0x2f8f-error_winhttp_secure_failure"},
			{"deploy-ts-internet", "add-a-trusted-root-certificate-to-a-boot-image"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Gateway.CertificateSource == model.EnterprisePKI, func() []model.Outcome {
				return answered("gateway.root_on_clients", p.Gateway.RootOnClients, "they do not trust it yet", model.Yes)
			})
		},
	},
	{
		ID:       "region-listed",
		Title:    "The region is in this program's list",
		Problem:  "The region is not in this program's list of Azure regions",
		Open:     "Unknown whether Azure has a region of this name",
		Why:      "The region is part of the name to which the CNAME of the service name points. If it is misspelled in the DNS record, clients do not find the CMG.",
		When:     "When a region has been entered",
		Reads:    []string{"gateway.region"},
		Severity: always(model.Advice),
		Fix:      "Compare the name with the list in the Create Cloud Management Gateway wizard. Regions newer than this program are not in its list: if the name is right, keep it.",
		Cites:    []model.Citation{{"setup-cmg", "set-up-a-cmg"}, {"server-auth-cert", "create-a-dns-cname-alias"}},
		Judge: func(p *model.Plan) []model.Outcome {
			region := p.Gateway.Region
			return model.OnlyIf(model.Known(region), func() []model.Outcome {
				o := model.Outcome{Subject: "gateway.region", Holds: truthIfKnown(model.RegionListed(region), true), Doubt: model.UnlistedRegion(region)}
				return []model.Outcome{o}
			})
		},
	},
	{
		ID:       "resource-group-region",
		Title:    "An existing resource group is in the region of the CMG",
		Problem:  "The existing resource group is in a different region than the CMG",
		Open:     "Unknown whether the existing resource group is in the region of the CMG",
		Why:      "The deployment fails if the chosen group is in another region.",
		When:     `Once the question about the region of an existing resource group is answered, even with "I do not know yet"`,
		Reads:    []string{"gateway.resource_group_in_region"},
		Severity: always(model.Blocker),
		Fix:      "Choose a group in the same region, or let the wizard in the console create one.",
		Cites:    []model.Citation{{"setup-cmg", "set-up-a-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Gateway.ResourceGroupInRegion != "", func() []model.Outcome {
				return answered("gateway.resource_group_in_region", p.Gateway.ResourceGroupInRegion, "it is in another region", model.Yes)
			})
		},
	},
	{
		ID:       "us-government-version",
		Title:    "The site is new enough for the US Government cloud",
		Problem:  "The site version cannot deploy a CMG to the US Government cloud",
		Open:     "Unknown whether the site version can deploy a CMG to the US Government cloud",
		Why:      "A CMG runs on a virtual machine scale set, and earlier versions cannot create one in this cloud.",
		When:     "Where the CMG will run in the Azure US Government cloud",
		Reads:    []string{"site.version", "gateway.environment"},
		Severity: always(model.Blocker),
		Fix:      "Update the site to version 2111 or later first.",
		Cites:    []model.Citation{{"plan-cmg", "virtual-machine-scale-sets"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Gateway.Environment == model.GovernmentCloud, func() []model.Outcome {
				return model.OutcomeOf("site.version", model.TruthOf(p.Site.Version.AtLeast(model.ScaleSetsForGov)), "version "+model.Clean(string(p.Site.Version))+" cannot deploy there")
			})
		},
	},
	{
		ID:       "lab-size",
		Title:    "The CMG does not use the lab VM size",
		Problem:  "The CMG uses the lab VM size, which serves only ten clients",
		Open:     "Unknown whether the CMG will use a production VM size",
		Why:      "The smallest size is made for labs and serves ten clients at once. With more clients, delays begin.",
		When:     `Once the VM size is answered, even with "I do not know yet"`,
		Reads:    []string{"gateway.vm_size"},
		Severity: always(model.Warning),
		Fix:      "Choose \"Standard\" or \"Large\" in production.",
		Cites:    []model.Citation{{"setup-cmg", "set-up-a-cmg"}, {"perf-scale", "size-and-scale-for-cmg"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Gateway.VMSize != "", func() []model.Outcome {
				return answered("gateway.vm_size", p.Gateway.VMSize, "B2s serves ten clients", model.SizeStandard, model.SizeLarge)
			})
		},
	},
	{
		ID:       "capacity",
		Title:    "The VM instances serve all internet devices",
		Problem:  "The VM instances cannot serve all internet devices at the same time",
		Open:     "Unknown whether the VM instances can serve all internet devices at the same time",
		Why:      "An instance serves 6,000 clients at once in size A2_v2, 10,000 in A4_v2 and 10 in B2s. With more clients, the CMG responds late.",
		When:     `Once the VM size is chosen, every kind of internet device has its number, and the number of VM instances is answered, even with "I do not know yet"`,
		Reads:    []string{"devices[].internet", "devices[].count", "gateway.vm_size", "gateway.vm_instances"},
		Severity: always(model.Warning),
		Fix:      "Add instances or choose a larger size.",
		Cites:    []model.Citation{{"perf-scale", "size-and-scale-for-cmg"}},
		Judge:    judgeCapacity,
	},
	{
		ID:       "connection-point-present",
		Title:    "A CMG connection point is planned",
		Problem:  "No CMG connection point is listed",
		Open:     "Unknown which server will be a CMG connection point",
		Why:      "It carries the requests from the CMG to the site. Without it, nothing forwards them, and no client on the internet gets an answer.",
		When:     "Always",
		Reads:    []string{"connection_points[].host"},
		Severity: always(model.Blocker),
		Fix:      "Choose a site system at a primary site as the connection point.",
		Cites:    []model.Citation{{"setup-cmg", "add-the-cmg-connection-point"}, {"plan-hierarchy-design", ""}},
		Judge:    judgeConnectionPointPresent,
	},
	{
		ID:       "connection-point-count",
		Title:    "There is a connection point for every four VM instances",
		Problem:  "There are too few connection points for the VM instances",
		Open:     "Unknown whether there are enough connection points for the VM instances",
		Why:      "According to Microsoft, one connection point supports up to four VM instances. With too few, each serves more clients than it is sized for, and every client uses a TCP port there.",
		When:     `Once the number of VM instances is answered, even with "I do not know yet", and a connection point is listed`,
		Reads:    []string{"gateway.vm_instances", "connection_points"},
		Severity: always(model.Warning),
		Fix:      "Add a connection point for every four instances.",
		Cites:    []model.Citation{{"perf-scale", "size-and-scale-for-cmg-connection-point"}, {"perf-scale", "improve-performance"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return judgeInstances(p, "connection_points", func(n int) bool { return ConnectionPointsFor(n) <= len(p.ConnectionPoints) },
				"too few connection points for the instances")
		},
	},
	{
		ID:       "connection-point-ports",
		Title:    "The ports from a connection point to the CMG are open",
		Problem:  "The outbound ports from {it} to the CMG are closed",
		Open:     "Unknown whether the outbound ports from {it} to the CMG are open",
		Why:      "The connection point opens every connection to the CMG itself. While it cannot, it stays disconnected and no request reaches the site. Even with open ports, one on another server shows as disconnected if its computer account is not in the local Administrators group of the site server.",
		When:     "For each connection point",
		Reads:    []string{"connection_points[].outbound_ports_open"},
		Severity: always(model.Blocker),
		Fix:      "Open the ports to the CMG: TCP 443 with one VM instance; with more, one port for each instance from TCP 10124 up. Its storage and its key vault need TCP 443.",
		Task:     "net-firewall-cp",
		Cites: []model.Citation{
			{"data-flow", "required-ports"}, {"internet-endpoints", "cloud-services"},
			{"co-management-bootstrap", "the-cmg-connection-point-shows-as-disconnected"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return eachConnectionPoint(p, func(i int, c model.ConnectionPoint) []model.Outcome {
				return answered(model.ConnectionKey(i, "outbound_ports_open"), c.OutboundPortsOpen, "they are closed", model.Yes)
			})
		},
	},
	{
		ID:       "high-availability",
		Title:    "One failure does not cut off the internet clients",
		Problem:  "The loss of one VM instance or one connection point may cut off internet clients",
		Open:     "Unknown whether internet clients stay connected when one VM instance or connection point fails",
		Why:      "While the only instance or the only connection point is down, also for an update, no client on the internet reaches the site.",
		When:     `Once the number of VM instances is answered, even with "I do not know yet", and a connection point is listed`,
		Reads:    []string{"gateway.vm_instances", "connection_points"},
		Severity: always(model.Advice),
		Fix:      "Plan at least two VM instances and two connection points.",
		Cites:    []model.Citation{{"perf-scale", "improve-performance"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return judgeOutage(p)
		},
	},
}

// judgeConnectionPointPresent counts the servers that have a name: an entry
// without one is a gap, not a server.
func judgeConnectionPointPresent(p *model.Plan) []model.Outcome {
	missing := []string{}
	for i, c := range p.ConnectionPoints {
		if c.Host != "" {
			return model.OutcomeOf("connection_points", model.IsTrue, "")
		}
		missing = append(missing, model.ConnectionKey(i, "host"))
	}
	if len(missing) == 0 {
		missing = []string{"connection_points"}
	}
	return model.OutcomeOf("connection_points", model.Unknown, "", missing...)
}

// judgeOutage says which of the two is missing, and leads to it.
func judgeOutage(p *model.Plan) []model.Outcome {
	points := len(p.ConnectionPoints)
	verdicts := judgeInstances(p, "gateway.vm_instances", func(n int) bool {
		return n >= instancesForNoOutage && points >= connectionsNoOutage
	}, "there is only one VM instance: if it fails, they are cut off")
	n, known := p.Gateway.VMInstances.Value()
	for i := range verdicts {
		switch {
		case points >= connectionsNoOutage:
		case known && n < instancesForNoOutage:
			verdicts[i].Detail = "with one VM instance and one connection point, the loss of either cuts them off"
		default:
			verdicts[i].Detail = "there is only one connection point: if it fails, they are cut off"
			verdicts[i].Fix = "Plan a second connection point on another server."
			verdicts[i].Way = "connection_points"
		}
	}
	return verdicts
}

func judgeServiceName(p *model.Plan) []model.Outcome {
	name := p.Gateway.ServiceName
	if !model.Known(name) {
		return model.OutcomeOf("gateway.service_name", model.Unknown, "", "gateway.service_name")
	}
	if err := model.CheckServiceName(name); err != nil {
		return model.OutcomeOf("gateway.service_name", model.IsFalse, err.Error())
	}
	return model.OutcomeOf("gateway.service_name", model.IsTrue, "")
}

// gatewayDecisions are the keys that the wizard in the console asks for, with
// what is not known while there is no answer.
var gatewayDecisions = [][2]string{
	{"environment", "which Azure cloud will host the CMG"}, {"region", "which Azure region will host the CMG"},
	{"certificate_source", "who will issue the certificate of the CMG"}, {"vm_size", "which VM size the CMG will use"},
	{"vm_instances", "how many VM instances the CMG will use"},
}

func judgeGatewayDecided(p *model.Plan) []model.Outcome {
	g := p.Gateway
	answers := []string{string(g.Environment), g.Region, string(g.CertificateSource), string(g.VMSize), g.VMInstances.String()}
	var verdicts []model.Outcome
	for i, decision := range gatewayDecisions {
		subject, holds := "gateway."+decision[0], model.IsTrue
		if !model.Known(answers[i]) {
			holds = model.Unknown
		}
		verdicts = append(verdicts, model.Outcome{Subject: subject, Holds: holds, Missing: []string{subject}, Open: Unknown + decision[1]})
	}
	return verdicts
}

func judgeDomain(p *model.Plan, source model.CertificateSource, detail string) []model.Outcome {
	name := p.Gateway.ServiceName
	return model.OnlyIf(p.Gateway.CertificateSource == source && name != "", func() []model.Outcome {
		return model.OutcomeOf("gateway.service_name", truthIfKnown(model.Known(name), !model.InAzureDomain(name)), detail, "gateway.service_name")
	})
}

// judgeInstances applies once the number of instances is given and a
// connection point is listed.
func judgeInstances(p *model.Plan, subject string, fits func(n int) bool, detail string) []model.Outcome {
	return model.OnlyIf(p.Gateway.VMInstances.Given() && len(p.ConnectionPoints) > 0, func() []model.Outcome {
		return model.OutcomeOf(subject, withInstances(p, fits), detail, "gateway.vm_instances")
	})
}

// withInstances judges the number of instances; while it is not known, every
// number that the console offers.
func withInstances(p *model.Plan, fits func(n int) bool) model.Truth {
	if n, known := p.Gateway.VMInstances.Value(); known {
		return model.TruthOf(fits(n))
	}
	least, most := model.IsTrue, model.IsFalse
	for n := 1; n <= MaxInstances; n++ {
		least, most = model.All(least, model.TruthOf(fits(n))), model.Some(most, model.TruthOf(fits(n)))
	}
	if least == most {
		return least
	}
	return model.Unknown
}

func judgeCapacity(p *model.Plan) []model.Outcome {
	each, sized := clientsAnInstance[p.Gateway.VMSize]
	clients, counted := internetClients(&p.Answers)
	return model.OnlyIf(sized && counted && p.Gateway.VMInstances.Given(), func() []model.Outcome {
		detail := fmt.Sprintf("%d devices on the internet, and each instance serves %d", clients, each)
		return model.OutcomeOf("gateway.vm_instances", withInstances(p, func(n int) bool { return clients <= n*each }), detail, "gateway.vm_instances")
	})
}

// internetClients is the number of internet devices, if all are counted.
func internetClients(a *model.Answers) (int, bool) {
	sum := 0
	for _, i := range a.InternetDevices() {
		n, known := a.Devices[i].Count.Value()
		if !known {
			return 0, false
		}
		sum += min(n, math.MaxInt-sum)
	}
	return sum, true
}
