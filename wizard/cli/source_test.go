package cli

import (
	"errors"
	"io"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"
)

// utf16le is what PowerShell writes with ">".
func utf16le(text string) string {
	var b strings.Builder
	for _, unit := range utf16.Encode([]rune("\ufeff" + text)) {
		b.WriteByte(byte(unit))
		b.WriteByte(byte(unit >> 8))
	}
	return b.String()
}

func TestListOfPlans(t *testing.T) {
	want := []string{"a.toml", "Zürich/b c.toml"}
	for name, text := range map[string]string{
		"lines":         "a.toml\nZürich/b c.toml\n",
		"no last break": "a.toml\nZürich/b c.toml",
		"Windows":       "a.toml\r\n\r\nZürich/b c.toml\r\n",
		"UTF-8 mark":    "\ufeffa.toml\nZürich/b c.toml\n",
		"UTF-16":        utf16le("a.toml\r\nZürich/b c.toml\r\n"),
	} {
		t.Run(name, func(t *testing.T) {
			list := &pathList{from: strings.NewReader(text)}
			if got := slices.Collect(list.lines()); !slices.Equal(got, want) || list.err != nil {
				t.Errorf("reads %q, %v", got, list.err)
			}
		})
	}
}

// A path is bytes: on some systems not even text.
func TestListKeepsBytes(t *testing.T) {
	list := &pathList{from: strings.NewReader("a\xff.toml\n")}
	if got := slices.Collect(list.lines()); !slices.Equal(got, []string{"a\xff.toml"}) {
		t.Errorf("reads %q", got)
	}
}

func TestListThatFails(t *testing.T) {
	for name, from := range map[string]io.Reader{
		"disk":       io.MultiReader(strings.NewReader("a.toml\n"), iotest.ErrReader(errors.New("bad sector"))),
		"not a list": strings.NewReader("a.toml\n" + strings.Repeat("x", 1<<20)),
	} {
		list := &pathList{name: "list.txt", from: from}
		if got := slices.Collect(list.lines()); !slices.Equal(got, []string{"a.toml"}) || exitCode(list.err) != exitDisk {
			t.Errorf("%s: reads %q, %v", name, got, list.err)
		}
	}
}

func TestInOrder(t *testing.T) {
	var got []int
	err := inOrder(slices.Values([]int{1, 2, 3, 4, 5, 6, 7}), func(n int) int { return n * n }, func(n int) error {
		got = append(got, n)
		return nil
	})
	if err != nil || !slices.Equal(got, []int{1, 4, 9, 16, 25, 36, 49}) {
		t.Errorf("handed over %v, %v", got, err)
	}
}

func TestInOrderStops(t *testing.T) {
	handed := 0
	full := errors.New("disk full")
	err := inOrder(slices.Values([]int{1, 2, 3, 4}), func(n int) int { return n }, func(int) error {
		handed++
		return full
	})
	if !errors.Is(err, full) || handed != 1 {
		t.Errorf("handed over %d, %v", handed, err)
	}
}
