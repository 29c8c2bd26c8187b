package updates

import (
	"fmt"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// A clientNumber is the last number of a client version, 1032 in 5.00.9141.1032,
// with the update whose page prints it.
type clientNumber struct {
	version model.Version
	last    int
	kb      model.KB
}

// clientNumbers are those that pages print. Others exist: not every one is printed.
var clientNumbers = []clientNumber{
	{"2107", 1047, "KB11121541"},
	{"2111", 1008, "KB12709700"}, {"2111", 1026, "KB12896009"},
	{"2203", 1025, "KB14244456"},
	{"2207", 1025, "KB15152495"},
	{"2211", 1024, "KB16643863"},
	{"2303", 1015, ConnectorFix},
	{"2309", 1018, ContentFix2309}, {"2309", 1019, "KB27863823"},
	{"2403", 1030, Rollup2403}, {"2403", 1033, "KB33177653"},
	{"2409", 1023, rollup2409}, {"2409", 1027, "KB33177653"}, {"2409", 1038, "KB37172183"},
	{"2503", 1006, "KB33177653"}, {"2503", 1013, Rollup2503}, {"2503", 1024, "KB37172183"},
	{"2509", 1030, "KB36949461"}, {"2509", 1032, imageRollup},
}

// siteNumber is the last number of a site version: it never rises.
const siteNumber = 1000

// NumberWords say what the last number of a console or client version stands for,
// "" where it is that of a site or the text is no version that is known.
func NumberWords(build string) string {
	if level, err := Understand(build); err == nil && level.Console != "" {
		return level.consoleWords()
	}
	n, ok := numbers(build)
	v, known := versionWhere(func(v Version) bool { return v.Build == n[2] })
	if !ok || !known || n[0] != 5 || n[1] != 0 || n[3] == 0 || n[3] == siteNumber {
		return ""
	}
	said := fmt.Sprintf("A site of %s keeps %s, so %s is the version of a client. ", v.Name, v.SiteBuild(), build)
	var printed []string
	for _, c := range clientNumbers {
		if c.version == v.Name && c.last == n[3] {
			return said + fmt.Sprintf("It comes with %s.", c.kb)
		}
		if c.version == v.Name {
			printed = append(printed, strconv.Itoa(c.last)+" for "+string(c.kb))
		}
	}
	said += fmt.Sprintf("Which update brings %d is not known", n[3])
	if len(printed) == 0 {
		return said + "."
	}
	return said + ": the pages that were read print " + strings.Join(printed, ", ") + "."
}
