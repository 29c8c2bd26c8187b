// Package updates knows the versions of ConfigMgr and the updates that matter to
// a CMG: builds, ends of support, what an update repairs, what contains it and
// which number shows it. It reads what a person copies from the console. A
// version or an update that is newer than the tables is not known: it is never
// called missing or bad.
package updates

import (
	"slices"

	"cmgwizard/model"
)

// Day is the day on which the tables were last compared with the stored pages: the
// page of each update was read on it.
const Day = "2026-11-29"

// hotfixes is where the pages of updates stand.
const hotfixes = "https://learn.microsoft.com/en-us/intune/configmgr/hotfix/"

// An Update is an update or hotfix that Updates and Servicing lists.
type Update struct {
	KB     model.KB
	Date   string // of its first release: "YYYY-MM-DD" or "YYYY-MM"
	Page   string // the place of its page, "" for none that could be read
	Title  string
	Does   string        // what it means for a CMG, "" for nothing
	For    []Target      // the versions that it is installed on, nil where that is not known
	In     []model.KB    // the updates that contain it
	Since  model.Version // the first version that contains it from its release on, "" for none known
	Resets Restart
}

// A Target is a version that an update is installed on.
type Target struct {
	Version model.Version
	Needs   model.KB // what must be installed before, "" for nothing
	Console int      // the last number of the console version with it, 0 where no number shows it
}

// Restart says what an update does to the site server.
type Restart string

// What updates do.
const (
	NoRestart Restart = "no restart and no site reset"
	SelfReset Restart = "a site reset, which it starts automatically"
	MustReset Restart = "a site reset, which the page calls required"
	NotStated Restart = "not stated here"
)

// Find finds an update by its number, false for one that the tables do not have.
func Find(kb model.KB) (Update, bool) {
	for _, u := range All {
		if u.KB == kb {
			return u, true
		}
	}
	return Update{}, false
}

// Reference is the page of the update, false where none could be read.
func (u Update) Reference() (model.Reference, bool) {
	return model.Reference{Title: string(u.KB) + ": " + u.Title, URL: hotfixes + u.Page, Read: Day}, u.Page != ""
}

// target is what the update is on a version, false where it is not for it.
func (u Update) target(v model.Version) (Target, bool) {
	i := slices.IndexFunc(u.For, func(t Target) bool { return t.Version == v })
	if i < 0 {
		return Target{}, false
	}
	return u.For[i], true
}

// Told reports whether the plan says which updates are installed: by a list, or
// by a console version.
func Told(s *model.Site) bool { return s.Updates != nil || s.ConsoleVersion != "" }

// Has says whether a site has an update, or one that contains it. Because newer
// updates hide older ones in the console, it goes by what contains what, never
// by dates.
func Has(s *model.Site, kb model.KB) model.Truth {
	u, found := Find(kb)
	switch {
	case !found, !model.Known(s.Version):
		return model.Unknown
	case u.comesWith(s.Version), slices.ContainsFunc(s.Updates, func(kb model.KB) bool { return u.comesWithUpdate(kb, s.Version) }):
		return model.IsTrue
	case Newer(s.Version):
		return model.Unknown
	}
	switch shown := u.shown(s); {
	case shown != model.Unknown:
		return shown
	case listed(s):
		return model.IsFalse
	}
	return model.Unknown
}

// shown says what the console version tells: an update that contains this one
// shows it too, but its lack shows nothing.
func (u Update) shown(s *model.Site) model.Truth {
	for _, outer := range u.In {
		if o, found := Find(outer); found && o.shown(s) == model.IsTrue {
			return model.IsTrue
		}
	}
	return u.shownBy(s)
}

// comesWithUpdate reports whether an installed update proves this one: it is this
// one, contains it, or could not be installed without it. An update of the
// version before counts no longer.
func (u Update) comesWithUpdate(kb model.KB, v model.Version) bool {
	installed, found := Find(kb)
	if !found || !installed.InstallsOn(v) {
		return false
	}
	t, _ := installed.target(v)
	return u.isIn(kb) || t.Needs != "" && u.comesWithUpdate(t.Needs, v)
}

// InstallsOn reports whether the update is for a version. One of which nothing is
// known may be for any.
func (u Update) InstallsOn(v model.Version) bool {
	_, target := u.target(v)
	return target || u.For == nil
}

// comesWith reports whether the version contains the update from its release on.
func (u Update) comesWith(v model.Version) bool {
	return u.Since != "" && v.AtLeast(u.Since.Number())
}

// isIn reports whether an update is this one, or one that contains it.
func (u Update) isIn(kb model.KB) bool {
	return u.KB == kb || slices.ContainsFunc(u.In, func(outer model.KB) bool {
		o, found := Find(outer)
		return outer == kb || found && o.isIn(kb)
	})
}

// shownBy says what the console version tells of the update.
func (u Update) shownBy(s *model.Site) model.Truth {
	t, target := u.target(s.Version)
	c, ok := ParseConsole(s.ConsoleVersion)
	v, known := VersionNamed(s.Version)
	if !target || t.Console == 0 || !ok || !known || c.Version != s.Version || c.Build != v.Console {
		return model.Unknown
	}
	return model.TruthOf(c.Revision >= t.Console)
}

// listed reports whether the plan lists the installed updates, and the tables
// know them all: one that they do not know may contain what is looked for.
func listed(s *model.Site) bool {
	return s.Updates != nil && !slices.ContainsFunc(s.Updates, func(kb model.KB) bool {
		_, found := Find(kb)
		return !found
	})
}

// Carrier is the update that brings another to a version: in 2509 the image
// update is not offered alone.
func Carrier(kb model.KB, v model.Version) model.KB {
	if kb == ImageUpdate && v == "2509" {
		return imageRollup
	}
	return kb
}

// Needs is what must be installed on a version before the update, "" for nothing.
func Needs(kb model.KB, v model.Version) model.KB {
	u, _ := Find(Carrier(kb, v))
	t, _ := u.target(v)
	return t.Needs
}
