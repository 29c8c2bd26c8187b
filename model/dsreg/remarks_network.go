package dsreg

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// A networkCode is an error that says how far a request came, and nothing about
// the identity of the device.
type networkCode struct {
	code  uint64
	means string
}

// networkCodes are looked up in the form that nearCode gives.
var networkCodes = []networkCode{
	{0x80072ee2, "no answer in time"},
	{0x80072ee7, "the name of the server was not resolved"},
	{0x80072efd, "no connection was made"},
	{0x80072efe, "the connection was broken off"},
	{0xc000023c, "the network or the server cannot be reached, or its answer was an error"},
	{0xc00000be, "the server cannot be reached, or its answer was an error"},
	{0xc00000c4, "the network failed, or the answer was an error"},
}

// codeKeys are the lines that hold errors of requests.
var codeKeys = []string{"DeviceAuthStatus", "Attempt Status", "HTTP Error", "Client ErrorCode"}

var errorCode = model.Pattern(`(?i)\b0x[0-9a-f]{8}\b`)

// nearCode undoes two ways in which Windows passes a code on: an NTSTATUS as
// 0xD…, and a network error while a token is asked for as 0xCAA8….
func nearCode(text string) uint64 {
	code, err := strconv.ParseUint(text, 0, 32)
	switch {
	case err != nil:
		return 0
	case code>>28 == 0xd:
		return code &^ 0x10000000
	case code>>16 == 0xcaa8:
		return code&0xffff | 0x80070000
	}
	return code
}

// unended says why the check of the device may not have ended, and what to do.
func (s State) unended() (why, do string) {
	const keySet = 0x90016 // NTE_BAD_KEYSET without its facility
	code := nearCode(strings.ToLower(errorCode().FindString(s.Authentication)))
	switch {
	case code&0xfffff == keySet:
		return " The code reads as “the key set does not exist”: likely Windows cannot use the key of the device, as after the TPM was cleared or the image cloned.",
			"Run `dsregcmd.exe /status` as an administrator, and look at TpmProtected and KeySignTest. Check in tpm.msc that the TPM is ready."
	case slices.ContainsFunc(networkCodes, func(n networkCode) bool { return n.code == code }):
		return " It must reach Microsoft Entra ID as SYSTEM, and so must the client.",
			"Let the device reach Microsoft Entra ID as SYSTEM, through its proxy too, and run `dsregcmd.exe /status` again."
	}
	return " Mostly it cannot reach Microsoft Entra ID as SYSTEM; the code says whether it is that.",
		"Look up the code. Make sure that the device reaches Microsoft Entra ID as SYSTEM, through its proxy too, and run `dsregcmd.exe /status` again."
}

// aboutNetwork tells errors of the way to Microsoft Entra ID from those of the
// join.
func aboutNetwork(s State, _ time.Time) []model.Remark {
	seen := s.networkErrors()
	if len(seen) == 0 {
		return nil
	}
	return one(model.NewRemark("device-network", model.Warning, "",
		"Microsoft Entra ID, or a federation service where there is one, was not reached: "+strings.Join(seen, "; ")+". That concerns the network, DNS or a proxy, and says nothing about the join.",
		"Make sure that the device resolves and reaches `login.microsoftonline.com` and `enterpriseregistration.windows.net`, as SYSTEM and through its proxy too. Then run `dsregcmd.exe /status` again.",
		page("device-details"), page("sso-state")))
}

// networkErrors are the codes of the network that the output has, with words.
func (s State) networkErrors() []string {
	var seen []string
	for _, key := range codeKeys {
		code := strings.ToLower(errorCode().FindString(value(s.Sections, key)))
		at := slices.IndexFunc(networkCodes, func(n networkCode) bool { return n.code == nearCode(code) })
		if at >= 0 {
			seen = append(seen, fmt.Sprintf("%s %s (%s)", key, code, networkCodes[at].means))
		}
	}
	return seen
}
