package model

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

func explainableSources() []explainable {
	var list []explainable
	for _, s := range Sources {
		list = append(list, explainable{kind: SourceKind, id: s.ID, topic: "Pages that facts come from", title: s.Title, thing: sourceTeller{s}})
	}
	return list
}

// sourceTeller tells of a page.
type sourceTeller struct{ Source }

func (s sourceTeller) tell(p *Plan, e *Explanation, _ string) {
	page := s.at("")
	dated := s.Dated
	if dated == "" {
		dated = "not seen"
	}
	e.say("Address", page.URL)
	e.say("Read on", s.Read)
	e.say("Date that the page carries", dated)
	var headings []string
	for _, h := range s.Headings {
		headings = append(headings, h.Text+": "+s.at(h.Anchor).URL)
	}
	e.say("Headings that are cited", headings...)
	s.tellCiting(p, e)
	e.Sources = []Reference{page}
}

// tellCiting lists everything that rests on the page.
func (s Source) tellCiting(p *Plan, e *Explanation) {
	said := len(e.Facts)
	e.say("Rules that cite it", p.named(RuleKind, rulesThat(func(r Rule) bool { return s.isCited(r.Cites) })...)...)
	e.say("Tasks that cite it", p.named(TaskKind, tasksThat(func(t Task) bool { return s.isCited(t.Cites) })...)...)
	var needs, clashes, releases []string
	for _, r := range requirements {
		if s.isCited(r.cites) {
			needs = append(needs, r.name)
		}
	}
	for _, c := range Contradictions {
		if s.isSaid(c.Says) {
			clashes = append(clashes, c.ID)
		}
	}
	for _, r := range Releases {
		if s.isSaid(r.Changes) {
			releases = append(releases, strconv.Itoa(r.Version))
		}
	}
	e.say("Requirements that cite it", p.named(RequirementKind, needs...)...)
	e.say("Contradictions that cite it", p.named(ContradictionKind, clashes...)...)
	e.say("Versions that cite it", p.named(VersionKind, releases...)...)
	if len(e.Facts) == said {
		e.say("What cites it", "The decisions and the tables behind the devices, which have no IDs.")
	}
}

func (s Source) isCited(cites []Citation) bool {
	return slices.ContainsFunc(cites, func(c Citation) bool { return c.Source() == s.ID })
}

func (s Source) isSaid(says []Saying) bool {
	return slices.ContainsFunc(says, func(said Saying) bool { return said.Cite.Source() == s.ID })
}

func explainableReleases() []explainable {
	var list []explainable
	for _, r := range Releases {
		list = append(list, explainable{
			kind: VersionKind, id: strconv.Itoa(r.Version), topic: "ConfigMgr",
			title: fmt.Sprintf("What changes for a CMG with version %d", r.Version), thing: releaseTeller{r},
		})
	}
	return list
}

// releaseTeller tells of a version.
type releaseTeller struct{ Release }

func (r releaseTeller) tell(p *Plan, e *Explanation, _ string) {
	var texts []string
	var cites []Citation
	for _, change := range r.Changes {
		texts, cites = append(texts, change.Text), append(cites, change.Cite)
	}
	e.say("What changes", texts...)
	e.say("Tasks that differ", r.gates()...)
	e.say("Rules that name it", p.named(RuleKind, rulesThat(func(rule Rule) bool { return r.isNamedByRule(rule) })...)...)
	e.say("Tasks that name it", p.named(TaskKind, tasksThat(func(t Task) bool { return r.isNamedByTask(t) })...)...)
	if Known(p.Site.Version) {
		e.saySeen(inPlan, r.seenFrom(p.Site.Version))
	}
	e.Sources = distinct(References(cites))
}

// gates tell what the steps of tasks change with the version.
func (r Release) gates() []string {
	var lines []string
	for _, t := range catalogue().tasks {
		for _, g := range t.Versions {
			if g.From == r.Version || g.Before == r.Version {
				lines = append(lines, t.ID+": "+g.Words())
			}
		}
	}
	return lines
}

func (r Release) isNamedByRule(rule Rule) bool {
	return r.isIn(rule.Title, rule.Why, rule.When, rule.Fix, rule.Grades)
}

func (r Release) isNamedByTask(t Task) bool {
	return r.isIn(append([]string{t.Title, t.If, t.Wait, t.Proof, t.Skipped}, t.Do...)...)
}

func (r Release) isIn(texts ...string) bool {
	return strings.Contains(strings.Join(texts, "\n"), strconv.Itoa(r.Version))
}

func (r Release) seenFrom(site Version) string {
	if site.AtLeast(r.Version) {
		return fmt.Sprintf("The site has version %s: this holds for it.", site)
	}
	return fmt.Sprintf("The site has version %s: this does not hold for it yet.", site)
}

func rulesThat(want func(Rule) bool) []string {
	var ids []string
	for _, r := range Rules() {
		if want(r) {
			ids = append(ids, r.ID)
		}
	}
	return ids
}

func tasksThat(want func(Task) bool) []string {
	var ids []string
	for _, t := range catalogue().tasks {
		if want(t.Task) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// distinct leaves out the references that came before.
func distinct(list []Reference) []Reference {
	kept, seen := []Reference{}, map[Reference]bool{}
	for _, r := range list {
		if !seen[r] {
			kept, seen[r] = append(kept, r), true
		}
	}
	return kept
}
