// Package site reads the file that the collector script writes at a Configuration
// Manager site or on one of its servers: which answers it gives, how sure each is
// and from which property it comes. What a file does not say stays unknown: a
// missing section, an empty one and one that failed are never taken for "no". A
// file with a secret in it is refused whole.
package site

import (
	"encoding/json"
	"errors"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/evidence"
)

// kind is what every collected file says that it is.
const kind = "cmg-site-facts"

// fileFormat is the newest format of the file that is known here.
const fileFormat = 1

// A File is a collected file while it is read, and what it says.
type File struct {
	evidence.SiteFacts
	Answers []evidence.Reading
	Facts   []model.Fact   // what is shown and never becomes an answer
	Remarks []model.Remark // the first ones matter most

	sections map[string]section
	complete bool
	ahead    time.Time // the day of the file, where it lies ahead and does not count
	hash     string    // of the script
	format   int64
	ignored  []string // sections and properties that are not known here
}

// Recognise reports whether a text is a collected file, whole or not.
func Recognise(text string) bool {
	start := strings.TrimLeft(text[:min(len(text), 4096)], " \t\r\n\uFEFF")
	return strings.HasPrefix(start, "{") && strings.Contains(start, `"`+kind+`"`)
}

// Read reads a collected file. With an error there is nothing of it.
func Read(text string, at time.Time) (*File, error) {
	top, err := parse(strings.TrimPrefix(text, "\uFEFF"))
	if err != nil {
		return nil, err
	}
	return newFile(top, at)
}

func newFile(top object, at time.Time) (*File, error) {
	f := &File{sections: map[string]section{}}
	if err := f.header(top, at); err != nil {
		return nil, err
	}
	f.readSections(top["sections"])
	f.readAll()
	f.remark(at)
	return f, nil
}

func (f *File) header(top object, now time.Time) error {
	h := row(top)
	format, known := h.number("format")
	switch {
	case h.text("kind") != kind:
		return errors.New("its kind is not " + kind)
	case !known || format < 1:
		return errors.New("it does not say its format")
	}
	f.format, f.complete, f.hash = format, h.truth("complete") == model.Yes, h.text("script_sha256")
	f.date(h.text("taken_at"), now)
	for _, name := range keysOf(top) {
		if !slices.Contains([]string{"kind", "format", "complete", "taken_at", "script_sha256", "powershell", "culture", "sections"}, name) {
			f.ignored = append(f.ignored, name)
		}
	}
	return nil
}

// aheadBy is how far a file may lie ahead of this computer's clock, whose time
// zone may be wrong.
const aheadBy = 24 * time.Hour

// date keeps when the file was made. What lies ahead is no time at which anything
// was seen: no certificate has expired by it.
func (f *File) date(text string, now time.Time) {
	at, err := time.Parse(time.RFC3339, text)
	switch {
	case err != nil || at.Year() <= 2000 || at.Year() >= 9999:
	case !now.IsZero() && at.Sub(now) > aheadBy:
		f.ahead = at.UTC()
	default:
		f.Collected = at.UTC()
	}
}

// A row is one object of a section.
type row object

// text is a text, "" for anything else.
func (r row) text(name string) string {
	text, _ := r[name].(string)
	return strings.TrimSpace(model.Clean(text))
}

// isText reports whether the property is a text, an empty one too: nothing at all
// is none.
func (r row) isText(name string) bool {
	_, is := r[name].(string)
	return is
}

// number is a whole number, written as one or as text.
func (r row) number(name string) (int64, bool) {
	var text string
	switch v := r[name].(type) {
	case json.Number:
		text = v.String()
	case string:
		text = strings.TrimSpace(v)
	}
	n, err := strconv.ParseInt(text, 10, 64)
	return n, err == nil
}

// truth is yes or no, written as a truth, as 1 or 0 or as text, "" for anything
// else.
func (r row) truth(name string) model.YesNo {
	var word string
	switch v := r[name].(type) {
	case bool:
		word = strconv.FormatBool(v)
	case json.Number:
		word = v.String()
	case string:
		word = strings.ToLower(strings.TrimSpace(v))
	}
	switch word {
	case "true", "1":
		return model.Yes
	case "false", "0":
		return model.No
	}
	return ""
}

// list are the texts of a list, one text alone too, and whether it was one.
func (r row) list(name string) ([]string, bool) {
	switch v := r[name].(type) {
	case string:
		return []string{v}, true
	case []any:
		var texts []string
		for _, item := range v {
			if text, ok := item.(string); ok {
				texts = append(texts, strings.TrimSpace(text))
			} else if item != nil {
				return nil, false
			}
		}
		return texts, true
	}
	return nil, false
}

func keysOf(all object) []string {
	var keys []string
	for key := range all {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
