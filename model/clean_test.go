package model_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ says, text, want string }{
		{"plain text stays", "Contoso (Europe) ~ 100%", "Contoso (Europe) ~ 100%"},
		{"letters of any language stay", "Zürich Київ 東京", "Zürich Київ 東京"},
		{"joiners stay", "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0646\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"},
		{"a colour goes", "\x1b[31mred\x1b[0m", "red"},
		{"a title of the window goes", "\x1b]0;owned\x07text", "text"},
		{"an escape cut off goes", "text\x1b[", "text"},
		{"an eight-bit escape goes", "\u009b2Jtext", "2Jtext"},
		{"a line break is a blank", "one\ntwo\r\nthree\tfour", "one two  three four"},
		{"a line separator is a blank", "one\u2028two\u2029three\u0085four", "one two three four"},
		{"a bell goes", "one\atwo", "onetwo"},
		{"a zero byte goes", "one\x00two", "onetwo"},
		{"a backspace goes", "one\b\btwo", "onetwo"},
		{"delete goes", "one\x7ftwo", "onetwo"},
		{"an override goes", "\u202egnp.exe", "gnp.exe"},
		{"an isolate goes", "one\u2066two\u2069", "onetwo"},
		{"a zero-width blank goes", "con\u200btoso", "contoso"},
		{"a byte order mark goes", "\ufeffcontoso", "contoso"},
		{"a tag goes", "con\U000e0041toso", "contoso"},
		{"private use goes", "con\ue000toso", "contoso"},
		{"what is no UTF-8 is marked", "con\xfftoso", "con\ufffdtoso"},
		{"blanks around what is cleaned go", " \x1b[1m text \x1b[0m ", "text"},
		{"nothing stays nothing", "", ""},
		{"nothing is left", "\x1b[0m\n", ""},
	} {
		if got := model.Clean(c.text); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.says, c.text, got, c.want)
		}
	}
}

func TestCleanLines(t *testing.T) {
	for _, c := range []struct{ says, text, want string }{
		{"line breaks stay", "one\ntwo\n", "one\ntwo\n"},
		{"those of Windows become ours", "one\r\ntwo", "one\ntwo"},
		{"a lone carriage return does not", "one\rtwo", "one two"},
		{"each line is cleaned", "\x1b[1mone\x1b[0m\n\u202etwo", "one\ntwo"},
	} {
		if got := model.CleanLines(c.text); got != c.want {
			t.Errorf("%s: %q becomes %q, want %q", c.says, c.text, got, c.want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, text := range plantest.HostileTexts {
		f.Add(text)
	}
	f.Add("Zürich")
	f.Add("\x1b\x1b[[31m")
	f.Add(" \u00a0x\u3000 ")
	f.Add("\xc2\x1b\x9b31m")
	f.Fuzz(func(t *testing.T, text string) {
		clean := model.Clean(text)
		if !plantest.IsClean(clean) {
			t.Errorf("%q becomes %q", text, clean)
		}
		if again := model.Clean(clean); again != clean {
			t.Errorf("%q becomes %q, and then %q", text, clean, again)
		}
		for line := range strings.SplitSeq(model.CleanLines(text), "\n") {
			if !plantest.IsClean(line) {
				t.Errorf("%q has the line %q", text, line)
			}
		}
	})
}
