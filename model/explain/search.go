package explain

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
	"sync"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/model/tasks"
)

// A Hit is something that a search found.
type Hit struct {
	ID    string `json:"id"`
	Kind  Kind   `json:"kind"`
	Topic string `json:"topic"`
	Title string `json:"title"`
	Exact bool   `json:"-"` // the words are its ID
}

// What a word is worth where it stands.
const (
	inName  = 13 // as logs call it
	inID    = 12
	inTitle = 9
	inText  = 2
	partly  = 3 // less for a word that is only begun the same way
)

// mostAsked is how many words of a search count.
const mostAsked = 12

// Find lists what has the words as its ID, and then what a search finds.
func Find(words string, most int) []Hit {
	name, place := spelled(words)
	if subStatusForm().MatchString(name) {
		name = "iis-" + name
	}
	var hits []Hit
	for _, s := range explainables() {
		if name != "" && place == "" && (s.name == name || slices.Contains(s.also, name)) {
			hits = append(hits, s.hit(true))
		}
	}
	found := Search(words, most)
	if mended := Mended(words); len(found) == 0 && mended != "" {
		found = Search(mended, most)
	}
	for _, h := range found {
		if !slices.ContainsFunc(hits, func(had Hit) bool { return had.ID == h.ID && had.Kind == h.Kind }) {
			hits = append(hits, h)
		}
	}
	return hits[:min(len(hits), most)]
}

func (s explainable) hit(exact bool) Hit {
	return Hit{s.id, s.kind, s.topic, tasks.FillText(new(model.Plan), s.title), exact}
}

// Search lists what holds the words, best first: in its ID, its title or any of
// its texts. A word that few things hold says more than one that many do. There is
// no index: everything is told once and looked through.
func Search(words string, most int) []Hit {
	asked := askedWords(words)
	all := explainables()
	fits, holding := make([][]int, len(all)), make([]int, len(asked))
	for i, s := range all {
		fits[i] = s.fits(i, asked)
		for w, fit := range fits[i] {
			holding[w] += min(fit, 1)
		}
	}
	tells := rarities(holding, len(all))
	whole := strings.ToLower(strings.TrimSpace(words))
	type scored struct {
		explainable
		score int
	}
	var found []scored
	for i, s := range all {
		if score := s.score(fits[i], tells, whole); score > 0 {
			found = append(found, scored{s, score})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return cmp.Compare(b.score, a.score) })
	var hits []Hit
	for _, s := range found[:min(len(found), most)] {
		hits = append(hits, s.hit(false))
	}
	return hits
}

// rarities say how much each word tells: the more, the fewer things hold it, and
// nothing where none does.
func rarities(holding []int, all int) []int {
	tells := make([]int, len(holding))
	for w, n := range holding {
		if n > 0 {
			tells[w] = bits.Len(uint(all / n))
		}
	}
	return tells
}

// fillers are words that tell nothing.
var fillers = strings.Fields("a an the to is are be of in on for with and or not no do does i my we our what why how when where which can it its this that there from at by as client's cmg need needs must have has get gets still after then shows")

// meant are words of administrators that stand for ours.
var meant = map[string]string{"cert": "certificate", "certs": "certificates", "aad": "entra", "sccm": "configmgr", "mecm": "configmgr", "mcm": "configmgr"}

// askedWords are the words of a search that count. Where only fillers stand
// there, they count.
func askedWords(words string) []string {
	all := wordsIn(strings.ToLower(model.Clean(words)))
	for i, word := range all {
		all[i] = cmp.Or(meant[word], word)
	}
	telling := slices.DeleteFunc(slices.Clone(all), func(w string) bool { return slices.Contains(fillers, w) })
	if len(telling) > 0 {
		all = telling
	}
	return all[:min(len(all), mostAsked)]
}

// wordsIn splits a text at what is no letter or digit; names with dots and lines
// in them, such as "403.7" or "CloudMgr.log", stay whole as well.
func wordsIn(text string) []string {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '.' && r != '_' && r != '-'
	})
	for i, word := range words {
		words[i] = strings.Trim(word, ".-_")
	}
	return slices.DeleteFunc(words, func(word string) bool { return word == "" })
}

// fits says of each word how well the thing holds it.
func (s explainable) fits(place int, asked []string) []int {
	id := append(s.words(), s.also...)
	title, names := split(strings.ToLower(s.title)), split(strings.ToLower(s.names))
	fits := make([]int, len(asked))
	for w, word := range asked {
		fits[w] = max(inName*fit(names, word), inID*fit(id, word), inTitle*fit(title, word))
		if fits[w] < inTitle*partly {
			fits[w] = max(fits[w], inText*partly*count(saidTexts()[place], word))
		}
	}
	return fits
}

// score says how well something fits the words, 0 for not. What it lacks costs
// more than what it has gives.
func (s explainable) score(fits, tells []int, whole string) int {
	sum, told, asked := 0, 0, 0
	for w, fit := range fits {
		asked += tells[w]
		if fit > 0 {
			told += tells[w]
			sum += fit * tells[w]
		}
	}
	if sum == 0 || 3*told < asked {
		return 0
	}
	if strings.Contains(strings.ToLower(s.title+" "+s.names), whole) || strings.Contains(s.name, whole) {
		sum += inTitle * partly * asked
	}
	weight := weights[s.kind]
	if s.aside {
		weight /= 2
	}
	return sum*weight*told*told/(asked*asked) + 1
}

// weights let what one can act on come before what one only reads.
var weights = map[Kind]int{
	RuleKind: 10, TaskKind: 10, LogKind: 11, RequirementKind: 8, ContradictionKind: 8, VersionKind: 8, UpdateKind: 10, CodeKind: 9, GuideKind: 11, AnswerKind: 6, SourceKind: 5, RemarkKind: 10,
}

// split are the words of a text, and the parts of those with marks in them.
func split(text string) []string {
	words := wordsIn(text)
	for _, w := range words {
		if strings.ContainsAny(w, ".-_") {
			words = append(words, strings.FieldsFunc(w, func(r rune) bool { return r == '.' || r == '-' || r == '_' })...)
		}
	}
	return words
}

// fit is 3 for the word itself, 1 for one that begins the same way, else 0.
func fit(words []string, word string) int {
	best := 0
	for _, w := range words {
		switch {
		case w == word:
			return partly
		case sameStem(w, word):
			best = 1
		}
	}
	return best
}

// sameStem reports whether a word goes on as the other, or both differ only in
// their ends: "workplace" and "WorkplaceJoined", "expired" and "expires".
func sameStem(a, b string) bool {
	const shortest, end = 4, 3
	if len(b) > shortest && strings.HasPrefix(a, b) {
		return true
	}
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= shortest && len(a)-n <= end && len(b)-n <= end
}

// shortWord is the length up to which a word must stand alone in a text: "e1" is in
// many others.
const shortWord = 3

// count is 1 where the word stands in the text, 2 where it stands there often.
func count(text, word string) int {
	if len(word) > shortWord {
		return min(strings.Count(text, word), 2)
	}
	n := 0
	for at := 0; n < 2; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			break
		}
		start, end := at+i, at+i+len(word)
		if (start == 0 || !isLetter(text[start-1])) && (end == len(text) || !isLetter(text[end])) {
			n++
		}
		at = end
	}
	return n
}

// isLetter takes every byte beyond ASCII for one.
func isLetter(b byte) bool {
	return b >= 0x80 || b >= 'a' && b <= 'z' || b >= '0' && b <= '9'
}

// saidTexts are everything that is said of each, made with the first search that needs
// them: while somebody types, the next searches are quick.
var saidTexts = sync.OnceValue(func() []string {
	all := make([]string, len(explainables()))
	for i, s := range explainables() {
		all[i] = s.text()
	}
	return all
})

// text is everything that is said of it, in lower case.
func (s explainable) text() string {
	e := s.explain(new(model.Plan), "")
	var all strings.Builder
	for _, f := range e.Facts {
		for _, line := range f.Lines {
			all.WriteString(line.String() + "\n")
		}
	}
	for _, c := range e.Commands {
		all.WriteString(c.Line + "\n")
	}
	for _, c := range e.Contradictions {
		all.WriteString(c.Title + "\n" + c.Reading + "\n")
	}
	return strings.ToLower(all.String())
}

// subStatusForm is a status of IIS with its sub-status: "403.16".
var subStatusForm = model.Pattern(`^[1-5]\d\d\.\d{1,2}$`)
