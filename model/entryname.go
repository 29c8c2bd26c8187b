package model

import (
	"fmt"
	"strconv"
	"strings"
)

// EntryName is what people call the entry of a list that a key is about:
// "Workgroup" for "devices[1].method", "" for a key outside lists.
func (a *Answers) EntryName(key string) string {
	list, rest, _ := strings.Cut(key, "[")
	number, _, closed := strings.Cut(rest, "]")
	place, err := strconv.Atoi(number)
	switch {
	case err != nil, !closed, place < 0:
		return ""
	case list == "devices" && place < len(a.Devices):
		return a.DeviceName(place)
	case list == "management_points" && place < len(a.ManagementPoints):
		return hostName("Management point", a.ManagementPoints[place].Host, place)
	case list == "connection_points" && place < len(a.ConnectionPoints):
		return hostName("Connection point", a.ConnectionPoints[place].Host, place)
	}
	return ""
}

// DeviceName tells kinds of devices with the same label apart by their place.
func (a *Answers) DeviceName(place int) string {
	label := a.Devices[place].Label()
	if label == "" {
		return fmt.Sprintf("Devices, entry %d", place+1)
	}
	for i := range a.Devices {
		d := &a.Devices[i] // a copy of each would cost more than to compare
		if i != place && (d.Name == label || d.Name == "" && d.Label() == label) {
			return fmt.Sprintf("%s (entry %d)", Clean(label), place+1)
		}
	}
	return Clean(label)
}

func hostName(what, host string, place int) string {
	if Known(host) {
		return Clean(host)
	}
	return fmt.Sprintf("%s %d", what, place+1)
}

// SharesJoin reports whether another kind of device is joined as entry i is:
// only a name can then tell the two apart.
func (a *Answers) SharesJoin(i int) bool {
	for other, d := range a.Devices {
		if other != i && Known(d.Join) && d.Join == a.Devices[i].Join {
			return true
		}
	}
	return false
}

// Question is what the field asks, with the entry of the list that it is about.
func (a *Answers) Question(f Field) string { return QuestionOf(a.EntryName(f.Key), f.Ask) }

// QuestionOf is a question with the name of the entry before it.
func QuestionOf(name, ask string) string {
	if name == "" {
		return ask
	}
	return name + ": " + ask
}
