package explain

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/guides"
	"cmgwizard/model/rules"
	"cmgwizard/model/source"
	"cmgwizard/model/tasks"
)

func explainableSources() []explainable {
	var list []explainable
	for _, s := range source.All {
		list = append(list, explainable{kind: SourceKind, id: s.ID, topic: "Pages that facts come from", title: s.Title, thing: sourceTeller{s}})
	}
	return list
}

// sourceTeller tells of a page.
type sourceTeller struct{ source.Page }

func (s sourceTeller) tell(p *model.Plan, e *Explanation, _ string) {
	page := model.ReferenceTo(s.Page, "")
	dated := s.Dated
	if dated == "" {
		dated = "not seen"
	}
	e.say("Address", page.URL)
	e.say("Read on", s.Read)
	e.say("Date that the page carries", dated)
	var headings []string
	for _, h := range s.Headings {
		headings = append(headings, h.Text+": "+s.Address(h.Anchor))
	}
	e.say("Headings that are cited", headings...)
	tellCiting(s.Page, p, e)
	e.Sources = []model.Reference{page}
}

// tellCiting lists everything that rests on the page.
func tellCiting(s source.Page, p *model.Plan, e *Explanation) {
	said := len(e.Facts)
	e.say("Rules that cite it", named(p, RuleKind, rulesThat(func(r rules.Rule) bool { return isCited(s, r.Cites) })...)...)
	e.say("Tasks that cite it", named(p, TaskKind, tasksThat(func(t tasks.Task) bool { return isCited(s, t.Cites) })...)...)
	var needs, clashes, releases []string
	for _, r := range rules.RequirementRows {
		if isCited(s, r.Cites) {
			needs = append(needs, r.Name)
		}
	}
	for _, c := range rules.Contradictions {
		if isSaid(s, c.Says) {
			clashes = append(clashes, c.ID)
		}
	}
	for _, r := range rules.Releases {
		if isSaid(s, r.Changes) {
			releases = append(releases, strconv.Itoa(r.Version))
		}
	}
	e.say("Requirements that cite it", named(p, RequirementKind, needs...)...)
	e.say("Contradictions that cite it", named(p, ContradictionKind, clashes...)...)
	e.say("Guides that cite it", named(p, GuideKind, guidesThat(func(g guides.Guide) bool { return isCited(s, g.Cites) })...)...)
	e.say("Versions that cite it", named(p, VersionKind, releases...)...)
	if len(e.Facts) == said {
		e.say("What cites it", "The decisions and the tables behind the devices, which have no IDs.")
	}
}

func isCited(s source.Page, cites []model.Citation) bool {
	return slices.ContainsFunc(cites, func(c model.Citation) bool { return c.Source() == s.ID })
}

func isSaid(s source.Page, says []rules.Saying) bool {
	return slices.ContainsFunc(says, func(said rules.Saying) bool { return said.Cite.Source() == s.ID })
}

// releaseTeller tells of a version.
type releaseTeller struct{ rules.Release }

func (r releaseTeller) tell(p *model.Plan, e *Explanation, _ string) {
	var texts []string
	var cites []model.Citation
	for _, change := range r.Changes {
		texts, cites = append(texts, change.Text), append(cites, change.Cite)
	}
	if len(texts) == 0 {
		texts = []string{"Nothing for a CMG, as far as the pages say that were read."}
	}
	tellSupport(r.Release, p, e)
	e.say("What changes", texts...)
	e.say("Tasks that differ", gates(r.Release)...)
	e.say("Rules that name it", named(p, RuleKind, rulesThat(func(rule rules.Rule) bool { return isNamedByRule(r.Release, rule) })...)...)
	e.say("Tasks that name it", named(p, TaskKind, tasksThat(func(t tasks.Task) bool { return isNamedByTask(r.Release, t) })...)...)
	if model.Known(p.Site.Version) {
		e.saySeen(inPlan, seenFrom(r.Release, p.Site.Version))
	}
	e.Sources = distinct(model.References(append(cites, model.Citation{"updates", ""})))
}

// gates tell what the steps of tasks change with the version.
func gates(r rules.Release) []string {
	var lines []string
	for _, t := range tasks.All().Tasks {
		for _, g := range t.Versions {
			if g.From == r.Version || g.Before == r.Version {
				lines = append(lines, t.ID+": "+g.Words(""))
			}
		}
	}
	return lines
}

func isNamedByRule(r rules.Release, rule rules.Rule) bool {
	return isIn(r, rule.Title, rule.Why, rule.When, rule.Fix, rule.Grades)
}

func isNamedByTask(r rules.Release, t tasks.Task) bool {
	return isIn(r, append([]string{t.Title, t.Condition(), t.Proof, t.Skipped}, t.Do...)...)
}

func isIn(r rules.Release, texts ...string) bool {
	return strings.Contains(strings.Join(texts, "\n"), strconv.Itoa(r.Version))
}

func seenFrom(r rules.Release, site model.Version) string {
	if site.AtLeast(r.Version) {
		return fmt.Sprintf("The site has version %s: this holds for it.", site)
	}
	return fmt.Sprintf("The site has version %s: this does not hold for it yet.", site)
}

func rulesThat(want func(rules.Rule) bool) []string {
	var ids []string
	for _, r := range rules.All() {
		if want(r) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func tasksThat(want func(tasks.Task) bool) []string {
	var ids []string
	for _, t := range tasks.All().Tasks {
		if want(t.Task) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// distinct leaves out the references that came before.
func distinct(list []model.Reference) []model.Reference {
	kept, seen := []model.Reference{}, map[model.Reference]bool{}
	for _, r := range list {
		if !seen[r] {
			kept, seen[r] = append(kept, r), true
		}
	}
	return kept
}
