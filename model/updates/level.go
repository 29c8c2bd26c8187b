package updates

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// A Console is a console version: 5.2509.1036.1700.
type Console struct {
	Version         model.Version
	Build, Revision int
}

// ParseConsole reads a console version, false for anything else.
func ParseConsole(text string) (Console, bool) {
	n, ok := numbers(text)
	version := model.Version(strconv.Itoa(n[1]))
	if !ok || n[0] != 5 || !isVersion(version) {
		return Console{}, false
	}
	return Console{version, n[2], n[3]}, true
}

// numbers are the four numbers of a build; missing ones at the end count as 0.
func numbers(text string) (n [4]int, ok bool) {
	parts := strings.Split(text, ".")
	if len(parts) < 3 || len(parts) > 4 {
		return n, false
	}
	for i, part := range parts {
		number, err := strconv.Atoi(part)
		if err != nil || number < 0 || len(part) > 4 {
			return n, false
		}
		n[i] = number
	}
	return n, true
}

// A Level is what was understood of a version and its updates.
type Level struct {
	Version model.Version
	Console string
	Updates []model.KB // nil: not said
}

// ErrForm says what is understood.
var errForm = errors.New("type a version, such as 2509; a build, such as 5.00.9141.1000; a console version, such as 5.2509.1036.1700; or updates, such as KB37864969")

// Understand reads a version and an update level as the console shows them, in
// any order: a version, a site build, a console version, numbers of updates, the
// word none for no update. Of a text that is not understood whole it takes
// nothing.
func Understand(text string) (Level, error) {
	var l Level
	words := strings.FieldsFunc(model.Clean(text), func(r rune) bool { return strings.ContainsRune(",;+() \t", r) })
	if len(words) == 0 {
		return l, errForm
	}
	for i := 0; i < len(words); i++ {
		word := strings.ToUpper(strings.Trim(words[i], "."))
		if word == "KB" && i+1 < len(words) {
			i++
			word += words[i]
		}
		if word == "VERSION" || word == "AND" {
			continue
		}
		if err := l.take(word); err != nil {
			return Level{}, err
		}
	}
	if err := l.check(); err != nil {
		return Level{}, err
	}
	return l, nil
}

// take reads one word.
func (l *Level) take(word string) error {
	if c, ok := ParseConsole(word); ok {
		return l.takeConsole(word, c)
	}
	if n, ok := numbers(word); ok && n[0] == 5 && n[1] == 0 {
		return l.takeBuild(word, n[2])
	}
	switch number := strings.TrimPrefix(word, "KB"); {
	case word == "NONE":
		l.Updates = append([]model.KB{}, l.Updates...)
		return nil
	case isKB(number):
		return l.takeUpdate(model.KB("KB" + number))
	case isVersion(model.Version(word)):
		return l.takeVersion(model.Version(word))
	case len(word) == 4 && isDigits(word):
		n, _ := strconv.Atoi(word)
		return l.takeBuild(word, n)
	}
	return fmt.Errorf("%s is not understood: %w", strconv.Quote(model.Clean(word)), errForm)
}

func (l *Level) takeVersion(v model.Version) error {
	if l.Version != "" && l.Version != v {
		return fmt.Errorf("%s and %s are two versions: type the one that is installed", l.Version, v)
	}
	l.Version = v
	return nil
}

func (l *Level) takeConsole(word string, c Console) error {
	if strings.Count(word, ".") != 3 {
		return fmt.Errorf("%s is half a console version: it has four numbers, such as 5.2509.1036.1700", word)
	}
	if l.Console != "" && l.Console != word {
		return fmt.Errorf("%s and %s are two console versions: type one", l.Console, word)
	}
	l.Console = word
	return l.takeVersion(c.Version)
}

// takeBuild reads the number that stands for a version. The number after it says
// nothing sure: on a site it stays 1000, on a client it is that of the client.
func (l *Level) takeBuild(word string, build int) error {
	v, found := versionWhere(func(v Version) bool { return v.Build == build })
	if !found {
		return fmt.Errorf("no version with the build %s is known on %s: type the version itself, four digits such as 2509", word, Day)
	}
	return l.takeVersion(v.Name)
}

// takeUpdate reads the number of an update. That of a version stands for the
// version.
func (l *Level) takeUpdate(kb model.KB) error {
	if v, found := versionWhere(func(v Version) bool { return v.KB == kb }); found {
		return l.takeVersion(v.Name)
	}
	if !slices.Contains(l.Updates, kb) {
		l.Updates = append(l.Updates, kb)
	}
	return nil
}

// check fills in the version that the updates belong to, and refuses updates of
// a later one. Those of earlier ones may stand in the list of the console still.
func (l *Level) check() error {
	if l.Version == "" {
		l.Version = l.only()
	}
	for _, kb := range l.Updates {
		u, _ := Find(kb)
		later := func(t Target) bool { return t.Version.AtLeast(l.Version.Number() + 1) }
		if l.Version != "" && len(u.For) > 0 && !slices.ContainsFunc(u.For, func(t Target) bool { return !later(t) }) {
			return fmt.Errorf("%s is for %s, not for %s", kb, u.versions(), l.Version)
		}
	}
	return nil
}

// only is the newest version that one of the updates is for alone, "" for none.
func (l *Level) only() model.Version {
	var newest model.Version
	for _, kb := range l.Updates {
		if u, _ := Find(kb); len(u.For) == 1 && (newest == "" || u.For[0].Version.AtLeast(newest.Number())) {
			newest = u.For[0].Version
		}
	}
	return newest
}

// versions are the versions of an update in words.
func (u Update) versions() string {
	names := make([]string, len(u.For))
	for i, t := range u.For {
		names[i] = string(t.Version)
	}
	return "version " + strings.Join(names, ", ")
}

// Words say what was understood, and what the tables do not know of it.
func (l Level) Words() string {
	said := "Version " + string(l.Version)
	v, known := VersionNamed(l.Version)
	switch {
	case known:
		said += fmt.Sprintf(" (build %s), support until %s", v.SiteBuild(), v.Ends)
	case Newer(l.Version):
		said += ", newer than what this program knows of " + Day
	}
	return said + ". " + l.levelWords()
}

func (l Level) levelWords() string {
	switch {
	case len(l.Updates) > 0:
		return "Installed updates: " + strings.Join(l.updateWords(), ", ") + "."
	case l.Console != "":
		return l.consoleWords()
	case l.Updates != nil:
		return "No update is installed."
	}
	return "Its updates stay open: a KB number or the console version would tell."
}

func (l Level) updateWords() []string {
	var words []string
	for _, kb := range l.Updates {
		word := string(kb)
		switch u, found := Find(kb); {
		case !found:
			word += " (not known to this program)"
		case !u.InstallsOn(l.Version):
			word += " (of another version, does not count)"
		}
		words = append(words, word)
	}
	return words
}

// consoleWords name the newest update that the console version shows.
func (l Level) consoleWords() string {
	site := &model.Site{Version: l.Version, ConsoleVersion: l.Console}
	for _, u := range All {
		if u.shownBy(site) == model.IsTrue {
			return fmt.Sprintf("Console %s: with %s. Some updates show in no number.", l.Console, Carrier(u.KB, l.Version))
		}
	}
	return fmt.Sprintf("Console %s: no update that this program can tell from it.", l.Console)
}

// Text is the level as somebody would type it.
func (l Level) Text() string {
	var words []string
	if l.Console == "" && l.Version != "" {
		words = append(words, string(l.Version))
	}
	if l.Console != "" {
		words = append(words, l.Console)
	}
	for _, kb := range l.Updates {
		words = append(words, string(kb))
	}
	if l.Updates != nil && len(l.Updates) == 0 {
		words = append(words, "none")
	}
	return strings.Join(words, ", ")
}

func isKB(text string) bool {
	return (len(text) == 7 || len(text) == 8) && isDigits(text) && text[0] != '0'
}

func isDigits(text string) bool { return strings.Trim(text, "0123456789") == "" }

// oldestYear is that of the first version of ConfigMgr with such a name; builds
// begin with 8 or 9 and fall behind the last.
const oldestYear, lastYear = 15, 79

func isVersion(v model.Version) bool {
	n := v.Number()
	year, month := n/100, n%100
	return len(v) == 4 && isDigits(string(v)) && year >= oldestYear && year <= lastYear && month >= 1 && month <= 12
}
