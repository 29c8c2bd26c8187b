package inspect

// An automaton finds many patterns in one pass over a text, whatever the text
// (after Aho and Corasick). Letters of ASCII match in either case.
type automaton struct {
	next [][256]int32
	ends [][]int // the patterns that end in a state
	hit  []bool  // whether some do
}

// newAutomaton builds an automaton for patterns in lower case.
func newAutomaton(patterns []string) *automaton {
	a := &automaton{next: make([][256]int32, 1), ends: make([][]int, 1)}
	for i, p := range patterns {
		a.add(i, p)
	}
	a.link()
	a.hit = make([]bool, len(a.next))
	for s := range a.next {
		a.hit[s] = len(a.ends[s]) > 0
		for c := 'A'; c <= 'Z'; c++ {
			a.next[s][c] = a.next[s][c|0x20]
		}
	}
	return a
}

func (a *automaton) add(pattern int, text string) {
	state := int32(0)
	for i := range len(text) {
		to := a.next[state][text[i]]
		if to == 0 {
			to = int32(len(a.next))
			a.next, a.ends = append(a.next, [256]int32{}), append(a.ends, nil)
			a.next[state][text[i]] = to
		}
		state = to
	}
	a.ends[state] = append(a.ends[state], pattern)
}

// link makes of the tree of patterns a machine that never steps back: what does
// not match goes on from the longest part that does.
func (a *automaton) link() {
	fall := make([]int32, len(a.next))
	queue := []int32{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := range 256 {
			to, other := a.next[state][c], int32(0)
			if state != 0 {
				other = a.next[fall[state]][c]
			}
			if to == 0 {
				a.next[state][c] = other
				continue
			}
			fall[to] = other
			a.ends[to] = append(a.ends[to], a.ends[other]...)
			queue = append(queue, to)
		}
	}
}

// each gives the patterns that stand in the text, with where they end.
func (a *automaton) each(text string, found func(pattern, end int)) {
	state := int32(0)
	for i := range len(text) {
		state = a.next[state][text[i]]
		if !a.hit[state] {
			continue
		}
		for _, p := range a.ends[state] {
			found(p, i+1)
		}
	}
}

// any reports whether one of the patterns stands in the text.
func (a *automaton) any(text string) bool {
	next, hit, state := a.next, a.hit, int32(0)
	for i := range len(text) {
		state = next[state][text[i]]
		if hit[state] {
			return true
		}
	}
	return false
}
