package updates

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// A Version is a version of ConfigMgr as the pages list it.
type Version struct {
	Name    model.Version // "2509"
	Build   int           // the third number of the site version: 9141 in 5.00.9141.1000
	Console int           // the third number of the console version: 1036 in 5.2509.1036.1700, 0 where no page prints it
	Early   string        // the day of the early update ring: support counts from it
	ForAll  string        // the day from which all sites could install it, "" where no page was read
	Ends    string        // the last day of support
	From    model.Version // the oldest version that it installs on, "" where no page was read
	KB      model.KB      // of its summary article, "" for none that was read

	// Unofficial: its end of support comes from a public note that copies a newer
	// table of Microsoft. It keeps to the rule of 18 months.
	Unofficial bool
}

// Versions lists the versions, newest first. Two pages do not count support
// alike, from the early ring or from the day for all: the table prints days, so
// it wins.
var Versions = []Version{
	{"2603", 9146, 1035, "2026-05-05", "2026-05-27", "2027-11-05", "2409", "KB37426535", true},
	{"2509", 9141, 1036, "2025-11-12", "2025-12-08", "2027-05-12", "2403", "KB35877153", true},
	{"2503", 9135, 1083, "2025-03-31", "2025-04-23", "2026-09-30", "2309", "KB31909343", false},
	{"2409", 9132, 1183, "2024-12-04", "2024-12-16", "2026-06-04", "2309", "KB30195272", false},
	{"2403", 9128, 1171, "2024-04-22", "2024-05-06", "2025-10-22", "2211", "KB26186448", false},
	{"2309", 9122, 1113, "2023-10-09", "2023-11-01", "2025-04-09", "2207", "KB24341484", false},
	{"2303", 9106, 1089, "2023-04-10", "2023-04-24", "2024-10-10", "2111", "KB16900870", false},
	{"2211", 9096, 1061, "2022-12-05", "", "2024-06-05", "", "KB15582417", false},
	{"2207", 9088, 1048, "2022-08-12", "", "2024-02-12", "2103", "KB14840616", false},
	{"2203", 9078, 1063, "2022-04-06", "", "2023-10-06", "2010", "KB13174460", false},
	{"2111", 9068, 1052, "2021-12-01", "", "2023-06-01", "2006", "KB11052354", false},
	{"2107", 9058, 1059, "2021-08-02", "", "2023-02-02", "", "KB10096997", false},
	{"2103", 9049, 0, "2021-04-19", "", "2022-10-19", "", "", false},
	{"2010", 9040, 0, "2020-11-30", "", "2022-05-30", "", "", false},
	{"2006", 9012, 0, "2020-08-11", "", "2022-02-11", "", "", false},
	{"2002", 8968, 0, "2020-04-01", "", "2021-10-01", "", "", false},
	{"1910", 8913, 0, "2019-11-29", "", "2021-05-29", "", "", false},
	{"1906", 8853, 0, "2019-07-26", "", "2021-01-26", "", "", false},
	{"1902", 8790, 0, "2019-03-27", "", "2020-09-27", "", "", false},
	{"1810", 8740, 0, "2018-11-27", "", "2020-12-01", "", "", false},
	{"1806", 8692, 0, "2018-07-31", "", "2020-01-31", "", "", false},
	{"1802", 8634, 0, "2018-03-22", "", "2019-09-22", "", "", false},
	{"1710", 8577, 0, "2017-11-20", "", "2019-05-20", "", "", false},
}

// Newest is the newest version that the tables know.
func Newest() Version { return Versions[0] }

// VersionNamed finds a version, false for one that the tables do not have.
func VersionNamed(name model.Version) (Version, bool) {
	return versionWhere(func(v Version) bool { return v.Name == name })
}

func versionWhere(is func(Version) bool) (Version, bool) {
	i := slices.IndexFunc(Versions, is)
	if i < 0 {
		return Version{}, false
	}
	return Versions[i], true
}

// Newer reports whether a version came after the tables.
func Newer(v model.Version) bool { return model.Known(v) && v.AtLeast(Newest().Name.Number()+1) }

// SiteBuild is the build as the console and PowerShell print it.
func (v Version) SiteBuild() string { return "5.00." + strconv.Itoa(v.Build) + ".1000" }

// Support is how the support of a version stands on a day.
type Support struct {
	Version  Version
	Known    bool // the tables have the version, and the day is known
	DaysLeft int  // negative once it is over
}

// SupportOn says how the support of a version stands on a day. A zero day, and a
// version that the tables do not have, are not known.
func SupportOn(name model.Version, day time.Time) Support {
	v, found := VersionNamed(name)
	ends, err := time.Parse(time.DateOnly, v.Ends)
	if !found || err != nil || day.IsZero() {
		return Support{Version: v}
	}
	return Support{v, true, model.Day(ends) - model.Day(day)}
}

// Over reports whether the support has ended.
func (s Support) Over() bool { return s.Known && s.DaysLeft < 0 }

// soon is how many days before its end the support is worth a word.
const soon = 90

// EndsSoon reports whether the support ends within 90 days.
func (s Support) EndsSoon() bool { return s.Known && s.DaysLeft >= 0 && s.DaysLeft <= soon }

// WayUp lists the versions to install one after the other up to the newest known:
// each is the newest that the one before can take. It is nil where a page that
// would say so was not read, or where the version is the newest or later.
func WayUp(from model.Version) []model.Version {
	var way []model.Version
	if _, found := VersionNamed(from); !found {
		return nil
	}
	for from != Newest().Name {
		next, found := versionWhere(func(v Version) bool { return v.From != "" && from.AtLeast(v.From.Number()) })
		if !found || from.AtLeast(next.Name.Number()) {
			return nil
		}
		from = next.Name
		way = append(way, from)
	}
	return way
}

// WayInWords is a way up as people read it: "2403, then 2509, then 2603".
func WayInWords(way []model.Version) string {
	names := make([]string, len(way))
	for i, v := range way {
		names[i] = string(v)
	}
	return strings.Join(names, ", then ")
}
