package export

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/markdown"
	"cmgwizard/model/export/text"
	"cmgwizard/model/judge"
)

// TestDrawingStandsInASheet leaves it out of the sheet of one team.
func TestDrawingStandsInASheet(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	for _, f := range []doc.Format{text.Format, markdown.Format} {
		for _, scope := range []judge.Scope{{}, {Open: true}, {Owner: model.PKITeam}} {
			drawn := strings.Contains(string(exporttest.Written(t, f, c.Narrow(scope))), "[mp2.contoso.com] HTTPS")
			if want := scope.Owner == ""; drawn != want {
				t.Errorf("%s, %+v: drawn %v", f.Name, scope, drawn)
			}
		}
	}
}
