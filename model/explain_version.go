package model

import (
	"fmt"
	"strconv"
	"strings"
)

func explainableReleases() []explainable {
	var list []explainable
	for _, r := range Releases {
		list = append(list, explainable{
			kind: VersionKind, id: strconv.Itoa(r.Version), topic: "ConfigMgr",
			title: fmt.Sprintf("What changes for a CMG with version %d", r.Version), thing: r,
		})
	}
	return list
}

func (r Release) tell(p *Plan, e *Explanation, _ string) {
	var texts []string
	var cites []Citation
	for _, change := range r.Changes {
		texts, cites = append(texts, change.Text), append(cites, change.Cite)
	}
	e.say("What changes", texts...)
	e.say("Tasks that differ", r.gates()...)
	e.say("Rules that name it", p.named(RuleKind, rulesThat(r.isNamedByRule)...)...)
	e.say("Tasks that name it", p.named(TaskKind, tasksThat(r.isNamedByTask)...)...)
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
