package inspect

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/reading"
)

// saidCases are files as people show them, with what must be said of them and
// what must not. The worst severity is that of all remarks.
var saidCases = []struct {
	file     string
	kind     reading.Kind
	worst    model.Severity
	says     []string
	saysNone []string
}{
	{"server-500.txt", reading.LogLines, model.Warning, []string{"500", "Internal Server Error", "plain HTTP", "500.19", "does not say why"}, []string{"command line cannot", "mixed up", "MISE12034"}},
	{"registration-expired.txt", reading.LogLines, model.Warning, []string{"client certificate that has expired", "until the client has a valid one"}, nil},
	{"no-device-token.txt", reading.LogLines, model.Warning, []string{"No device token", "S-1-5-18", "0xd0090016", "dsregcmd /status", "TPM"}, []string{"is not joined"}},
	{"site-rebuilt.txt", reading.LogLines, model.Warning, []string{"rebuilt", "RESETKEYINFORMATION=TRUE"}, nil},
	{"msiexec-options.txt", reading.CommandLine, "", []string{"no /regtoken", "/UsePKICert"}, []string{"/qn", "/l*v", "Delete"}},
	{"client-msi.txt", reading.CommandLine, model.Blocker, []string{"25502", "ccmsetup.msi", `bin\i386`, "ccmsetup.exe"}, []string{"/qn", "Delete"}},
	{"unclosed-quote.txt", reading.CommandLine, model.Blocker, []string{"1639", "not closed"}, []string{"Delete"}},
	{"old-property.txt", reading.CommandLine, "", []string{"CCMHTTPSSTATE is not in today's reference"}, []string{"Delete", "knows no"}},
	{"device-deleted.txt", reading.DeviceState, model.Blocker, []string{"disabled or deleted", "dsregcmd.exe /leave", "Pending"}, []string{"not joined"}},
	{"device-no-dns.txt", reading.DeviceState, model.Warning, []string{"0x80072ee7", "0xc000023c", "name of the server was not resolved", "says nothing about the join"}, []string{"not joined", "is NO"}},
	{"ctl-store.txt", reading.PortBindings, model.Advice, []string{"ClientAuthIssuer", "Ctl Store Name", "403.16"}, nil},
	{"token-library.txt", reading.LogLines, model.Warning, []string{"System.IdentityModel.Tokens.Jwt", "CCM_STS.log", "passes this on", "inside the management point"}, nil},
	{"inbox.txt", reading.LogLines, model.Warning, []string{"inboxes of the site server", "computer account"}, nil},
	{"tcp-port.txt", reading.LogLines, model.Warning, []string{"10140 to 10155", "proxy", "one instance"}, nil},
	{"dotnet.txt", reading.LogLines, model.Warning, []string{".NET Framework", "too old or damaged"}, nil},
	{"private-key.txt", reading.LogLines, model.Warning, []string{"private key", "CNG", "exportable", "PFX"}, nil},
	{"token-audience.txt", reading.LogLines, model.Warning, []string{"App ID URI", "another tenant", "does not say which"}, nil},
	{"console-sign-in.txt", reading.LogLines, model.Warning, []string{"sign-in of the console", "strong cryptography", ".NET Framework"}, nil},
	{"refused-plain-http.txt", reading.LogLines, model.Warning, []string{"403 (Forbidden)", "plain HTTP", "HTTPS (403.4)"}, []string{"client certificate"}},
	{"proxy-asks.txt", reading.LogLines, model.Warning, []string{"407", "A proxy on the way"}, []string{"answer of the CMG"}},
	{"update-point.txt", reading.LogLines, model.Warning, []string{"https://sup01.fabrikam.com:8531/SimpleAuthWebService/SimpleAuth.asmx, so"}, []string{"]LOG]"}},
	{"registration-point.txt", reading.LogLines, model.Warning, []string{"certificate registration point", "not that of the CMG"}, []string{"is that of the NDES server"}},
	{"registration-token.txt", reading.LogLines, model.Warning, []string{"refused a registration", "does not say why"}, []string{"client certificate that has expired"}},
	{"user-key.txt", reading.LogLines, model.Warning, []string{"gave no token"}, []string{"No device token", "key of the device"}},
	{"numbers.txt", reading.LogLines, "", []string{"No known error"}, []string{"client.msi", "TLS"}},
	{"another-port.txt", reading.PortBindings, model.Warning, []string{"shows no binding of port 443"}, []string{"No certificate is bound"}},
	{"ctl-store-alone.txt", reading.PortBindings, model.Advice, []string{"in the store ClientAuthIssuer", "403.16"}, nil},
	{"device-reordered.txt", reading.DeviceState, model.Warning, []string{"joined to an AD domain and not to Microsoft Entra ID"}, []string{"outputs", "is not told"}},
	{"device-key.txt", reading.DeviceState, model.Warning, []string{"0xd0090016", "the key set does not exist"}, []string{"must reach"}},
	{"uninstall.txt", reading.CommandLine, "", []string{"removes the client"}, []string{"installs the client", "Delete"}},
	{"names-missing.txt", reading.CommandLine, model.Warning, []string{"The value of /mp ends after https://", "AADRESOURCEURI ends after api://", "AADTENANTID is still a placeholder"}, []string{"names ,", "value of mp"}},
	{"no-answer.txt", reading.LogLines, model.Warning, []string{"DNS has no answer", "https://mp02.fabrikam.com/ccm_system/request", "the computer is outside: no fault"}, []string{"a server answered", "CNAME"}},
	{"exit-codes.txt", reading.LogLines, "", []string{"No known error"}, []string{"client.msi", "TLS"}},
	{"no-certificate-but-token.txt", reading.LogLines, model.Warning, []string{"0x87d00454", "no fault by itself"}, []string{"there is no token either."}},
	{"plain-http-flag.txt", reading.LogLines, model.Warning, []string{"begins with http://", "sent this one on"}, []string{"it belongs to another request."}},
	{"tcp-certificate.txt", reading.LogLines, model.Warning, []string{"The exception in the line says why"}, []string{"Most often the ports"}},
	{"joined-equals.txt", reading.Other, "", []string{"concerns the state of a device"}, []string{"nothing was recognized"}},
	{"outside.txt", reading.CommandLine, model.Blocker, []string{"SMSSITECODE stands outside the quotation marks", "never reaches ccmsetup"}, []string{"SMSSITECODE is missing"}},
	{"broken-in-value.txt", reading.CommandLine, "", []string{"stands on 4 lines", "nothing is wrong with it"}, []string{"not closed"}},
	{"another-component.txt", reading.LogLines, model.Warning, []string{"MISE12034", "for another reason", "IDX10214 (audience)"}, []string{"cannot reach"}},
	{"smsmp-is-cmg.txt", reading.CommandLine, model.Warning, []string{"SMSMP names the CMG"}, []string{"when it comes inside"}},
	{"list-of-properties.txt", reading.Other, "", []string{"concerns requests over the CMG"}, []string{"these lines"}},
	{"unknown-flag.txt", reading.LogLines, "", []string{"No known error, but these lines concern", "requests over HTTPS"}, nil},
	{"device-sign-in.txt", reading.DeviceState, model.Warning, []string{"or a federation service"}, []string{"Microsoft Entra ID was not reached"}},
}

// severities are all of them, the least first.
var severities = []model.Severity{"", model.Advice, model.Warning, model.Blocker}

// worstOf is the worst severity of the remarks of a file.
func worstOf(f reading.File) model.Severity {
	worst := 0
	for _, r := range f.Remarks {
		worst = max(worst, slices.Index(severities, r.Severity))
	}
	return severities[worst]
}

// wordsOf is everything that is said of a file.
func wordsOf(f reading.File) string {
	var all strings.Builder
	for _, r := range f.Remarks {
		all.WriteString(r.Text + " " + r.Do + "\n")
		for _, c := range r.Causes {
			all.WriteString(c.Text + " " + c.Check + "\n")
		}
	}
	return all.String()
}

func TestWhatIsSaid(t *testing.T) {
	for _, tt := range saidCases {
		t.Run(tt.file, func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", "said", tt.file))
			if err != nil {
				t.Fatal(err)
			}
			f := one(t, nil, string(data))
			if f.Kind != tt.kind || worstOf(f) != tt.worst {
				t.Errorf("%s, %q, worst %q; want %s, %q", f.Kind, f.About, worstOf(f), tt.kind, tt.worst)
			}
			said := wordsOf(f)
			for _, words := range tt.says {
				if !strings.Contains(said, words) {
					t.Errorf("nobody says %q", words)
				}
			}
			for _, words := range tt.saysNone {
				if strings.Contains(said, words) {
					t.Errorf("somebody says %q", words)
				}
			}
			if t.Failed() {
				t.Log(said)
			}
		})
	}
}

func TestEveryCaseIsTested(t *testing.T) {
	files, err := filepath.Glob("testdata/said/*.txt")
	if err != nil || len(files) != len(saidCases) {
		t.Errorf("%d files for %d cases, %v", len(files), len(saidCases), err)
	}
}
