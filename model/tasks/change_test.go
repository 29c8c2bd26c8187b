package tasks

import (
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

func TestEveryTaskHasItsChange(t *testing.T) {
	for _, task := range All().Tasks {
		c := task.Change
		for what, wrong := range map[string]bool{
			"impact":          !isSentence(c.Impact.Text) || !isTerm(Bases, c.Impact.Basis),
			"way back":        !isSentence(c.Undo.Text) || !isTerm(Bases, c.Undo.Basis),
			"hands-on time":   c.Takes.Minutes < 5 || c.Takes.Minutes > 60,
			"wait":            c.Wait != Wait{} && (c.Wait.Min > c.Wait.Max || c.Wait.Max == 0 || c.Wait.For == "" || !isTerm(Bases, c.Wait.Basis)),
			"window":          !isTerm(Windows, c.Window),
			"way of return":   !isTerm(Returns, c.Return) || c.OnlyIf != "" && c.Return != Irreversible,
			"what lives":      strings.HasPrefix(c.Live, "If ") || c.Live != "" && !strings.HasSuffix(c.Live, "."),
			"downtime":        c.Down != "" && !isSentence(c.Down),
			"cost":            c.Cost != "" && !isSentence(c.Cost),
			"rights":          c.Rights != "" && !isSentence(c.Rights),
			"words of None":   strings.HasPrefix(c.Impact.Text, "none"),
			"who notices":     c.Unfelt && !strings.Contains(c.Impact.Text, "notice nothing"),
			"nothing to undo": c.Return != Reversible && strings.HasPrefix(c.Undo.Text, NothingToUndo),
		} {
			if wrong {
				t.Errorf("%s: the %s is missing or wrong: %+v", task.ID, what, c)
			}
		}
	}
}

// Some notice nothing while others do: such a task belongs into the notice of what
// is felt.
func TestFeltBySome(t *testing.T) {
	felt := []string{"bg-add-cmg", "mp-cmg-traffic", "pki-cp-cert"}
	for _, task := range All().Tasks {
		if slices.Contains(felt, task.ID) && task.Change.Unfelt {
			t.Errorf("%s is felt by some", task.ID)
		}
	}
}

func isSentence(text string) bool {
	return text != "" && model.Capital(text) == text && strings.HasSuffix(text, ".")
}

func isTerm[T ~string](terms model.Terms[T], value T) bool {
	for _, term := range terms {
		if term.Value == value {
			return true
		}
	}
	return false
}

func TestSpans(t *testing.T) {
	for want, wait := range map[string]Wait{
		"":                                         {},
		"up to 24 hours (documented): x":           {0, 1440, "x", documented},
		"up to 25 hours (documented): x":           {0, 1500, "x", documented},
		"up to 7 days (our estimate): x":           {0, 10080, "x", Estimated},
		"5 to 60 minutes (partly documented): x":   {5, 60, "x", partlyDocumented},
		"1 to 10 minutes (our estimate): x":        {1, 10, "x", Estimated},
		"30 minutes to 24 hours (our estimate): x": {30, 1440, "x", Estimated},
		"60 minutes to 24 hours (our estimate): x": {60, 1440, "x", Estimated},
		"up to 90 minutes (our estimate): x":       {0, 90, "x", Estimated},
		"2 to 3 hours (our estimate): x":           {120, 180, "x", Estimated},
		"up to 1 minute (our estimate): x":         {0, 1, "x", Estimated},
	} {
		if got := wait.Words(); got != want {
			t.Errorf("%+v is told as %q, want %q", wait, got, want)
		}
	}
	if got := (Effort{60, "device", 1}).Words() + ", " + (Effort{Minutes: 5}).Words() + (Effort{15, "server", 3}).Words(); got != "about 60 minutes per device (our estimate), about 5 minutes (our estimate)about 15 minutes per server, 45 minutes in all (our estimate)" {
		t.Error(got)
	}
}

// changeOf is the change of a task in a full plan with one thing changed.
func changeOf(id string, change func(p *model.Plan)) Change {
	p := plantest.FullPlan()
	change(p)
	return All().Tasks[All().Place[id]].ChangeFor(p)
}

func TestChangesThatHoldForSomePlansOnly(t *testing.T) {
	connection := func(mode model.ServiceConnection) Change {
		return changeOf("pre-scp-online", func(p *model.Plan) { p.Site.ServiceConnectionPoint = mode })
	}
	feature := func(v model.Version) Change {
		return changeOf("pre-optional-feature", func(p *model.Plan) { p.Site.Version = v })
	}
	live := func(runs model.YesNo) string {
		return changeOf("mp-https", func(p *model.Plan) { p.Gateway.Exists = runs }).Notice()
	}
	for name, wrong := range map[string]bool{
		"online is only looked at":          connection(model.ConnectionOnline).Window != AnyTime || connection(model.ConnectionOnline).WayBack() != NothingToUndo,
		"going online takes a window":       connection(model.ConnectionOffline).Window != ChangeWindow || connection(model.ConnectionNone).Window != ChangeWindow,
		"an unknown mode has both in words": !strings.HasPrefix(connection("").Notice(), "None if ") || !strings.Contains(connection(model.Unsure).Notice(), "change window"),
		"newer versions list no feature":    feature("2409").Return != Reversible || strings.Contains(feature("2409").WayBack(), "no return"),
		"older ones do":                     !strings.HasPrefix(feature("2103").WayBack(), "Point of no return. "),
		"an unknown version may be any":     !strings.HasPrefix(feature("").WayBack(), "Point of no return if a feature is turned on. ") || feature(model.Unsure).OnlyIf == "",
		"no CMG, nobody notices":            strings.Contains(live(model.No), "running"),
		"a CMG that runs":                   !strings.Contains(live(model.Yes), " A CMG is running already: internet clients "),
		"nobody said whether a CMG runs":    !strings.Contains(live(""), " If a CMG is running already, internet clients ") || live("") != live(model.Unsure),
	} {
		if wrong {
			t.Error(name)
		}
	}
}

func TestABasisIsTold(t *testing.T) {
	windowed := Change{Impact: Stated{"A.", Estimated}, Undo: Stated{"B.", partlyDocumented}, Window: ChangeWindow, Return: Irreversible}
	if got := windowed.Notice() + " " + windowed.WayBack(); got != "A. (Our estimate.) Point of no return. B. (Partly documented.)" {
		t.Error(got)
	}
	free := Change{Impact: Stated{"A.", Estimated}, Undo: Stated{"B.", Estimated}, Window: AnyTime, Return: Reversible}
	if got := free.Notice() + " " + free.WayBack(); got != "A. B." {
		t.Error(got)
	}
}
