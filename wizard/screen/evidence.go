package screen

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/machine"
)

const (
	evidenceTitle = "Files that show what is true"
	evidenceText  = "Certificates (.cer, .p7b), what `dsregcmd /status` prints, a bulk registration token. Only public facts are kept, no secret; nothing leaves this machine."
)

// evidenceRows are the files that were seen, and the ways to more.
func evidenceRows(look *Look, p *model.Plan, typedFirst bool) []Row {
	var rows []Row
	for i, e := range p.Evidence {
		rows = append(rows, Row{ID: strconv.Itoa(i), About: evidenceRule(e), Text: evidenceLine(look, e, p.At), Hang: 2})
	}
	if len(rows) > 0 {
		rows = append(rows, Row{})
	}
	ways := []Row{{ID: machine.RowAdd, Text: "Add files"}, {ID: machine.RowPath, Text: "Add a file by its path"}}
	if typedFirst {
		slices.Reverse(ways)
	}
	return append(append(rows, ways...), Row{ID: machine.RowOn, Text: "Go on"})
}

// evidenceLine is one of them in a line or two.
func evidenceLine(look *Look, e model.Evidence, at time.Time) string {
	return look.Strong(model.Clean(e.File)) + "  " + evidenceWords(look, e, at)
}

// evidenceWords say what it is, until when, and when it was read.
func evidenceWords(look *Look, e model.Evidence, at time.Time) string {
	seen := evidence.SeenOf(e)
	var parts []string
	for _, part := range []string{seen.What, look.lasts(seen.Ends, at), readOn(e.Read)} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.Join(parts, ", ")
}

func readOn(at time.Time) string {
	if at.IsZero() {
		return ""
	}
	return "read " + at.UTC().Format(time.DateOnly)
}

// lasts says how long something is good yet.
func (l *Look) lasts(ends, at time.Time) string {
	words := model.EndWords(ends, at)
	switch model.EndingOf(ends, at) {
	case model.PastEnding:
		return l.Bad(words)
	case model.NearEnding:
		return l.Warn(words)
	}
	return words
}

// evidenceRule is the rule that judges such evidence, for explanations.
func evidenceRule(e model.Evidence) string {
	switch c, _ := evidence.Certificate(e); {
	case e.Kind == model.DeviceStateEvidence:
		return "device-state"
	case e.Kind == model.TokenEvidence:
		return "bulk-token-usable"
	case e.Kind == model.ServerCertificateEvidence:
		return "server-certificate-usable"
	case e.Kind == model.CertificateEvidence && c.CA:
		return "chain-complete"
	case e.Kind == model.CertificateEvidence:
		return "client-certificate-usable"
	}
	return ""
}
