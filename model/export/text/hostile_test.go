package text

import (
	"testing"
	"unicode"

	"cmgwizard/model/doc"
	"cmgwizard/model/export/exporttest"
)

func TestHostileTextIsHarmlessInText(t *testing.T) {
	for _, value := range exporttest.Tried() {
		for _, f := range []doc.Format{Format, exporttest.Short(Format)} {
			for _, r := range string(exporttest.Exported(t, f, value)) {
				if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
					t.Errorf("%s: %q leaves %U", f.Name, value, r)
				}
			}
		}
	}
}
