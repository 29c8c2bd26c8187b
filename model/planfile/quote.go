package planfile

import (
	"fmt"
	"maps"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"time"

	"cmgwizard/model"
)

// quoteValue writes a value of the plan, "" when it is absent.
func quoteValue(value reflect.Value) string {
	if value.IsZero() {
		return ""
	}
	switch v := value.Interface().(type) {
	case time.Time:
		return quoteTime(v)
	case model.Number:
		if v.String() == model.Unsure {
			return quoteText(model.Unsure)
		}
		return v.String()
	case model.Assumed:
		return quoteFactList(reflect.ValueOf(v.Keys()))
	}
	if value.Kind() == reflect.String && strings.Contains(value.String(), "\n") {
		return quoteLines(value.String())
	}
	return quoteFact(value.Interface())
}

// quote writes the value of a key. A time whose offset is kept is written as the
// clock showed it.
func (k key) quote(value reflect.Value) string {
	if at, ok := value.Interface().(time.Time); ok && k.field.Tag.Get("offset") == "kept" && !at.IsZero() {
		return at.Truncate(time.Second).Format(time.RFC3339)
	}
	return quoteValue(value)
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
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Invalid:
		return `""`
	default:
		return quoteWhole(v)
	}
}

func quoteWhole(v reflect.Value) string {
	switch {
	case v.CanInt():
		return strconv.FormatInt(v.Int(), 10)
	case v.CanUint() && v.Uint() <= math.MaxInt64:
		return strconv.FormatUint(v.Uint(), 10)
	}
	return quoteText(fmt.Sprint(v))
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
