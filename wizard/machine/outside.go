package machine

import (
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/judge"
)

// Outside is the world beyond the wizard: the disk and the clock. It holds at
// most one plan open for writing.
type Outside interface {
	// Create makes a new plan file and holds it. It fails when the file exists.
	Create(path string, plan model.Plan) (model.Plan, error)
	// Open reads a plan and holds it for writing. A LookOnlyError comes with a
	// plan that was only read.
	Open(path string) (model.Plan, error)
	// Save writes the plan that is held and gives it back as saved, with its
	// id, serial and times.
	Save(plan model.Plan) (model.Plan, error)
	// Close lets the plan go.
	Close() error
	// Export writes the checklist of the plan, or a part of it, in a format to a
	// file, never over an existing one.
	Export(path, format string, plan model.Plan, scope judge.Scope) (Printed, error)
	// Last is the plan that was open last, if its file is still there.
	Last() (Last, bool)
	// Remember notes the plan that is open as the last one.
	Remember(path string, plan model.Plan) error
	// Suggest gives the full path of a new file for a plan of this name.
	Suggest(name string) string
	// Formats lists the names of the export formats with their file endings.
	Formats() []Format
	// Folder lists what stands in a folder; "" is the folder of the plan. It
	// fails with fs.ErrNotExist for what is not there, and otherwise for a file.
	Folder(path string) (Folder, error)
	// Inspect reads files and says what they mean for the plan. A file that
	// cannot be read is told of among the others.
	Inspect(paths []string, plan model.Plan) Reading
	// InspectText says what pasted lines of a log mean for the plan.
	InspectText(text string, plan model.Plan) Reading
	// Now is the time.
	Now() time.Time
}

// A LookOnlyError says why a plan that was read cannot be saved where it is.
type LookOnlyError struct{ Err error }

// Error says why the plan can only be looked at.
func (e *LookOnlyError) Error() string { return e.Err.Error() }

// Unwrap gives the reason.
func (e *LookOnlyError) Unwrap() error { return e.Err }

// A Folder is what stands in one.
type Folder struct {
	Path    string // its full path
	Parent  string // the folder above it, "" at the top
	Entries []FolderEntry
}

// A FolderEntry is a file or a folder in a Folder.
type FolderEntry struct {
	Name   string // its base name
	Path   string // its full path
	Folder bool
	Size   int64 // in bytes
}

// A Reading is what files say.
type Reading struct {
	Files    []FileSeen
	Evidence []model.Evidence // what a plan would keep of them
	Remarks  []model.Remark   // on all of them together
}

// FileSeen is what one file says.
type FileSeen struct {
	Name    string
	About   string   // what it is, in a few words
	Facts   []string // what stands in a log: "HTTP 403: Forbidden"
	Remarks []model.Remark
}

// Format is an export format: its name, its file ending and what it is for.
type Format struct {
	Name, Ext, About string
	Whole            bool // it is always about the whole plan
}

// Printed is a file that was written.
type Printed struct {
	Path  string   // its full path
	Notes []string // what its reader should know
}

// Note adds what the reader of the file should know, once.
func (p *Printed) Note(note string) {
	if !slices.Contains(p.Notes, note) {
		p.Notes = append(p.Notes, note)
	}
}

// Last is the plan that was open last.
type Last struct {
	Path    string
	Name    string
	Updated time.Time
}
