package site

import (
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The types of Azure services: a CMG, and the cloud distribution point of old.
const (
	cmgService        = "CloudProxyService"
	oldContentService = "CloudDistributionPoint"
)

// readGateway reads the CMGs that exist. The plan may be about another one: what
// they are like is only offered, and only of a single one.
func (f *File) readGateway() {
	var list []row
	for _, r := range f.sections["cmg"].rows {
		if r.text("ServiceType") == cmgService {
			list = append(list, r)
			f.show("cmg", "CMG that exists", joined(r.text("ServiceCName"), r.text("Fqdn"), r.text("Region")))
		}
	}
	f.readClassic(list)
	if len(list) > 0 {
		f.offer(evidence.Reading{Key: "gateway.exists", Value: string(model.Yes), Trust: evidence.Sure, From: "SMS_AzureService, ServiceType", Saw: cmgService})
	} else if f.sections["cmg"].whole {
		f.show("cmg", "CMG that exists", "none seen, which proves nothing: rights hide rows")
	}
	if len(list) == 1 {
		f.offerGateway(list[0])
	}
	for _, r := range f.sections["boundary_groups"].rows {
		const preferCloud = 16
		if flags, ok := r.number("Flags"); ok && flags > 0 && flags&preferCloud != 0 {
			f.offer(evidence.Reading{Key: "gateway.intranet_clients", Value: string(model.Yes), Trust: evidence.Likely, From: "SMS_BoundaryGroup, Flags", Saw: fmt.Sprintf("%d, which prefers cloud based sources", flags)})
			break
		}
	}
}

func joined(parts ...string) string {
	var given []string
	for _, part := range parts {
		if part != "" {
			given = append(given, part)
		}
	}
	return strings.Join(given, ", ")
}

// readClassic goes by the name that Azure gave: which number of DeploymentModel a
// scale set has was never found. That no CMG is seen is no proof of anything.
func (f *File) readClassic(list []row) {
	r := evidence.Reading{Key: "gateway.classic_present", Trust: evidence.Likely, From: "SMS_AzureService, Fqdn"}
	modern := f.uncut("cmg", cutRows) && f.readable("cmg", "ServiceType", cmgService, oldContentService) && f.top() && len(list) > 0
	for _, cmg := range list {
		name := strings.ToLower(cmg.text("Fqdn"))
		if strings.HasSuffix(name, ".cloudapp.net") {
			r.Value, r.Saw = string(model.Yes), name
			f.fill(r)
			return
		}
		modern = modern && strings.HasSuffix(name, ".cloudapp.azure.com")
	}
	if modern {
		r.Value, r.Saw = string(model.No), "that of a scale set for each CMG"
		f.fill(r)
	}
}

// offerGateway offers what the one CMG that exists is like.
func (f *File) offerGateway(cmg row) {
	offer := func(key, value, property string, r row) {
		if value != "" {
			saw, _ := r.number(property)
			text := r.text(property)
			if text == "" {
				text = fmt.Sprint(saw)
			}
			f.offer(evidence.Reading{Key: "gateway." + key, Value: value, Trust: evidence.Likely, From: "SMS_AzureService, " + property + " of the CMG that exists", Saw: text})
		}
	}
	if name := hostOf(cmg.text("ServiceCName")); name != "" {
		offer("service_name", name, "ServiceCName", cmg)
	}
	offer("region", strings.ToLower(strings.ReplaceAll(cmg.text("Region"), " ", "")), "Region", cmg)
	if n, ok := cmg.number("NumberOfInstances"); ok && n >= 1 && n <= 16 {
		offer("vm_instances", fmt.Sprint(n), "NumberOfInstances", cmg)
	}
	group := f.same("cmg_group", cmg)
	offer("resource_group", group.text("AffinityGroup"), "AffinityGroup", group)
	revocation := f.same("cmg_revocation", cmg)
	offer("verify_revocation", string(revocation.truth("ClientCertRevocationEnabled")), "ClientCertRevocationEnabled", revocation)
	protocol, environment := f.same("cmg_protocol", cmg), f.same("cmg_environment", cmg)
	if n, ok := protocol.number("ProxySecurityProtocol"); ok && n == 3072 {
		offer("enforce_tls12", string(model.Yes), "ProxySecurityProtocol", protocol)
	}
	if n, ok := environment.number("AzureEnvironmentId"); ok && n == 1 {
		offer("environment", string(model.PublicCloud), "AzureEnvironmentId", environment)
	}
}

// same is the row of another section about the same service.
func (f *File) same(name string, cmg row) row {
	id, ok := cmg.number("AzureServiceID")
	for _, r := range f.sections[name].rows {
		if other, known := r.number("AzureServiceID"); ok && known && other == id {
			return r
		}
	}
	return nil
}
