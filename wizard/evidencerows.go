package wizard

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

const (
	evidenceTitle = "Files that show what is true"
	evidenceText  = "Certificates (.cer, .p7b), what `dsregcmd /status` prints, a bulk registration token. Only public facts are kept, no secret; nothing leaves this machine."
)

// evidenceRows are the files that were seen, and the ways to more.
func evidenceRows(t *look, p *model.Plan, typedFirst bool) []row {
	var rows []row
	for i, e := range p.Evidence {
		rows = append(rows, row{id: strconv.Itoa(i), about: evidenceRule(e), text: evidenceLine(t, e, p.At), hang: 2})
	}
	if len(rows) > 0 {
		rows = append(rows, row{})
	}
	ways := []row{{id: rowAdd, text: "Add files"}, {id: rowPath, text: "Add a file by its path"}}
	if typedFirst {
		slices.Reverse(ways)
	}
	return append(append(rows, ways...), row{id: rowOn, text: "Go on"})
}

// evidenceLine is one of them in a line or two.
func evidenceLine(t *look, e model.Evidence, at time.Time) string {
	return t.strong(model.Clean(e.File)) + "  " + evidenceWords(t, e, at)
}

// evidenceWords say what it is, until when, and when it was read.
func evidenceWords(t *look, e model.Evidence, at time.Time) string {
	seen := evidence.SeenOf(e)
	var parts []string
	for _, part := range []string{seen.What, t.lasts(seen.Ends, at), readOn(e.Read)} {
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
func (t *look) lasts(ends, at time.Time) string {
	words := model.EndWords(ends, at)
	switch model.EndingOf(ends, at) {
	case model.PastEnding:
		return t.bad(words)
	case model.NearEnding:
		return t.warn(words)
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
