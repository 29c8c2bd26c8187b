package reading

// An Automaton finds many patterns in one pass over a text, whatever the text
// (after Aho and Corasick). Letters of ASCII match in either case.
type Automaton struct {
	class [256]uint8 // of a byte: 0 is for those that stand in no pattern
	width int32      // how many classes there are
	next  []int32    // by state and class: the next state, times width; ^ of it where patterns end
	ends  [][]int    // the patterns that end in a state
}

// NewAutomaton builds an automaton for patterns in lower case.
func NewAutomaton(patterns []string) *Automaton {
	a := &Automaton{width: 1}
	for _, p := range patterns {
		a.classify(p)
	}
	a.grow()
	for i, p := range patterns {
		a.add(i, p)
	}
	a.link()
	for i, to := range a.next {
		if a.next[i] = to * a.width; len(a.ends[to]) > 0 {
			a.next[i] = ^a.next[i]
		}
	}
	return a
}

// classify gives each byte of a pattern a class of its own, and letters that of
// both cases. Few classes keep the automaton small.
func (a *Automaton) classify(pattern string) {
	for i := range len(pattern) {
		b := pattern[i]
		if a.class[b] != 0 {
			continue
		}
		a.class[b] = uint8(a.width)
		if b >= 'a' && b <= 'z' {
			a.class[b-'a'+'A'] = uint8(a.width)
		}
		a.width++
	}
}

// grow makes another state.
func (a *Automaton) grow() int32 {
	a.next = append(a.next, make([]int32, a.width)...)
	a.ends = append(a.ends, nil)
	return int32(len(a.ends) - 1)
}

func (a *Automaton) add(pattern int, text string) {
	state := int32(0)
	for i := range len(text) {
		at := state*a.width + int32(a.class[text[i]])
		if a.next[at] == 0 {
			to := a.grow()
			a.next[at] = to
		}
		state = a.next[at]
	}
	a.ends[state] = append(a.ends[state], pattern)
}

// link makes of the tree of patterns a machine that never steps back: what does
// not match goes on from the longest part that does.
func (a *Automaton) link() {
	fall := make([]int32, len(a.ends))
	queue := []int32{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := range a.width {
			at, other := state*a.width+c, int32(0)
			if state != 0 {
				other = a.next[fall[state]*a.width+c]
			}
			to := a.next[at]
			if to == 0 {
				a.next[at] = other
				continue
			}
			fall[to] = other
			a.ends[to] = append(a.ends[to], a.ends[other]...)
			queue = append(queue, to)
		}
	}
}

// Each gives the patterns that stand in the text, with where they end.
func (a *Automaton) Each(text string, found func(pattern, end int)) {
	state := int32(0)
	for i := range len(text) {
		state = a.next[state+int32(a.class[text[i]])]
		if state >= 0 {
			continue
		}
		state = ^state
		for _, p := range a.ends[state/a.width] {
			found(p, i+1)
		}
	}
}

// Any reports whether one of the patterns stands in the text.
func (a *Automaton) Any(text string) bool {
	state := int32(0)
	for i := range len(text) {
		if state = a.next[state+int32(a.class[text[i]])]; state < 0 {
			return true
		}
	}
	return false
}
