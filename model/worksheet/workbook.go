package worksheet

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"strings"

	"cmgwizard/model"
)

// The bounds of the zip that a workbook is.
const (
	maxEntries  = 1000
	maxPart     = 32 << 20  // unpacked bytes of one part
	maxUnpacked = 64 << 20  // of all parts that are read
	maxStrings  = 100_000   // texts that cells share
	maxTags     = 4_000_000 // of one part
	maxNested   = 64        // tags within tags
)

// A workbook is read part by part.
type workbook struct {
	parts    map[string]*zip.File
	order    []string // of the parts in the zip
	sheets   []sheet  // in the order of their tabs
	unpacked int64
	strings  []string
	since    int // days to add to the number of a day: 1904 days in old files of the Mac
}

// errWorkbook says of a workbook that it is none.
var errWorkbook = &FormError{"the workbook is damaged, or holds what no program for sheets writes", "open it in Excel or LibreOffice and save it again as .xlsx"}

// A sheet is a part with the name that people see.
type sheet struct{ part, name string }

// readWorkbook looks for lists of tasks in all sheets: people rename them, put
// others in front, copy them and split them.
func readWorkbook(data []byte) (List, error) {
	b, err := openWorkbook(data)
	if err != nil {
		return List{}, err
	}
	var all List
	failed, read := error(errNoTitles), false
	for _, s := range b.sheets {
		l, err := b.list(s)
		switch {
		case errors.Is(err, errNoTitles):
			continue
		case err != nil:
			failed = err
			all.Told = append(all.Told, LeftOut{Row: 1, Sheet: s.name, Why: "this sheet cannot be read: " + err.Error(), Do: "Nothing, unless it is a list of tasks."})
			continue
		}
		read = true
		all.Rows, all.Told = append(all.Rows, l.Rows...), append(all.Told, l.Told...)
	}
	switch {
	case !read:
		return List{}, failed
	case len(all.Rows) > maxRows:
		return List{}, tooManyRows
	}
	return all, nil
}

func (b *workbook) list(s sheet) (List, error) {
	lines, err := b.lines(s.part)
	if err != nil {
		return List{}, err
	}
	return table{s.name, lines, func(text string) string { return text }}.list()
}

var sheetName = model.Pattern(`^xl/worksheets/[^/]+\.xml$`)

// openWorkbook reads what all sheets share.
func openWorkbook(data []byte) (*workbook, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(z.File) > maxEntries {
		return nil, errWorkbook
	}
	b := &workbook{parts: map[string]*zip.File{}}
	for _, f := range z.File {
		name := strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/")
		if b.parts[name] == nil {
			b.parts[name], b.order = f, append(b.order, name)
		}
	}
	if b.parts["xl/workbook.xml"] == nil {
		return nil, b.otherKind()
	}
	names := map[string]string{}
	if b.parts[relationships] != nil {
		err = b.readRelations(names)
	}
	if err == nil {
		err = b.readProperties(names)
	}
	if err == nil && b.parts[sharedStrings] != nil {
		err = b.readStrings()
	}
	return b, err
}

// otherKind says what the zip is instead.
func (b *workbook) otherKind() error {
	switch {
	case b.parts["mimetype"] != nil && b.parts["content.xml"] != nil:
		return &FormError{"this is a sheet of LibreOffice (.ods)", "save it as .xlsx"}
	case b.parts["xl/workbook.bin"] != nil:
		return &FormError{"this is a binary workbook (.xlsb)", "save it as .xlsx"}
	case b.parts["plan.toml"] != nil:
		return &FormError{"this is a hand-over pack", "unpack it, and give the workbook or the list that people worked in"}
	}
	return &FormError{"this zip is no workbook", listHint}
}

// bytesOf unpacks a part, and no more than is allowed.
func (b *workbook) bytesOf(name string) ([]byte, error) {
	f := b.parts[name]
	if f == nil {
		return nil, errWorkbook
	}
	r, err := f.Open()
	if err != nil {
		return nil, errWorkbook
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	b.unpacked += int64(len(data))
	switch {
	case len(data) > maxPart || b.unpacked > maxUnpacked:
		return nil, &FormError{fmt.Sprintf("the workbook is larger than %d MiB when it is unpacked", maxPart>>20), listHint}
	case err != nil:
		return nil, errWorkbook
	}
	return data, nil
}

const (
	sharedStrings = "xl/sharedStrings.xml"
	relationships = "xl/_rels/workbook.xml.rels"
)

// readRelations finds the parts behind the IDs of the workbook.
func (b *workbook) readRelations(parts map[string]string) error {
	return b.each(relationships, func(p *xmlPart) error {
		if target := p.attribute("Target"); p.name() == "Relationship" && target != "" {
			parts[p.attribute("Id")] = strings.TrimPrefix(path.Join("/xl", target), "/")
			if strings.HasPrefix(target, "/") {
				parts[p.attribute("Id")] = strings.TrimPrefix(path.Clean(target), "/")
			}
		}
		return nil
	})
}

// readProperties finds the sheets, and from which day the workbook counts. A
// sheet that the workbook does not name comes last.
func (b *workbook) readProperties(parts map[string]string) error {
	named := map[string]bool{}
	err := b.each("xl/workbook.xml", func(p *xmlPart) error {
		date := p.attribute("date1904")
		switch part := parts[p.attribute("id")]; {
		case p.name() == "workbookPr" && (date == "1" || date == "true"):
			b.since = daysTo1904
		case p.name() == "sheet" && sheetName().MatchString(part) && b.parts[part] != nil && !named[part]:
			named[part] = true
			b.sheets = append(b.sheets, sheet{part, model.Shorten(model.Clean(p.attribute("name")), longestWord)})
		}
		return nil
	})
	for _, part := range b.order {
		if sheetName().MatchString(part) && !named[part] {
			b.sheets = append(b.sheets, sheet{part, ""})
		}
	}
	return err
}

// daysTo1904 is where the days of old files of the Mac begin.
const daysTo1904 = 1462

// readStrings reads the texts that cells share.
func (b *workbook) readStrings() error {
	size := 0
	return b.each(sharedStrings, func(p *xmlPart) error {
		if p.name() != "si" {
			return nil
		}
		text, err := p.text("t", "rPh")
		size += len(text)
		if err == nil && (len(b.strings) >= maxStrings || size > maxText) {
			err = &FormError{"the workbook holds more text than is read", listHint}
		}
		b.strings = append(b.strings, text)
		return err
	})
}

// each gives every start tag of a part to a reader.
func (b *workbook) each(name string, read func(p *xmlPart) error) error {
	data, err := b.bytesOf(name)
	if err != nil {
		return err
	}
	p := newXMLPart(data)
	for {
		err := p.next()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = read(p)
		}
		if err != nil {
			return err
		}
	}
}

// sheetEscape is how XML of sheets writes what it cannot hold.
var sheetEscape = model.Pattern(`_[xX]([0-9A-Fa-f]{4})_`)

// unescape reads _x0041_ as Excel does.
func unescape(text string) string {
	if !strings.Contains(text, "_") {
		return text
	}
	return sheetEscape().ReplaceAllStringFunc(text, func(escape string) string {
		var letter rune
		if _, err := fmt.Sscanf(escape[2:6], "%x", &letter); err != nil {
			return escape
		}
		return string(letter)
	})
}
