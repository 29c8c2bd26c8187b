package pki

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// remarksOnTwins tell CAs apart that have one name: renewed with the same key,
// renewed or rebuilt with another, or certified by several CAs.
func (h *sorter) remarksOnTwins() []model.Remark {
	named := map[string][]int{}
	var remarks []model.Remark
	for i, c := range h.list {
		if c.isCA() && c.SubjectID != "" && h.explored[i] {
			named[c.SubjectID] = append(named[c.SubjectID], i)
		}
	}
	for i, c := range h.list {
		if list := named[c.SubjectID]; len(list) > 1 && list[0] == i && c.isCA() {
			remarks = append(remarks, h.remarksOnNamesakes(list)...)
		}
	}
	return remarks
}

func (h *sorter) remarksOnNamesakes(list []int) []model.Remark {
	var remarks []model.Remark
	keys := h.byKey(list)
	for _, same := range keys {
		if renewed := h.renewals(same); len(renewed) > 1 {
			remarks = append(remarks, h.remarkOnRenewed(renewed))
		}
		if signers := h.signers(same); len(signers) > 1 {
			remarks = append(remarks, h.remarkOnCrossSigned(same, signers))
		}
	}
	if len(keys) > 1 {
		remarks = append(remarks, h.remarkOnRekeyed(list))
	}
	return remarks
}

// byKey groups CAs of one name by their keys.
func (h *sorter) byKey(list []int) [][]int {
	var groups [][]int
	for _, i := range list {
		at := slices.IndexFunc(groups, func(g []int) bool { return h.sameCA(g[0], i) })
		if at < 0 {
			groups = append(groups, []int{i})
			continue
		}
		groups[at] = append(groups[at], i)
	}
	return groups
}

// renewals are those of one CA that differ in their dates only from another.
func (h *sorter) renewals(same []int) []int {
	var list []int
	for _, i := range same {
		if slices.ContainsFunc(same, func(j int) bool { return h.isRenewal(i, j) }) {
			list = append(list, i)
		}
	}
	return list
}

// signers are the names of those who certified one CA: itself is one of them.
func (h *sorter) signers(same []int) []string {
	var names []string
	for _, i := range same {
		c := h.list[i]
		name := model.Shorten(c.Issuer, longestShort)
		if c.Role == RootCA {
			name = "itself"
		}
		names = union(names, []string{name})
	}
	return names
}

func (h *sorter) remarkOnRenewed(list []int) model.Remark {
	best := slices.MinFunc(list, h.compareIssuers)
	others := slices.DeleteFunc(slices.Clone(list), func(i int) bool { return i == best })
	return model.NewRemark("ca-renewed", "", chainRule,
		fmt.Sprintf("%s was renewed with the same key: %s is the one to use, in the place of %s. What the one signed chains to the other too.", h.list[best].Short(), h.who(best), h.whoAll(others)),
		"", chainCites...)
}

func (h *sorter) remarkOnCrossSigned(same []int, signers []string) model.Remark {
	shown := min(len(signers), mostNames/2)
	text := fmt.Sprintf("%s is certified by several CAs, with one key: by %s (%s). One way to a root is enough for the CMG.",
		h.list[same[0]].Short(), enumerate(signers[:shown], len(signers)-shown), h.files(same))
	if way := h.takenWay(same); way != "" {
		text += " The way taken is " + way + "."
	}
	return model.NewRemark("ca-cross-signed", "", chainRule, text, "", chainCites...)
}

func (h *sorter) files(list []int) string {
	var files []string
	for _, i := range list {
		files = union(files, h.list[i].Files)
	}
	shown := min(len(files), mostNames/2)
	return enumerate(files[:shown], len(files)-shown)
}

// takenWay draws the first way on which one of these stands, "" for none.
func (h *sorter) takenWay(list []int) string {
	for _, w := range h.uploadWays {
		if slices.Contains(list, w.Leaf) || slices.ContainsFunc(w.CAs, func(ca int) bool { return slices.Contains(list, ca) }) {
			return h.wayWords(w)
		}
	}
	return ""
}

func (h *sorter) remarkOnRekeyed(list []int) model.Remark {
	var parts []string
	for _, same := range h.byKey(list) {
		parts = append(parts, h.whoFirst(same)+keyOf(h.list[same[0]]))
	}
	shown := min(len(parts), mostNames/2)
	return model.NewRemark("ca-other-key", model.Advice, chainRule,
		fmt.Sprintf("%s exists with several keys: %s. It was rebuilt, or renewed with a new key, and these do not replace each other.", h.list[list[0]].Short(), strings.Join(parts[:shown], "; ")),
		"Upload each of them for as long as client certificates below it are in use, and no longer.", chainCites...)
}

func keyOf(c SortedCertificate) string {
	if c.SubjectKey == "" {
		return ""
	}
	return ", subject key identifier " + model.Shorten(c.SubjectKey, longestShort)
}
