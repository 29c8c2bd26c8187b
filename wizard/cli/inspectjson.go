package cli

import (
	"time"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/logs"
	"cmgwizard/model/pki"
	"cmgwizard/model/reading"
)

// inspectJSON is an inspection as a public interface: its keys and words may be
// added to, never renamed.
type inspectJSON struct {
	Format  int            `json:"format"`
	At      stamp          `json:"at"`
	Plan    planJSON       `json:"plan"`
	Files   []reading.File `json:"files"`
	Chains  chainsJSON     `json:"chains"`
	Story   *logs.Story    `json:"story,omitempty"`
	LeftOut []string       `json:"left_out"`
}

// chainsJSON is model.Chains with times that may be absent.
type chainsJSON struct {
	Certificates []certificateJSON `json:"certificates"`
	Ways         []pki.Path        `json:"ways"`
	Missing      []pki.MissingCA   `json:"missing"`
	Remarks      []model.Remark    `json:"remarks"`
}

type certificateJSON struct {
	pki.SortedCertificate
	NotBefore stamp `json:"not_before"`
	NotAfter  stamp `json:"not_after"`
}

// A stamp is a time in UTC, as text: "" for none.
type stamp time.Time

// MarshalText writes the time as RFC 3339.
func (s stamp) MarshalText() ([]byte, error) {
	at := time.Time(s)
	if at.IsZero() {
		return nil, nil
	}
	return []byte(at.UTC().Format(time.RFC3339)), nil
}

func newInspectJSON(at time.Time, file string, plan *model.Plan, report inspect.Report, left []string) inspectJSON {
	j := inspectJSON{Format: model.Format, At: stamp(at), Files: orEmpty(report.Files), Story: report.Story, LeftOut: orEmpty(left)}
	if plan != nil {
		j.Plan = newPlanJSON(file, *plan)
	}
	c := report.Chains
	j.Chains = chainsJSON{[]certificateJSON{}, orEmpty(c.Ways), orEmpty(c.Missing), orEmpty(c.Remarks)}
	for _, s := range c.Certificates {
		j.Chains.Certificates = append(j.Chains.Certificates, certificateJSON{s, stamp(s.NotBefore), stamp(s.NotAfter)})
	}
	return j
}

// orEmpty is an empty list for none: JSON has no null here.
func orEmpty[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}
