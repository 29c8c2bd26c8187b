package diff

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// A match says, for each list of entries, which of two plans are the same thing.
// An empty one is for two plans with the same entries at the same places.
type match map[string]pairs

// Pairs are the places of the entries of one list in the other plan, noPlace
// for those that it does not have.
type pairs struct{ toNew, toOld []int }

const noPlace = -1

// matchPlans goes by what an entry is rather than by its place: first come those
// of which nothing changed, last those of which everything that tells them apart
// did.
func matchPlans(old, new *model.Plan) match {
	return match{
		"devices":           pair(old.Devices, new.Devices, wholeEntry, nameAndJoin, deviceByName, deviceByJoin, anyEntry),
		"management_points": pair(old.ManagementPoints, new.ManagementPoints, wholeEntry, pointByHost, anyEntry),
		"connection_points": pair(old.ConnectionPoints, new.ConnectionPoints, wholeEntry, connectorByHost, anyEntry),
		"evidence":          pair(old.Evidence, new.Evidence, evidenceByBytes, evidenceByFile),
	}
}

// The senses tell entries apart, each by less than the one before. An entry of
// which a sense knows nothing has nil.

func wholeEntry[E comparable](e E) any { return e }

func anyEntry[E comparable](E) any { return "" }

func deviceByName(d model.Device) any { return sureText(d.Name) }

func deviceByJoin(d model.Device) any { return sureText(string(d.Join)) }

func pointByHost(m model.ManagementPoint) any { return sureText(strings.ToLower(m.Host)) }

func connectorByHost(c model.ConnectionPoint) any { return sureText(strings.ToLower(c.Host)) }

func evidenceByBytes(e model.Evidence) any { return evidence.Identity(e) }

func evidenceByFile(e model.Evidence) any { return [2]string{string(e.Kind), e.File} }

func nameAndJoin(d model.Device) any {
	if d.Name == "" {
		return nil
	}
	return [2]string{d.Name, string(d.Join)}
}

func sureText(text string) any {
	if !model.Known(text) {
		return nil
	}
	return text
}

// pair tries one sense after the other. Entries that a sense cannot tell apart
// go by their order.
func pair[E any](old, new []E, senses ...func(E) any) pairs {
	p := pairs{places(len(old)), places(len(new))}
	for _, sense := range senses {
		waiting := map[any][]int{}
		for j, entry := range new {
			if key := sense(entry); p.toOld[j] == noPlace && key != nil {
				waiting[key] = append(waiting[key], j)
			}
		}
		for i, entry := range old {
			if found := waiting[sense(entry)]; p.toNew[i] == noPlace && len(found) > 0 {
				p.toNew[i], p.toOld[found[0]] = found[0], i
				waiting[sense(entry)] = found[1:]
			}
		}
	}
	return p
}

func places(n int) []int { return slices.Repeat([]int{noPlace}, n) }

// inNew is the key of the new plan for one of the old, false where its entry is
// gone.
func (m match) inNew(key string) (string, bool) {
	return translate(key, func(list string) []int { return m[list].toNew })
}

// inOld is the key of the old plan for one of the new, false where its entry
// was added.
func (m match) inOld(key string) (string, bool) {
	return translate(key, func(list string) []int { return m[list].toOld })
}

func translate(key string, placesOf func(list string) []int) (string, bool) {
	list, rest, listed := strings.Cut(key, "[")
	place, rest, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(place)
	places := placesOf(list)
	if !listed || err != nil || i >= len(places) {
		return key, true
	}
	if places[i] == noPlace {
		return key, false
	}
	return entryKey(list, places[i]) + rest, true
}

func entryKey(list string, place int) string { return fmt.Sprintf("%s[%d]", list, place) }

// inNewOrder sorts the entries of the old plan as the new one has them, so that
// a task that lists them reads the same. Those that are gone come last.
func (m match) inNewOrder(old model.Plan) *model.Plan {
	old.Devices = reorder(old.Devices, m["devices"].toNew)
	old.ManagementPoints = reorder(old.ManagementPoints, m["management_points"].toNew)
	old.ConnectionPoints = reorder(old.ConnectionPoints, m["connection_points"].toNew)
	return &old
}

func reorder[E any](list []E, toNew []int) []E {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rank(toNew[a]), rank(toNew[b])) })
	sorted := make([]E, len(list))
	for i, place := range order {
		sorted[i] = list[place]
	}
	return sorted
}

// rank is the place to sort by.
func rank(place int) int {
	if place == noPlace {
		return math.MaxInt
	}
	return place
}
