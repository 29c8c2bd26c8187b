package input

import (
	"cmp"
	"fmt"
	"path/filepath"
	"strings"

	"cmgwizard/model"
)

// distinct gives each path a name to show: its base name, or as much more of the
// path as tells it from the others.
func distinct(paths []string) []string {
	parts, depth := make([][]string, len(paths)), make([]int, len(paths))
	for i, path := range paths {
		parts[i] = strings.Split(filepath.Clean(path), string(filepath.Separator))
		depth[i] = 1
	}
	names := make([]string, len(paths))
	for grown := true; grown; {
		for i := range names {
			names[i] = tail(parts[i], depth[i])
		}
		grown = false
		for _, same := range shared(names) {
			for _, i := range same {
				if depth[i] < len(parts[i]) {
					depth[i]++
					grown = true
				}
			}
		}
	}
	return numbered(names)
}

// tail is the end of a path, clean.
func tail(parts []string, depth int) string {
	name := model.Clean(strings.Join(parts[len(parts)-depth:], string(filepath.Separator)))
	return cmp.Or(name, "a file without a name")
}

// shared are the places of names that stand more than once. Windows does not
// tell names apart by letter case.
func shared(names []string) [][]int {
	places := map[string][]int{}
	for i, name := range names {
		key := strings.ToLower(name)
		places[key] = append(places[key], i)
	}
	var list [][]int
	for _, same := range places {
		if len(same) > 1 {
			list = append(list, same)
		}
	}
	return list
}

// numbered tells apart what differs in signs that nobody sees.
func numbered(names []string) []string {
	count := map[string]int{}
	for i, name := range names {
		count[name]++
		if n := count[name]; n > 1 {
			names[i] = fmt.Sprintf("%s (%d)", name, n)
		}
	}
	return names
}
