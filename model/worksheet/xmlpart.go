package worksheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// An xmlPart is a part of a workbook while it is read. It knows no entities but
// those of XML itself, and refuses a part that declares any.
type xmlPart struct {
	decoder *xml.Decoder
	start   xml.StartElement
	nested  int
	tags    int
}

func newXMLPart(data []byte) *xmlPart {
	return &xmlPart{decoder: xml.NewDecoder(bytes.NewReader(data))}
}

// next goes to the next start tag.
func (p *xmlPart) next() error {
	for {
		token, err := p.token()
		if err != nil {
			return err
		}
		if start, ok := token.(xml.StartElement); ok {
			p.start = start
			return nil
		}
	}
}

// token is the next piece. The end of the part is io.EOF.
func (p *xmlPart) token() (xml.Token, error) {
	token, err := p.decoder.Token()
	if errors.Is(err, io.EOF) {
		return nil, io.EOF
	}
	if err != nil {
		return nil, errWorkbook
	}
	switch token.(type) {
	case xml.StartElement:
		p.nested++
		p.tags++
	case xml.EndElement:
		p.nested--
	case xml.Directive:
		return nil, errWorkbook
	}
	if p.nested > maxNested || p.tags > maxTags {
		return nil, errWorkbook
	}
	return token, nil
}

// name is the name of the start tag, whatever its prefix.
func (p *xmlPart) name() string { return p.start.Name.Local }

// attribute is an attribute of the start tag, "" for none.
func (p *xmlPart) attribute(name string) string {
	for _, a := range p.start.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

// text is what stands in the tags of this name up to the end of the start tag,
// without what stands in the tags to skip.
func (p *xmlPart) text(in, skip string) (string, error) {
	var b strings.Builder
	inside, skipped := 0, 0
	if p.name() == in {
		inside++
	}
	for depth := p.nested; p.nested >= depth; {
		token, err := p.token()
		if err != nil {
			return "", errWorkbook
		}
		switch t := token.(type) {
		case xml.StartElement:
			inside, skipped = inside+is(t.Name.Local, in), skipped+is(t.Name.Local, skip)
		case xml.EndElement:
			inside, skipped = inside-is(t.Name.Local, in), skipped-is(t.Name.Local, skip)
		case xml.CharData:
			if inside > 0 && skipped == 0 {
				b.Write(t)
			}
		}
		if b.Len() > maxCell {
			return "", errWorkbook
		}
	}
	return unescape(b.String()), nil
}

func is(name, wanted string) int {
	if name == wanted {
		return 1
	}
	return 0
}
