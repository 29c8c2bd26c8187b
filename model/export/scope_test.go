package export

import (
	"strings"
	"testing"

	"cmgwizard/model/export/exporttest"
	"cmgwizard/model/export/text"
	"cmgwizard/model/judge"
)

func TestSheetOfNothing(t *testing.T) {
	c := judge.NewChecklist(exporttest.MixedPlan(), exporttest.TestDate)
	for _, item := range []struct {
		scope judge.Scope
		want  string
	}{
		{judge.Scope{Owner: "nobody"}, "The nobody team has nothing to do here."},
		{judge.Scope{Open: true}, "No task is left to be done."},
	} {
		narrow := c.Narrow(item.scope)
		narrow.Sections = nil
		page := string(exporttest.Written(t, text.Format, narrow))
		if !strings.Contains(page, item.want) || strings.Contains(page, "Already in place") {
			t.Errorf("%v does not say %q", item.scope, item.want)
		}
	}
}
