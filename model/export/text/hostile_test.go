package text

import (
	"testing"
	"unicode"

	"cmgwizard/model/export/exporttest"
)

func TestHostileTextIsHarmlessInText(t *testing.T) {
	for _, value := range exporttest.Tried() {
		for _, r := range string(exporttest.Exported(t, Format, value)) {
			if r != '\n' && (unicode.IsControl(r) || unicode.Is(unicode.Cf, r)) {
				t.Errorf("%q leaves %U", value, r)
			}
		}
	}
}
