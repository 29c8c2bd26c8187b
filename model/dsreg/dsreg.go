// Package dsreg reads what `dsregcmd /status` prints: text in, device state
// out. It runs nothing.
package dsreg

import (
	"errors"
	"slices"
	"strings"

	"cmgwizard/model/evidence"
)

// A State is the device state with everything that was printed.
type State struct {
	evidence.DeviceFacts
	Sections []Section // in the order of the text, unknown ones too

	outputs int  // how many outputs the text holds: the first is read
	recoded bool // some bytes were of an old code page
}

// A Section is one block of the output.
type Section struct {
	Title string
	Pairs []Pair
}

// A Pair is a line of it.
type Pair struct{ Key, Value string }

// errNoState is what text is that holds no device state.
var errNoState = errors.New("there is no output of dsregcmd /status in the text")

// Recognise reports whether the text is output of `dsregcmd /status`.
func Recognise(text string) bool {
	if !mayBe(text) {
		return false
	}
	outputs, _, _ := read(text)
	return slices.ContainsFunc(outputs, isState)
}

// Parse reads the output. It keeps keys that it does not know, and fails only
// for text that holds no device state at all. Of several outputs in one text
// the first is read, or the first whole one.
func Parse(text string) (State, error) {
	if !mayBe(text) {
		return State{}, errNoState
	}
	outputs, more, recoded := read(text)
	outputs = slices.DeleteFunc(outputs, func(o []Section) bool { return !isState(o) })
	if len(outputs) == 0 {
		return State{}, errNoState
	}
	chosen := max(slices.IndexFunc(outputs, isWhole), 0)
	s := State{Sections: outputs[chosen], outputs: len(outputs) + more, recoded: recoded}
	s.DeviceFacts = factsOf(s.Sections)
	return s, nil
}

// mayBe is a quick look, so that other files cost next to nothing.
func mayBe(text string) bool {
	lower := strings.ToLower(text[:min(len(text), maxBytes)])
	return slices.ContainsFunc([]string{"joined", "deviceauthstatus", "prt attempt", "discovery test", "acquisition test", "wamdefault", "azureadprt", "joinsrv"}, func(word string) bool {
		return strings.Contains(lower, word)
	})
}

// isState tells an output from text that has a colon now and then. Some lines
// say it alone, for people cut out what seems to matter to them.
func isState(sections []Section) bool {
	known := map[string]bool{}
	for _, s := range sections {
		for _, p := range s.Pairs {
			if p.tells() {
				return true
			}
			if isKnown(p.Key) {
				known[strings.ToLower(p.Key)] = true
			}
		}
	}
	return len(known) >= enoughKeys
}

// tells reports whether nothing but dsregcmd prints such a line.
func (p Pair) tells() bool {
	switch {
	case is(p.Key, joinedKey):
		return len(strings.Fields(p.Value)) == 1
	case is(p.Key, "DeviceAuthStatus"):
		status := strings.ToUpper(p.Value)
		return strings.HasPrefix(status, "SUCCESS") || strings.HasPrefix(status, "FAILED")
	case is(p.Key, "EnterpriseJoined"), is(p.Key, "WorkplaceJoined"), is(p.Key, "AzureAdPrt"):
		return yesNo(p.Value) != ""
	case is(p.Key, "DomainJoined"):
		return p.Value == "YES" || p.Value == "NO"
	case is(p.Key, "DRS Discovery Test"), is(p.Key, "DRS Connectivity Test"), is(p.Key, "Token acquisition Test"):
		return slices.Contains([]string{"PASS", "FAIL", "SKIPPED"}, strings.ToUpper(strings.Split(p.Value+" ", " ")[0]))
	case is(p.Key, "Previous Prt Attempt"):
		return moment().MatchString(p.Value)
	}
	return false
}

// enoughKeys is how many keys of dsregcmd make an output whose beginning is
// lost.
const enoughKeys = 4

// isWhole reports whether the output has the whole block of the device state,
// as the lines of one that was searched do not.
func isWhole(sections []Section) bool {
	return value(sections, joinedKey) != "" && value(sections, "DomainJoined") != ""
}

// joinedKey is the key with which each output begins.
const joinedKey = "AzureAdJoined"

// is compares keys: some pages and builds print them in other capitals.
func is(key, name string) bool { return strings.EqualFold(key, name) }

// value is the first value of the key outside work accounts, which repeat keys
// of the device.
func value(sections []Section, key string) string {
	for _, s := range sections {
		if s.isWorkAccount() {
			continue
		}
		if v := s.value(key); v != "" {
			return v
		}
	}
	return ""
}

func (s Section) value(key string) string {
	for _, p := range s.Pairs {
		if is(p.Key, key) {
			return p.Value
		}
	}
	return ""
}

// isWorkAccount reports whether the section is about a work account that was
// added to Windows. Its title may be in another language: then its keys tell.
func (s Section) isWorkAccount() bool {
	if strings.HasPrefix(strings.ToLower(s.Title), "work account") {
		return true
	}
	mine := slices.ContainsFunc(s.Pairs, func(p Pair) bool { return is(p.Key, "WorkplaceDeviceId") || is(p.Key, "WorkplaceTenantId") })
	return mine && !slices.ContainsFunc(s.Pairs, func(p Pair) bool { return is(p.Key, "WorkplaceJoined") || is(p.Key, joinedKey) })
}
