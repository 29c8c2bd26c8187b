package planfile

import (
	"bytes"
	"encoding/json"
	"strconv"
)

// A schema says which values a key takes. Its fields stand in the order in
// which they are written; there are no references, which some editors get wrong.
type schema struct {
	Draft       string     `json:"$schema,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        any        `json:"type,omitempty"` // a name or a list of names
	Const       any        `json:"const,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	EnumTexts   []string   `json:"enumDescriptions,omitempty"` // read by VS Code
	Taplo       *taplo     `json:"x-taplo,omitempty"`          // read by Taplo
	Pattern     string     `json:"pattern,omitempty"`
	MinLength   int        `json:"minLength,omitempty"`
	MaxLength   int        `json:"maxLength,omitempty"`
	Minimum     *int       `json:"minimum,omitempty"`
	Maximum     *int       `json:"maximum,omitempty"`
	Items       *schema    `json:"items,omitempty"`
	MaxItems    int        `json:"maxItems,omitempty"`
	MinItems    int        `json:"minItems,omitempty"`
	Unique      bool       `json:"uniqueItems,omitempty"`
	Contains    *schema    `json:"contains,omitempty"`
	Not         *schema    `json:"not,omitempty"`
	Required    []string   `json:"required,omitempty"`
	Properties  properties `json:"properties,omitempty"`
	Additional  *bool      `json:"additionalProperties,omitempty"`
}

// taplo is what the TOML tools of that name read beside the standard.
type taplo struct {
	Docs struct {
		EnumValues []string `json:"enumValues"`
	} `json:"docs"`
}

// properties are the keys of a table in the order of the file.
type properties []property

type property struct {
	name   string
	schema schema
}

// MarshalJSON writes an object whose keys keep their order.
func (ps properties) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	b.WriteByte('{')
	for i, p := range ps {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(strconv.Quote(p.name) + ":")
		if err := encoder.Encode(p.schema); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
