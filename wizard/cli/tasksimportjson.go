package cli

import (
	"path/filepath"
	"slices"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/worksheet"
)

// bringingJSON is what "tasks import --json" prints. Its keys may be added to,
// never renamed.
type bringingJSON struct {
	Format  int                 `json:"format"`
	At      stamp               `json:"at"`
	Plan    planJSON            `json:"plan"`
	File    string              `json:"file"`
	Written bool                `json:"written"`
	Rows    int                 `json:"rows"`
	Changes []broughtJSON       `json:"changes"`
	LeftOut []worksheet.LeftOut `json:"left_out"`
	Absent  int                 `json:"absent"`
}

// broughtJSON is a task of which a list says something else.
type broughtJSON struct {
	ID       string            `json:"id"`
	Number   int               `json:"number"`
	Title    string            `json:"title"`
	Row      int               `json:"row"`
	Conflict bool              `json:"conflict"`
	Parts    []broughtPartJSON `json:"parts"`
}

type broughtPartJSON struct {
	worksheet.PartChange
	Taken bool `json:"taken"`
}

func newBringingJSON(b *bringing, at time.Time) bringingJSON {
	j := bringingJSON{
		Format: model.Format, At: stamp(at), Plan: newPlanJSON(b.path, b.before), File: model.Clean(filepath.Base(b.from)),
		Written: b.written, Rows: b.Rows, Changes: []broughtJSON{}, LeftOut: append(slices.Clone(b.Left), b.Refused...), Absent: b.Absent,
	}
	for _, c := range b.Changes {
		t := broughtJSON{c.ID, c.Number, c.Title, c.Row, c.Contradicts(), nil}
		for _, part := range c.Parts {
			refused := slices.ContainsFunc(b.Refused, func(l worksheet.LeftOut) bool { return l.ID == c.ID && l.What == part.What })
			taken := part.Taken(b.Choices[c.ID]) && !refused
			part.Plan, part.File = model.CleanLines(part.Plan), model.CleanLines(part.File)
			t.Parts = append(t.Parts, broughtPartJSON{part, taken})
		}
		j.Changes = append(j.Changes, t)
	}
	return j
}
