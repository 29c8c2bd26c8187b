package planfile

import (
	"errors"
	"strings"

	"cmgwizard/model"
	"github.com/BurntSushi/toml"
)

// decode turns a text that passed the guard into tables. The decoder panics
// where it finds a mistake of its own, which is an error like the others.
func decode(name, text string) (tables map[string]any, err error) {
	defer func() {
		if recover() != nil {
			tables, err = nil, &contentError{name, 0, "the text is not TOML", syntaxAdvice}
		}
	}()
	tables = map[string]any{}
	_, err = toml.Decode(text, &tables)
	var syntax toml.ParseError
	switch {
	case err == nil:
		return tables, nil
	case !errors.As(err, &syntax):
		return nil, &contentError{name, 0, model.Clean(err.Error()), syntaxAdvice}
	case endsInside(text, syntax.Position.Line):
		return nil, cutOff(name, syntax.Position.Line)
	}
	return nil, &contentError{name, syntax.Position.Line, short(syntax.Message), syntaxAdvice}
}

// endsInside reports whether an error in this line is at the very end of a text
// whose last line has no end.
func endsInside(text string, line int) bool {
	return !strings.HasSuffix(text, "\n") && line > strings.Count(text, "\n")
}

// short makes a message fit for one line: it may quote the file at length.
func short(message string) string {
	const most = 600
	message = model.Clean(message)
	if runes := []rune(message); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return message
}
