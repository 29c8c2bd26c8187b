package model

import (
	"slices"
	"strings"
	"time"
)

// An Addition is what files would change in a plan.
type Addition struct {
	New       []Evidence // what the plan has not seen yet
	Known     []Evidence // what it has seen already
	Replaced  []Evidence // what the plan has of files that hold something else now: it goes
	Left      []Evidence // what a plan has no room for: it stays out
	Proposals []Proposal
}

// A Proposal is an answer that a file gives.
type Proposal struct {
	Key      string `json:"key"`
	Question string `json:"question"`
	Old      string `json:"old"`  // the answer of the plan as it stands in the file, "" for none
	New      string `json:"new"`  // the answer of the file
	From     string `json:"from"` // the base name of the file
	Why      string `json:"why"`  // what the file shows, a sentence
}

// Contradicts reports whether the plan has another answer already.
func (p Proposal) Contradicts() bool { return p.Old != "" && p.Old != Unsure }

// Consider says what evidence would change in the plan.
func (p *Plan) Consider(found []Evidence) Addition {
	a := Addition{New: []Evidence{}, Known: []Evidence{}, Replaced: []Evidence{}, Left: []Evidence{}}
	seen := map[string]bool{}
	for _, e := range p.Evidence {
		seen[e.identity()] = true
	}
	taken := map[string]bool{}
	for _, e := range found {
		id := e.identity()
		switch {
		case taken[id]:
		case seen[id]:
			a.Known = append(a.Known, e)
		default:
			a.New = append(a.New, e)
		}
		taken[id] = true
	}
	a.Replaced = p.outdated(a)
	a.makeRoom(p)
	a.Proposals = p.proposals(a)
	return a
}

// outdated lists the evidence that was read from a file of the same name and
// kind which holds something else now. Files that were found together with it,
// unchanged, are other files.
func (p *Plan) outdated(a Addition) []Evidence {
	replaced := []Evidence{}
	known := identities(a.Known)
	for _, old := range p.Evidence {
		newer := slices.ContainsFunc(a.New, func(e Evidence) bool { return e.sameFile(old) })
		if newer && !known[old.identity()] {
			replaced = append(replaced, old)
		}
	}
	return replaced
}

// sameFile goes by the name of the file and by what it holds. Certificates of
// both kinds may stand in one file.
func (e Evidence) sameFile(other Evidence) bool {
	return e.File != "" && strings.EqualFold(e.File, other.File) && e.Kind.family() == other.Kind.family()
}

func (k EvidenceKind) family() EvidenceKind {
	if k == ServerCertificateEvidence {
		return CertificateEvidence
	}
	return k
}

func identities(list []Evidence) map[string]bool {
	ids := map[string]bool{}
	for _, e := range list {
		ids[e.identity()] = true
	}
	return ids
}

// makeRoom leaves out what would make the plan too large.
func (a *Addition) makeRoom(p *Plan) {
	kept := p.evidenceWith(Addition{Known: a.Known, Replaced: a.Replaced})
	entries, size := len(kept), 0
	for _, e := range kept {
		size += factsSize(e.Facts)
	}
	fits := []Evidence{}
	for _, e := range a.New {
		more := factsSize(e.Facts)
		if entries >= MaxEvidence || size+more > maxEvidenceText {
			a.Left = append(a.Left, e)
			continue
		}
		fits, entries, size = append(fits, e), entries+1, size+more
	}
	a.New = fits
}

// Take is the plan with the evidence of the addition, and with the answers of
// the proposals whose keys are taken. What is new comes last.
func (p Plan) Take(a Addition, taken []string) Plan {
	p.Evidence = p.evidenceWith(a)
	p.Answers = p.Answers.Clone()
	for _, proposal := range a.Proposals {
		field, exists := p.Field(proposal.Key)
		if exists && slices.Contains(taken, proposal.Key) {
			_ = field.Set(proposal.New) // a proposal is a value that the field takes; any other changes nothing
		}
	}
	return p
}

func (p *Plan) evidenceWith(a Addition) []Evidence {
	replaced := identities(a.Replaced)
	again := map[string]Evidence{}
	for _, e := range a.Known {
		again[e.identity()] = e
	}
	var list []Evidence
	for _, e := range p.Evidence {
		id := e.identity()
		if newer, known := again[id]; known {
			e = e.readAgain(newer)
		}
		if !replaced[id] {
			list = append(list, e)
		}
	}
	return append(list, a.New...)
}

// readAgain takes the facts as they are read now, and keeps what was found out
// before: which of the CAs that were read with it signed a certificate.
func (e Evidence) readAgain(newer Evidence) Evidence {
	was, _ := e.Certificate()
	e.Facts = newer.Facts
	if is, isCertificate := newer.Certificate(); isCertificate {
		is.SignedBy = eachOnce(slices.Concat(was.SignedBy, is.SignedBy))
		is.NotSignedBy = eachOnce(slices.Concat(was.NotSignedBy, is.NotSignedBy))
		e.Facts = factTable(is)
	}
	return e
}

// A claim is an answer that one file gives, whatever the plan says.
type claim struct {
	key, value string
	file       string
	why        string
	since      time.Time // from when what the file shows is valid
}

// proposals lists the answers of the files that the plan does not have, one for
// each key, in the order of the plan.
func (p *Plan) proposals(a Addition) []Proposal {
	after := p.Take(a, nil)
	claims := after.claims(identities(slices.Concat(a.New, a.Known)))
	list := []Proposal{}
	for _, field := range p.Fields() {
		var about []claim
		for _, c := range claims {
			if c.key == field.Key {
				about = append(about, c)
			}
		}
		if proposal, given := p.proposal(field, about); given {
			list = append(list, proposal)
		}
	}
	return list
}

// proposal takes what is valid from the latest day on. It is none where the
// plan says so already, or where the plan cannot hold it.
func (p *Plan) proposal(field Field, about []claim) (Proposal, bool) {
	if len(about) == 0 {
		return Proposal{}, false
	}
	slices.SortStableFunc(about, func(a, b claim) int { return b.since.Compare(a.since) })
	first := about[0]
	if field.means(first.value) || !takes(field.Key, first.value) {
		return Proposal{}, false
	}
	return Proposal{
		Key: field.Key, Question: p.Question(field), Old: field.Text(), New: first.value,
		From: first.file, Why: first.why + otherWords(first, about[1:]),
	}, true
}

// means reports whether the answer is this one already. Tenants are the same in
// either letter case.
func (f Field) means(value string) bool {
	return f.Text() == value || f.tag.Get("check") == "guid" && strings.EqualFold(f.Text(), value)
}

// takes tries the answer on answers of nobody.
func takes(key, value string) bool {
	field, exists := new(Answers).Field(key)
	return exists && field.Set(value) == nil
}

// otherWords tell of the files that say otherwise.
func otherWords(first claim, others []claim) string {
	var words []string
	for _, c := range others {
		if !strings.EqualFold(c.value, first.value) {
			words = append(words, c.value+" in "+c.file)
		}
	}
	if len(words) == 0 {
		return ""
	}
	return " Other files differ from " + first.file + ": " + strings.Join(firstFew(eachOnce(words)), ", ") + "."
}
