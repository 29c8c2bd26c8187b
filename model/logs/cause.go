package logs

import (
	"fmt"
	"slices"
	"strings"

	"cmgwizard/model"
)

// A Cause is one thing that can be behind a pattern, the likeliest first. What
// stands in the line, what else was seen and the plan move it up, down or out.
type Cause struct {
	Whom       peerKind   // only where this was asked; "" for anyone
	Not        []peerKind // not where only these were asked
	Host       string     // only where a host with this in its name was asked
	Why, Check string
	Rule, Task string
	Sure       model.Sure

	Seen    []string // words in the entry that speak for it; in lower case
	Against []string // words in the entry that rule it out
	Only    bool     // where the words of another one are seen it is none

	By    []string // what speaks for it where it was seen as well: IDs of remarks and patterns
	Ended []string // what rules it out where it was seen after the failure began

	Fits func(*model.Plan) Fit // what a plan says of it, where its rule does not
}

// Fit is what a plan says of a cause.
type Fit struct {
	For, Against bool
	Words        string // the answer that says so
}

// mostCauses is how many causes a pattern has.
const mostCauses = 8

// weighed counts for each cause of a pattern the entries that speak for it and
// those that rule it out.
type weighed struct {
	looked         int
	speaks, forbid [mostCauses]int
	word, barrier  [mostCauses]string // of the first of them
}

// weigh looks in an entry for what its causes want or do not want there.
func (w *weighed) weigh(causes []Cause, raw string) {
	if len(causes) == 0 {
		return
	}
	w.looked++
	text := ""
	for i, c := range causes {
		if len(c.Seen)+len(c.Against) == 0 {
			continue
		}
		if text == "" {
			text = strings.ToLower(raw[:min(len(raw), LongestEntry)])
		}
		note(&w.speaks[i], &w.word[i], c.Seen, text)
		note(&w.forbid[i], &w.barrier[i], c.Against, text)
	}
}

func note(count *int, first *string, words []string, text string) {
	for _, word := range words {
		if at := strings.Index(text, word); at >= 0 && standsAlone(text, at, at+len(word)) {
			if *count++; *first == "" {
				*first = word
			}
			return
		}
	}
}

// joined is what two ways of finding a pattern say together.
func (w weighed) joined(other weighed) weighed {
	w.looked += other.looked
	for i := range w.speaks {
		w.speaks[i] += other.speaks[i]
		w.forbid[i] += other.forbid[i]
		if w.word[i] == "" {
			w.word[i] = other.word[i]
		}
		if w.barrier[i] == "" {
			w.barrier[i] = other.barrier[i]
		}
	}
	return w
}

// causesFor are the causes that fit whom was asked and what the lines say, the
// likeliest first. Where it is not told who was asked, each says for whom it holds.
func (p Pattern) causesFor(s sighting) []model.Cause {
	kinds := map[peerKind]bool{}
	for _, of := range s.peers {
		kinds[of.kind] = true
	}
	if p.shown && len(kinds) == 1 && kinds[peerPlain] {
		return nil // no certificate is used there
	}
	decided := false
	for i, c := range p.Causes {
		decided = decided || c.Only && s.weighed.speaks[i] > 0
	}
	var first, then, out []model.Cause
	for i, c := range p.Causes {
		if !c.fits(s.peers, kinds) || c.Only && decided && s.weighed.speaks[i] == 0 {
			continue
		}
		told := c.told(i)
		if c.Whom != "" && !kinds[c.Whom] {
			told.Text = wherePeer[c.Whom] + told.Text
		}
		switch {
		case s.weighed.forbid[i] > 0 && s.weighed.forbid[i] == s.weighed.looked:
			told.RuledOut, told.Lines = true, fmt.Sprintf("“%s” is in the line", s.weighed.barrier[i])
			out = append(out, told)
		case s.weighed.speaks[i] > 0:
			told.Lines = fmt.Sprintf("“%s” is in the line", s.weighed.word[i])
			first = append(first, told)
		default:
			then = append(then, told)
		}
	}
	return append(append(first, then...), out...)
}

// fits reports whether a cause can hold for those that were asked. Where one of
// them is not told it can.
func (c Cause) fits(peers []peer, kinds map[peerKind]bool) bool {
	if len(peers) == 0 || kinds[peerUnknown] {
		return true
	}
	if c.Whom != "" && !kinds[c.Whom] {
		return false
	}
	return slices.ContainsFunc(peers, func(p peer) bool {
		return !slices.Contains(c.Not, p.kind) && strings.Contains(strings.ToLower(p.name), c.Host)
	})
}

// wherePeer begins a cause that holds only for one kind of peer.
var wherePeer = map[peerKind]string{
	peerCMG:       "Where the CMG was asked: ",
	peerMicrosoft: "Where Microsoft Entra ID or Azure was asked: ",
	peerOther:     "Where a server inside was asked: ",
	peerPlain:     "Where a server inside was asked: ",
}

// told is the cause as remarks have it.
func (c Cause) told(place int) model.Cause {
	sure := c.Sure
	if sure == "" {
		sure = model.Documented
	}
	return model.Cause{Place: place, Text: c.Why, Check: c.Check, Rule: c.Rule, Task: c.Task, Sure: sure}
}
