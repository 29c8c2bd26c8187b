package model_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

func TestForms(t *testing.T) {
	for _, c := range []struct {
		form, text string
		good       bool
	}{
		{"site-code", "P01", true},
		{"site-code", "ABC", true},
		{"site-code", "p01", false},
		{"site-code", "P1", false},
		{"site-code", "P001", false},
		{"site-code", "P-1", false},
		{"site-code", "P01\n", false},
		{"site-code", "AUX", false},
		{"site-code", "CON", false},
		{"site-code", "NUL", false},
		{"site-code", "PRN", false},
		{"site-code", "SMS", false},
		{"site-code", "ALL", false},
		{"version", "2409", true},
		{"version", "1902", true},
		{"version", "2413", false},
		{"version", "2400", false},
		{"version", "0902", false},
		{"version", "24.09", false},
		{"version", "5.00.9132", false},
		{"version", "02409", false},
		{"guid", "aaaabbbb-0000-cccc-1111-dddd2222eeee", true},
		{"guid", "AAAABBBB-0000-CCCC-1111-DDDD2222EEEE", true},
		{"guid", "{aaaabbbb-0000-cccc-1111-dddd2222eeee}", false},
		{"guid", "72f988bf86f141af91ab2d7cd011db47", false},
		{"guid", "contoso.onmicrosoft.com", false},
		{"date", "2026-11-30", true},
		{"date", "2026-02-30", false},
		{"date", "30.11.2026", false},
		{"date", "2026-11-30T00:00:00Z", false},
		{"host", "mp1.contoso.com", true},
		{"host", "mp1", false},
		{"", "any \x1b text", true},
	} {
		if err := model.CheckForm(c.form, c.text); (err == nil) != c.good {
			t.Errorf("%s %q: %v, good: %v", c.form, c.text, err, c.good)
		}
		for _, free := range []string{"", model.Unsure} {
			if err := model.CheckForm(c.form, free); err != nil {
				t.Errorf("%s %q: %v", c.form, free, err)
			}
		}
	}
}

func TestCheckHost(t *testing.T) {
	label := strings.Repeat("a", 63)
	for _, c := range []struct {
		says, name string
		good       bool
	}{
		{"a full name", "mp1.contoso.com", true},
		{"capitals", "MP1.Contoso.COM", true},
		{"a trailing dot", "mp1.contoso.com.", true},
		{"two trailing dots", "mp1.contoso.com..", false},
		{"dots alone after a name", "mp1..", false},
		{"an underscore of old", "mp_1.contoso.com", true},
		{"a hyphen inside", "mp-1.contoso.com", true},
		{"a letter of another script", "zürich.contoso.com", true},
		{"the longest label", label + ".com", true},
		{"digits", "10.contoso.com", true},
		{"a bare name", "mp1", false},
		{"a label too long", label + "a.com", false},
		{"a name too long", strings.Repeat(label+".", 4) + "com", false},
		{"an empty label", "mp1..com", false},
		{"a leading dot", ".contoso.com", false},
		{"a hyphen at the start", "-mp1.contoso.com", false},
		{"a hyphen at the end", "mp1-.contoso.com", false},
		{"a blank", "mp 1.contoso.com", false},
		{"an address", "https://mp1.contoso.com", false},
		{"a port", "mp1.contoso.com:443", false},
		{"a wildcard", "*.contoso.com", false},
		{"an escape sequence", "\x1b[31mmp1.contoso.com", false},
		{"a line break", "mp1.contoso.com\n", false},
		{"only a dot", ".", false},
	} {
		err := model.CheckHost(c.name)
		if (err == nil) != c.good {
			t.Errorf("%s, %q: %v, good: %v", c.says, c.name, err, c.good)
		}
		if err != nil && !plantest.IsClean(err.Error()) {
			t.Errorf("%s: %q", c.says, err)
		}
	}
}

func TestCheckServiceName(t *testing.T) {
	for _, c := range []struct {
		says, name, hint string
	}{
		{"three letters", "cmg.contoso.com", ""},
		{"letters and digits", "cmg2026.contoso.com", ""},
		{"24 letters", strings.Repeat("c", 24) + ".contoso.com", ""},
		{"capitals", "GraniteFalls.Contoso.Com", ""},
		{"a name of Azure", "granitefalls.westus.cloudapp.azure.com", ""},
		{"two letters", "cm.contoso.com", "3 to 24"},
		{"25 letters", strings.Repeat("c", 25) + ".contoso.com", "3 to 24"},
		{"a digit first", "1cmg.contoso.com", "a letter first"},
		{"a hyphen", "granite-falls.contoso.com", "letters and digits"},
		{"an underscore", "granite_falls.contoso.com", "letters and digits"},
		{"another script", "zürich.contoso.com", "letters and digits"},
		{"a wildcard", "*.contoso.com", "wildcard"},
		{"no domain", "granitefalls", "fully qualified"},
		{"no name at all", "not a name", "host name"},
		{"an escape sequence", "\x1b[31mcmg.contoso.com", "host name"},
	} {
		err := model.CheckServiceName(c.name)
		switch {
		case c.hint == "" && err != nil:
			t.Errorf("%s, %q: %v", c.says, c.name, err)
		case c.hint != "" && (err == nil || !strings.Contains(err.Error(), c.hint) || !plantest.IsClean(err.Error())):
			t.Errorf("%s, %q: %v, want a word about %q", c.says, c.name, err, c.hint)
		}
	}
}

func TestInAzureDomain(t *testing.T) {
	for name, want := range map[string]bool{
		"cmg.westus.cloudapp.azure.com":  true,
		"cmg.cloudapp.net":               true,
		"cmg.usgovcloudapp.net":          true,
		"CMG.CLOUDAPP.NET":               true,
		"cmg.cloudapp.net.":              true,
		"cmg.contoso.com":                false,
		"cmg.notcloudapp.net":            false,
		"cloudapp.net.contoso.com":       false,
		"cmg.cloudapp.azure.com.contoso": false,
		"":                               false,
	} {
		if got := model.InAzureDomain(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}

func TestVersionAtLeast(t *testing.T) {
	for _, c := range []struct {
		version model.Version
		yymm    int
		want    bool
	}{
		{"2403", 2403, true}, {"2409", 2403, true}, {"2402", 2403, false}, {"2010", 2103, false},
		{"", 9912, true}, {model.Unsure, 9912, true},
	} {
		if got := c.version.AtLeast(c.yymm); got != c.want {
			t.Errorf("%q at least %d: %v, want %v", c.version, c.yymm, got, c.want)
		}
	}
}

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		says         string
		n            model.Number
		text         string
		given, known bool
	}{
		{"absent", model.Number{}, "", false, false},
		{"not known yet", model.UnsureNumber, "unsure", true, false},
		{"zero", model.Num(0), "0", true, true},
		{"a number", model.Num(4320), "4320", true, true},
	} {
		if _, known := c.n.Value(); c.n.String() != c.text || c.n.Given() != c.given || known != c.known {
			t.Errorf("%s: %q, given %v, known %v", c.says, c.n, c.n.Given(), known)
		}
	}
}

func TestTruths(t *testing.T) {
	for _, c := range []struct {
		truths    []model.Truth
		all, some model.Truth
	}{
		{nil, model.IsTrue, model.IsFalse},
		{[]model.Truth{model.IsTrue, model.IsTrue}, model.IsTrue, model.IsTrue},
		{[]model.Truth{model.IsTrue, model.Unknown}, model.Unknown, model.IsTrue},
		{[]model.Truth{model.IsTrue, model.IsFalse}, model.IsFalse, model.IsTrue},
		{[]model.Truth{model.Unknown, model.Unknown}, model.Unknown, model.Unknown},
		{[]model.Truth{model.Unknown, model.IsFalse}, model.IsFalse, model.Unknown},
		{[]model.Truth{model.IsFalse, model.IsFalse}, model.IsFalse, model.IsFalse},
	} {
		if model.All(c.truths...) != c.all || model.Some(c.truths...) != c.some {
			t.Errorf("%v: all %v, some %v", c.truths, model.All(c.truths...), model.Some(c.truths...))
		}
	}
	for answer, want := range map[model.YesNo]model.Truth{model.Yes: model.IsTrue, model.No: model.IsFalse, "": model.Unknown, model.Unsure: model.Unknown} {
		if got := model.Is(answer, model.Yes); got != want {
			t.Errorf("%q is yes: %v, want %v", answer, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	for value, want := range map[model.Join]string{
		model.HybridJoined: "Hybrid joined", model.Unsure: "not known yet", "": "", "mainframe": "mainframe",
	} {
		if got := model.Joins.Label(value); got != want {
			t.Errorf("%q: %q, want %q", value, got, want)
		}
	}
}

// TestCloneIsApart changes a copy in every list, and looks at the original.
func TestCloneIsApart(t *testing.T) {
	p := plantest.GoodPlan()
	copied := p.Clone()
	for _, f := range copied.Fields() {
		f.Clear()
	}
	copied.Token.Registration = append(copied.Token.Registration, model.InternalNetwork)
	for i, f := range p.Fields() {
		if want := plantest.GoodPlan().Fields()[i].Text(); f.Text() != want {
			t.Errorf("%s is %q, was %q", f.Key, f.Text(), want)
		}
	}
	list := plantest.GoodPlan().Clone()
	shared := list.Clone()
	shared.Token.Registration[0] = model.InternalNetwork
	if list.Token.Registration[0] != model.BulkToken {
		t.Error("the copy shares the list of registrations")
	}
}

func TestSharesJoin(t *testing.T) {
	p := &model.Plan{}
	p.Devices = []model.Device{{Join: model.Workgroup}, {Join: model.HybridJoined}, {Join: model.Workgroup}, {}, {}, {Join: model.Unsure}, {Join: model.Unsure}}
	for i, want := range []bool{true, false, true, false, false, false, false} {
		if got := p.SharesJoin(i); got != want {
			t.Errorf("entry %d: %v, want %v", i, got, want)
		}
	}
}
