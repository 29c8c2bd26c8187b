package inspect

import (
	"errors"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/model/reading"
	"cmgwizard/model/site"
)

// readSite reads a collected file. What contradicts the plan stands first.
func (in *inspection) readSite(f *reading.Found, text string) {
	file, err := site.Read(text, in.At)
	if secret, is := errors.AsType[*site.SecretError](err); is {
		f.RefuseSite(secret.What)
		return
	}
	if err != nil {
		f.Unreadable("it looks like a collected file, but "+reading.Shown(err.Error(), reading.LongestExcerpt), "Run the script that `cmgwizard collect` prints again, and do not edit the file.")
		return
	}
	f.Is(reading.SiteFacts, file.About())
	if in.Plan != nil {
		in.holdAgainst(f, file)
	}
	for _, r := range file.Answers {
		f.AddFacts(r.InShort())
	}
	f.AddFacts(file.Facts...)
	f.Add(file.Remarks...)
	if len(file.Answers) == 0 {
		return // nothing of it says anything about a plan
	}
	f.Evidence = append(f.Evidence, evidence.New(model.SiteFactsEvidence, reading.BaseName(f.Name), f.SHA256, in.At, file.SiteFacts))
}

// holdAgainst says what of a collected file contradicts the plan, and whether it
// may be of another site.
func (in *inspection) holdAgainst(f *reading.Found, file *site.File) {
	if why := file.Elsewhere(in.Plan); why != "" {
		f.Remark("site-elsewhere", model.Warning, "", "The file may be of another site. "+why, "Make sure that it is of the site of the plan. Nothing of it is filled in by itself.")
	}
	seen := evidence.New(model.SiteFactsEvidence, f.Name, f.SHA256, in.At, file.SiteFacts)
	for _, s := range evidence.NewMerge(in.Plan, []model.Evidence{seen}).Suggestions {
		if s.Contradicts() {
			f.Remark("site-contradicts", model.Warning, "", "The plan says otherwise: "+s.Question+" Plan: "+s.Old+". File: "+s.New+". "+s.Why,
				"Choose with `cmgwizard evidence add`, or look at the site.")
		}
	}
}
