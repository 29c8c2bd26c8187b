package plantest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"cmgwizard/model"
)

// HostileTexts would do harm on a screen if they were shown as they are.
var HostileTexts = []string{
	"\x1b[31mred\x1b[0m", "\x1b]0;title\x07x", "a\nb\r\nc\td", "\x9b31mx", "\u009b31mx", "x\x00y", "\u202egnp.exe",
	"\xff\xfe", "\x1b", "a\u2028b", "\u200bzero", "*\x1b[2J.contoso.com", "\x1bP1$r\x1b\\x",
}

// WriteIntoTexts sets every answer that is a free text, past the check of what
// somebody answers.
func WriteIntoTexts(p *model.Plan, text string) {
	var write func(v reflect.Value)
	write = func(v reflect.Value) {
		switch {
		case v.Type() == reflect.TypeFor[string]():
			v.SetString(text)
		case v.Kind() == reflect.Slice:
			for i := range v.Len() {
				write(v.Index(i))
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				if v.Type().Field(i).IsExported() {
					write(v.Field(i))
				}
			}
		}
	}
	write(reflect.ValueOf(&p.Answers).Elem())
}

// passed are the types that hand on what somebody wrote: the plan itself, and
// what was noted about a task. Whoever prints them cleans them.
var passed = []reflect.Type{reflect.TypeFor[model.Plan](), reflect.TypeFor[model.Progress](), reflect.TypeFor[time.Time]()}

// CheckClean walks through a value and looks at every string in it.
func CheckClean(t *testing.T, v reflect.Value, path string) {
	t.Helper()
	if slices.Contains(passed, v.Type()) {
		return
	}
	switch v.Kind() {
	case reflect.String:
		if !IsClean(v.String()) {
			t.Errorf("%s: %q", path, v.String())
		}
	case reflect.Struct:
		for i := range v.NumField() {
			CheckClean(t, v.Field(i), path+"."+v.Type().Field(i).Name)
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			CheckClean(t, v.Index(i), fmt.Sprintf("%s[%d]", path, i))
		}
	case reflect.Map, reflect.Pointer, reflect.Interface, reflect.Func, reflect.Chan:
		t.Fatalf("%s is a %s: nobody looks into it", path, v.Kind())
	}
}

// IsClean reports whether a text may be shown: valid UTF-8, on one line,
// without control and formatting characters but joiners.
func IsClean(text string) bool {
	return utf8.ValidString(text) && !strings.ContainsFunc(text, func(r rune) bool {
		joiner := r == '\u200c' || r == '\u200d'
		return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) && !joiner || r == '\u2028' || r == '\u2029'
	})
}

// Hostile are values that try to get out of the place where they are shown.
var Hostile = []string{
	"<x> & calc",
	"{site}",
	`'; Remove-Item C:\ -Recurse #`, "x\u2019; calc; \u2018", "\u201a\u201b; calc", "$(calc)", "a\nRemove-Item C:\\",
	"\x1b[31mred\x1b[0m & calc", `" & calc & "`, "a`ncalc", "%PATH% | calc",
}

// HostilePlan is the full plan with a value in all texts that people may
// write.
func HostilePlan(value string) *model.Plan {
	p := FullPlan()
	p.Site.Code, p.Entra.TenantID, p.Entra.AppIDURI = model.Clean(value), value, value
	for i := range p.ManagementPoints {
		p.ManagementPoints[i].Host = value
	}
	for i := range p.ConnectionPoints {
		p.ConnectionPoints[i].Host = value
	}
	p.Gateway.ServiceName, p.Gateway.Region, p.Gateway.ResourceGroup = value, value, value
	return p
}
