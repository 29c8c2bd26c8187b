package reading

import (
	"time"

	"cmgwizard/model"
)

// A Log is what the lines of one log say.
type Log struct {
	Entries int       `json:"entries"`
	From    time.Time `json:"from,omitzero"`
	To      time.Time `json:"to,omitzero"`
	Signs   []Sign    `json:"signs"`
	Unknown *Unknown  `json:"unknown,omitempty"`
}

// Unknown are the lines of a log that are marked as errors and are not known.
type Unknown struct {
	Count int           `json:"count"`
	Kinds int           `json:"kinds"` // how many of them differ in more than numbers
	Lines []UnknownLine `json:"lines"` // one of each kind, the most frequent first
}

// An UnknownLine is a line that is marked as an error and is not known.
type UnknownLine struct {
	Line  string    `json:"line"` // the first one, cleaned and cut
	Count int       `json:"count"`
	First time.Time `json:"first,omitzero"`
	Last  time.Time `json:"last,omitzero"`
	By    string    `json:"by"` // the component that wrote it
}

// A Sign is one thing that is known and stands in a log.
type Sign struct {
	ID       string         `json:"id"`
	Title    string         `json:"title"`
	Kind     string         `json:"kind"`  // "failed", "worked" or "normal"
	Stage    string         `json:"stage"` // the step on the way that it is about
	Severity model.Severity `json:"severity"`
	Count    int            `json:"count"`
	First    time.Time      `json:"first,omitzero"`
	Last     time.Time      `json:"last,omitzero"`
	Since    time.Time      `json:"since,omitzero"` // the first one after the last success of its stage
	By       string         `json:"by"`             // the component that wrote the first one
	Line     string         `json:"line"`           // the first one
	Peers    []string       `json:"peers,omitempty"`
	Proves   []string       `json:"proves,omitempty"` // stages that must have worked
}
