package logs

import (
	"slices"
	"strconv"
	"strings"
	"sync"
)

// The columns of an IIS log that matter.
const (
	columnStatus = iota
	columnSubStatus
	columnWin32
	columnStem
	columnsThatMatter
)

// fieldsOf reads "#Fields: date time … sc-status sc-substatus sc-win32-status".
// Every place is one more than its index, 0 where the log does not have it.
func fieldsOf(line string) []int {
	places := make([]int, columnsThatMatter)
	for i, name := range strings.Fields(strings.TrimPrefix(line, "#Fields:")) {
		switch name {
		case "sc-status":
			places[columnStatus] = i + 1
		case "sc-substatus":
			places[columnSubStatus] = i + 1
		case "sc-win32-status":
			places[columnWin32] = i + 1
		case "cs-uri-stem":
			places[columnStem] = i + 1
		}
	}
	return places
}

// patternsOfIIS are the places of the patterns of a status with its sub-status.
var patternsOfIIS = sync.OnceValue(func() map[string][]int {
	all := map[string][]int{}
	for i, p := range Patterns {
		for _, status := range p.IIS {
			all[status] = append(all[status], i)
		}
	}
	return all
})

// takeIIS takes a line of an IIS log.
func (s *scan) takeIIS(e entry) {
	if strings.HasPrefix(e.raw, "#Fields:") {
		s.columns = fieldsOf(e.raw)
		return
	}
	if !isIISLine(e.raw) {
		return
	}
	s.fields = slices.AppendSeq(s.fields[:0], strings.FieldsSeq(e.raw[:min(len(e.raw), LongestEntry)]))
	status, win32 := s.statusOf(s.fields)
	if status == "" {
		return
	}
	for _, of := range patternsOfIIS()[status] {
		s.hits[2*of] = 0
	}
	if number, err := strconv.ParseUint(win32, 10, 32); err == nil && number > 1<<31 {
		if known, by, ok := CodeOf(uint32(number)); ok {
			s.noteCode(known.Hex(), known.Words()+" ("+by+", "+CodeSources.Label(known.Source)+")")
		}
	}
}

// statusOf is the status of a line with its sub-status, "403.7", and its Win32
// status: by the columns of the log, else by the numbers at the end of the line.
func (s *scan) statusOf(columns []string) (status, win32 string) {
	if s.columns != nil && s.columns[columnStatus] > 0 {
		at := func(column int) string {
			if place := s.columns[column]; place > 0 && place <= len(columns) {
				return columns[place-1]
			}
			return ""
		}
		return at(columnStatus) + "." + at(columnSubStatus), at(columnWin32)
	}
	first := len(columns)
	for first > 0 && isDecimal(columns[first-1]) && len(columns)-first < 6 {
		first--
	}
	for i := first; i+2 < len(columns); i++ {
		if n := columns[i]; len(n) == 3 && n[0] >= '1' && n[0] <= '5' && len(columns[i+1]) < 4 {
			return n + "." + columns[i+1], columns[i+2]
		}
	}
	return "", ""
}

func isDecimal(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
