package model_test

import (
	"testing"

	"cmgwizard/model"
)

func TestRegion(t *testing.T) {
	for _, c := range []struct{ text, name, said string }{
		{"westeurope", "westeurope", ""},
		{"West Europe", "westeurope", ""},
		{"west-europe", "westeurope", ""},
		{"(Europe) West Europe", "westeurope", ""},
		{"US Gov Virginia", "usgovvirginia", ""},
		{"us dod central", "usdodcentral", ""},
		{"East US 2", "eastus2", ""},
		{"", "", ""},
		{model.Unsure, model.Unsure, ""},
		{"West-Europa", "West-Europa", `"West-Europa" is not in this program's list of Azure regions. Near: westeurope. If the name is right, keep it.`},
		{"Europe", "Europe", `"Europe" is not in this program's list of Azure regions. Near: westeurope, northeurope. If the name is right, keep it.`},
		{"atlantis", "atlantis", `"atlantis" is not in this program's list of Azure regions. If the name is right, keep it.`},
	} {
		if name, said := model.RegionName(c.text), model.UnlistedRegion(c.text); name != c.name || said != c.said {
			t.Errorf("%q: %q, %s", c.text, name, said)
		}
	}
}
