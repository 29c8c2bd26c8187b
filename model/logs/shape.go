package logs

import (
	"strconv"
	"strings"
	"time"

	"cmgwizard/model/reading"
)

// HasLogShape reports whether a text is written as ConfigMgr or IIS write logs.
func HasLogShape(text string) bool {
	return strings.Contains(text, "]LOG]!><time=") || strings.Contains(text, "  $$<") ||
		strings.HasPrefix(text, "#Software: Microsoft Internet Information Services") || strings.Contains(text[:min(len(text), reading.Sample)], "\n#Fields: date time") ||
		strings.HasPrefix(text, "#Fields: date time")
}

// isIISLine reports whether a line begins as those of an IIS log do: with the
// date and the time.
func isIISLine(line string) bool {
	const shape = "0000-00-00 00:00:00"
	if len(line) < len(shape) {
		return false
	}
	for i := range len(shape) {
		if line[i] != shape[i] && !(shape[i] == '0' && isDigit(line[i])) {
			return false
		}
	}
	return true
}

// iisTime is the time of a line of IIS, zero for what is none.
func iisTime(line string) time.Time {
	t, err := time.Parse(time.DateTime, line[:len(time.DateTime)])
	if err != nil {
		return time.Time{}
	}
	return t
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

// serverTime reads "><05-14-2026 12:34:56.789-120><thread=…>".
func serverTime(stamp string) time.Time {
	moment, _, _ := strings.Cut(strings.TrimPrefix(stamp, "><"), ">")
	date, clock, _ := strings.Cut(moment, " ")
	return logTime(date, clock)
}

// copiedPart is who wrote a line that has the columns that CMTrace copies.
func copiedPart(line string) string {
	columns := strings.Split(line[:min(len(line), LongestEntry)], "\t")
	if len(columns) != 4 {
		return ""
	}
	return component(columns[1])
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
