package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/tasks"
	"cmgwizard/model/updates"
)

// explainableUpdates are the updates of ConfigMgr of which there is something to
// say.
func explainableUpdates() []explainable {
	var list []explainable
	for _, u := range updates.All {
		if u.Page == "" && u.Does == "" {
			continue
		}
		list = append(list, explainable{
			kind: UpdateKind, id: string(u.KB), also: []string{strings.TrimPrefix(strings.ToLower(string(u.KB)), "kb")},
			topic: "ConfigMgr updates", title: u.Title, thing: updateTeller{u},
		})
	}
	return list
}

// updateTeller tells of an update.
type updateTeller struct{ updates.Update }

func (u updateTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What it does for a CMG", u.Does)
	e.say("First released", u.Date)
	e.say("Installs on", targetWords(u.Update)...)
	e.say("Contained in", containers(u.Update)...)
	e.say("Takes", string(u.Resets))
	e.say("Rules that name it", named(p, RuleKind, rulesThat(func(r rules.Rule) bool { return names(u.KB, r.Title, r.Why, r.When, r.Fix) })...)...)
	e.say("Tasks that name it", named(p, TaskKind, tasksThat(func(t tasks.Task) bool { return names(u.KB, append(slices.Clone(t.Do), t.Skipped, t.Proof)...) })...)...)
	if model.Known(p.Site.Version) {
		e.saySeen(inPlan, "Version "+string(p.Site.Version)+": "+hasWords[updates.Has(&p.Site, u.KB)])
	}
	e.Sources = model.References([]model.Citation{{"updates", "supersedence-example"}})
	if page, read := u.Reference(); read {
		e.Sources = []model.Reference{page}
	}
}

// hasWords say whether a site has an update.
var hasWords = map[model.Truth]string{
	model.IsTrue:  "the site has it, or what contains it.",
	model.IsFalse: "the site does not have it, as far as the plan says.",
	model.Unknown: "the plan does not say whether the site has it.",
}

func targetWords(u updates.Update) []string {
	var lines []string
	for _, t := range u.For {
		line := "version " + string(t.Version)
		if t.Needs != "" {
			line += ", with " + string(t.Needs) + " before it"
		}
		if v, known := updates.VersionNamed(t.Version); known && t.Console > 0 {
			line += fmt.Sprintf("; the console then shows 5.%s.%d.%d or more", v.Name, v.Console, t.Console)
		}
		lines = append(lines, line)
	}
	return lines
}

func containers(u updates.Update) []string {
	var lines []string
	for _, kb := range u.In {
		outer, _ := updates.Find(kb)
		lines = append(lines, string(kb)+": "+outer.Title)
	}
	if u.Since != "" {
		lines = append(lines, "version "+string(u.Since)+" and later")
	}
	return lines
}

func names(kb model.KB, texts ...string) bool {
	return strings.Contains(strings.Join(texts, "\n"), string(kb))
}

// explainableReleases are the versions that change something for a CMG, and those
// whose support is known, newest last.
func explainableReleases() []explainable {
	releases := slices.Clone(rules.Releases)
	for _, v := range updates.Versions {
		n := v.Name.Number()
		if !slices.ContainsFunc(releases, func(r rules.Release) bool { return r.Version == n }) {
			releases = append(releases, rules.Release{Version: n})
		}
	}
	slices.SortFunc(releases, func(a, b rules.Release) int { return a.Version - b.Version })
	var list []explainable
	for _, r := range releases {
		list = append(list, explainable{
			kind: VersionKind, id: strconv.Itoa(r.Version), also: buildsOf(r), topic: "ConfigMgr",
			title: fmt.Sprintf("What changes for a CMG with version %d", r.Version), thing: releaseTeller{r},
		})
	}
	return list
}

// buildsOf are the builds that stand for a version.
func buildsOf(r rules.Release) []string {
	v, known := updates.VersionNamed(model.Version(strconv.Itoa(r.Version)))
	if !known {
		return nil
	}
	build := strconv.Itoa(v.Build)
	also := []string{build, "5.00." + build, v.SiteBuild(), "5.0." + build, "5.0." + build + ".1000", strings.ToLower(string(v.KB))}
	if v.Console > 0 {
		also = append(also, fmt.Sprintf("5.%s.%d", v.Name, v.Console))
	}
	return slices.DeleteFunc(also, func(name string) bool { return name == "" })
}

// tellSupport tells of the builds and the support of a version.
func tellSupport(r rules.Release, p *model.Plan, e *Explanation) {
	v, known := updates.VersionNamed(model.Version(strconv.Itoa(r.Version)))
	if !known {
		return
	}
	numbers := "Site " + v.SiteBuild()
	if v.Console > 0 {
		numbers += fmt.Sprintf(", console 5.%s.%d and a last number that rises with its updates", v.Name, v.Console)
	}
	e.say("Numbers", numbers+".")
	ends := "From " + v.Early + " (early update ring) to " + v.Ends + "."
	if v.Unofficial {
		ends += " The end comes from a copy of the table of Microsoft."
	}
	e.say("Support", ends)
	e.say("Way up", updates.WayInWords(updates.WayUp(v.Name)))
	e.say("Updates for it", named(p, UpdateKind, updatesFor(v.Name)...)...)
}

func updatesFor(v model.Version) []string {
	var ids []string
	for _, u := range updates.All {
		if u.For != nil && u.InstallsOn(v) {
			ids = append(ids, string(u.KB))
		}
	}
	return ids
}

// levelIDs are what a build, a console version or numbers of updates stand for,
// in the way in which the console prints them.
func levelIDs(text string) []string {
	l, err := updates.Understand(text)
	if err != nil {
		return nil
	}
	ids := make([]string, 0, 1+len(l.Updates))
	for _, kb := range l.Updates {
		ids = append(ids, strings.ToLower(string(kb)))
	}
	if len(ids) == 0 {
		ids = append(ids, string(l.Version))
	}
	return ids
}

// tellNumber puts before what is said of a version what the last number of the
// build says that was asked for.
func tellNumber(list []Explanation, build string) {
	words := updates.NumberWords(strings.TrimSpace(build))
	if words == "" || len(list) != 1 {
		return
	}
	e := &list[0]
	e.say("The number that was asked for", words)
	e.Facts = slices.Insert(e.Facts[:len(e.Facts)-1], 0, e.Facts[len(e.Facts)-1])
}
