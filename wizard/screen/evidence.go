package screen

import (
	"slices"
	"strconv"

	"cmgwizard/model"
	"cmgwizard/model/doc/seen"
	"cmgwizard/model/evidence"
	"cmgwizard/wizard/machine"
)

const (
	evidenceTitle = "Files that show what is true"
	evidenceText  = "Certificates (.cer, .p7b), what `dsregcmd /status` prints, a bulk registration token, what the script of `cmgwizard collect` wrote. Only public facts are kept, no secrets. Nothing leaves this machine."
)

// evidenceRows are the files that were seen, and the ways to more.
func evidenceRows(look *Look, p *model.Plan, typedFirst bool) []Row {
	var rows []Row
	for i, e := range p.Evidence {
		rows = append(rows, Row{ID: strconv.Itoa(i), About: evidenceRule(e)}.telling(look, seen.KeptInShort(e, p.At)))
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
