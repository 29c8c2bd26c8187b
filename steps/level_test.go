package steps

import (
	"fmt"
	"strings"
	"testing"

	"cmgwizard/model"
)

func TestPutLevel(t *testing.T) {
	for _, c := range []struct{ before, typed, version, console, updates, now string }{
		{"", "2509", "2509", "", "", "2509"},
		{"", "5.00.9141.1000", "2509", "", "", "2509"},
		{"", "5.2509.1036.1700", "2509", "5.2509.1036.1700", "", "5.2509.1036.1700"},
		{"", "KB37864969", "2509", "", "KB37864969", "2509, KB37864969"},
		{"", "2603 KB37942646 38982839", "2603", "", "KB37942646,KB38982839", "2603, KB37942646, KB38982839"},
		{"", "2603 none", "2603", "", "none", "2603, none"},
		{"2603", "KB37942646", "2603", "", "KB37942646", "2603, KB37942646"},
		{"2509, KB37864969", "2603", "2603", "", "", "2603"},
		{"2509, KB37864969", "unsure", "unsure", "", "", "unsure"},
	} {
		a := &model.Answers{}
		if c.before != "" {
			if err := putLevel(a, c.before); err != nil {
				t.Fatal(err)
			}
		}
		if err := putLevel(a, c.typed); err != nil {
			t.Errorf("%q: %v", c.typed, err)
			continue
		}
		list, _ := a.Field("site.updates")
		if string(a.Site.Version) != c.version || a.Site.ConsoleVersion != c.console || list.Text() != c.updates || levelNow(a) != c.now {
			t.Errorf("%q after %q: version %q, console %q, updates %q, shown as %q", c.typed, c.before, a.Site.Version, a.Site.ConsoleVersion, list.Text(), levelNow(a))
		}
		again := a.Clone()
		if err := putLevel(&again, levelNow(a)); err != nil || fmt.Sprint(again) != fmt.Sprint(*a) {
			t.Errorf("%q, said again: %v", levelNow(a), err)
		}
	}
}

func TestPutLevelRefuses(t *testing.T) {
	for typed, hint := range map[string]string{
		"KB37942646": "such as 2603 KB37942646", "none": "such as 2603 none", "the newest": "type a version", "2409 KB37864969": "not for 2409", "": "type a version",
	} {
		a := &model.Answers{}
		if err := putLevel(a, typed); err == nil || !strings.Contains(err.Error(), hint) || a.Site.Version != "" || a.Site.Updates != nil {
			t.Errorf("%q: %v, and the plan has %+v", typed, err, a.Site)
		}
	}
}

func TestLevelIsSaidBack(t *testing.T) {
	a := &model.Answers{}
	if levelSaid(a) != "" {
		t.Errorf("nothing is known: %q", levelSaid(a))
	}
	if err := putLevel(a, "2509 KB37864969"); err != nil {
		t.Fatal(err)
	}
	if got := levelSaid(a); !strings.Contains(got, "2027-05-12") || !strings.Contains(got, "KB37864969") {
		t.Errorf("it says %q", got)
	}
}
