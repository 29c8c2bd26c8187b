package steps

import (
	"errors"
	"fmt"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/updates"
)

// levelQuestion asks for the version and its updates as one text: whatever the
// console shows of them.
func levelQuestion() Question {
	return Question{
		Key: "site.version", Also: []string{"site.console_version", "site.updates"},
		Ask: "Which ConfigMgr version is installed, with which updates?", Example: "2509, KB37864969",
		Why:   "New CMGs fail without certain updates, and support of a version ends. The version also decides much of the checklist.",
		Where: "Console: About Configuration Manager; Administration > Updates and Servicing, State Installed. Type a version, build, console version or KB numbers; none for no update.",
		Now:   levelNow, Put: putLevel, Said: levelSaid,
	}
}

func levelNow(a *model.Answers) string {
	s := a.Site
	if s.Version == model.Unsure && s.ConsoleVersion == "" && s.Updates == nil {
		return model.Unsure
	}
	return levelOf(s).Text()
}

// levelOf is the level that the plan holds. What is not known yet is left out.
func levelOf(s model.Site) updates.Level {
	l := updates.Level{}
	if model.Known(s.Version) {
		l.Version = s.Version
	}
	if c, ok := updates.ParseConsole(s.ConsoleVersion); ok && c.Version == l.Version {
		l.Console = s.ConsoleVersion
	}
	if len(s.Updates) != 1 || s.Updates[0] != model.Unsure {
		l.Updates = s.Updates
	}
	return l
}

// putLevel takes the text for all there is to say about the level: what it does
// not name is not said.
func putLevel(a *model.Answers, text string) error {
	if text == model.Unsure {
		return setAll(a, pair{"site.version", text}, pair{"site.console_version", ""}, pair{"site.updates", ""})
	}
	l, err := updates.Understand(text)
	if err == nil && l.Version == "" && model.Known(a.Site.Version) {
		l, err = updates.Understand(string(a.Site.Version) + " " + text)
	}
	if err != nil {
		return err
	}
	if l.Version == "" {
		return noVersion(l.Updates)
	}
	f, _ := a.Field("site.updates")
	if err := f.SetList(texts(l.Updates)); err != nil {
		return err
	}
	return setAll(a, pair{"site.version", string(l.Version)}, pair{"site.console_version", l.Console})
}

// noVersion says what to add where updates go with several versions, or nobody
// knows with which.
func noVersion(kbs []model.KB) error {
	if len(kbs) == 0 {
		return errors.New("type the version as well, such as 2603 none")
	}
	return fmt.Errorf("the number alone does not tell the version: type it as well, such as %s %s", updates.Newest().Name, kbs[0])
}

func texts(kbs []model.KB) []string {
	if kbs == nil {
		return nil
	}
	list := make([]string, len(kbs))
	for i, kb := range kbs {
		list[i] = string(kb)
	}
	return list
}

// levelSaid says back what was understood.
func levelSaid(a *model.Answers) string {
	if !model.Known(a.Site.Version) {
		return ""
	}
	return strings.TrimSpace(levelOf(a.Site).Words())
}
