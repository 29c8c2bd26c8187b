package evidence

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// joinAnswer is about the one kind of device of the plan: of several no file says
// which its device is of.
func joinAnswer(p *model.Plan, d DeviceFacts, file string) []fact {
	seen := d.Join()
	if seen == "" || len(p.Devices) != 1 || !model.Known(p.Devices[0].Join) {
		return nil
	}
	why := "The device of this file is joined so. Keep yours if it is of a kind that the plan does not list."
	return []fact{{key: model.DeviceKey(0, "join"), value: string(seen), file: file, why: why, since: d.CertificateFrom}}
}

// heldAnswer is about the one kind of device that can hold a client certificate
// which was seen, where the plan says that no kind does.
func heldAnswer(p *model.Plan, kind model.EvidenceKind, c SeenCertificate) []fact {
	if kind != model.CertificateEvidence || c.Role != pki.ClientLeaf || !isOfOwnPKI(c.CertificateFacts) || c.Expired(p.At) {
		return nil
	}
	mayHold := func(d model.Device) bool { return d.ClientCertificate != model.No }
	i, found := onlyDevice(p, func(d model.Device) bool { return len(p.Devices) == 1 || d.Method == model.ClientPKI })
	if !found || slices.ContainsFunc(p.Devices, mayHold) {
		return nil
	}
	why := "A client certificate was seen, and the plan says that no device holds one. Keep yours if " + c.Short() + " is a server, or a test."
	return []fact{c.fact(model.DeviceKey(i, "client_certificate"), string(model.Yes), why)}
}

// onlyDevice is the place of the one kind of device that is wanted: of two nobody
// knows which.
func onlyDevice(p *model.Plan, want func(model.Device) bool) (int, bool) {
	places := p.DevicesWhere(want)
	if len(places) != 1 {
		return 0, false
	}
	return places[0], true
}
