package cli

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/planfile"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard/machine"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// maxInput is more than a plan may have: planfile refuses what is larger.
const maxInput = 4 << 20

// read gives the plan of a path or of the standard input, to be judged for the
// date that was asked for.
func (p *program) read(path planPath) (model.Plan, error) {
	plan, err := p.readPlan(path)
	plan.At = p.at()
	return plan, err
}

func (p *program) readPlan(path planPath) (model.Plan, error) {
	switch {
	case path.name == "":
		return model.Plan{}, &mistake{"the path of a plan is empty", "give one, such as contoso.toml, or - for the standard input"}
	case !path.stdin:
		plan, err := planfile.Read(path.name)
		return plan, meant(path.name, err)
	}
	data, err := p.readInput()
	if err != nil {
		return model.Plan{}, err
	}
	doc, err := planfile.Parse(inputName, data)
	if err != nil {
		return model.Plan{}, err
	}
	return doc.Plan, nil
}

// meant is the error of a plan that is not there, with the name of one that was
// probably meant.
func meant(path string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		if near := machine.SimilarPlan(new(outside), path); near != "" {
			return disk.Failed(err.Error(), fmt.Sprintf("did you mean %q?", model.Clean(near)), nil)
		}
	}
	return err
}

const inputName = "the standard input"

// readInput gives what the standard input holds, if it holds anything.
func (p *program) readInput() ([]byte, error) {
	data, err := io.ReadAll(io.LimitReader(p.in, maxInput))
	if err != nil {
		return nil, disk.Failed(inputName+" could not be read", "try again, or give the path of a plan", err)
	}
	if len(bytes.TrimSpace(data)) == 0 {
		return nil, &mistake{inputName + " is empty", "see that the command before the pipe printed a plan, or give the path of one"}
	}
	return data, nil
}

// argument is the one plan of a command.
func argument(args []string) (planPath, error) {
	switch {
	case len(args) == 0:
		return planPath{}, &mistake{"which plan?", "give its path, such as contoso.toml, or - for the standard input"}
	case len(args) > 1:
		return planPath{}, &mistake{"one plan at a time", `several plans are judged with "cmgwizard check"`}
	}
	return planAt(args[0], true), nil
}

// readArgument reads the plan that is named alone.
func (p *program) readArgument(args []string) (planPath, model.Plan, error) {
	path, err := argument(args)
	if err != nil {
		return path, model.Plan{}, err
	}
	plan, err := p.read(path)
	return path, plan, err
}

// A pathList is a file that names plans, one a line. The error of reading it is
// there once the lines have ended.
type pathList struct {
	name string
	from io.Reader
	err  error
}

// openList opens the list of this name: "-" is the standard input, "" an empty
// list.
func (p *program) openList(name string) (*pathList, error) {
	switch name {
	case "":
		return &pathList{from: strings.NewReader("")}, nil
	case "-":
		return &pathList{name: "the standard input", from: p.in}, nil
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, listFailure(name, err)
	}
	return &pathList{name: name, from: f}, nil
}

func listFailure(name string, err error) error {
	var path *os.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		err = errors.New("there is no such file")
	case errors.As(err, &path):
		err = path.Err
	}
	return disk.Failed("the list of plans "+model.Clean(name)+" could not be read", "give a text file with one path a line", err)
}

// lines are the paths. Lists that PowerShell wrote are UTF-16 and begin with a
// mark; all others are taken byte by byte, as paths are.
func (l *pathList) lines() iter.Seq[string] {
	return func(yield func(string) bool) {
		text := transform.NewReader(l.from, unicode.BOMOverride(encoding.Nop.NewDecoder()))
		scanner := bufio.NewScanner(text)
		for scanner.Scan() {
			if line := scanner.Text(); line != "" && !yield(line) {
				return
			}
		}
		if err := scanner.Err(); err != nil {
			l.err = listFailure(l.name, err)
		}
	}
}

// close lets the list go. It was only read, so that there is nothing to lose.
func (l *pathList) close() {
	if f, ok := l.from.(*os.File); ok && f != os.Stdin {
		_ = f.Close()
	}
}
