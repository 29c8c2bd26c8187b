package wizard

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"cmgwizard/model"
	"cmgwizard/model/plantest"
	"cmgwizard/steps"
	"cmgwizard/wizard/machine"
	"cmgwizard/wizard/wizardtest"
	"github.com/charmbracelet/x/ansi"
)

// onTable is at the table of methods of a fleet with all three kinds.
func onTable(t *testing.T) *driver {
	t.Helper()
	return atQuick(t, plantest.QuickMixed, "devices[0].method")
}

// atQuick answers the quick round as a fleet does, up to the question with a key.
func atQuick(t *testing.T, fleet, key string) *driver {
	t.Helper()
	want := plantest.PlanOf(t, fleet)
	d := drive(t, wizardtest.NewWorld(), "").press(wizardtest.MakeQuick...)
	for range 40 {
		r := wizardtest.QuickReplyTo(d.m.state, &want)
		if r.Key == key {
			return d
		}
		d.press(r.Keys()...)
	}
	t.Fatalf("%s is not asked:\n%s", key, d.screen())
	return d
}

// rowsOf are the cells of the table that is open.
func rowsOf(d *driver) string {
	return strings.ReplaceAll(strings.ReplaceAll(d.m.field.value(), steps.CellBreak, " "), steps.RowBreak, "; ")
}

func TestTheTableOfMethods(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		want string
	}{
		"the recommended methods are there": {nil, " entra;  pki;  pki"},
		"digits are the number":             {[]string{"2400", "down", "300"}, "2400 entra; 300 pki;  pki"},
		"backspace takes one":               {[]string{"2400", "backspace", "backspace"}, "24 entra;  pki;  pki"},
		"backspace takes no more":           {[]string{"1", "backspace", "backspace", "2"}, "2 entra;  pki;  pki"},
		"nine digits are enough":            {[]string{"12345678901234"}, "123456789 entra;  pki;  pki"},
		"letters are no number":             {[]string{"12x3-4"}, "1234 entra;  pki;  pki"},
		"the arrows turn the method":        {[]string{"right", "down", "right", "down", "left"}, " pki;  token;  unsure"},
		"they go round":                     {[]string{"left", "right", "left", "left"}, " token;  pki;  pki"},
		"? is one of them":                  {[]string{"down", "?"}, " entra;  unsure;  pki"},
		"up stays in the table":             {[]string{"up", "5", "down", "down", "down", "down", "7"}, "5 entra;  pki; 7 pki"},
	} {
		if got := rowsOf(onTable(t).press(c.keys...)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

// TestEnterGoesRowByRow: each row is kept as it is left, and the last answers.
func TestEnterGoesRowByRow(t *testing.T) {
	d := onTable(t)
	at, saves := d.m.state.Place, d.world.Saves
	d.press("2400", "enter", "300", "down", "150")
	if kept := d.world.Plans["contoso.toml"].Devices; d.world.Saves != saves+2 || d.m.state.Place != at || kept[1].Count != model.Num(300) || kept[2].Count.Given() {
		t.Fatalf("after two rows %d saves of %+v:\n%s", d.world.Saves-saves, kept, d.screen())
	}
	d.press("right", "enter")
	plan := d.world.Plans["contoso.toml"]
	if got := plan.Devices; got[0].Count != model.Num(2400) || got[1].Count != model.Num(300) || got[2].Count != model.Num(150) || got[2].Method != model.SiteToken || d.m.state.Place == at {
		t.Errorf("saved %+v", got)
	}
	f, _ := plan.Field("devices[0].method")
	if f.Assumed() {
		t.Error("the method that stood there is only assumed")
	}
}

// TestAMissingChoiceBringsTheCursorBack to the first row without one.
func TestAMissingChoiceBringsTheCursorBack(t *testing.T) {
	d := atQuick(t, plantest.QuickDomain, "management_points[0].clients").press("enter")
	table := d.m.field.(*tableField)
	saves := d.world.Saves
	if d.press("2", "enter"); table.at != 0 || d.world.Saves != saves {
		t.Fatalf("on row %d after %d saves:\n%s", table.at, d.world.Saves-saves, d.screen())
	}
	d.press("1", "enter", "enter")
	plan := d.world.Plans["contoso.toml"]
	if got := plan.ManagementPoints; got[0].ClientsNow != model.ConnectHTTP || got[0].Clients != model.ConnectHTTP || got[1].ClientsNow != model.ConnectHTTPS || got[1].Clients != model.ConnectHTTPS {
		t.Errorf("saved %+v", got)
	}
}

// TestATableGoesBackWithWhatIsThere: Esc and forward again keep its cells.
func TestATableGoesBackWithWhatIsThere(t *testing.T) {
	d := onTable(t).press("2400", "enter", "300", "enter", "150", "right", "enter", "esc")
	if got := rowsOf(d); got != "2400 entra; 300 pki; 150 token" {
		t.Errorf("it holds %q", got)
	}
}

// TestEscKeepsARow that is not finished yet.
func TestEscKeepsARow(t *testing.T) {
	for want, keys := range map[string][]string{
		"2400 entra; 30 token;  pki":    {"2400", "enter", "30", "right", "esc", "enter"},
		"2400 entra; 30 pki;  pki":      {"2400", "enter", "30", "up", "esc", "enter"},
		"2400 entra; 300 pki; 5 unsure": {"2400", "enter", "300", "enter", "5", "?", "esc", "enter"},
	} {
		if got := rowsOf(onTable(t).press(keys...)); got != want {
			t.Errorf("%v: it holds %q, want %q", keys, got, want)
		}
	}
}

// TestATableIsPastedInto as typed: only digits.
func TestATableIsPastedInto(t *testing.T) {
	d := onTable(t)
	d.send(tea.PasteMsg{Content: "2\u202e,400 \x1b[31m"})
	if got := rowsOf(d); !strings.HasPrefix(got, "2400 entra") {
		t.Errorf("it holds %q", got)
	}
	harmlessScreen(t, d)
}

// TestTheTableFits wherever a question does.
func TestTheTableFits(t *testing.T) {
	d := onTable(t).press("123456789")
	for _, size := range sizes {
		d.resize(size[0], size[1])
		fits(t, d, size[0], size[1])
	}
	d.resize(40, 12).sees("123456789")
}

func several() *severalField {
	words := []model.Word{{Value: "a", Label: "A"}, {Value: "b", Label: "B"}, {Value: "none", Label: "None of these"}, {Value: model.Unsure, Label: "I do not know yet"}}
	return newSeveral(newTheme(true), words, "", "none")
}

func TestSeveral(t *testing.T) {
	for name, c := range map[string]struct {
		keys []string
		want string
	}{
		"nothing at first":                   {nil, ""},
		"space ticks":                        {[]string{" "}, "a"},
		"and takes the tick away":            {[]string{" ", " "}, ""},
		"a number ticks":                     {[]string{"2"}, "b"},
		"in the order of the words":          {[]string{"2", "1"}, "a,b"},
		"none of these goes with no other":   {[]string{"1", "2", "3"}, "none"},
		"another takes its tick":             {[]string{"3", "2"}, "b"},
		"not known goes with no other":       {[]string{"1", "4"}, model.Unsure},
		"not even with none":                 {[]string{"3", "4"}, model.Unsure},
		"a number that is none does nothing": {[]string{"9", "0"}, ""},
		"down and space":                     {[]string{"down", " ", "down", "up", "up", " "}, "a,b"},
		"the ends":                           {[]string{"end", " ", "home", " "}, "a"},
	} {
		f := several()
		for _, k := range c.keys {
			press, named := keyCodes[k]
			switch {
			case k == " ":
				press = spaceKey
			case !named:
				press = tea.KeyPressMsg{Code: rune(k[0]), Text: k}
			}
			f.update(press)
		}
		if f.value() != c.want || f.touched() != (c.want != "") {
			t.Errorf("%s: %q, want %q, touched %v", name, f.value(), c.want, f.touched())
		}
	}
	f := several()
	f.tick()
	if text := ansi.Strip(f.view(40, 4)); !strings.Contains(text, "> [x] 1  A") || !strings.Contains(text, "  [ ] 3  None of these") {
		t.Errorf("it looks like\n%s", text)
	}
}

// TestSeveralKinds of device are chosen on one screen; without one Enter says what
// to do.
func TestSeveralKinds(t *testing.T) {
	d := atQuick(t, plantest.QuickMixed, "devices").press("enter").at(machine.QuestionScreen, "quick-devices").sees("press ? for")
	d.press("1", "3", "3", "4", "enter").at(machine.QuestionScreen, "quick-methods")
	if got := d.world.Plans["contoso.toml"].Devices; len(got) != 2 || got[0].Join != model.HybridJoined || got[1].Join != model.Workgroup {
		t.Errorf("saved %+v", got)
	}
	d.press("esc").at(machine.QuestionScreen, "quick-devices").sees("[x] 1").sees("[ ] 3").sees("[x] 4")
}

// TestNobodyHasUsersOnTheInternet is a choice beside the kinds.
func TestNobodyHasUsersOnTheInternet(t *testing.T) {
	d := atQuick(t, plantest.QuickDomain, "devices[0].user_centric").sees("None of these")
	d.press("1", "2", "enter")
	if got := d.world.Plans["contoso.toml"].Devices[0].UserCentric; got != model.No {
		t.Errorf("saved %q", got)
	}
	d.press("esc", "1", "enter")
	if got := d.world.Plans["contoso.toml"].Devices[0].UserCentric; got != model.Yes {
		t.Errorf("then saved %q", got)
	}
}

// TestTabTakesTheProposal of the name, and completes a region; Enter takes what is
// shown.
func TestTabTakesTheProposal(t *testing.T) {
	d := atQuick(t, plantest.QuickHybrid, "gateway.service_name").sees("Tab takes cmgp01.contoso.com.").press("enter").sees("press ? for").press("tab", "enter")
	if got := d.world.Plans["contoso.toml"].Gateway.ServiceName; got != "cmgp01.contoso.com" {
		t.Errorf("the name is %q", got)
	}
	d = atQuick(t, plantest.QuickHybrid, "gateway.region").press("WestE", "enter")
	if got := d.world.Plans["contoso.toml"].Gateway.Region; got != "westeurope" {
		t.Errorf("the region is %q", got)
	}
	if d.press("esc", "2", "enter"); d.world.Plans["contoso.toml"].Gateway.Region != "westeurope2" {
		t.Error("what was said is not added to")
	}
	d.press("esc").press(wizardtest.Often("backspace", len("westeurope2"))...).press("moon", "enter")
	if got := d.world.Plans["contoso.toml"].Gateway.Region; got != "moon" {
		t.Errorf("another region is %q", got)
	}
}

// TestConnectionPointsAreProposed: Enter takes the first two management points.
func TestConnectionPointsAreProposed(t *testing.T) {
	d := atQuick(t, plantest.QuickMixed, "connection_points").sees("mp1.contoso.com, mp2.contoso.com").press("enter").at(machine.BoardScreen, "")
	got := d.world.Plans["contoso.toml"].ConnectionPoints
	if len(got) != 2 || got[0].Host != "mp1.contoso.com" || got[1].Host != "mp2.contoso.com" {
		t.Errorf("saved %+v", got)
	}
}

// TestATableTellsOfNumbersThatAreSeen, and of no others; a long notice leaves room for the
// choices.
func TestATableTellsOfNumbersThatAreSeen(t *testing.T) {
	d := atQuick(t, plantest.QuickMixed, "management_points[0].clients").sees("Choose with left and right, or type a number.").sees("5 I do not know yet")
	if d.resize(40, 12).sees("Choose with left and right."); strings.Contains(d.screen(), "number") {
		t.Errorf("no number is seen:\n%s", d.screen())
	}
	atQuick(t, plantest.QuickMixed, "site.version").resize(40, 12).press("2603", "enter").sees("Version 2603").sees("1 Enhanced HTTP 2 HTTPS only")
}

// TestNoWarningOfWhatIsAskedNext: it would rest on a value that nobody said.
func TestNoWarningOfWhatIsAskedNext(t *testing.T) {
	d := atQuick(t, plantest.QuickDomain, "management_points").press("mp1.contoso.com", "enter").sees("Which client connections")
	if strings.Contains(d.screen(), "Warning: ") {
		t.Errorf("it warns of what it is about to ask:\n%s", d.screen())
	}
}

// TestWhatIsTypedReplacesAProposal: the first letter takes its place, a key that moves
// keeps it. TestTabTakesTheProposal sees that what was said is added to.
func TestWhatIsTypedReplacesAProposal(t *testing.T) {
	d := atQuick(t, plantest.QuickMixed, "connection_points").press("c", "p", "1", ".contoso.com", "enter")
	want := func(hosts ...string) {
		t.Helper()
		var got []string
		for _, p := range d.world.Plans["contoso.toml"].ConnectionPoints {
			got = append(got, p.Host)
		}
		if !slices.Equal(got, hosts) {
			t.Errorf("saved %v, want %v", got, hosts)
		}
	}
	want("cp1.contoso.com")
	d = atQuick(t, plantest.QuickMixed, "connection_points").press("left", "right", "x", "enter")
	want("mp1.contoso.com", "mp2.contoso.comx")
}
