package inspect

import (
	"slices"

	"cmgwizard/model"
	"cmgwizard/model/pki"
)

// A Graded is a remark with the files and certificates that it is about: the
// same words on several are told once.
type Graded struct {
	model.Remark
	About []string
}

// Graded lists the remarks of one severity, those on all files together first.
// The answer on what to give the CMG stands by itself.
func (r Report) Graded(s model.Severity) []Graded {
	var list []Graded
	for about, remark := range r.remarks {
		if remark.Severity == s && remark.ID != pki.UploadAnswer {
			list = told(list, about, remark)
		}
	}
	return list
}

func told(list []Graded, about string, remark model.Remark) []Graded {
	same := func(g Graded) bool { return g.Text == remark.Text && g.Do == remark.Do }
	i := slices.IndexFunc(list, same)
	if i < 0 {
		list, i = append(list, Graded{Remark: remark}), len(list)
	}
	if about != "" && !slices.Contains(list[i].About, about) {
		list[i].About = append(list[i].About, about)
	}
	return list
}

// remarks are all remarks with what each is about, "" for all files together.
func (r Report) remarks(yield func(about string, remark model.Remark) bool) {
	for _, remark := range r.Chains.Remarks {
		if !yield("", remark) {
			return
		}
	}
	for _, f := range r.Files {
		for _, remark := range f.Remarks {
			if !yield(f.Name, remark) {
				return
			}
		}
	}
	for _, c := range r.Chains.Certificates {
		for _, remark := range c.Remarks {
			if !yield(c.Short()+" ("+c.Files[0]+")", remark) {
				return
			}
		}
	}
}

// References are the sources of all remarks, each once, in order.
func (r Report) References() []model.Reference {
	var list []model.Reference
	for _, remark := range r.remarks {
		for _, source := range remark.Sources {
			if !slices.Contains(list, source) {
				list = append(list, source)
			}
		}
	}
	return list
}
