package cli

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"sync"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/model/planfile"
	"cmgwizard/model/planfile/disk"
	"cmgwizard/wizard/cli/filename"
	"cmgwizard/wizard/cli/output"
	"cmgwizard/wizard/machine"
)

// outside is the disk and the clock, as the wizard wants them.
type outside struct {
	now func() time.Time
	who string

	mutex sync.Mutex // commands of the wizard run side by side
	file  *planfile.File
	notes []string // on files that were let go

	looks   bool   // a plan that cannot be saved is opened to look at: somebody sits here
	looked  []byte // the lasting text of a plan that is only looked at
	refused error  // why it is, nil if none is
}

var _ machine.Outside = (*outside)(nil)

func newOutside(now func() time.Time) *outside { return &outside{now: now, who: whoAmI()} }

// whoAmI is the person at the wizard, as a colleague finds it in a lock.
func whoAmI() string {
	name, host := "somebody", "this computer"
	if u, err := user.Current(); err == nil {
		name = u.Username
	}
	if h, err := os.Hostname(); err == nil {
		host = h
	}
	return name + "@" + host
}

// Create makes a new plan file and holds it, in place of the one before.
func (o *outside) Create(path string, plan model.Plan) (model.Plan, error) {
	return o.hold("", func() (*planfile.File, error) { return planfile.Create(path, plan, o.who, o.now()) })
}

// Open reads a plan and holds it, in place of the one before.
func (o *outside) Open(path string) (model.Plan, error) {
	plan, err := o.hold(path, func() (*planfile.File, error) { return planfile.Open(path, o.who, o.now()) })
	if o.looks && errors.As(err, new(*disk.Error)) {
		return o.look(path, err)
	}
	return plan, err
}

// look reads a plan that cannot be held, if that can be.
func (o *outside) look(path string, refused error) (model.Plan, error) {
	plan, err := planfile.Read(path)
	if err != nil {
		return model.Plan{}, refused
	}
	o.mutex.Lock()
	defer o.mutex.Unlock()
	o.looked, o.refused = lasting(plan), refused
	return o.dated(plan), &machine.LookOnlyError{Err: refused}
}

// lasting is the text of what somebody said in a plan: not where one was in it,
// not what a save changes, and not what only the day brings.
func lasting(plan model.Plan) []byte {
	plan.Step, plan.ID, plan.Serial, plan.Rules, plan.Created, plan.Updated, plan.At = "", "", 0, 0, time.Time{}, time.Time{}, time.Time{}
	return planfile.New().Format(plan)
}

// hold takes a plan and only then lets the one before go: what fails leaves
// that one held. The same file cannot be held twice, so that it is read first.
func (o *outside) hold(path string, get func() (*planfile.File, error)) (model.Plan, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	if o.holds(path) {
		if _, err := planfile.Read(path); err != nil {
			return model.Plan{}, err
		}
		if err := o.drop(); err != nil {
			return model.Plan{}, err
		}
	}
	file, err := get()
	if err != nil {
		return model.Plan{}, err
	}
	if err := o.drop(); err != nil {
		o.notes = append(o.notes, err.Error())
	}
	o.file, o.refused = file, nil
	return o.dated(file.Plan()), nil
}

// holds reports whether the plan that is held stands at a path.
func (o *outside) holds(path string) bool {
	if o.file == nil {
		return false
	}
	held, err := os.Stat(o.file.Path())
	if err != nil {
		return false
	}
	asked, err := os.Stat(path)
	return err == nil && os.SameFile(held, asked)
}

// dated is the plan as it is judged now.
func (o *outside) dated(plan model.Plan) model.Plan {
	plan.At = o.now().UTC()
	return plan
}

// Save writes the plan that is held.
func (o *outside) Save(plan model.Plan) (model.Plan, error) {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	switch {
	case o.file == nil && o.refused != nil && bytes.Equal(lasting(plan), o.looked):
		return plan, nil
	case o.file == nil && o.refused != nil:
		return plan, o.refused
	case o.file == nil:
		return plan, errors.New("no plan is open that could be saved")
	}
	saved, err := o.file.Save(plan, o.now())
	return o.dated(saved), err
}

// Close lets the plan go. There may be none.
func (o *outside) Close() error {
	o.mutex.Lock()
	defer o.mutex.Unlock()
	return o.drop()
}

func (o *outside) drop() error {
	if o.file == nil {
		return nil
	}
	file := o.file
	o.file = nil
	err := file.Close()
	o.notes = append(o.notes, file.Notes()...)
	return err
}

// Export writes the checklist, or a part of it, to a new file.
func (o *outside) Export(path, format string, plan model.Plan, scope judge.Scope) (machine.Printed, error) {
	detail := doc.Full
	if format == runSheet.Name {
		format, detail = "pdf", doc.Short
	}
	f, ok := export.Find(format)
	if !ok {
		return machine.Printed{}, unknownFormat(exportFlags{format: format}, format)
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return machine.Printed{}, output.Failure(path, err)
	}
	printed := machine.Printed{Path: full}
	data, err := checklistBytes(f, judge.NewChecklist(plan, o.now()).Narrow(scope), doc.Options{Detail: detail, Say: printed.Note})
	if err != nil {
		return machine.Printed{}, err
	}
	err = output.Write(full, data, output.Keep, printed.Note)
	if errors.Is(err, fs.ErrExist) && holds(full, data) {
		printed.Note("It was there already, the same")
		return printed, nil
	}
	return printed, err
}

// holds reports whether a file is there with these bytes.
func holds(path string, data []byte) bool {
	info, err := os.Stat(path)
	if err != nil || !info.Mode().IsRegular() || info.Size() != int64(len(data)) {
		return false
	}
	there, err := os.ReadFile(path)
	return err == nil && bytes.Equal(there, data)
}

// runSheet is what the wizard offers first: what people take with them.
var runSheet = machine.Format{Name: "run sheet", Ext: "-run-sheet.pdf", About: "PDF, a few pages: one line per task, job by job"}

// Formats lists the run sheet and the export formats. Their endings differ, so that the files of
// two formats never meet.
func (o *outside) Formats() []machine.Format {
	formats := []machine.Format{runSheet}
	for _, f := range export.Formats() {
		formats = append(formats, machine.Format{Name: f.Name, Ext: ending(f), About: f.About, Whole: hasTasks(f) != nil})
	}
	return formats
}

// Now is the time.
func (o *outside) Now() time.Time { return o.now() }

// Suggest gives the full path of a new file for a plan of this name.
func (o *outside) Suggest(name string) string { return filename.ForPlan(name) }
