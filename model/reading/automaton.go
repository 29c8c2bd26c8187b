package reading

// An Automaton finds many patterns in one pass over a text, whatever the text
// (after Aho and Corasick). Letters of ASCII match in either case.
type Automaton struct {
	Next [][256]int32
	Ends [][]int // the patterns that end in a state
	Hit  []bool  // whether some do
}

// NewAutomaton builds an automaton for patterns in lower case.
func NewAutomaton(patterns []string) *Automaton {
	a := &Automaton{Next: make([][256]int32, 1), Ends: make([][]int, 1)}
	for i, p := range patterns {
		a.add(i, p)
	}
	a.link()
	a.Hit = make([]bool, len(a.Next))
	for s := range a.Next {
		a.Hit[s] = len(a.Ends[s]) > 0
		for c := 'A'; c <= 'Z'; c++ {
			a.Next[s][c] = a.Next[s][c|0x20]
		}
	}
	return a
}

func (a *Automaton) add(pattern int, text string) {
	state := int32(0)
	for i := range len(text) {
		to := a.Next[state][text[i]]
		if to == 0 {
			to = int32(len(a.Next))
			a.Next, a.Ends = append(a.Next, [256]int32{}), append(a.Ends, nil)
			a.Next[state][text[i]] = to
		}
		state = to
	}
	a.Ends[state] = append(a.Ends[state], pattern)
}

// link makes of the tree of patterns a machine that never steps back: what does
// not match goes on from the longest part that does.
func (a *Automaton) link() {
	fall := make([]int32, len(a.Next))
	queue := []int32{0}
	for len(queue) > 0 {
		state := queue[0]
		queue = queue[1:]
		for c := range 256 {
			to, other := a.Next[state][c], int32(0)
			if state != 0 {
				other = a.Next[fall[state]][c]
			}
			if to == 0 {
				a.Next[state][c] = other
				continue
			}
			fall[to] = other
			a.Ends[to] = append(a.Ends[to], a.Ends[other]...)
			queue = append(queue, to)
		}
	}
}

// Each gives the patterns that stand in the text, with where they end.
func (a *Automaton) Each(text string, found func(pattern, end int)) {
	state := int32(0)
	for i := range len(text) {
		state = a.Next[state][text[i]]
		if !a.Hit[state] {
			continue
		}
		for _, p := range a.Ends[state] {
			found(p, i+1)
		}
	}
}

// Any reports whether one of the patterns stands in the text.
func (a *Automaton) Any(text string) bool {
	next, hit, state := a.Next, a.Hit, int32(0)
	for i := range len(text) {
		state = next[state][text[i]]
		if hit[state] {
			return true
		}
	}
	return false
}
