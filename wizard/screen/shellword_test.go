package screen_test

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"
	"unicode"

	"cmgwizard/model"
	"cmgwizard/wizard/screen"
)

func TestShellWord(t *testing.T) {
	for path, want := range map[string]struct{ windows, unix string }{
		"a.toml":              {"a.toml", "a.toml"},
		`C:\p\a.toml`:         {`C:\p\a.toml`, `'C:\p\a.toml'`},
		"my plan.toml":        {`"my plan.toml"`, `"my plan.toml"`},
		"Müller.toml":         {`"Müller.toml"`, `"Müller.toml"`},
		"$(rm x).toml":        {"'$(rm x).toml'", "'$(rm x).toml'"},
		"a;b.toml":            {`"a;b.toml"`, `"a;b.toml"`},
		"":                    {`""`, `""`},
		`C:\my plans\`:        {`'C:\my plans\'`, `'C:\my plans\'`},
		"-x.toml":             {`"-x.toml"`, `"-x.toml"`},
		"it's.toml":           {"'it''s.toml'", `'it'\''s.toml'`},
		"a” ; calc ; “ b":     {"'a” ; calc ; “ b'", "'a” ; calc ; “ b'"},
		"a\u2019;calc;\u2018": {"'a\u2019\u2019;calc;\u2018\u2018'", "'a\u2019;calc;\u2018'"},
	} {
		if got := screen.WindowsWord(path); got != want.windows {
			t.Errorf("on Windows %s becomes %s, not %s", path, got, want.windows)
		}
		if got := screen.UnixWord(path); got != want.unix {
			t.Errorf("elsewhere %s becomes %s, not %s", path, got, want.unix)
		}
		if ours := map[bool]string{true: want.windows, false: want.unix}[runtime.GOOS == "windows"]; screen.ShellWord(path) != ours {
			t.Errorf("%s becomes %s here", path, screen.ShellWord(path))
		}
	}
}

// TestShellsReadTheVeryName lets a reader of each shell read hostile names.
func TestShellsReadTheVeryName(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	for range 30_000 {
		name := model.Clean(hostileName(chance))
		for shell, got := range map[string]func() (string, error){
			"PowerShell":           func() (string, error) { return powerShellArgument(screen.WindowsWord(name)) },
			"PowerShell, of tasks": func() (string, error) { return powerShellArgument(model.PowerShellWord(name)) },
			"sh":                   func() (string, error) { return unixArgument(screen.UnixWord(name)) },
		} {
			if read, err := got(); err != nil || read != name {
				t.Fatalf("%s reads %q as %q: %v", shell, name, read, err)
			}
		}
	}
}

func hostileName(chance *rand.Rand) string {
	pieces := []string{"a", "b.toml", " ", "'", `"`, "`", "$", "(", ")", ";", "calc", "|", "&", "\\", "-", "--%", "@", "#", ",", "{", "}", "<", ">", "%", "!", "^", "~", "*", "?", "[", "]",
		"\u2018", "\u2019", "\u201a", "\u201b", "\u201c", "\u201d", "\u201e", "\u2013", "\u2014", "\u2015", "\u00a0", "\u2028", "\u0085", "\u3000", "\uff07", "\uff02", "ü", "世", "\n", "\t", "\x1b[31m", "\xff", "$(", "''", "C:", "/"}
	var name strings.Builder
	for range chance.IntN(9) {
		name.WriteString(pieces[chance.IntN(len(pieces))])
	}
	return name.String()
}

// powerShellArgument reads one argument of a command as PowerShell's tokenizer
// does, and refuses whatever could be more than that. Typographic quotes are
// quotes: four signs are a single one, four a double one.
func powerShellArgument(line string) (string, error) {
	const single, double = "'\u2018\u2019\u201a\u201b", "\"\u201c\u201d\u201e"
	runes, value := []rune(line), ""
	if line == "" {
		return "", fmt.Errorf("no argument")
	}
	if strings.ContainsRune("-\u2013\u2014\u2015~@#", runes[0]) {
		return "", fmt.Errorf("a parameter or an operator: %s", line)
	}
	inside := "" // the signs that end what was begun
	for i := 0; i < len(runes); i++ {
		r := runes[i]
		switch {
		case inside != "" && strings.ContainsRune(inside, r) && i+1 < len(runes) && strings.ContainsRune(inside, runes[i+1]):
			i++
			value += string(runes[i])
		case inside != "" && strings.ContainsRune(inside, r):
			inside = ""
		case inside == double && (r == '$' || r == '`'):
			return "", fmt.Errorf("something to work out: %s", line)
		case inside != "":
			value += string(r)
		case strings.ContainsRune(single, r):
			inside = single
		case strings.ContainsRune(double, r):
			inside = double
		case unicode.IsSpace(r) || strings.ContainsRune("$`;|&(){},<>@#*?[]", r):
			return "", fmt.Errorf("the argument ends or does something: %s", line)
		default:
			value += string(r)
		}
	}
	if inside != "" {
		return "", fmt.Errorf("a quote is open: %s", line)
	}
	return value, nil
}

// unixArgument reads one argument as sh does, and refuses the rest.
func unixArgument(line string) (string, error) {
	value, inside := "", rune(0)
	for i, runes := 0, []rune(line); i < len(runes); i++ {
		r := runes[i]
		switch {
		case inside != 0 && r == inside:
			inside = 0
		case inside == '"' && strings.ContainsRune("$`\\!", r):
			return "", fmt.Errorf("something to work out: %s", line)
		case inside != 0:
			value += string(r)
		case r == '\'' || r == '"':
			inside = r
		case r == '\\' && i+1 < len(runes):
			i++
			value += string(runes[i])
		case unicode.IsSpace(r) || strings.ContainsRune("$`;|&(){}<>*?[]#~!\\", r):
			return "", fmt.Errorf("the argument ends or does something: %s", line)
		default:
			value += string(r)
		}
	}
	if line == "" || inside != 0 {
		return "", fmt.Errorf("no argument, or a quote is open: %s", line)
	}
	return value, nil
}
