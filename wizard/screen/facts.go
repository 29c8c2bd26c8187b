package screen

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/wizard/machine"
)

// shownRule is the rule that judges the evidence that is shown in full.
func shownRule(s machine.State) string {
	if s.FileWork.Entry < 0 || s.FileWork.Entry >= len(s.Plan.Evidence) {
		return ""
	}
	return evidenceRule(s.Plan.Evidence[s.FileWork.Entry])
}

// factsRows are everything that is kept of a file.
func factsRows(look *Look, p *model.Plan, entry int) []Row {
	if entry < 0 || entry >= len(p.Evidence) {
		return nil
	}
	e := p.Evidence[entry]
	rows := []Row{
		{Text: look.Title(model.Clean(e.File))},
		{Text: evidenceWords(look, e, p.At)}, {},
	}
	for _, key := range slices.Sorted(maps.Keys(e.Facts)) {
		if value := factWords(e.Facts[key]); value != "" && !slices.Contains(keysOfMachines, key) {
			rows = append(rows, Row{Text: look.Dim(keyWords(key)+": ") + value, Hang: 4})
		}
	}
	return append(rows, Row{}, Row{Text: look.Dim("SHA-256 of the file: " + model.Clean(cmp.Or(e.SHA256, "not known"))), Hang: 4},
		Row{Text: look.Dim("Nothing else of the file is kept.")})
}

// keysOfMachines are facts by which names and keys are compared: nobody reads
// them.
var keysOfMachines = []string{"subject_id", "issuer_id", "key_id", "signed_by", "not_signed_by"}

// keyWords is the key of a fact as people read it.
func keyWords(key string) string {
	words := strings.ReplaceAll(model.Clean(key), "_", " ")
	if short, ok := shortNames[words]; ok {
		return short
	}
	return model.Capital(words)
}

// shortNames are the keys that are written in another way.
var shortNames = map[string]string{
	"sha1": "SHA-1 thumbprint", "sha256": "SHA-256 thumbprint", "crl": "CRL distribution points", "aia": "AIA", "ca": "CA",
	"tenant id": "Tenant ID", "device id": "Device ID", "entra joined": "Microsoft Entra joined", "names": "Subject alternative names",
	"purposes": "Extended key usage",
}

// factWords are the value of a fact.
func factWords(value any) string {
	switch v := value.(type) {
	case string:
		if at, err := time.Parse(time.RFC3339, v); err == nil {
			return timeWords(at)
		}
		return model.Clean(v)
	case time.Time:
		return timeWords(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []string:
		return model.Clean(strings.Join(v, ", "))
	case []any:
		words := make([]string, len(v))
		for i, part := range v {
			words[i] = factWords(part)
		}
		return strings.Join(words, ", ")
	}
	return model.Clean(fmt.Sprint(value))
}

func timeWords(at time.Time) string { return at.UTC().Format("2006-01-02 15:04 UTC") }
