package model

import (
	"fmt"
	"slices"
	"strings"
)

// short is the verdict without its reason.
func (v VerdictWord) short() string {
	word, _, _ := strings.Cut(VerdictWords.Label(v), ":")
	return word
}

func (m PointMode) words() string { return m.Name + ": " + Modes.Label(m.Mode) }

// Words tell how many can be served: kinds, and devices where they are counted.
func (s Service) Words() []string {
	list := []string{fmt.Sprintf("%d of %s", s.Supported, Counted(len(s.Kinds), "kind"))}
	if s.Unknown > 0 {
		list[0] += fmt.Sprintf(", %d not known yet", s.Unknown)
	}
	what := "devices"
	if s.Uncounted > 0 {
		what = "counted devices"
	}
	if s.Uncounted < len(s.Kinds) {
		list = append(list, fmt.Sprintf("about %s of %s %s", Thousands(s.Served), Thousands(s.Devices), what))
	}
	return list
}

func (k KindService) words() string {
	name := k.Name
	if k.Counted {
		name += ", " + Thousands(k.Count)
	}
	switch {
	case k.Supported == TruthNo:
		return name + ": not supported"
	case k.Supported == TruthUnknown:
		return name + ": not known yet"
	case slices.Contains(k.Scenarios, userWork):
		return name + ": devices and users"
	}
	return name + ": devices only"
}

func (u UserService) words() string {
	served := ServedWords.Label(u.Served)
	if u.Wanted == TruthUnknown {
		return u.Name + ": not known whether wanted, " + served
	}
	return u.Name + ": " + served
}

// needsAt tells what is required on a side, then what is not quite.
func needsAt(side Where) func(a Alternative) []string {
	return func(a Alternative) []string {
		var list []string
		for _, s := range a.Requirements {
			if s.Side == side {
				list = slices.Concat(list, needTitles(s.Required, ""), needTitles(s.Recommended, Recommended), needTitles(s.Unknown, NeedUnknown))
			}
		}
		return list
	}
}

func needTitles(needs []NeedTitle, word Need) []string {
	return tellEach(needs, func(n NeedTitle) string {
		if word == "" {
			return n.Title
		}
		return n.Title + " (" + Needs.Label(word) + ")"
	})
}

func tasksWord(count, open int) string {
	return fmt.Sprintf("%d (%d open)", count, open)
}

func (w OwnerWork) words() string {
	return Teams.Label(w.Owner) + ": " + tasksWord(w.Count, w.Open)
}

func (e Expiry) words() string {
	if e.Term == "" {
		return e.What
	}
	return e.What + ": " + e.Term
}

func (o Obstacle) words() string {
	word := "broken: "
	if o.Outcome == Unclear {
		word = "not known yet: "
	}
	return word + o.Title + " (" + strings.Join(o.About, ", ") + ")"
}
