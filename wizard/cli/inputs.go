package cli

import (
	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/wizard"
)

// inputs reads files to inspect: files, the files in folders, and "-" for the
// standard input. What cannot be read is among them with its error.
func (p *program) inputs(paths []string) ([]inspect.Input, error) { return nil, nil }

// Folder lists what stands in a folder.
func (o *outside) Folder(path string) (wizard.Folder, error) { return wizard.Folder{}, nil }

// Inspect reads files and says what they mean for the plan.
func (o *outside) Inspect(paths []string, plan model.Plan) wizard.Reading { return wizard.Reading{} }
