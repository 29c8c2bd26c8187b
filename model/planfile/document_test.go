package planfile

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/slow"
)

func sample(t testing.TB) []byte {
	t.Helper()
	data, err := os.ReadFile("testdata/contoso.toml")
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func parse(t testing.TB, text string) *Document {
	t.Helper()
	doc, err := Parse("contoso.toml", []byte(text))
	if err != nil {
		t.Fatalf("cannot parse: %v\n%s", err, text)
	}
	return doc
}

const smallPlan = `format = 1
name = "Contoso"

[site]
code = "P01"
version = "2409"
security_now = "enhanced-http"
security = "enhanced-http"

[[devices]]
join = "hybrid"
internet = "yes"
windows = "10-or-later"
user_centric = "yes"
method = "entra"

[[devices]]
join = "workgroup"
internet = "yes"
windows = "10-or-later"
method = "token"
reaches_internal_network = "no"

[[management_points]]
host = "mp1.contoso.com"
clients_now = "http"
clients = "http"
cmg_traffic = "yes"
`

func TestASmallPlanWrittenByHandIsRead(t *testing.T) {
	p := parse(t, smallPlan).Plan
	if p.Name != "Contoso" || p.Site.Code != "P01" || len(p.Devices) != 2 || p.Devices[1].Method != model.SiteToken ||
		p.ManagementPoints[0].Host != "mp1.contoso.com" || p.Devices[1].ReachesInternalNetwork != model.No {
		t.Errorf("read as %+v", p)
	}
}

func TestAllWaysToWriteAPlanGiveTheSame(t *testing.T) {
	want := New().Format(parse(t, smallPlan).Plan)
	inline := `site = {code = "P01", version = '2409', security_now = "enhanced-http", security = """enhanced-http"""}
devices = [
  {join = "hybrid", internet = "yes", windows = "10-or-later", user_centric = "yes", method = "entra"}, # one
  {join = "workgroup", internet = "yes", windows = "10-or-later", method = "token", reaches_internal_network = "no"}
]
"format" = 0x1
name = "\u0043ontoso"
management_points = [{host = "mp1.contoso.com", clients_now = "http", clients = "http", cmg_traffic = "yes"}]`
	dotted := strings.Replace(strings.Replace(smallPlan, "[site]\ncode =", "site.code =", 1), "version", "site.version", 1)
	dotted = strings.ReplaceAll(dotted, "\nsecurity", "\nsite . \"security\"")
	dotted = strings.Replace(dotted, `"security"_now`, "security_now", 1)
	for name, text := range map[string]string{
		"on one line":          inline,
		"with dotted keys":     dotted,
		"with a byte order":    "\uFEFF" + smallPlan,
		"with CRLF":            strings.ReplaceAll(smallPlan, "\n", "\r\n"),
		"without a last break": strings.TrimSpace(smallPlan),
		"with empty texts":     smallPlan + "\n[gateway]\nregion = \"\"\nvm_instances = \"\"\nvm_size = \"\"\n[token]\nregistration = \"\"",
	} {
		t.Run(name, func(t *testing.T) {
			if got := New().Format(parse(t, text).Plan); !bytes.Equal(got, want) {
				t.Errorf("read as\n%s", got)
			}
		})
	}
}

// exitCoder is what the program needs of every error.
type exitCoder interface {
	error
	Hint() string
	ExitCode() int
}

func TestWrongFilesAreRefusedInWords(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"empty", "", "contoso.toml: the file is empty"},
		{"only blanks", " \n\t\r\n", "the file is empty"},
		{"only a byte order mark", "\uFEFF", "the file is empty"},
		{"UTF-16 with its mark", "\xFF\xFEf\x00o\x00", "UTF-16"},
		{"UTF-16 without", "f\x00o\x00r\x00", "UTF-16"},
		{"UTF-16, big end first", "\x00f\x00o", "UTF-16"},
		{"Latin-1", "format = 1\nname = \"M\xFCller\"\n", "contoso.toml:2: the text is not UTF-8"},
		{"a NUL", "format = 1\nname = \"a\x00\"\n", "contoso.toml:2: the file is not a text"},
		{"cut off in a character", "format = 1\nname = \"M\xC3", "contoso.toml:2: the text ends in the middle: it looks cut off"},
		{"cut off in a text", "format = 1\nname = \"Con", "contoso.toml:2: the text ends in the middle: it looks cut off"},
		{"cut off after an escape", "format = 1\n\"Con\\", "looks cut off"},
		{"cut off in a long text", "format = 1\nname = \"\"\"\nCon\n", "looks cut off"},
		{"cut off in a key", "format = 1\nna", "contoso.toml:2: the text ends in the middle: it looks cut off"},
		{"cut off after the sign", "format = 1\nname =", "looks cut off"},
		{"cut off in a header", "format = 1\n[si", "looks cut off"},
		{"cut off in a list", "format = 1\n[token]\nregistration = [\"bulk\",\n", "looks cut off"},
		{"cut off in a time", "format = 1\ncreated = 2026-11-2", "looks cut off"},
		{"no format", "name = \"x\"\n", `contoso.toml: there is no "format"`},
		{"format in a table", "[site]\nformat = 1\n", `there is no "format"`},
		{"format as text", "format = \"1\"\n", "contoso.toml:1: format: expected the number 1"},
		{"format 0", "format = 0\n", "expected the number 1"},
		{"a newer format", "format = 2\nnew_key = 1\n", "format 2 and needs a newer cmgwizard"},
		{"no value", "format = 1\nname = # nothing\n", "contoso.toml:2: expected a value"},
		{"no key", "format = 1\n= 2\n", "contoso.toml:2: expected a key"},
		{"no sign", "format = 1\nname \"x\"\n", `contoso.toml:2: expected "=" after the key name`},
		{"rest of a line", "format = 1\n[site] code = 1\n", "contoso.toml:2: expected the end of the line"},
		{"a text over lines", "format = 1\nname = \"a\nb\"\n", "contoso.toml:2: expected the closing quote"},
		{"an open header", "format = 1\n[site\ncode = 1\n", `contoso.toml:2: expected "]"`},
		{"no comma", "format = 1\n[token]\nregistration = [\"bulk\" \"x\"]\n", `contoso.toml:3: expected "," or "]"`},
		{"a bad escape", "format = 1\nname = \"\\q\"\n", "contoso.toml:2: "},
		{"a bare word", "format = 1\nname = Contoso\nstep = 1\n", "contoso.toml:2: "},
		{"a lone carriage return", "format = 1\nname = \"a\"\r\rstep = 1\n", "contoso.toml:2: "},
		{"a key twice", "format = 1\nname = \"a\"\nname = \"b\"\n", "contoso.toml:3: name: is there twice: first in line 2"},
		{"a table twice", "format = 1\n[site]\n[pki]\n[site]\n[pki]\n", "contoso.toml:4: site: is there twice: first in line 2\ncontoso.toml:5: pki"},
		{"a table over a key", "format = 1\n[site]\ncode = 1\n[site.code]\n", "contoso.toml:4: site.code: is there twice"},
		{"an unknown key", "format = 1\n[site]\nsecurty = \"http\"\n", "contoso.toml:3: site.securty: unknown key: did you mean security?"},
		{"an unlike key", "format = 1\n[site]\ncolour = 1\n", "unknown key: the nearest is code; known here are code, version"},
		{"an unknown table", "format = 1\n[gatevay]\nregion = 1\n", "contoso.toml:2: gatevay: unknown key: did you mean gateway?"},
		{"capitals in a key", "format = 1\n[site]\nCode = \"P01\"\n", "contoso.toml:3: site.Code: unknown key: it is written code"},
		{"a key with an escape in it", "format = 1\n\"\\u001b[31m\" = 1\n", `contoso.toml:2: "\u001B[31m": unknown key`},
		{"a wrong word", "format = 1\n[[devices]]\n[[devices]]\nmethod = \"kerberos\"\n",
			`contoso.toml:4: devices[1].method: "kerberos" is none of entra, pki, token, unsure`},
		{"a wrong word on one line", "format = 1\ndevices = [{},\n{method = \"kerberos\"}]\n", `contoso.toml:3: devices[1].method: "kerberos"`},
		{"true for yes", "format = 1\n[pki]\navailable = true\n", `contoso.toml:3: pki.available: expected in quotes one of "yes", "no", "unsure"`},
		{"a number for text", "format = 1\n[site]\nversion = 2409\n", "contoso.toml:3: site.version: expected text in quotes"},
		{"text for a number", "format = 1\n[pki]\nkey_bits = \"2048\"\n", `pki.key_bits: expected a whole number or "unsure"`},
		{"a part for a number", "format = 1\n[pki]\nkey_bits = 2.5\n", `pki.key_bits: expected a whole number or "unsure"`},
		{"too many instances", "format = 1\n[gateway]\nvm_instances = 17\n", "gateway.vm_instances: expected a whole number from 1 to 16"},
		{"less than nothing", "format = 1\n[[devices]]\ncount = -1\n", "devices[0].count: expected a whole number, 0 or more"},
		{"text for a list", "format = 1\n[token]\nregistration = \"bulk\"\n", `token.registration: expected a list in brackets out of "internal-network", "bulk", "unsure"`},
		{"numbers in a list", "format = 1\n[token]\nregistration = [1]\n", "expected a list in brackets"},
		{"a word twice in a list", "format = 1\n[token]\nregistration = [\"bulk\", \"bulk\"]\n", "there twice"},
		{"unsure among others", "format = 1\n[token]\nregistration = [\"bulk\", \"unsure\"]\n", "stands alone"},
		{"a bad site code", "format = 1\n[site]\ncode = \"CON\"\n", "contoso.toml:3: site.code: CON is reserved"},
		{"one bracket for a list", "format = 1\n[devices]\njoin = \"entra\"\n", "contoso.toml:2: devices: expected a list of tables: write [[devices]]"},
		{"two brackets for a table", "format = 1\n[[site]]\n", "site: expected a table: write [site] in brackets, once"},
		{"a value for a table", "format = 1\nsite = 1\n", "contoso.toml:2: site: expected a table"},
		{"a table for a value", "format = 1\n[site.code]\n", "contoso.toml:2: site.code: expected text in quotes"},
		{"words among tables", "format = 1\ndevices = [{}, 1]\n", "devices: expected a list of tables"},
		{"a date without a time", "format = 1\ncreated = 2026-11-22\n", "contoso.toml:2: created: expected a date and time with an offset"},
		{"a time without an offset", "format = 1\ncreated = 2026-11-22T10:00:00\n", "created: expected a date and time with an offset"},
		{"a time as text", "format = 1\ncreated = \"2026-11-22\"\n", "created: expected a date and time"},
		{"a serial below 0", "format = 1\nserial = -1\n", "serial: expected a whole number"},
		{"an id that is none", "format = 1\nid = \"x\"\n", "id: expected a GUID"},
		{"an id that is unsure", "format = 1\nid = \"unsure\"\n", "id: expected a GUID"},
		{"a name too long", "format = 1\nname = \"" + strings.Repeat("x", model.MaxText+1) + "\"\n", "name: longer than"},
		{"an answer too long", "format = 1\n[gateway]\nregion = \"" + strings.Repeat("x", model.MaxText+1) + "\"\n", "region: longer than"},
		{"a note too long", "format = 1\n[[tasks]]\nid = \"a\"\nnote = \"" + strings.Repeat("x", model.MaxText+1) + "\"\n", "note: longer than"},
		{"a title that is no text", "format = 1\n[[tasks]]\nid = \"a\"\ntitle = 1\n", "tasks[0].title: expected text"},
		{"a state that is none", "format = 1\n[[tasks]]\nid = \"a\"\nstate = \"ready\"\n", `tasks[0].state: "ready" is none of "open", "done"`},
		{"a due that is no date", "format = 1\n[[tasks]]\nid = \"a\"\ndue = \"soon\"\n", "tasks[0].due: a date is written"},
		{"a task without an id", "format = 1\n[[tasks]]\nstate = \"done\"\n", "contoso.toml:2: tasks[0]: id is missing"},
		{"a task twice", "format = 1\n[[tasks]]\nid = \"a\"\n[[tasks]]\nid = \"a\"\n", `contoso.toml:5: tasks[1].id: "a" is there twice`},
		{"a kind that is none", "format = 1\n[[evidence]]\nkind = \"rumour\"\n", `evidence[0].kind: "rumour" is none of`},
		{"facts that are none", "format = 1\n[[evidence]]\nfacts = 1\n", "evidence[0].facts: expected a table of facts"},
		{"too many facts", "format = 1\n[[evidence]]\n[evidence.facts]\na = [" + strings.Repeat("1,", 1001) + "]\n", "more than 1000 facts"},
		{"facts too deep", "format = 1\n[[evidence]]\n[evidence.facts]\na = [[[[[[[[[[]]]]]]]]]]\n", "facts are nested"},
		{"a long fact", "format = 1\n[[evidence]]\n[evidence.facts]\na = \"" + strings.Repeat("x", model.MaxText+1) + "\"\n", "a fact is longer"},
		{"a long name of a fact", "format = 1\n[[evidence]]\n[evidence.facts]\n" + strings.Repeat("x", 300) + " = 1\n", "the name of a fact"},
		{"a local time among facts", "format = 1\n[[evidence]]\n[evidence.facts]\na = 10:00:00\n", "no offset"},
	} {
		t.Run(test.name, func(t *testing.T) { wantRefusal(t, test.text, test.want) })
	}
}

func wantRefusal(t *testing.T, text, want string) {
	t.Helper()
	_, err := Parse("contoso.toml", []byte(text))
	var coder exitCoder
	if !errors.As(err, &coder) || coder.Hint() == "" || coder.ExitCode() != 3 {
		t.Fatalf("no error with hint and exit code 3: %v", err)
	}
	if len(err.Error()) > 100_000 {
		t.Errorf("the message has %d characters", len(err.Error()))
	}
	if !strings.Contains(err.Error(), want) {
		t.Errorf("got  %s\nwant %s", err, want)
	}
}

func TestHostileFilesEndAtOnce(t *testing.T) {
	slow.Long(t)
	line := func(line string) string { return "format = 1\n" + line + "\n" }
	for _, test := range []struct{ name, text, want string }{
		{"a key of 100,000 parts", line(strings.Repeat("a.", 100_000) + "a = 1"), "contoso.toml:2: a key has more than 16 parts"},
		{"a header of 100,000 parts", line("[" + strings.Repeat("a.", 100_000) + "a]"), "contoso.toml:2: a key has more than 16 parts"},
		{"parts that add up", line("[a.b.c.d.e.f.g.h.i]\nj.k.l.m.n.o.p.q = 1"), "contoso.toml:3: a key has more than 16 parts"},
		{"tables in tables", line("a = " + strings.Repeat("{a=", 10_000) + "1" + strings.Repeat("}", 10_000)), "contoso.toml:2: "},
		{"lists in lists", line("a = " + strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000)), "contoso.toml:2: brackets are nested more than 16 deep"},
		{"lists 17 deep", line("a = " + strings.Repeat("[", 17) + strings.Repeat("]", 17)), "contoso.toml:2: brackets are nested more than 16 deep"},
		{"deep keys in a list", line("a = [\n{" + strings.Repeat("b.", 1000) + "b = 1}]"), "contoso.toml:3: a key has more than 16 parts"},
		{"a text of 3 MB", line(`name = "` + strings.Repeat("x", 3<<20) + `"`), "larger than 2 MiB"},
		{"a text of 1.9 MB", line(`name = "` + strings.Repeat("x", 19<<16) + `"`), "contoso.toml:2: name: longer than"},
		{"130,000 lines", strings.Repeat("\n", 130_000) + "format = 1", "more than 120000 lines"},
		{"600,000 numbers", line("name = [" + strings.Repeat("1,", 600_000) + "]"), "name: expected text"},
		{"500,000 tables", line("devices = [" + strings.Repeat("{},", 500_000) + "]"), "devices: more than 10000 entries"},
		{"20,000 headers", line(strings.Repeat("[[devices]]\n", 20_000)), "devices: more than 10000 entries"},
		{"40,000 unknown keys", line(manyKeys(40_000, "\n")), "… and"},
		{"100,000 keys on one line", line("site = {" + manyKeys(100_000, ",") + "}"), "… and"},
		{"40,000 unknown headers", line(manyHeaders(40_000)), "… and"},
		{"long unknown keys", line(strings.Repeat("x", 1<<20) + " = 1"), "unknown key"},
		{"a long word in a list", line("[token]\nregistration = [\"" + strings.Repeat("x", 1<<20) + "\"]"), "token.registration: "},
		{"a long key without a value", line(strings.Repeat("x", 1<<20)), "expected \"=\" after the key xxx"},
		{"quotes without end", line(`name = ` + strings.Repeat(`"`, 1<<20)), "contoso.toml:2: "},
		{"an escape at the end", "format = 1\nname = \"\"\"\\ ", "looks cut off"},
		{"a break that is none", line("name = \"\"\"a\\ b\"\"\""), "contoso.toml:2: "},
	} {
		t.Run(test.name, func(t *testing.T) { wantRefusal(t, test.text, test.want) })
	}
}

func manyKeys(n int, between string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "k%d = 1%s", i, between)
	}
	return strings.TrimSuffix(b.String(), between)
}

func manyHeaders(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "[t%d]\n", i)
	}
	return b.String()
}

func TestAllProblemsComeAtOnceByLine(t *testing.T) {
	wantRefusal(t, "format = 1\nserial = \"x\"\n[site]\nCode = 1\nversion = \"1\"\n[[devices]]\njoin = 1\n[gatway]\n",
		`contoso.toml:2: serial: expected a whole number, 0 or more
contoso.toml:4: site.Code: unknown key: it is written code, in small letters
contoso.toml:5: site.version: a ConfigMgr version is four digits, year and month, such as 2409
contoso.toml:7: devices[0].join: expected in quotes one of "hybrid", "entra", "domain", "workgroup", "unsure"
contoso.toml:8: gatway: unknown key: did you mean gateway?`)
}

func TestAFileOfTheProgramCutOffAnywhereIsRefused(t *testing.T) {
	whole := parse(t, string(sample(t)))
	text := whole.Format(whole.Plan)
	for n := 0; n < len(text)-1; n += 1 + n/1000 {
		if _, err := Parse("contoso.toml", text[:n]); err == nil {
			t.Errorf("cut off after %d bytes it is read as a plan: …%s", n, text[max(n-40, 0):n])
		}
	}
}

func TestTheNewerFormatIsNoProblemOfItsContent(t *testing.T) {
	_, err := Parse("contoso.toml", []byte("format = 3\n[future]\nx = 1\n"))
	var newer *newerError
	if !errors.As(err, &newer) || newer.Format != 3 || newer.ExitCode() != 3 {
		t.Errorf("got %v", err)
	}
}
