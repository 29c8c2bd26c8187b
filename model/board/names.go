package board

import (
	"math"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// How wide the name of an entry may be within a sentence.
const (
	longestName  = 24
	longestShort = 17
)

// entry is the entry of a list that a key is about, as it stands within a
// sentence: "mp1", "hybrid joined devices". Outside lists there is none.
func (v view) entry(key string) string {
	list, rest, _ := strings.Cut(key, "[")
	number, _, _ := strings.Cut(rest, "]")
	i, err := strconv.Atoi(number)
	switch {
	case err != nil || i < 0:
		return ""
	case list == "devices" && i < len(v.Devices):
		return v.kind(i)
	case list == "management_points" && i < len(v.ManagementPoints):
		return hostName(v.ManagementPoints[i].Host, "MP", i)
	case list == "connection_points" && i < len(v.ConnectionPoints):
		return hostName(v.ConnectionPoints[i].Host, "CP", i)
	}
	return ""
}

// hostName is the first part of a host name.
func hostName(host, what string, i int) string {
	if !model.Known(host) {
		return what + " " + strconv.Itoa(i+1)
	}
	first, _, _ := strings.Cut(model.Clean(host), ".")
	return model.Shorten(first, longestShort)
}

// shortKind is a kind of device where there is less room.
func shortKind(kind string) string {
	return model.Shorten(strings.Replace(kind, " joined ", " ", 1), longestShort)
}

// joined are kinds of devices without a name.
var joined = map[model.Join]string{
	model.HybridJoined: "hybrid joined devices", model.EntraJoined: "Entra joined devices",
	model.DomainJoined: "domain joined devices", model.Workgroup: "workgroup devices",
}

// kind is what a kind of device is called within a sentence.
func (v view) kind(i int) string {
	d := v.Devices[i]
	switch {
	case model.Known(d.Name) && model.Clean(d.Name) != "":
		return model.Shorten(model.Clean(d.Name), longestName)
	case joined[d.Join] != "":
		return joined[d.Join]
	}
	return "devices of kind " + strconv.Itoa(i+1)
}

// methods are the methods as short names, and as what serves devices.
var methods = []struct {
	model.Method
	short, many string
}{
	{model.EntraID, "Entra ID", "Microsoft Entra ID"},
	{model.ClientPKI, "PKI", "PKI certificates"},
	{model.SiteToken, "tokens", "site-issued tokens"},
}

// method is the method of the kind of device that a key is about.
func (v view) method(key string) string {
	f, _ := v.Field(strings.TrimSuffix(key, key[strings.LastIndexByte(key, '.')+1:]) + "method")
	for _, m := range methods {
		if f.Key != "" && f.Text() == string(m.Method) {
			return m.many
		}
	}
	return "their method"
}

// A fleet are the devices on the internet.
type fleet struct {
	kinds, devices, uncounted int
}

func (f *fleet) add(d model.Device) {
	n, known := d.Count.Value()
	if !known {
		f.uncounted++
	}
	f.kinds++
	f.devices += min(max(n, 0), math.MaxInt-f.devices)
}

func (v view) counted() fleet { return v.fleetWhere(model.OnTheInternet) }

func (v view) fleetWhere(want func(model.Device) bool) fleet {
	var f fleet
	for _, i := range v.DevicesWhere(want) {
		f.add(v.Devices[i])
	}
	return f
}

// uncountedWords are the kinds without a number: "1 kind is not counted".
func (f fleet) uncountedWords() string {
	switch f.uncounted {
	case 0:
		return ""
	case 1:
		return "1 kind is not counted"
	}
	return model.Thousands(f.uncounted) + " kinds are not counted"
}

func sizeName(size model.VMSize) string {
	if !model.Known(size) {
		return "a size not known yet"
	}
	return model.Clean(string(size))
}

func instanceWords(n int) string { return model.Counted(n, "instance") }

func pointsAre(n int) string {
	if n == 1 {
		return "1 connection point is"
	}
	return model.Thousands(n) + " connection points are"
}
