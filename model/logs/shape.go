package logs

import (
	"strconv"
	"strings"
	"time"

	"cmgwizard/model/reading"
)

// How a record of CMTrace ends, and how far its stamp goes.
const (
	recordEnds   = "]LOG]!>"
	longestStamp = 320
)

// HasLogShape reports whether a text is written as ConfigMgr or IIS write logs.
func HasLogShape(text string) bool {
	return strings.Contains(text, "]LOG]!><time=") || strings.Contains(text, "  $$<") ||
		strings.HasPrefix(text, "#Software: Microsoft Internet Information Services") || strings.Contains(text[:min(len(text), reading.Sample)], "\n#Fields: date time") ||
		strings.HasPrefix(text, "#Fields: date time")
}

// isIISLine reports whether a line begins as those of an IIS log do: with the
// date and the time.
func isIISLine(start string) bool {
	_, ok := iisTime(start)
	return ok
}

func iisTime(start string) (time.Time, bool) {
	if len(start) < len(time.DateTime) || start[0] < '0' || start[0] > '9' {
		return time.Time{}, false
	}
	t, err := time.Parse(time.DateTime, start[:len(time.DateTime)])
	return t, err == nil
}

// attribute is the value of one attribute of a stamp.
func attribute(stamp, name string) string {
	_, after, ok := strings.Cut(stamp, name+`="`)
	if !ok {
		return ""
	}
	value, _, ok := strings.Cut(after, `"`)
	if !ok {
		return ""
	}
	return value
}

// serverStamp reads "… $$<SMS_CLOUD_PROXYCONNECTOR><05-14-2026 12:34:56.789-120><thread=…>",
// and the columns that CMTrace copies.
func serverStamp(line string) (part string, at time.Time) {
	if _, after, ok := strings.Cut(line, "$$<"); ok {
		part, after, _ = strings.Cut(after, "><")
		moment, _, _ := strings.Cut(after, ">")
		date, clock, _ := strings.Cut(moment, " ")
		return component(part), logTime(date, clock)
	}
	if columns := strings.Split(line, "\t"); len(columns) == 4 {
		return component(columns[1]), time.Time{}
	}
	return "", time.Time{}
}

// component is the name of what wrote an entry, "" for what cannot be one.
func component(text string) string {
	text = strings.TrimSpace(text)
	if len(text) > 40 || !reading.IsName(text) {
		return ""
	}
	return text
}

// logTime reads a stamp in UTC: "05-14-2026" and "12:34:56.789-120", of which
// the last number is the minutes to add. Zero is a time that cannot be read.
func logTime(date, clock string) time.Time {
	bias := 0
	if at := strings.LastIndexAny(clock, "+-"); at > 0 {
		minutes, err := strconv.Atoi(clock[at:])
		if err != nil || minutes < -24*60 || minutes > 24*60 {
			return time.Time{}
		}
		bias, clock = minutes, clock[:at]
	}
	t, err := time.Parse("1-2-2006 15:04:05", date+" "+clock)
	if err != nil {
		return time.Time{}
	}
	return t.Add(time.Duration(bias) * time.Minute)
}
