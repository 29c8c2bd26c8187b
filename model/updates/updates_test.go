package updates

import (
	"slices"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

func TestHas(t *testing.T) {
	kbs := func(list ...model.KB) []model.KB { return append([]model.KB{}, list...) }
	for _, c := range []struct {
		says string
		site model.Site
		kb   model.KB
		want model.Truth
	}{
		{"listed", model.Site{Version: "2603", Updates: kbs(ImageUpdate)}, ImageUpdate, model.IsTrue},
		{"listed under its other number", model.Site{Version: "2603", Updates: kbs("KB37784287")}, ImageUpdate, model.IsTrue},
		{"not listed", model.Site{Version: "2603", Updates: kbs(SecurityUpdate)}, ImageUpdate, model.IsFalse},
		{"none is installed", model.Site{Version: "2603", Updates: kbs()}, ImageUpdate, model.IsFalse},
		{"nobody said", model.Site{Version: "2603"}, ImageUpdate, model.Unknown},
		{"somebody must find out", model.Site{Version: "2603", Updates: kbs(model.Unsure)}, ImageUpdate, model.Unknown},
		{"the list holds one that came later", model.Site{Version: "2603", Updates: kbs("KB41000000")}, ImageUpdate, model.Unknown},
		{"the rollup of the version before counts no longer", model.Site{Version: "2603", Updates: kbs(imageRollup)}, ImageUpdate, model.IsFalse},
		{"in the second rollup of 2509", model.Site{Version: "2509", Updates: kbs(imageRollup)}, ImageUpdate, model.IsTrue},
		{"not in the first one", model.Site{Version: "2509", Updates: kbs("KB36949461")}, ImageUpdate, model.IsFalse},
		{"console with it", model.Site{Version: "2603", ConsoleVersion: "5.2603.1035.1200"}, ImageUpdate, model.IsTrue},
		{"console after it", model.Site{Version: "2603", ConsoleVersion: "5.2603.1035.1500"}, ImageUpdate, model.IsTrue},
		{"console before it", model.Site{Version: "2603", ConsoleVersion: "5.2603.1035.1000"}, ImageUpdate, model.IsFalse},
		{"console of another version", model.Site{Version: "2603", ConsoleVersion: "5.2509.1036.1700"}, ImageUpdate, model.Unknown},
		{"console of a build that no page prints", model.Site{Version: "2603", ConsoleVersion: "5.2603.1099.1200"}, ImageUpdate, model.Unknown},
		{"no number shows it", model.Site{Version: "2603", ConsoleVersion: "5.2603.1035.1200"}, SecurityUpdate, model.Unknown},
		{"replaced by one that hides it", model.Site{Version: "2603", Updates: kbs("KB39398030")}, SecurityUpdate, model.IsTrue},
		{"2503 with the image update", model.Site{Version: "2503", ConsoleVersion: "5.2503.1083.2100"}, ImageUpdate, model.IsTrue},
		{"2503 with the rollup alone", model.Site{Version: "2503", ConsoleVersion: "5.2503.1083.1500"}, ImageUpdate, model.IsFalse},
		{"2409 with the rollup", model.Site{Version: "2409", Updates: kbs(rollup2409)}, NewCMGUpdate, model.IsTrue},
		{"2409 with an update that needs the rollup", model.Site{Version: "2409", Updates: kbs(ImageUpdate)}, rollup2409, model.IsTrue},
		{"2409 with an update that needs the rollup with it", model.Site{Version: "2409", Updates: kbs(ImageUpdate)}, NewCMGUpdate, model.IsTrue},
		{"2503 with a security update that needs the rollup", model.Site{Version: "2503", Updates: kbs(SecurityUpdate)}, Rollup2503, model.IsTrue},
		{"what it needs on another version counts not", model.Site{Version: "2509", Updates: kbs("KB36495448")}, ImageUpdate, model.IsFalse},
		{"2409 without both", model.Site{Version: "2409", Updates: kbs()}, NewCMGUpdate, model.IsFalse},
		{"2409, and a console does not show it", model.Site{Version: "2409", ConsoleVersion: "5.2409.1183.1000"}, NewCMGUpdate, model.Unknown},
		{"2409, and the console shows the rollup with it", model.Site{Version: "2409", ConsoleVersion: "5.2409.1183.1400"}, NewCMGUpdate, model.IsTrue},
		{"in the version itself", model.Site{Version: "2503"}, NewCMGUpdate, model.IsTrue},
		{"a version after the tables", model.Site{Version: "2609", Updates: kbs()}, ImageUpdate, model.Unknown},
		{"no version", model.Site{Updates: kbs(ImageUpdate)}, ImageUpdate, model.Unknown},
		{"revised rollup", model.Site{Version: "2303", Updates: kbs("KB24719670")}, ConnectorFix, model.IsTrue},
		{"an update that nobody knows", model.Site{Version: "2603"}, "KB41000000", model.Unknown},
	} {
		if got := Has(&c.site, c.kb); got != c.want {
			t.Errorf("%s: %s has %s: %v, want %v", c.says, c.site.Version, c.kb, got, c.want)
		}
	}
}

// TestContainment looks for circles and for numbers that stand nowhere.
func TestContainment(t *testing.T) {
	var depth func(u Update, left int) bool
	depth = func(u Update, left int) bool {
		return left > 0 && !slices.ContainsFunc(u.In, func(kb model.KB) bool {
			outer, found := Find(kb)
			return !found || !depth(outer, left-1)
		})
	}
	seen := map[model.KB]bool{}
	for _, u := range All {
		if !depth(u, 5) {
			t.Errorf("%s lies in what does not exist, or in itself", u.KB)
		}
		if seen[u.KB] {
			t.Errorf("%s is there twice", u.KB)
		}
		seen[u.KB] = true
		for _, target := range u.For {
			if _, found := VersionNamed(target.Version); !found {
				t.Errorf("%s is for %s, which is no version", u.KB, target.Version)
			}
			if _, found := Find(target.Needs); target.Needs != "" && !found {
				t.Errorf("%s needs %s, which is no update", u.KB, target.Needs)
			}
			if u.Since != "" && target.Version.AtLeast(u.Since.Number()) {
				t.Errorf("%s is for %s, which has it already", u.KB, target.Version)
			}
		}
	}
}

func TestVersionsFollowEachOther(t *testing.T) {
	for i, v := range Versions {
		early, err := time.Parse(time.DateOnly, v.Early)
		ends, endErr := time.Parse(time.DateOnly, v.Ends)
		if err != nil || endErr != nil || !ends.After(early.AddDate(1, 0, 0)) {
			t.Errorf("%s: support from %s to %s", v.Name, v.Early, v.Ends)
		}
		if i > 0 && (v.Name.Number() >= Versions[i-1].Name.Number() || v.Build >= Versions[i-1].Build || v.Ends >= Versions[i-1].Ends && v.Name != "1810") { // its support was prolonged
			t.Errorf("%s does not come before %s", v.Name, Versions[i-1].Name)
		}
	}
}

func TestSupport(t *testing.T) {
	for _, c := range []struct {
		version, day string
		over, soon   bool
		left         int
	}{
		{"2603", "2026-11-29", false, false, 341},
		{"2509", "2026-11-29", false, false, 164},
		{"2509", "2027-02-10", false, false, 91},
		{"2509", "2027-02-11", false, true, 90},
		{"2509", "2027-05-12", false, true, 0},
		{"2509", "2027-05-13", true, false, -1},
		{"2503", "2026-11-29", true, false, -60},
		{"2409", "2026-11-29", true, false, -178},
		{"2609", "2026-11-29", false, false, 0},
		{"2503", "", false, false, 0},
	} {
		day, _ := time.Parse(time.DateOnly, c.day)
		s := SupportOn(model.Version(c.version), day)
		if c.day == "" {
			s = SupportOn(model.Version(c.version), time.Time{})
		}
		if s.Over() != c.over || s.EndsSoon() != c.soon || s.DaysLeft != c.left {
			t.Errorf("%s on %s: over %v, soon %v, %d days left", c.version, c.day, s.Over(), s.EndsSoon(), s.DaysLeft)
		}
	}
}

func TestWayUp(t *testing.T) {
	for from, want := range map[model.Version]string{
		"2603": "", "2609": "", "2509": "2603", "2503": "2603", "2409": "2603", "2403": "2509, then 2603", "2309": "2503, then 2603",
		"2303": "2403, then 2509, then 2603", "2211": "2403, then 2509, then 2603", "2207": "2309, then 2503, then 2603",
		"2203": "2303, then 2403, then 2509, then 2603", "2111": "2303, then 2403, then 2509, then 2603",
		"2002": "", "2108": "", "": "",
	} {
		if got := WayInWords(WayUp(from)); got != want {
			t.Errorf("from %s: %q, want %q", from, got, want)
		}
	}
}

func TestUnderstand(t *testing.T) {
	for text, want := range map[string]string{
		"2509":                           "2509",
		" version 2509 ":                 "2509",
		"9141":                           "2509",
		"5.00.9141":                      "2509",
		"5.00.9141.1012":                 "2509",
		"5.0.9141.1032":                  "2509",
		"2509 (5.00.9141.1000)":          "2509",
		"9106":                           "2303",
		"5.2509.1036.1700":               "5.2509.1036.1700",
		"2509, 5.2509.1036.1700":         "5.2509.1036.1700",
		"KB37864969":                     "2509, KB37864969",
		"37864969":                       "2509, KB37864969",
		"kb 37864969":                    "2509, KB37864969",
		"KB37426535":                     "2603",
		"2603 KB37942646 and KB38982839": "2603, KB37942646, KB38982839",
		"2603, KB37942646, KB37942646":   "2603, KB37942646",
		"2603 none":                      "2603, none",
		"5.2603.1035.1200; KB38982839":   "5.2603.1035.1200, KB38982839",
		"KB37942646":                     "KB37942646", // of several versions
		"2609":                           "2609",
		"2603 KB41000000":                "2603, KB41000000",
		"2603 KB37864969":                "2603, KB37864969",
		"KB30385346 KB37864969":          "2509, KB30385346, KB37864969",
		"5.2609.1001.1000":               "5.2609.1001.1000",
		strings.Repeat(" ", 3) + "2409\tKB30833053": "2409, KB30833053",
	} {
		l, err := Understand(text)
		if err != nil || l.Text() != want {
			t.Errorf("%q is understood as %q (%v), want %q", text, l.Text(), err, want)
		}
		again, err := Understand(l.Text())
		if err != nil || again.Text() != l.Text() {
			t.Errorf("%q is not taken again: %q (%v)", l.Text(), again.Text(), err)
		}
	}
}

func TestUnderstandIsStrict(t *testing.T) {
	for text, hint := range map[string]string{
		"": "type a version", "current branch": "not understood", "2413": "no version with the build", "5.00.9999.1000": "no version with the build",
		"2509 2603": "two versions", "5.2509.1036.1700 2603": "two versions", "5.2509.1036": "four numbers", "5.9122.1082.1700": "not understood",
		"2409 KB37942646x": "not understood", "KB12": "not understood", "2409 KB37864969": "is for version 2509", "5.1.2.3.4": "not understood",
		"2509 5.2509.1036.1700 5.2509.1036.1800": "two console versions", "-2509": "not understood", "0000": "no version", "25 09": "not understood",
		"\x1b[31m2509x": "not understood", "10.0.20348.1": "not understood", "KB037942646": "not understood",
	} {
		l, err := Understand(text)
		if err == nil || !strings.Contains(err.Error(), hint) || l.Text() != "" {
			t.Errorf("%q gives %q and %v, want a word about %q", text, l.Text(), err, hint)
		}
	}
}

func TestWords(t *testing.T) {
	for text, want := range map[string]string{
		"2509":                       "Version 2509 (build 5.00.9141.1000), support until 2027-05-12. Its updates stay open: a KB number or the console version would tell.",
		"2609":                       "Version 2609, newer than what this program knows of 2026-11-29. Its updates stay open: a KB number or the console version would tell.",
		"5.2603.1035.1200":           "Version 2603 (build 5.00.9146.1000), support until 2027-11-05. Console 5.2603.1035.1200: with KB37942646. Some updates show in no number.",
		"5.2603.1035.1000":           "Version 2603 (build 5.00.9146.1000), support until 2027-11-05. Console 5.2603.1035.1000: no update that this program can tell from it.",
		"2603 KB37864969 KB41000000": "Version 2603 (build 5.00.9146.1000), support until 2027-11-05. Installed updates: KB37864969 (of another version, does not count), KB41000000 (not known to this program).",
		"2409 none":                  "Version 2409 (build 5.00.9132.1000), support until 2026-06-04. No update is installed.",
	} {
		l, err := Understand(text)
		if got := l.Words(); err != nil || got != want {
			t.Errorf("%q: %q (%v), want %q", text, got, err, want)
		}
	}
}

func FuzzUnderstand(f *testing.F) {
	for _, text := range []string{"2509", "5.00.9141.1000", "KB37864969, none", "5.2509.1036.1700 KB 37864969"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l, err := Understand(text)
		if err != nil {
			return
		}
		if again, err := Understand(l.Text()); err != nil || again.Text() != l.Text() {
			t.Errorf("%q is %q, and that is %q (%v)", text, l.Text(), again.Text(), err)
		}
		if l.Words() != model.Clean(l.Words()) {
			t.Errorf("%q: %q", text, l.Words())
		}
	})
}
