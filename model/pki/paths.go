package pki

import (
	"cmp"
	"slices"
)

// findWays finds the best way of each leaf that is explored. Without leaves it starts from the
// lowest CAs. The ways that decide about uploading are those of the client
// certificates, and without any of them those of all CAs.
func (h *sorter) findWays() {
	for i, c := range h.list {
		if !c.isCA() && h.explored[i] {
			h.leafWays = append(h.leafWays, h.way(i))
		}
	}
	h.uploadWays = slices.DeleteFunc(slices.Clone(h.leafWays), func(w Path) bool { return !h.list[w.Leaf].IsClientOfPKI() })
	if len(h.uploadWays) == 0 {
		h.uploadWays = h.waysOfCAs()
	}
	if len(h.leafWays) == 0 {
		h.leafWays = append(h.leafWays, slices.DeleteFunc(slices.Clone(h.uploadWays), func(w Path) bool { return h.list[w.Leaf].Role == RootCA })...)
	}
}

// waysOfCAs are ways from the lowest CAs, so that each CA of the heap is on one
// unless another takes its place.
func (h *sorter) waysOfCAs() []Path {
	ways, seen := []Path{}, map[int]bool{}
	take := func(i int) {
		w := h.way(i)
		ways = append(ways, w)
		for _, ca := range h.onAnyWay(w) {
			seen[ca] = true
		}
	}
	for _, i := range h.lowestCAs() {
		take(i)
	}
	for i, c := range h.list {
		if h.explored[i] && c.isCA() && !seen[i] && !h.hasTwinIn(i, seen) {
			take(i)
		}
	}
	return ways
}

// lowestCAs are those that issued no other CA of the heap. Of a renewed CA only
// the best certificate counts.
func (h *sorter) lowestCAs() []int {
	above := map[int]bool{}
	for _, c := range h.list {
		if c.isCA() {
			for _, issuer := range c.Issuers {
				above[issuer] = true
			}
		}
	}
	var lowest []int
	for i, c := range h.list {
		if h.explored[i] && c.Role == IntermediateCA && !above[i] && !h.hasBetterTwin(i) {
			lowest = append(lowest, i)
		}
	}
	return lowest
}

// onAnyWay are the leaf and all CAs of a way and of its alternatives.
func (h *sorter) onAnyWay(w Path) []int {
	list := append([]int{w.Leaf}, w.CAs...)
	for _, other := range w.Others {
		list = append(list, other...)
	}
	return list
}

// way finds the best way above a certificate.
func (h *sorter) way(leaf int) Path {
	paths := h.paths(leaf)
	slices.SortStableFunc(paths, func(a, b []int) int { return h.comparePaths(leaf, a, b) })
	best := paths[0]
	w := Path{Leaf: leaf, CAs: best, Complete: h.complete(leaf, best), InDate: h.pathInDate(best), Others: [][]int{}}
	for _, other := range paths[1:] {
		if h.complete(leaf, other) {
			w.Others = append(w.Others, other)
		}
	}
	w.Barred, w.Doubts = h.barredWords(w), h.nameDoubts(leaf, best)
	return w
}

// paths finds the ways above a certificate, the shortest first, at least one of
// them. It gives up in time, whatever the heap.
func (h *sorter) paths(leaf int) [][]int {
	var complete, broken [][]int
	queue := [][]int{{}}
	path := queue[0]
	for left := maxWaySteps; len(queue) > 0 && left > 0 && len(complete) < maxWays; left-- {
		path, queue = queue[0], queue[1:]
		above := h.above(leaf, path)
		for _, ca := range above[:min(len(above), max(0, left-len(queue)))] { // no more than can be looked at
			queue = append(queue, append(slices.Clone(path), ca))
		}
		switch {
		case h.complete(leaf, path):
			complete = append(complete, path)
		case len(above) == 0 && len(broken) < maxWays:
			broken = append(broken, path)
		}
	}
	if paths := append(complete, broken...); len(paths) > 0 {
		return paths
	}
	return [][]int{path}
}

// above are the CAs by which a path goes on: they issued its last certificate,
// are not on it in any form, and may stand there.
func (h *sorter) above(leaf int, path []int) []int {
	if len(path) >= maxWayLength {
		return nil
	}
	var list []int
	for _, ca := range h.list[h.top(leaf, path)].Issuers {
		if !h.standsOn(ca, leaf, path) && h.refusal(ca, leaf, path) == noRefusal {
			list = append(list, ca)
		}
	}
	return list
}

// top is the last certificate of a path.
func (h *sorter) top(leaf int, path []int) int {
	if len(path) == 0 {
		return leaf
	}
	return path[len(path)-1]
}

// standsOn reports whether a CA is on a path already, perhaps with another
// certificate: CAs that signed each other lead round in circles.
func (h *sorter) standsOn(ca, leaf int, path []int) bool {
	same := func(i int) bool { return i == ca || h.sameCA(i, ca) }
	return same(leaf) || slices.ContainsFunc(path, same)
}

// complete reports whether a path ends in a root CA. A root alone is complete.
func (h *sorter) complete(leaf int, path []int) bool {
	return h.list[h.top(leaf, path)].Role == RootCA
}

func (h *sorter) pathInDate(path []int) bool {
	return !slices.ContainsFunc(path, func(ca int) bool { return !h.list[ca].InDate(h.at) })
}

// comparePaths puts the better way first: a complete one, then one in date, then
// the shorter, then the one that lasts longer.
func (h *sorter) comparePaths(leaf int, a, b []int) int {
	return cmp.Or(
		compareTruth(h.complete(leaf, a), h.complete(leaf, b)),
		compareTruth(h.pathInDate(a), h.pathInDate(b)),
		cmp.Compare(len(a), len(b)),
		h.compareFromRoot(a, b),
	)
}

// compareFromRoot compares two ways from the root down, and puts first the one
// whose CA lasts longer: so every leaf below a CA gets the same way above it.
func (h *sorter) compareFromRoot(a, b []int) int {
	for i := 1; i <= min(len(a), len(b)); i++ {
		x, y := a[len(a)-i], b[len(b)-i]
		if order := cmp.Or(h.list[y].NotAfter.Compare(h.list[x].NotAfter), cmp.Compare(x, y)); order != 0 {
			return order
		}
	}
	return 0
}
