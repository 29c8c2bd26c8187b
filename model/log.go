package model

import "time"

// A LogEntry is something that happened in a change window. The entries of a plan
// stand in the order in which they were written, whatever their clock said.
type LogEntry struct {
	Task string    `toml:"task"`
	What LogWhat   `toml:"what"`
	At   time.Time `toml:"at" offset:"kept"` // with the offset of the clock that was read
	By   string    `toml:"by"`
	Note string    `toml:"note"`
}

// MostLogged is how many entries a log may hold.
const MostLogged = 10_000

// LogWhat says what happened to a task.
type LogWhat string

// What happens to a task in a change window.
const (
	LogStarted    LogWhat = "started"
	LogPaused     LogWhat = "paused"
	LogResumed    LogWhat = "resumed"
	LogWaiting    LogWhat = "waiting"
	LogDone       LogWhat = "done"
	LogSkipped    LogWhat = "skipped"
	LogFailed     LogWhat = "failed"
	LogBackingOut LogWhat = "backing-out"
	LogBackedOut  LogWhat = "backed-out"
	LogNote       LogWhat = "note"
	LogTakenBack  LogWhat = "taken-back"
)

// LogWhats are the words for it.
var LogWhats = Terms[LogWhat]{
	{Value: LogStarted, Label: "Started"},
	{Value: LogPaused, Label: "Paused"},
	{Value: LogResumed, Label: "Resumed"},
	{Value: LogWaiting, Label: "Waiting", Means: "its steps are done, and its effect is waited for"},
	{Value: LogDone, Label: "Done"},
	{Value: LogSkipped, Label: "Skipped"},
	{Value: LogFailed, Label: "Failed"},
	{Value: LogBackingOut, Label: "Back-out started"},
	{Value: LogBackedOut, Label: "Backed out"},
	{Value: LogNote, Label: "Note"},
	{Value: LogTakenBack, Label: "Undone", Means: "the last entry before it that still counts was a mistake: it stays in the log and counts no more"},
}

// Words are those of LogWhats.
func (LogWhat) Words() []Word { return LogWhats.Words() }

// Fixed is a moment with the offset that its clock had, and no name of a zone.
func Fixed(at time.Time) time.Time {
	if _, offset := at.Zone(); offset != 0 {
		return at.In(time.FixedZone("", offset))
	}
	return at.UTC()
}
