package site

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// The types of client settings.
const (
	defaultSetting = 0
	deviceSetting  = 1
	userSetting    = 2
)

// readSettings reads what clients get: the default setting, where every custom one
// that is assigned and says anything agrees.
func (f *File) readSettings() {
	standard, custom, ok := f.settings()
	if !ok {
		return
	}
	single := func(property string) func(r row) model.YesNo {
		return func(r row) model.YesNo { return r.truth(property) }
	}
	for _, s := range []struct {
		key, property, command string
		trust                  evidence.Trust
	}{
		{"use_cmg", "AllowCMG", "Cloud", evidence.Sure},
		{"cloud_distribution_point", "AllowCloudDP", "Cloud", evidence.Sure},
		{"delta_content", "EnableExpressUpdates", "SoftwareUpdates", evidence.Likely},
		{"entra_registration", "AutoAADJoin", "Cloud", evidence.Sure},
	} {
		f.setting(evidence.Reading{Key: "client_settings." + s.key, Trust: s.trust, From: "Get-CMClientSetting -Setting " + s.command + ", " + s.property},
			standard, custom, []string{s.property}, single(s.property))
	}
	f.setting(evidence.Reading{Key: "client_settings.user_policy_internet", Trust: evidence.Sure,
		From: "Get-CMClientSetting -Setting ClientPolicy, PolicyEnableUserPolicyPolling and PolicyEnableUserPolicyOnInternet"},
		standard, custom, policies, userPolicy(standard))
}

var policies = []string{"PolicyEnableUserPolicyPolling", "PolicyEnableUserPolicyOnInternet"}

// userPolicy needs both properties. What a custom setting leaves open is that of
// the default one.
func userPolicy(standard row) func(row) model.YesNo {
	return func(r row) model.YesNo {
		both := model.Yes
		for _, property := range policies {
			value := r.truth(property)
			if value == "" {
				value = standard.truth(property)
			}
			switch {
			case value == model.No:
				return model.No
			case value == "":
				both = ""
			}
		}
		return both
	}
}

// settings are the default setting and the custom ones that are assigned to
// anything, false where the section does not say all of that.
func (f *File) settings() (standard row, custom []row, ok bool) {
	if !f.uncut("client_settings", cutSettings) {
		return nil, nil, false
	}
	for _, r := range f.sections["client_settings"].rows {
		kind, known := r.number("Type")
		assigned, counted := r.number("AssignmentCount")
		switch {
		case !known || kind < defaultSetting || kind > userSetting || kind == defaultSetting && standard != nil:
			return nil, nil, false
		case kind == defaultSetting:
			standard = r
		case kind == deviceSetting && (!counted || assigned != 0):
			custom = append(custom, r)
		}
	}
	return standard, custom, standard != nil
}

// setting fills an answer where all settings agree. A custom setting that may be
// hidden makes it an offer.
func (f *File) setting(r evidence.Reading, standard row, custom []row, properties []string, value func(row) model.YesNo) {
	answer := value(standard)
	for _, c := range custom {
		says := slices.ContainsFunc(properties, func(p string) bool { return c[p] != nil })
		if says && value(c) != answer {
			return
		}
	}
	if answer == "" {
		return
	}
	r.Value, r.Saw, r.Offered = string(answer), "the same in the default setting and in every custom one", f.hidesSettings()
	if r.Offered {
		r.Saw += ", of which some may be hidden"
	}
	f.fill(r)
}

// hidesSettings reports whether the priorities of the custom settings do not run 1,
// 2, 3: settings of users are not in the file, and others may be hidden by rights.
func (f *File) hidesSettings() bool {
	seen, most := map[int64]bool{}, int64(0)
	for _, r := range f.sections["client_settings"].rows {
		kind, _ := r.number("Type")
		if kind != deviceSetting {
			continue
		}
		n, ok := r.number("Priority")
		if !ok || n < 1 || seen[n] {
			return true
		}
		seen[n], most = true, max(most, n)
	}
	return most != int64(len(seen))
}
