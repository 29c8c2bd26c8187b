package evidence

import (
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
)

// A Merge is what files would change in a plan.
type Merge struct {
	New         []model.Evidence // what the plan has not seen yet
	Known       []model.Evidence // what it has seen already
	Replaced    []model.Evidence // what the plan has of files that hold something else now: it goes
	Left        []model.Evidence // what a plan has no room for: it stays out
	Suggestions []Suggestion

	points, connections int // how many servers the files name that the plan does not have
}

// A Suggestion is an answer that a file gives.
type Suggestion struct {
	Key      string `json:"key"`
	Question string `json:"question"`
	Old      string `json:"old"`  // the answer of the plan as it stands in the file, "" for none
	New      string `json:"new"`  // the answer of the file
	From     string `json:"from"` // the base name of the file
	Why      string `json:"why"`  // what the file shows, a sentence
	Assumed  bool   `json:"assumed"`
	Offered  bool   `json:"offered"` // too weak to be taken unless somebody says so

	Elsewhere string `json:"elsewhere"` // why the file may be of another site, "" where nothing speaks for that
}

// Fills reports whether the answer is taken unless somebody says otherwise.
func (p Suggestion) Fills() bool { return !p.Offered && !p.Contradicts() }

// Contradicts reports whether the plan has another answer already. What the plan
// only assumes is none.
func (p Suggestion) Contradicts() bool {
	return p.Old != "" && p.Old != model.Unsure && !p.Assumed
}

// Against lists the answers of the plan that its own evidence contradicts. What is
// only offered contradicts nothing.
func Against(p *model.Plan) []Suggestion {
	return slices.DeleteFunc(NewMerge(p, p.Evidence).Suggestions, func(s Suggestion) bool { return s.Offered || !s.Contradicts() })
}

// OnAssumed says what the file means for a value that was only assumed, "" where
// none was.
func (p Suggestion) OnAssumed() string {
	switch {
	case !p.Assumed:
		return ""
	case strings.EqualFold(p.Old, p.New):
		return "It confirms what was assumed."
	}
	return "It contradicts what was assumed."
}

// NewMerge says what evidence would change in the plan.
func NewMerge(p *model.Plan, found []model.Evidence) Merge {
	a := Merge{New: []model.Evidence{}, Known: []model.Evidence{}, Replaced: []model.Evidence{}, Left: []model.Evidence{}}
	seen := map[string]bool{}
	for _, e := range p.Evidence {
		seen[Identity(e)] = true
	}
	taken := map[string]bool{}
	for _, e := range found {
		id := Identity(e)
		switch {
		case taken[id]:
		case seen[id]:
			a.Known = append(a.Known, e)
		default:
			a.New = append(a.New, e)
		}
		taken[id] = true
	}
	a.Replaced = outdated(p, a)
	a.makeRoom(p)
	a.suggest(p)
	return a
}

// outdated lists the evidence that was read from a file of the same name and
// kind which holds something else now. Files that were found together with it,
// unchanged, are other files.
func outdated(p *model.Plan, a Merge) []model.Evidence {
	replaced := []model.Evidence{}
	known := identities(a.Known)
	for _, old := range p.Evidence {
		newer := slices.ContainsFunc(a.New, func(e model.Evidence) bool { return sameFile(e, old) })
		if newer && !known[Identity(old)] {
			replaced = append(replaced, old)
		}
	}
	return replaced
}

// sameFile goes by the name of the file and by what it holds. Certificates of
// both kinds may stand in one file.
func sameFile(e model.Evidence, other model.Evidence) bool {
	return e.File != "" && strings.EqualFold(e.File, other.File) && family(e.Kind) == family(other.Kind)
}

func family(k model.EvidenceKind) model.EvidenceKind {
	if k == model.ServerCertificateEvidence {
		return model.CertificateEvidence
	}
	return k
}

func identities(list []model.Evidence) map[string]bool {
	ids := map[string]bool{}
	for _, e := range list {
		ids[Identity(e)] = true
	}
	return ids
}

// makeRoom leaves out what would make the plan too large.
func (a *Merge) makeRoom(p *model.Plan) {
	kept := placesOf(p, Merge{Known: a.Known, Replaced: a.Replaced})
	entries, size := len(kept), 0
	for _, e := range kept {
		size += factsSize(e.Facts)
	}
	fits := []model.Evidence{}
	for _, e := range a.New {
		more := factsSize(e.Facts)
		if entries >= Max || size+more > maxEvidenceText {
			a.Left = append(a.Left, e)
			continue
		}
		fits, entries, size = append(fits, e), entries+1, size+more
	}
	a.New = fits
}

// Apply is the plan with the evidence of the merge, and with the answers of
// the suggestions whose keys are taken. What is new comes last.
func Apply(p model.Plan, a Merge, taken []string) model.Plan {
	p.Evidence = placesOf(&p, a)
	before := p.Answers
	p.Answers = a.extended(before)
	for _, suggested := range a.Suggestions {
		field, exists := p.Field(suggested.Key)
		if exists && slices.Contains(taken, suggested.Key) {
			_ = field.Set(suggested.New) // a suggestion is a value that the field takes; any other changes nothing
		}
	}
	a.trimmed(&p.Answers, before)
	return p
}

// Field is the field that a suggestion is about, in the answers of the plan with
// the servers that the files name.
func (a Merge) Field(p *model.Plan, key string) (model.Field, bool) {
	answers := a.extended(p.Answers)
	return answers.Field(key)
}

func placesOf(p *model.Plan, a Merge) []model.Evidence {
	replaced := identities(a.Replaced)
	again := map[string]model.Evidence{}
	for _, e := range a.Known {
		again[Identity(e)] = e
	}
	var list []model.Evidence
	for _, e := range p.Evidence {
		id := Identity(e)
		if newer, known := again[id]; known {
			e = readAgain(e, newer)
		}
		if !replaced[id] {
			list = append(list, e)
		}
	}
	return append(list, a.New...)
}

// readAgain takes the facts as they are read now, and keeps what was found out
// before: which of the CAs that were read with it signed a certificate.
func readAgain(e model.Evidence, newer model.Evidence) model.Evidence {
	was, _ := Certificate(e)
	e.Facts = newer.Facts
	if is, isCertificate := Certificate(newer); isCertificate {
		is.SignedBy = eachOnce(slices.Concat(was.SignedBy, is.SignedBy))
		is.NotSignedBy = eachOnce(slices.Concat(was.NotSignedBy, is.NotSignedBy))
		e.Facts = factTable(is)
	}
	return e
}

// A fact is an answer that one file gives, whatever the plan says.
type fact struct {
	key, value string
	file       string
	why        string
	since      time.Time // from when what the file shows is valid
	site       bool      // of a collected file
	offered    bool      // never taken by itself
	elsewhere  string    // why the file may be of another site, "" where nothing speaks for that
	weak       bool      // it is offered whatever site the file is of
}

// suggest lists the answers of the files that the plan does not have, one for
// each key, in the order of the plan.
func (a *Merge) suggest(p *model.Plan) {
	ids := identities(slices.Concat(a.New, a.Known))
	named := withServers(Apply(*p, *a, nil), ids)
	a.points, a.connections = len(named.ManagementPoints)-len(p.ManagementPoints), len(named.ConnectionPoints)-len(p.ConnectionPoints)
	facts := answerFacts(&named, ids)
	a.Suggestions = []Suggestion{}
	bare := *p
	bare.Answers = a.extended(p.Answers)
	for _, field := range bare.Fields() {
		var about []fact
		for _, c := range facts {
			if c.key == field.Key {
				about = append(about, c)
			}
		}
		if s, given := suggestion(&bare, field, about); given {
			s.Question = named.Question(field)
			a.Suggestions = append(a.Suggestions, s)
		}
	}
}

// suggestion takes what is valid from the latest day on. It is none where
// somebody said so already, or where the plan cannot hold it. What collected files
// do not agree about is only offered, and what is offered stands back behind an
// answer, but for a version: a newer one says that the site was updated since.
func suggestion(p *model.Plan, field model.Field, about []fact) (Suggestion, bool) {
	if len(about) == 0 {
		return Suggestion{}, false
	}
	slices.SortStableFunc(about, func(a, b fact) int { return b.since.Compare(a.since) })
	first := about[0]
	if means(field, first.value) && !field.Assumed() || !takes(p, field.Key, first.value) {
		return Suggestion{}, false
	}
	s := Suggestion{
		Key: field.Key, Old: field.Text(), New: first.value,
		From: first.file, Why: first.why + otherWords(first, about[1:]), Assumed: field.Assumed(), Offered: first.offered || disagree(about), Elsewhere: first.elsewhere,
	}
	updated := field.Key == "site.version" && s.New > s.Old // "2509" after "2403"
	return s, !first.weak || updated || !s.Contradicts()
}

// disagree reports whether files say different things, and one of them was
// collected at a site.
func disagree(about []fact) bool {
	return slices.ContainsFunc(about, func(f fact) bool { return f.site }) &&
		slices.ContainsFunc(about, func(f fact) bool { return !strings.EqualFold(f.value, about[0].value) })
}

// means reports whether the answer is this one already. Tenants and servers are
// the same in either letter case.
func means(f model.Field, value string) bool {
	fold := f.Tag.Get("check") == "guid" || strings.HasSuffix(f.Key, "].host")
	return f.Text() == value || fold && strings.EqualFold(f.Text(), value)
}

// takes tries the answer on a copy.
func takes(p *model.Plan, key, value string) bool {
	answers := p.Answers.Clone()
	field, exists := answers.Field(key)
	return exists && field.Set(value) == nil
}

// otherWords tell of the files that say otherwise.
func otherWords(first fact, others []fact) string {
	var words []string
	for _, c := range others {
		if !strings.EqualFold(c.value, first.value) {
			words = append(words, c.value+" in "+c.file)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " Other files differ from " + first.file + ": " + strings.Join(model.FirstFew(eachOnce(words)), ", ") + "."
}
