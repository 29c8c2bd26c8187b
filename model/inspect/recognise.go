package inspect

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/ccmsetup"
	"cmgwizard/model/certs"
	"cmgwizard/model/dsreg"
	"cmgwizard/model/evidence"
	"cmgwizard/model/logs"
	"cmgwizard/model/reading"
	"cmgwizard/model/rules"
	"cmgwizard/model/site"
)

// recognise says what a file is and what it means. Certificates come first, for
// they may be binary; a text may be several things at once, such as a mail with
// a command line and the log lines that it led to.
func (in *inspection) recognise(f *reading.Found, data []byte, text string) {
	if site.Recognise(text) {
		in.readSite(f, text)
		return
	}
	if in.readCertificates(f, data, text) && f.Kind != reading.Certificates {
		return
	}
	if reading.IsText(text) {
		in.readText(f, text)
	}
	if f.Kind == "" {
		other(f, data, text)
	}
}

// readText looks for everything that a text can be. A log comes before the
// command lines in it.
func (in *inspection) readText(f *reading.Found, text string) {
	f.Logged = logs.HasLogShape(text)
	in.readDevice(f, text)
	if f.Logged {
		logs.Read(in.View, f, text)
		ccmsetup.Read(in.View, f, text)
	} else {
		in.readStated(f, text)
		in.readBindings(f, text)
		ccmsetup.Read(in.View, f, text)
		logs.Read(in.View, f, text)
	}
	in.readTokens(f, text)
}

// readCertificates reports whether the file was settled: by its certificates, or
// by what stands against reading them.
func (in *inspection) readCertificates(f *reading.Found, data []byte, text string) bool {
	contents, read, err := certs.ReadPublic(data)
	if !read && err == nil && wideOrder(data) != nil {
		contents, read, err = certs.ReadPublic([]byte(text))
	}
	switch {
	case err != nil:
		f.Unreadable(reading.Shown(err.Error(), reading.LongestFact), "Export the certificates again, fewer in one file.")
		return true
	case read:
		in.keepCertificates(f, contents)
	}
	return read
}

// keepCertificates puts the certificates of a file on the heap.
func (in *inspection) keepCertificates(f *reading.Found, contents certs.Contents) {
	room := max(maxCertificates-len(in.heap), 0)
	kept := contents.Certificates[:min(len(contents.Certificates), room)]
	for _, c := range kept {
		in.heap = append(in.heap, heaped{c, f.Name})
	}
	f.Held = kept
	in.left += len(contents.Certificates) - len(kept)
	f.Is(reading.Certificates, certificatesAbout(contents, len(kept)))
	if contents.More {
		f.Remark("certificates-not-read", model.Warning, "",
			"The file holds more than "+model.Thousands(certs.MaxCertificates)+" certificates: the first "+model.Thousands(certs.MaxCertificates)+" were read, and nothing is known of the rest. The answer may lack a CA.",
			"Inspect one client certificate with the CAs above it, without the rest.", reading.CiteExport)
	}
	if keys := contents.KeysInWindows; len(keys) > 0 {
		f.Remark("key-in-windows", "", "", "The store says that Windows keeps the private key of "+reading.Shown(firstOf(keys), reading.LongestExcerpt)+" on the computer that it comes from. No private key is in the file.", "")
	}
	if n := len(contents.Unreadable); n > 0 {
		f.Remark("certificate-unreadable", model.Warning, "",
			"In the file "+model.CountedAs(n, "certificate", "certificates")+" could not be read: "+reading.Shown(firstOf(contents.Unreadable), reading.LongestExcerpt)+".",
			"Export what is missing again, as **DER encoded binary X.509 (.CER)**, and inspect it with the others.", reading.CiteExport)
	}
}

// firstOf names the first few of a list.
func firstOf(all []string) string {
	const few = 3
	text := strings.Join(all[:min(len(all), few)], "; ")
	if len(all) > few {
		text += " …"
	}
	return text
}

func certificatesAbout(contents certs.Contents, kept int) string {
	about := model.CountedAs(kept, "certificate", "certificates")
	if contents.Wrapping != "" {
		about = model.Clean(contents.Wrapping) + ": " + about
	}
	if n := len(contents.Unreadable); n > 0 {
		about += ", " + model.Thousands(n) + " unreadable"
	}
	if n := len(contents.Certificates) - kept; n > 0 {
		about += ", " + model.Thousands(n) + " left out"
	}
	if contents.More {
		about += ", more not read"
	}
	return reading.Cut(about, reading.LongestFact)
}

// readDevice reads the output of dsregcmd.
func (in *inspection) readDevice(f *reading.Found, text string) {
	if !dsreg.Recognise(text) {
		return
	}
	state, err := dsreg.Parse(text)
	if err != nil {
		f.Is(reading.Unreadable, reading.Shown(err.Error(), reading.LongestFact))
		f.Remark("device-state-unreadable", model.Warning, "device-state", "It looks like output of dsregcmd, but holds no device state: "+reading.Shown(err.Error(), reading.LongestExcerpt)+".",
			"Run `dsregcmd /status > state.txt` on the device, and inspect that file.", model.Citation{"dsregcmd", "device-state"})
		return
	}
	f.Is(reading.DeviceState, deviceAbout(state))
	f.AddFacts(deviceFacts(state.DeviceFacts)...)
	f.Add(in.deviceRemarks(state)...)
	f.Tenants = append(f.Tenants, reading.Tenant{ID: state.TenantID, Of: "device"})
	f.Evidence = append(f.Evidence, evidence.New(model.DeviceStateEvidence, reading.BaseName(f.Name), f.SHA256, in.At, state.DeviceFacts))
}

// deviceRemarks are those of the state. Where the device is not joined, a
// warning about what stops every client of a method that the plan uses is a
// blocker.
func (in *inspection) deviceRemarks(state dsreg.State) []model.Remark {
	remarks := state.Remarks(in.At)
	joined := state.Join() == model.EntraJoined || state.Join() == model.HybridJoined
	if in.Plan == nil || joined || state.Join() == "" {
		return remarks
	}
	for i, r := range remarks {
		stops := rules.Find(r.Rule).Stops
		if r.Severity == model.Warning && stops != "" && in.Plan.Uses(stops) {
			remarks[i].Severity = model.Blocker
		}
	}
	return remarks
}

// readTokens reads tokens that stand by themselves or in something else.
func (in *inspection) readTokens(f *reading.Found, text string) {
	tokens := reading.FindTokens(text)
	if len(tokens) == 0 {
		return
	}
	if f.Kind != "" {
		if !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == ccmsetup.TokenInLine }) {
			f.Remark("token-in-file", model.Warning, "", "A token stands in the file. Who can read it can use the token until it expires.",
				"Take the token out before you pass the file on.", reading.CiteTokenManagement)
		}
		return
	}
	in.readToken(f, tokens)
}

// readToken reads a file of which the tokens are all that is known.
func (in *inspection) readToken(f *reading.Found, tokens []string) {
	token, ok := reading.ReadToken(tokens[0])
	if !ok {
		f.Is(reading.Other, "a token that is no bulk registration token")
		f.Remark("token-of-another-kind", model.Warning, "", "A token stands in the file, and it cannot be read as a bulk registration token of a site.",
			"Make one with `BulkRegistrationTokenTool.exe /new` on the top-level site server, and copy it whole, in one line.", reading.CiteTokenTool)
		return
	}
	f.Is(reading.BulkToken, tokenAbout(token, len(tokens)))
	f.AddFacts(reading.TokenFacts(token, in.At)...)
	f.Add(reading.TokenRemarks(token, in.At)...)
	in.KeepToken(f, token)
}

func tokenAbout(token evidence.TokenFacts, tokens int) string {
	about := "a token"
	if strings.EqualFold(token.Type, reading.BulkTokenType) {
		about = "a bulk registration token"
	}
	if until := reading.Moment(token.Expires); until != "" {
		about += ", valid until " + until
	}
	if tokens > 1 {
		about += "; only the first of several is read"
	}
	return about
}
