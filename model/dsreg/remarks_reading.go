package dsreg

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// aboutWorkAccounts lists the accounts of which each registers the device.
func aboutWorkAccounts(s State, _ time.Time) []model.Remark {
	accounts := s.WorkAccounts
	foreign := slices.ContainsFunc(accounts, func(tenant string) bool { return s.TenantID != "" && !strings.EqualFold(tenant, s.TenantID) })
	if len(accounts) < 2 && !foreign {
		return nil
	}
	return one(model.NewRemark("device-work-accounts", model.Advice, "",
		fmt.Sprintf("Windows holds %s: tenant %s. A work account registers the device with its tenant, and does not join it.", counted(len(accounts), "work account"), listed(accounts)),
		"Remove under Settings > Accounts > Access work or school those that nobody needs.", page("user-state")))
}

// mostListed is how many names a sentence holds.
const mostListed = 4

func listed(names []string) string {
	if len(names) <= mostListed {
		return strings.Join(names, ", ")
	}
	return fmt.Sprintf("%s and %d more", strings.Join(names[:mostListed], ", "), len(names)-mostListed)
}

// aboutManagement warns of what addresses of an MDM seem to prove.
func aboutManagement(s State, _ time.Time) []model.Remark {
	if value(s.Sections, "MdmUrl") == "" {
		return nil
	}
	return one(model.NewRemark("device-mdm-addresses", "", "",
		"The addresses of an MDM (MdmUrl) show that the tenant enrolls devices by itself. They do not prove that this device is managed.", "", page("tenant-details")))
}

// aboutOutputs tells which of several outputs was read.
func aboutOutputs(s State, _ time.Time) []model.Remark {
	if s.outputs < 2 {
		return nil
	}
	return one(model.NewRemark("device-several-outputs", model.Warning, "",
		fmt.Sprintf("The file holds %d outputs one after the other. Only the first whole one was read%s.", s.outputs, of(s.DeviceID)),
		"Save each device's output in a file of its own.", page("device-state")))
}

func of(device string) string {
	if device == "" {
		return ""
	}
	return ", of the device " + device
}

// aboutGaps tells what an output lacks that every whole one has.
func aboutGaps(s State, _ time.Time) []model.Remark {
	missing := s.missing()
	if len(missing) == 0 {
		return nil
	}
	return one(model.NewRemark("device-output-cut", model.Warning, deviceRule,
		"The output is incomplete, or not all of it was understood. Missing: "+strings.Join(missing, ", ")+".",
		"Run `dsregcmd.exe /status > state.txt` on the device, and read that file.", page("device-state")))
}

func (s State) missing() []string {
	var missing []string
	joined := s.EntraJoined == model.Yes
	for _, part := range []struct {
		name string
		gone bool
	}{
		{joinedKey, s.EntraJoined == ""}, {"DomainJoined", s.DomainJoined == ""},
		{"DeviceId", joined && s.DeviceID == ""}, {"TenantId", joined && s.TenantID == ""},
		{"WorkplaceJoined", s.WorkplaceJoined == ""},
	} {
		if part.gone {
			missing = append(missing, part.name)
		}
	}
	return missing
}

// aboutLetters tells that a code page was guessed.
func aboutLetters(s State, _ time.Time) []model.Remark {
	if !s.recoded {
		return nil
	}
	return one(model.NewRemark("device-code-page", "", "",
		"The file is in an old code page of a console and was read as code page 850. Names with other letters than those of English may read wrong; nothing else is touched.", ""))
}
