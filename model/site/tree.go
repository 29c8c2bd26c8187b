package site

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"cmgwizard/model"
)

// The bounds of a collected file.
const (
	maxSize     = 1 << 20
	maxDepth    = 12
	maxValues   = 100_000
	maxText     = 1000 // bytes of one text
	maxSections = 200
	maxRows     = 5000
)

// A SecretError refuses a file in which something secret stands.
type SecretError struct{ What string }

func (e *SecretError) Error() string { return "it holds " + e.What }

// secretKeys are the names of properties that hold secrets, or certificates with
// their keys: the script never asks for one.
var secretKeys = model.Pattern(`(?i)secret|password|passwd|kennwort|serialized|certificateconfig|token`)

// A tree is JSON while it is read.
type tree struct {
	from   *json.Decoder
	values int
}

// object is a JSON object.
type object = map[string]any

// parse reads one JSON object, bounded. An object without anything in it is nil,
// and one of `value` and `Count` the list that Windows PowerShell made it of.
func parse(text string) (object, error) {
	if len(text) > maxSize {
		return nil, fmt.Errorf("it is larger than %d MiB", maxSize>>20)
	}
	t := &tree{from: json.NewDecoder(strings.NewReader(text))}
	t.from.UseNumber()
	value, err := t.value(0)
	if err != nil {
		return nil, err
	}
	if _, err := t.from.Token(); !errors.Is(err, io.EOF) {
		return nil, errors.New("something stands behind its end")
	}
	top, ok := value.(object)
	if !ok {
		return nil, errors.New("it is no JSON object")
	}
	return top, nil
}

func (t *tree) value(depth int) (any, error) {
	if t.values++; t.values > maxValues || depth > maxDepth {
		return nil, errors.New("it holds far more than the script writes")
	}
	token, err := t.from.Token()
	if err != nil {
		return nil, errors.New("it is cut off, or no JSON")
	}
	switch v := token.(type) {
	case json.Delim:
		if v == '[' {
			return t.list(depth)
		}
		return t.object(depth)
	case string:
		return v, checkText(v)
	}
	return token, nil
}

// checkText refuses what no text of the script is.
func checkText(text string) error {
	switch {
	case model.LooksSecret(text):
		return &SecretError{"what looks like a token, a key or a password"}
	case len(text) > maxText:
		return fmt.Errorf("a text in it is longer than %d bytes", maxText)
	}
	return nil
}

func (t *tree) list(depth int) (any, error) {
	list := []any{}
	for t.from.More() {
		v, err := t.value(depth + 1)
		if err != nil {
			return nil, err
		}
		list = append(list, v)
	}
	return list, t.end()
}

func (t *tree) object(depth int) (any, error) {
	all := object{}
	for t.from.More() {
		token, err := t.from.Token()
		if err != nil {
			return nil, errors.New("it is cut off, or no JSON")
		}
		key := token.(string)
		if err := checkKey(all, key); err != nil {
			return nil, err
		}
		if all[key], err = t.value(depth + 1); err != nil {
			return nil, err
		}
	}
	return unwrapped(all), t.end()
}

func (t *tree) end() error {
	if _, err := t.from.Token(); err != nil {
		return errors.New("it is cut off, or no JSON")
	}
	return nil
}

func checkKey(had object, key string) error {
	_, twice := had[key]
	name := hidden.Replace(model.Clean(key))
	switch {
	case secretKeys().MatchString(name):
		// The word alone: around it may stand the secret itself.
		return &SecretError{"a property whose name says that it is secret: " + secretKeys().FindString(name)}
	case twice:
		return errors.New("a name stands twice in one object: " + model.Clean(key[:min(len(key), 40)]))
	}
	return checkText(key)
}

// hidden takes out what may part the letters of a name.
var hidden = strings.NewReplacer(" ", "", "_", "", "-", "", ".", "")

// unwrapped is what Windows PowerShell 5.1 meant: it writes nothing as {}, and some
// lists as an object of their values and their number.
func unwrapped(all object) any {
	list, isList := all["value"].([]any)
	_, counted := all["Count"]
	switch {
	case len(all) == 0:
		return nil
	case len(all) == 2 && isList && counted:
		return list
	}
	return all
}
