package tasks

import (
	"regexp"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

func TestARequiredBulkTokenIsUsed(t *testing.T) {
	p := &model.Plan{}
	p.Devices = []model.Device{{Internet: model.Yes, Method: model.SiteToken, ClientInstalled: model.Yes, ReachesInternalNetwork: model.No}}
	if !installsWithToken(p) {
		t.Error("a bulk token is required, and no task uses it")
	}
}

func TestHybridDevicesMustRegister(t *testing.T) {
	p := &model.Plan{}
	p.ClientSettings = model.ClientSettings{UseCMG: model.Yes, EntraRegistration: model.No}
	p.Devices = []model.Device{{Internet: model.Yes, Method: model.EntraID, Join: model.EntraJoined}}
	if !clientsMayUseCMG(p) {
		t.Error("Entra joined devices wait for a setting that is not for them")
	}
	p.Devices[0].Join = model.HybridJoined
	if clientsMayUseCMG(p) {
		t.Error("the client settings count as done, and hybrid joined devices do not register")
	}
}

func TestContentIsPartOfTheClientSettings(t *testing.T) {
	p := &model.Plan{}
	p.Gateway.ServeContent, p.ClientSettings.UseCMG = model.Yes, model.Yes
	if clientsMayUseCMG(p) {
		t.Error("the client settings count as done without the cloud distribution point")
	}
}

func TestOnePointWithoutItIsNotDone(t *testing.T) {
	p := &model.Plan{}
	p.ManagementPoints = []model.ManagementPoint{{CMGTraffic: model.Yes, ASPNET45: model.Yes}, {CMGTraffic: model.Yes, ASPNET45: model.Unsure}}
	if aspNetInPlace(p) {
		t.Error("one management point without ASP.NET 4.5 counts as done")
	}
}

func TestPowerShellNamesStandAlone(t *testing.T) {
	for _, task := range All().Tasks {
		for _, c := range task.Commands {
			for _, place := range NameForm().FindAllStringIndex(c.Line, -1) {
				name := c.Line[place[0]:place[1]]
				if _, isSwitch := lineFlags[name[1:len(name)-1]]; isSwitch {
					continue
				}
				if _, known := Fillings[name[1:len(name)-1]]; !known {
					t.Errorf("%s: %s is no filling", task.ID, name)
				}
				glued := c.Line[place[0]-1] != ' ' || place[1] < len(c.Line) && c.Line[place[1]] != ' ' && c.Line[place[1]] != ')' && !switchFollows(c.Line[place[1]:])
				quoted := strings.Count(c.Line[:place[0]], `"`)%2 != 0
				if c.Shell.isPowerShell() && (glued || quoted) {
					t.Errorf("%s: %s does not stand alone in %q", task.ID, name, c.Line)
				}
			}
		}
	}
}

// switchFollows reports whether a line goes on with a switch, which brings its
// own blank.
func switchFollows(rest string) bool {
	place := NameForm().FindStringIndex(rest)
	if place == nil || place[0] != 0 {
		return false
	}
	_, isSwitch := lineFlags[rest[1:place[1]-1]]
	return isSwitch
}

func TestHostileValuesStayInPowerShellLiterals(t *testing.T) {
	for _, value := range plantest.Hostile {
		p := plantest.HostilePlan(value)
		for _, task := range All().Tasks {
			for _, c := range task.Commands {
				if !c.Shell.isPowerShell() {
					continue
				}
				for _, line := range FillCommand(p, c) {
					checkLiterals(t, task.ID, switched(p, c.Line), line, model.Clean(value))
				}
			}
		}
	}
}

// checkLiterals compares a line with its template: outside literals nothing
// may differ, and each name must have become one literal.
func checkLiterals(t *testing.T, id, template, line, value string) {
	t.Helper()
	code, literals, closed := powerShellParts(line)
	want, _, _ := powerShellParts(NameForm().ReplaceAllString(template, "'value'"))
	if code != want || !closed {
		t.Errorf("%s: a value got out of its literal: %s", id, line)
	}
	for i, match := range NameForm().FindAllString(template, -1) {
		fixed := match == "{login}"
		if i >= len(literals) || !fixed && literals[i] != value {
			t.Errorf("%s: %s is not one literal %q in %s", id, match, value, line)
		}
	}
}

// powerShellParts reads a line as PowerShell does: the code with every
// single-quoted literal replaced by a mark, and the literals. Any of five signs
// is a single quote, and two of them inside stand for the second.
func powerShellParts(line string) (code string, literals []string, closed bool) {
	const quotes = "'\u2018\u2019\u201a\u201b"
	var literal strings.Builder
	inside := false
	for runes := []rune(line); len(runes) > 0; runes = runes[1:] {
		quote := strings.ContainsRune(quotes, runes[0])
		switch {
		case !inside && quote:
			inside = true
		case !inside:
			code += string(runes[0])
		case quote && len(runes) > 1 && strings.ContainsRune(quotes, runes[1]):
			runes = runes[1:]
			literal.WriteRune(runes[0])
		case quote:
			inside, literals, code = false, append(literals, literal.String()), code+"\x00"
			literal.Reset()
		default:
			literal.WriteRune(runes[0])
		}
	}
	return code, literals, !inside
}

func TestHostileValuesAreLeftOutOfPromptLines(t *testing.T) {
	for _, value := range plantest.Hostile {
		p := plantest.HostilePlan(value)
		for _, task := range All().Tasks {
			for _, c := range task.Commands {
				if c.Shell.isPowerShell() {
					continue
				}
				want := regexp.MustCompile(`\{(service|site|tenant|app-uri)\}`).ReplaceAllString(switched(p, c.Line), "<type the value here>")
				want = strings.ReplaceAll(want, "{lifetime}", "1440")
				for _, line := range FillCommand(p, c) {
					if line != want {
						t.Errorf("%s: %q is bare in %q", task.ID, value, line)
					}
				}
			}
		}
	}
}

// TestVCPUsAreCounted: the quota must have room for all instances.
func TestVCPUsAreCounted(t *testing.T) {
	for _, c := range []struct {
		size      model.VMSize
		instances int
		want      string
	}{
		{model.SizeStandard, 2, "4"},
		{model.SizeLarge, 16, "64"},
		{model.SizeLab, 1, "2"},
		{"", 2, Fillings["vcpus"].Gap},
		{model.SizeLarge, 0, Fillings["vcpus"].Gap},
	} {
		p := new(model.Plan)
		if p.Gateway.VMSize = c.size; c.instances > 0 {
			p.Gateway.VMInstances = model.Num(c.instances)
		}
		if got := FillText(p, "{vcpus}"); got != c.want {
			t.Errorf("%d of %q: %q, want %q", c.instances, c.size, got, c.want)
		}
	}
}
