package model

// An Addition is what files would change in a plan.
type Addition struct {
	New       []Evidence // what the plan has not seen yet
	Known     []Evidence // what it has seen already
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
func (p *Plan) Consider(found []Evidence) Addition { return Addition{} }

// Take is the plan with the evidence of the addition, and with the answers of
// the proposals whose keys are taken.
func (p Plan) Take(a Addition, taken []string) Plan { return p }
