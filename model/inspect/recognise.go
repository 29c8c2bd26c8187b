package inspect

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/certs"
	"cmgwizard/model/dsreg"
	"cmgwizard/model/evidence"
	"cmgwizard/model/rules"
)

// recognise says what a file is and what it means. Certificates come first, for
// they may be binary; a text may be several things at once, such as a mail with
// a command line and the log lines that it led to.
func (in *inspection) recognise(f *found, data []byte, text string) {
	if in.readCertificates(f, data, text) && f.Kind != Certificates {
		return
	}
	if isText(text) {
		in.readText(f, text)
	}
	if f.Kind == "" {
		f.other(data, text)
	}
}

// readText looks for everything that a text can be. A log comes before the
// command lines in it.
func (in *inspection) readText(f *found, text string) {
	f.logged = hasLogShape(text)
	in.readDevice(f, text)
	if f.logged {
		in.readLog(f, text)
		in.readCommands(f, text)
	} else {
		in.readStated(f, text)
		in.readBindings(f, text)
		in.readCommands(f, text)
		in.readLog(f, text)
	}
	in.readTokens(f, text)
}

// readCertificates reports whether the file was settled: by its certificates, or
// by what stands against reading them.
func (in *inspection) readCertificates(f *found, data []byte, text string) bool {
	contents, read, err := certs.ReadPublic(data)
	if !read && err == nil && text != string(data) {
		contents, read, err = certs.ReadPublic([]byte(text))
	}
	switch {
	case err != nil:
		f.unreadable(shown(err.Error(), longestFact), "Export the certificates again, fewer in one file.")
		return true
	case read:
		in.keepCertificates(f, contents)
	}
	return read
}

// keepCertificates puts the certificates of a file on the heap.
func (in *inspection) keepCertificates(f *found, contents certs.Contents) {
	room := max(maxCertificates-len(in.heap), 0)
	kept := contents.Certificates[:min(len(contents.Certificates), room)]
	for _, c := range kept {
		in.heap = append(in.heap, heaped{c, f.Name})
	}
	f.certificates = kept
	in.left += len(contents.Certificates) - len(kept)
	f.is(Certificates, certificatesAbout(contents, len(kept)))
	if contents.More {
		f.remark("certificates-not-read", model.Warning, "",
			"The file holds more than "+thousands(certs.MaxCertificates)+" certificates: the first "+thousands(certs.MaxCertificates)+" were read, and nothing is known of the rest. The answer may lack a CA.",
			"Inspect one client certificate with the CAs above it, without the rest.", citeExport)
	}
	if keys := contents.KeysInWindows; len(keys) > 0 {
		f.remark("key-in-windows", "", "", "The store says that Windows keeps the private key of "+shown(firstOf(keys), longestExcerpt)+" on the computer that it comes from. No private key is in the file.", "")
	}
	if n := len(contents.Unreadable); n > 0 {
		f.remark("certificate-unreadable", model.Warning, "",
			"In the file "+count(n, "certificate", "certificates")+" could not be read: "+shown(firstOf(contents.Unreadable), longestExcerpt)+".",
			"Export what is missing again, as **DER encoded binary X.509 (.CER)**, and inspect it with the others.", citeExport)
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
	about := count(kept, "certificate", "certificates")
	if contents.Wrapping != "" {
		about = model.Clean(contents.Wrapping) + ": " + about
	}
	if n := len(contents.Unreadable); n > 0 {
		about += ", " + thousands(n) + " unreadable"
	}
	if n := len(contents.Certificates) - kept; n > 0 {
		about += ", " + thousands(n) + " left out"
	}
	if contents.More {
		about += ", more not read"
	}
	return cut(about, longestFact)
}

// readDevice reads the output of dsregcmd.
func (in *inspection) readDevice(f *found, text string) {
	if !dsreg.Recognise(text) {
		return
	}
	state, err := dsreg.Parse(text)
	if err != nil {
		f.is(Unreadable, shown(err.Error(), longestFact))
		f.remark("device-state-unreadable", model.Warning, "device-state", "It looks like output of dsregcmd, but holds no device state: "+shown(err.Error(), longestExcerpt)+".",
			"Run `dsregcmd /status > state.txt` on the device, and inspect that file.", model.Citation{"dsregcmd", "device-state"})
		return
	}
	f.is(DeviceState, deviceAbout(state))
	f.facts(deviceFacts(state.DeviceFacts)...)
	f.add(in.deviceRemarks(state)...)
	f.tenants = append(f.tenants, tenant{state.TenantID, "device"})
	f.evidence = append(f.evidence, evidence.New(model.DeviceStateEvidence, baseName(f.Name), f.SHA256, in.at, state.DeviceFacts))
}

// deviceRemarks are those of the state. Where the device is not joined, a
// warning about what stops every client of a method that the plan uses is a
// blocker.
func (in *inspection) deviceRemarks(state dsreg.State) []model.Remark {
	remarks := state.Remarks(in.at)
	joined := state.Join() == model.EntraJoined || state.Join() == model.HybridJoined
	if in.plan == nil || joined || state.Join() == "" {
		return remarks
	}
	for i, r := range remarks {
		stops := rules.Find(r.Rule).Stops
		if r.Severity == model.Warning && stops != "" && in.plan.Uses(stops) {
			remarks[i].Severity = model.Blocker
		}
	}
	return remarks
}

// readTokens reads tokens that stand by themselves or in something else.
func (in *inspection) readTokens(f *found, text string) {
	tokens := findTokens(text)
	if len(tokens) == 0 {
		return
	}
	if f.Kind != "" {
		if !slices.ContainsFunc(f.Remarks, func(r model.Remark) bool { return r.ID == tokenInLine }) {
			f.remark("token-in-file", model.Warning, "", "A token stands in the file. Who can read it can use the token until it expires.",
				"Take the token out before you pass the file on.", citeTokenManagement)
		}
		return
	}
	in.readToken(f, tokens)
}

// readToken reads a file of which the tokens are all that is known.
func (in *inspection) readToken(f *found, tokens []string) {
	token, ok := readToken(tokens[0])
	if !ok {
		f.is(Other, "a token that is no bulk registration token")
		f.remark("token-of-another-kind", model.Warning, "", "A token stands in the file, and it cannot be read as a bulk registration token of a site.",
			"Make one with `BulkRegistrationTokenTool.exe /new` on the top-level site server, and copy it whole, in one line.", citeTokenTool)
		return
	}
	f.is(BulkToken, tokenAbout(token, len(tokens)))
	f.facts(tokenFacts(token, in.at)...)
	f.add(tokenRemarks(token, in.at)...)
	in.keepToken(f, token)
}

// bulkToken is the type that bulk registration tokens name in themselves.
const bulkToken = "BulkRegistration"

// keepToken makes a token evidence, where it is one for bulk registration.
func (in view) keepToken(f *found, token evidence.TokenFacts) {
	if !strings.EqualFold(token.Type, bulkToken) {
		return
	}
	f.evidence = append(f.evidence, evidence.New(model.TokenEvidence, baseName(f.Name), f.SHA256, in.at, token))
}

func tokenAbout(token evidence.TokenFacts, tokens int) string {
	about := "a token"
	if strings.EqualFold(token.Type, bulkToken) {
		about = "a bulk registration token"
	}
	if until := moment(token.Expires); until != "" {
		about += ", valid until " + until
	}
	if tokens > 1 {
		about += "; only the first of several is read"
	}
	return about
}

// baseName is the last part of a path, whichever way its separators lean.
func baseName(path string) string {
	return path[strings.LastIndexAny(path, `/\`)+1:]
}
