package model

import (
	"slices"
	"strconv"
	"strings"
)

// azureRegions are the names of the regions as Azure writes them, those of the US
// Government cloud too. New ones appear: whoever types another is told, not refused.
var azureRegions = []string{
	"australiacentral", "australiacentral2", "australiaeast", "australiasoutheast", "austriaeast", "belgiumcentral", "brazilsouth", "brazilsoutheast",
	"canadacentral", "canadaeast", "centralindia", "centralus", "chilecentral", "denmarkeast", "eastasia", "eastus", "eastus2", "francecentral", "francesouth",
	"germanynorth", "germanywestcentral", "indonesiacentral", "israelcentral", "italynorth", "japaneast", "japanwest", "jioindiacentral", "jioindiawest",
	"koreacentral", "koreasouth", "malaysiawest", "mexicocentral", "newzealandnorth", "northcentralus", "northeurope", "norwayeast", "norwaywest",
	"polandcentral", "qatarcentral", "southafricanorth", "southafricawest", "southcentralus", "southeastasia", "southindia", "spaincentral",
	"swedencentral", "swedensouth", "switzerlandnorth", "switzerlandwest", "uaecentral", "uaenorth", "uksouth", "ukwest", "usdodcentral", "usdodeast",
	"usgovarizona", "usgovtexas", "usgovvirginia", "westcentralus", "westeurope", "westindia", "westus", "westus2", "westus3",
}

// AzureRegions lists the names of the regions.
func AzureRegions() []string { return slices.Clone(azureRegions) }

// RegionName is the name that Azure has for what somebody wrote, such as "West Europe"
// or "(Europe) West Europe" of its portal; the text itself where no region is known by it.
func RegionName(text string) string {
	if RegionListed(text) {
		return BareRegion(text)
	}
	return text
}

// RegionListed reports whether a region is known by a text.
func RegionListed(text string) bool { return slices.Contains(azureRegions, BareRegion(text)) }

// BareRegion is a text in the form of those names: small letters and digits alone.
func BareRegion(text string) string {
	if _, behind, group := strings.Cut(text, ")"); group && strings.HasPrefix(text, "(") {
		text = behind
	}
	return strings.ToLower(strings.NewReplacer(" ", "", "-", "", "_", "").Replace(text))
}

// UnlistedRegion says that a region is not in the list, with what may be meant: "" for
// one that is in it or that nobody named.
func UnlistedRegion(text string) string {
	if !Known(text) || RegionListed(text) {
		return ""
	}
	said := strconv.Quote(Clean(text)) + " is not in this program's list of Azure regions."
	if near := nearRegions(BareRegion(text)); near != nil {
		said += " Near: " + strings.Join(near, ", ") + "."
	}
	return said + " If the name is right, keep it."
}

// mostNear is how many regions are named that may be meant.
const mostNear = 3

// nearRegions are those that somebody may have meant, the nearest first.
func nearRegions(name string) []string {
	if name == "" || len(name) > LongestWord {
		return nil
	}
	var near []string
	for _, r := range azureRegions {
		if Slips(name, r) <= slipsIn(name) || len(name) > 3 && (strings.Contains(r, name) || strings.Contains(name, r)) {
			near = append(near, r)
		}
	}
	slices.SortStableFunc(near, func(a, b string) int { return Slips(name, a) - Slips(name, b) })
	return near[:min(len(near), mostNear)]
}
