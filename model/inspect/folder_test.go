package inspect_test

import (
	"crypto/sha1"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
)

// changeWindow is the date of all these tests.
var changeWindow = time.Date(2026, 11, 22, 22, 0, 0, 0, time.UTC)

func TestFolderIsSorted(t *testing.T) {
	files := folderFiles(t)
	if len(files) < 40 {
		t.Fatalf("the folder has only %d files", len(files))
	}
	report := inspect.Inspect(folderInputs(files), nil, changeWindow)
	if len(report.Files) != len(files) {
		t.Fatalf("%d files were told of, not %d", len(report.Files), len(files))
	}
	for i, want := range files {
		t.Run(want.name, func(t *testing.T) { checkFolderFile(t, report, report.Files[i], want) })
	}
}

func checkFolderFile(t *testing.T, report inspect.Report, got reading.File, want folderFile) {
	if got.Name != want.name {
		t.Fatalf("it is called %q", got.Name)
	}
	if !slices.Contains(strings.Split(want.kinds, "|"), string(got.Kind)) {
		t.Errorf("its kind is %q, not %s (%s)", got.Kind, want.kinds, got.About)
	}
	if have := sortedWords(placesOf(report, got)); have != sortedWords(strings.Fields(want.certs)) {
		t.Errorf("its certificates are %q, not %q", have, want.certs)
	}
	checkFileHash(t, got, want)
}

func checkFileHash(t *testing.T, got reading.File, want folderFile) {
	sum := sha256.Sum256(want.data)
	switch {
	case got.Kind == reading.Secret && got.SHA256 != "":
		t.Error("the hash of a file with a private key is told")
	case got.Kind != reading.Secret && got.Kind != reading.Unreadable && got.SHA256 != hex.EncodeToString(sum[:]):
		t.Errorf("its hash is %q", got.SHA256)
	}
}

// placesOf tells the certificates of a file as "root:root".
func placesOf(report inspect.Report, f reading.File) []string {
	var out []string
	for _, i := range f.Certificates {
		if i < 0 || i >= len(report.Chains.Certificates) {
			out = append(out, fmt.Sprintf("place %d is none", i))
			continue
		}
		c := report.Chains.Certificates[i]
		out = append(out, string(c.Role)+":"+string(c.Upload))
	}
	return out
}

func sortedWords(words []string) string {
	words = slices.Clone(words)
	slices.Sort(words)
	return strings.Join(words, " ")
}

// TestUploadAnswer compares the answer by thumbprint: no certificate more, none
// less, each of them once.
func TestUploadAnswer(t *testing.T) {
	files := folderFiles(t)
	want := map[string]string{}
	for _, f := range certificateFiles(t) {
		_, want[thumbprintOf(f.data)], _ = strings.Cut(f.certs, ":")
	}
	compareAnswers(t, uploadAnswer(inspect.Inspect(folderInputs(files), nil, changeWindow)), want)
}

func thumbprintOf(data []byte) string {
	sum := sha1.Sum(data)
	return hex.EncodeToString(sum[:])
}

func uploadAnswer(report inspect.Report) map[string]string {
	answer := map[string]string{}
	for _, c := range report.Chains.Certificates {
		if _, twice := answer[c.SHA1]; twice {
			answer[c.SHA1] = "told twice"
			continue
		}
		answer[c.SHA1] = string(c.Upload)
	}
	return answer
}

func compareAnswers(t *testing.T, got, want map[string]string) {
	t.Helper()
	names := fixtureNames(t)
	for thumbprint, upload := range want {
		if got[thumbprint] != upload {
			t.Errorf("%s: %q, not %q", names[thumbprint], got[thumbprint], upload)
		}
	}
	for thumbprint, upload := range got {
		if _, known := want[thumbprint]; !known {
			t.Errorf("%s %s: %q was not expected", thumbprint, names[thumbprint], upload)
		}
	}
}

// fixtureNames are the names of the files with one certificate by thumbprint.
func fixtureNames(t testing.TB) map[string]string {
	names := map[string]string{}
	for _, f := range certificateFiles(t) {
		names[thumbprintOf(f.data)] = f.name
	}
	return names
}

func TestFileNamesDoNotMatter(t *testing.T) {
	files := folderFiles(t)
	before := inspect.Inspect(folderInputs(files), nil, changeWindow)
	inputs := folderInputs(files)
	for i := range inputs {
		inputs[i].Name = strconv.Itoa(i + 1)
	}
	after := inspect.Inspect(inputs, nil, changeWindow)
	compareAnswers(t, uploadAnswer(after), uploadAnswer(before))
	for i, f := range after.Files {
		old := before.Files[i]
		if f.Kind != old.Kind || !slices.Equal(placesOf(after, f), placesOf(before, old)) {
			t.Errorf("%s: %s with %q, renamed %s with %q", old.Name, old.Kind, placesOf(before, old), f.Kind, placesOf(after, f))
		}
	}
}

func TestOrderOfFilesDoesNotMatter(t *testing.T) {
	files := folderFiles(t)
	before := inspect.Inspect(folderInputs(files), nil, changeWindow)
	chance := rand.New(rand.NewPCG(22, 11))
	for range 3 {
		inputs := folderInputs(files)
		chance.Shuffle(len(inputs), func(i, k int) { inputs[i], inputs[k] = inputs[k], inputs[i] })
		after := inspect.Inspect(inputs, nil, changeWindow)
		compareAnswers(t, uploadAnswer(after), uploadAnswer(before))
		kinds := kindsByName(before)
		for name, kind := range kindsByName(after) {
			if kinds[name] != kind {
				t.Errorf("%s: %s, in another order %s", name, kinds[name], kind)
			}
		}
	}
}

func kindsByName(report inspect.Report) map[string]string {
	kinds := map[string]string{}
	for _, f := range report.Files {
		kinds[f.Name] = string(f.Kind) + " " + sortedWords(placesOf(report, f))
	}
	return kinds
}
