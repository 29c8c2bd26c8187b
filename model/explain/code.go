package explain

import (
	"slices"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/logs"
)

// explainableCodes are the codes that logs print.
func explainableCodes() []explainable {
	var list []explainable
	for _, g := range logs.CodeGroups() {
		for _, c := range g.Codes {
			list = append(list, explainable{kind: CodeKind, id: c.Hex(), also: alsoCalled(c), topic: g.By, title: c.Words(), thing: codeTeller{c, g.By}})
		}
	}
	for _, g := range logs.NamedGroups() {
		for _, c := range g.Codes {
			title := strings.TrimPrefix(c.Symbol+": "+c.Says, ": ")
			list = append(list, explainable{kind: CodeKind, id: namedID(g.By, c.Name), topic: g.By, title: strings.TrimSuffix(title, ": "), thing: nameTeller{c, g}})
		}
	}
	return list
}

// namedID keeps statuses apart from versions and other numbers.
func namedID(by, name string) string {
	if by == "HTTP" || by == "IIS" {
		return by + " " + name
	}
	return name
}

// alsoCalled are the other spellings of a code, and its symbol.
func alsoCalled(c logs.Code) []string {
	all := c.Spellings()
	if c.Symbol != "" {
		all = append(all, c.Symbol)
	}
	for i, name := range all {
		all[i], _ = spelled(name)
	}
	return append(all, strings.ToLower(c.Hex()[2:]))
}

// codeTeller tells of a number.
type codeTeller struct {
	logs.Code
	by string
}

func (c codeTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What it says", c.Words())
	e.say("Who defines it", c.by)
	e.say("Other spellings", strings.Join(c.Spellings(), ", "))
	e.say("Based on", logs.CodeSources.Label(c.Source))
	e.say("What to look at with a CMG (our conclusion; no page says so)", c.Hint)
	e.say("What a code does not say", "Why it happened. Inspect the log: the host in the line and the lines around it decide.")
	e.say("Log lines with it", named(p, LogKind, patternsWith(c.Number)...)...)
}

func patternsWith(number uint32) []string {
	var ids []string
	for _, pattern := range logs.Patterns {
		if slices.Contains(pattern.Codes, number) {
			ids = append(ids, pattern.ID)
		}
	}
	return ids
}

// nameTeller tells of a code that has a name.
type nameTeller struct {
	logs.NamedCode
	of logs.NamedGroup
}

func (c nameTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What it says", c.Says)
	e.say("Who defines it", c.of.By)
	e.say("Based on", c.of.Source)
	e.say("What to look at with a CMG (our conclusion; no page says so)", c.Hint)
	var ids []string
	for _, pattern := range logs.Patterns {
		if slices.Contains(pattern.AllTexts(), strings.ToLower(c.Name)) || slices.Contains(pattern.IIS, c.Name) {
			ids = append(ids, pattern.ID)
		}
	}
	e.say("Log lines with it", named(p, LogKind, ids...)...)
}

// explainableLines are the log lines that are known, as inspect names them.
func explainableLines() []explainable {
	var list []explainable
	for _, pattern := range logs.Patterns {
		names, _, named := strings.Cut(pattern.Means, ":")
		if !named {
			names = ""
		}
		list = append(list, explainable{kind: LogKind, id: pattern.ID, topic: lineTopic(pattern), title: pattern.Title, names: names, aside: pattern.Sign != logs.Failed, thing: lineTeller{pattern}})
	}
	return list
}

func lineTopic(p logs.Pattern) string {
	switch {
	case p.Sign == logs.Normal:
		return "Harmless"
	case p.Stage == "":
		return "Checks of certificates"
	}
	return logs.Stages.Label(p.Stage)
}

// lineTeller tells of a log line.
type lineTeller struct{ logs.Pattern }

func (l lineTeller) tell(p *model.Plan, e *Explanation, _ string) {
	e.say("What it means", l.Means)
	e.say("In the log", l.written()...)
	for _, c := range l.Causes {
		e.say("Possible cause", c.Why, "How to tell: "+c.Check)
		e.say("Rules and tasks", append(named(p, RuleKind, nonEmpty(c.Rule)...), named(p, TaskKind, nonEmpty(c.Task)...)...)...)
	}
	e.say("What to check", l.Check)
	if l.Rests == model.OneReport {
		e.say("Confidence", model.Sures.Label(l.Rests))
	}
	e.say("Related rule", named(p, RuleKind, nonEmpty(l.Rule)...)...)
	e.Sources = model.References(l.Cites)
	if len(l.Cites) == 0 {
		e.Sources = model.References([]model.Citation{{"log-files", "cloud-management-gateway"}})
	}
}

// written are the words and numbers by which the line is known.
func (l lineTeller) written() []string {
	var all []string
	for _, text := range l.AllTexts() {
		all = append(all, "“"+text+"”")
	}
	for _, number := range l.Codes {
		c, _, _ := logs.CodeOf(number)
		all = append(all, c.Hex())
	}
	for _, status := range l.IIS {
		all = append(all, "IIS "+status)
	}
	return all
}

func nonEmpty(text string) []string {
	if text == "" {
		return nil
	}
	return []string{text}
}
