package planfile

import (
	"cmp"
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"
)

// quoteText writes text on one line. What cannot be seen or turns the direction
// of writing becomes an escape.
func quoteText(text string) string {
	if isSimple(text) {
		return `"` + text + `"`
	}
	return `"` + escape(text, false) + `"`
}

func isSimple(text string) bool {
	for i := range len(text) {
		if c := text[i]; c < ' ' || c > '~' || c == '"' || c == '\\' {
			return false
		}
	}
	return true
}

// quoteLines writes text with line breaks as lines, so that a changed line is
// one changed line in a comparison.
func quoteLines(text string) string {
	return `"""` + "\n" + escape(text, true) + `"""`
}

// escape writes text for quotes. Among lines a quote stands as it is, unless
// another one or the end follows: three of them would end the text.
func escape(text string, lines bool) string {
	var b strings.Builder
	text = strings.ToValidUTF8(text, "\uFFFD")
	for i, r := range text {
		alone := i+1 < len(text) && text[i+1] != '"'
		switch {
		case lines && (r == '\n' || r == '"' && alone):
			b.WriteRune(r)
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		default:
			b.WriteString(visible(r))
		}
	}
	return b.String()
}

// visible leaves the joiners U+200C and U+200D alone: some scripts cannot be
// written without them.
func visible(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\t':
		return `\t`
	case r == '\r':
		return `\r`
	case r == '\u200c' || r == '\u200d' || r == ' ':
		return string(r)
	case !unicode.In(r, unicode.Cc, unicode.Cf, unicode.Co, unicode.Z):
		return string(r)
	case r > 0xFFFF:
		return fmt.Sprintf(`\U%08X`, r)
	}
	return fmt.Sprintf(`\u%04X`, r)
}

// quoteKey writes a key bare if it can be.
func quoteKey(key string) string {
	for i := range len(key) {
		if !isBare(key[i]) {
			return quoteText(key)
		}
	}
	return cmp.Or(key, `""`)
}

// quoteFact writes any value on one line.
func quoteFact(fact any) string {
	if at, ok := fact.(time.Time); ok {
		return quoteTime(at)
	}
	switch v := reflect.ValueOf(fact); v.Kind() {
	case reflect.String:
		return quoteText(v.String())
	case reflect.Float32, reflect.Float64:
		return quoteFloat(v.Float())
	case reflect.Slice, reflect.Array:
		return quoteFactList(v)
	case reflect.Map:
		return quoteFactTable(v)
	case reflect.Bool, reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64,
		reflect.Uint8, reflect.Uint16, reflect.Uint32:
		return fmt.Sprint(fact)
	}
	return quoteText(fmt.Sprint(fact))
}

func quoteTime(at time.Time) string { return at.UTC().Format(time.RFC3339Nano) }

func quoteFloat(f float64) string {
	if math.IsNaN(f) {
		return "nan"
	}
	if math.IsInf(f, 0) {
		return strings.ToLower(strconv.FormatFloat(f, 'g', -1, 64))
	}
	text := strconv.FormatFloat(f, 'g', -1, 64)
	if !strings.ContainsAny(text, ".e") {
		text += ".0"
	}
	return text
}

func quoteFactList(list reflect.Value) string {
	facts := make([]string, list.Len())
	for i := range facts {
		facts[i] = quoteFact(list.Index(i).Interface())
	}
	return "[" + strings.Join(facts, ", ") + "]"
}

func quoteFactTable(table reflect.Value) string {
	facts := map[string]string{}
	for _, key := range table.MapKeys() {
		facts[quoteKey(key.String())] = quoteFact(table.MapIndex(key).Interface())
	}
	var pairs []string
	for _, key := range slices.Sorted(maps.Keys(facts)) {
		pairs = append(pairs, key+" = "+facts[key])
	}
	if len(pairs) == 0 {
		return "{}"
	}
	return "{ " + strings.Join(pairs, ", ") + " }"
}
