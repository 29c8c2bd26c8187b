package worksheet

import (
	"encoding/json"

	"cmgwizard/model/diff"
)

// statesKind is what the file of a page says that it is.
const statesKind = "task states"

// statesFile is what an HTML page hands out. What is absent stays as it is.
type statesFile struct {
	Kind  string `json:"cmgwizard"`
	Tasks []struct {
		ID    string  `json:"id"`
		From  string  `json:"from"`
		State *string `json:"state"`
		By    *string `json:"by"`
		Note  *string `json:"note"`
	} `json:"tasks"`
}

func readStates(text string) (List, error) {
	var file statesFile
	if err := json.Unmarshal([]byte(text), &file); err != nil || file.Kind != statesKind {
		return List{}, &FormError{"this is not the file that the HTML page hands out, or it is not whole", listHint}
	}
	if len(file.Tasks) > maxRows {
		return List{}, tooManyRows
	}
	var l List
	for i, t := range file.Tasks {
		row := Row{Place: i + 1, ID: t.ID, Origin: t.From, Work: Work{}}
		for part, said := range map[diff.ProgressPart]*string{diff.StatePart: t.State, byPart: t.By, diff.NotePart: t.Note} {
			if said != nil {
				row.Work[part] = *said
			}
		}
		l.Rows = append(l.Rows, row)
	}
	return l, nil
}
