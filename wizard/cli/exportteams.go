package cli

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/filename"
	"cmgwizard/wizard/cli/output"
)

// exportTeams writes one file for each team that has work.
func (p *program) exportTeams(args []string, flags exportFlags) error {
	path, err := argument(args)
	if err != nil {
		return err
	}
	format, err := flags.findForTeams()
	if err != nil {
		return err
	}
	plan, err := p.read(path)
	if err != nil {
		return err
	}
	c, err := p.starting(judge.NewChecklist(plan, p.at()), flags.start)
	if err != nil {
		return err
	}
	var files []output.File
	for _, team := range teamsWithWork(c.Outcome, flags.scope.Open) {
		data, err := p.render(format, c.Narrow(judge.Scope{Owner: team, Open: flags.scope.Open}), flags.options())
		if err != nil {
			return err
		}
		name := planStem(path, plan) + "-" + filename.Slug(string(team)) + ending(format)
		files = append(files, output.File{Path: filepath.Join(flags.folder, name), Data: data})
	}
	if len(files) == 0 {
		p.note("no team has anything to do: nothing is written")
		return nil
	}
	return p.fillFolder(path, flags, files)
}

// findForTeams gives the format of the files, and finds what does not go
// together.
func (f exportFlags) findForTeams() (doc.Format, error) {
	switch {
	case f.output != "-":
		return doc.Format{}, &mistake{"--by-owner names its files itself", "leave --output out"}
	case f.scope.Owner != "":
		return doc.Format{}, &mistake{"--by-owner writes for every team", "leave --owner out, or give --output instead of --by-owner"}
	}
	if f.format == "" {
		f.format = "pdf"
	}
	format, err := f.find()
	if err != nil {
		return format, err
	}
	return format, cmp.Or(hasTasks(format), f.start.fits(format))
}

// teamsWithWork are the teams that have a task or must answer a question.
func teamsWithWork(o judge.Judgement, onlyOpen bool) []model.Team {
	var teams []model.Team
	for _, w := range o.TeamWorks() {
		if !onlyOpen || w.Pending+w.Ask > 0 {
			teams = append(teams, w.Team)
		}
	}
	return teams
}

// planStem is how the files of a plan begin: its name, or that of its file.
func planStem(path planPath, plan model.Plan) string {
	name := model.Clean(plan.Name)
	if name == "" && !path.stdin {
		name = strings.TrimSuffix(filepath.Base(path.name), filepath.Ext(path.name))
	}
	return filename.Slug(name)
}

// fillFolder writes the files into the folder. One that was made for them goes
// again when they cannot be written.
func (p *program) fillFolder(path planPath, flags exportFlags, files []output.File) error {
	made, err := output.FolderToFill(flags.folder)
	if err != nil {
		return err
	}
	err = p.exportTo(path, flags, files...)
	if err != nil && p.saved == "" && made && os.Remove(flags.folder) != nil {
		p.note(flags.folder + " was made and could not be removed")
	}
	return err
}
