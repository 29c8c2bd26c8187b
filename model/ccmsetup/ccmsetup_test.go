package ccmsetup

import "testing"

func TestNearest(t *testing.T) {
	for name, want := range map[string]string{
		"UsePKICerts": "/UsePKICert", "NoCRLChek": "/NoCRLCheck", "regtokens": "/regtoken", "CCMHOSTNAM": "CCMHOSTNAME", "CCMHOSTANME": "CCMHOSTNAME",
		"SITECODE": "", "x": "", "something": "",
	} {
		if got := nearest(name); got != want {
			t.Errorf("nearest to %s is %q, want %q", name, got, want)
		}
	}
}
