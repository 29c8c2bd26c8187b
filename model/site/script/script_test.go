package script

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// cmdlets are those that the script may use, with the parameters that their pages
// name. Nothing of them changes the site: Set-Content writes the file of the script,
// and New-CimSession only opens a way to ask.
var cmdlets = map[string]string{
	"Get-CimInstance":      "CimSession Namespace Query ClassName Property",
	"New-CimSession":       "ComputerName SessionOption OperationTimeoutSec",
	"New-CimSessionOption": "Protocol",
	"Get-CMClientSetting":  "Name Setting DisableWildcardHandling",
	"Get-PSDrive":          "PSProvider",
	"Get-Location":         "PSProvider",
	"Get-Module":           "", "Import-Module": "", "Get-Culture": "", "Get-Date": "", "Get-ItemProperty": "", "Get-ChildItem": "",
	"Get-FileHash": "LiteralPath Algorithm", "Get-WindowsFeature": "Name", "Get-WebBinding": "Protocol",
	"Set-StrictMode": "Off", "Set-Location": "LiteralPath", "Set-Content": "LiteralPath Encoding", "ConvertTo-Json": "Depth",
	"Split-Path": "Path IsAbsolute", "Join-Path": "Path ChildPath",
	"Select-Object": "Property First Skip", "Where-Object": "", "ForEach-Object": "", "Write-Host": "",
}

// operators look like parameters and are none.
var operators = strings.Fields("not eq ne gt split join replace notmatch and or")

var (
	comment    = regexp.MustCompile(`(?s:<#.*?#>)|(?m:^\s*#.*$)`)
	quoted     = regexp.MustCompile(`'[^'\n]*'`)
	function   = regexp.MustCompile(`(?m)^function (\S+?)[({ ]`)
	command    = regexp.MustCompile(`\b[A-Z][a-zA-Z]+-[A-Z][a-zA-Z0-9]+\b`)
	parameter  = regexp.MustCompile(`(?:^|[\s(])-([A-Za-z]+)\b`)
	queryOf    = regexp.MustCompile(`SELECT ([^"']+?) FROM`)
	openAtAll  = regexp.MustCompile(`(?i)Invoke-|Start-|Stop-|Remove-|Add-|Clear-|Send-|Out-File|\.Put\(|\.Delete\(|DownloadString|Net\.WebClient|-Credential|UserName|LastModifiedBy|CreatedBy|SecretKey|Certificate\b.*Serialized`)
	everything = regexp.MustCompile(`SELECT \*`)
)

// TestCmdlets: the script uses nothing but what stands in the table, with the
// parameters that stand there.
func TestCmdlets(t *testing.T) {
	code := quoted.ReplaceAllString(comment.ReplaceAllString(Text, ""), "''")
	own := map[string]bool{}
	for _, m := range function.FindAllStringSubmatch(code, -1) {
		own[m[1]] = true
	}
	for line := range strings.SplitSeq(code, "\n") {
		var known []string
		for _, name := range command.FindAllString(line, -1) {
			parameters, ok := cmdlets[name]
			if !ok && !own[name] {
				t.Errorf("%s is not in the table: %s", name, line)
			}
			known = append(known, strings.Fields(parameters)...)
		}
		for _, m := range parameter.FindAllStringSubmatch(line, -1) {
			if !slices.Contains(known, m[1]) && !slices.Contains(operators, m[1]) {
				t.Errorf("-%s belongs to no cmdlet of its line: %s", m[1], line)
			}
		}
	}
}

// TestReadsOnly: no write, no secret, no name of a user, no query of everything and
// none without an end.
func TestReadsOnly(t *testing.T) {
	code := comment.ReplaceAllString(Text, "")
	for _, m := range openAtAll.FindAllString(code, -1) {
		t.Errorf("the script holds %q", m)
	}
	if everything.MatchString(code) {
		t.Error("a query names no columns")
	}
	for _, m := range queryOf.FindAllStringSubmatch(code, -1) {
		if strings.Contains(m[1], "COUNT") && m[1] != "COUNT(*)" {
			t.Errorf("%q is no count that the documentation knows", m[1])
		}
	}
	if strings.Count(code, "Set-Content") != 1 || strings.Count(code, "New-CimSession ") != 1 || !strings.Contains(code, "-OperationTimeoutSec 60") {
		t.Error("the script writes more than one file, or a query of it has no end")
	}
	for line := range strings.SplitSeq(code, "\n") {
		if strings.Contains(line, "Get-Rows \"SELECT") && strings.Contains(line, "SMS_R_System") && !strings.Contains(line, "-First") {
			t.Errorf("devices are listed without an end: %s", line)
		}
	}
	if n := strings.Count(Text, "\n"); n > 200 {
		t.Errorf("the script has %d lines: too long to be read first", n)
	}
	for _, words := range []string{"CHANGES NOTHING", "SENDS NOTHING", "NEVER RUN ON A REAL SITE", "Read-only analyst", "Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope Process"} {
		if !strings.Contains(Text, words) {
			t.Errorf("the head does not say %q", words)
		}
	}
}

// allowedTypes are those of Constrained Language Mode that the script uses: their methods
// may be called there, those of any other type may not.
var allowedTypes = strings.Fields("string switch scriptblock datetime int long bool ordered")

// TestConstrainedLanguage: no type but these, no static member, nothing compiled or made.
func TestConstrainedLanguage(t *testing.T) {
	code := quoted.ReplaceAllString(comment.ReplaceAllString(Text, ""), "''")
	for _, m := range regexp.MustCompile(`\[([A-Za-z][A-Za-z.]*)\]`).FindAllStringSubmatch(code, -1) {
		if !slices.Contains(allowedTypes, m[1]) {
			t.Errorf("%s is refused in that mode", m[0])
		}
	}
	for _, no := range []string{"]::", "New-Object", "Add-Type", "class ", ". {"} {
		if strings.Contains(code, no) {
			t.Errorf("the script holds %q", no)
		}
	}
}

// TestIs knows the script however Windows saved it.
func TestIs(t *testing.T) {
	for _, text := range [][]byte{[]byte(Text), []byte(strings.ReplaceAll(Text, "\n", "\r\n")), []byte("\uFEFF" + Text), wide("\uFEFF" + Text)} {
		if !Is(strings.ToUpper(sum(text))) {
			t.Error("a saved script is not known")
		}
	}
	if Is(sum([]byte(Text+"\n"))) || Is("") {
		t.Error("another script is known")
	}
}

// TestOutFile: a relative path means the folder of the caller, so that it is made
// whole before the script leaves that folder.
func TestOutFile(t *testing.T) {
	whole, left := strings.Index(Text, "-Path $OutFile -IsAbsolute"), strings.Index(Text, `Set-Location "$env:SystemDrive`)
	if whole < 0 || left < whole {
		t.Errorf("the path is made whole at %d, the folder is left at %d", whole, left)
	}
	if strings.Contains(Text, "Every query ends") || strings.Count(Text, "$stop = ") != 1 {
		t.Error("the head promises more than is true, or an end is set that nothing looks at")
	}
}
