package inspect_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/reading"
)

// TestFolderTellsNoSecret looks for pieces of the secrets in everything that
// comes out, and TestFolderIsClean for characters that no terminal should get.
func TestFolderTellsNoSecret(t *testing.T) {
	report := inspect.Inspect(folderInputs(folderFiles(t)), nil, changeWindow)
	told, err := json.Marshal(map[string]any{"report": report, "evidence": report.Evidence()})
	if err != nil {
		t.Fatal(err)
	}
	for _, secret := range folderSecrets() {
		if bytes.Contains(bytes.ToLower(told), bytes.ToLower([]byte(secret))) {
			t.Errorf("%q is told", secret)
		}
	}
}

// folderSecrets are pieces of the token and of the keys, as they would look in
// text.
func folderSecrets() []string {
	pieces := []string{"c2VjcmV0LWhlYWRlcg", "secret-header", "no signature of anybody"}
	for part := range strings.SplitSeq(registrationToken(), ".") {
		pieces = append(pieces, part[:24], part[len(part)-24:])
	}
	for _, key := range [][]byte{testKey().pkcs8, testKey().sec1} {
		for _, form := range [][]byte{[]byte(base64.StdEncoding.EncodeToString(key)), []byte(hex.EncodeToString(key))} {
			pieces = append(pieces, string(form[len(form)/2:len(form)/2+20]))
		}
		sum := sha256.Sum256(key)
		pieces = append(pieces, hex.EncodeToString(sum[:]))
	}
	return pieces
}

func TestFolderIsClean(t *testing.T) {
	report := inspect.Inspect(folderInputs(folderFiles(t)), nil, changeWindow)
	told, err := json.Marshal(map[string]any{"report": report, "evidence": report.Evidence()})
	if err != nil {
		t.Fatal(err)
	}
	var tree any
	if err := json.Unmarshal(told, &tree); err != nil {
		t.Fatal(err)
	}
	checkTexts(t, "", tree)
}

func checkTexts(t *testing.T, path string, tree any) {
	switch value := tree.(type) {
	case map[string]any:
		for key, below := range value {
			checkTexts(t, path+"."+key, below)
		}
	case []any:
		for i, below := range value {
			checkTexts(t, path+"."+strconv.Itoa(i), below)
		}
	case string:
		if model.Clean(value) != value && value != "" {
			t.Errorf("%s is not clean: %q", path, value)
		}
		if utf8.RuneCountInString(value) > 2000 {
			t.Errorf("%s has %d characters", path, utf8.RuneCountInString(value))
		}
	}
}

func TestEvidenceOfFolder(t *testing.T) {
	files := folderFiles(t)
	hashes := map[string]bool{}
	for _, f := range files {
		if sum := sha256.Sum256(f.data); f.kinds != "secret" {
			hashes[hex.EncodeToString(sum[:])] = true
		}
	}
	kept := inspect.Inspect(folderInputs(files), nil, changeWindow).Evidence()
	if len(kept) < 40 {
		t.Fatalf("only %d pieces of evidence", len(kept))
	}
	for _, e := range kept {
		if !hashes[e.SHA256] || !e.Read.Equal(changeWindow) || e.File == "" {
			t.Errorf("%s %q: hash %q, read %s", e.Kind, e.File, e.SHA256, e.Read)
		}
	}
}

// TestFixturesAreCertificates keeps private keys out of the repository.
func TestFixturesAreCertificates(t *testing.T) {
	for _, path := range allFixtures(t) {
		data := certificateFixture(t, path)
		report := inspect.Inspect([]inspect.Input{{Name: path, Data: data}}, nil, changeWindow)
		if len(report.Files) != 1 {
			t.Fatalf("%s: %d files are told of", path, len(report.Files))
		}
		got := report.Files[0]
		if got.Kind != reading.Certificates || len(got.Certificates) == 0 {
			t.Errorf("%s is %q with %d certificates", path, got.Kind, len(got.Certificates))
		}
	}
}

// allFixtures are the paths of what the maker wrote.
func allFixtures(t *testing.T) []string {
	t.Helper()
	var paths []string
	root := os.DirFS(filepath.Join("..", "certs", "testdata"))
	err := fs.WalkDir(root, ".", func(path string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() && !strings.HasPrefix(path, "make/") {
			paths = append(paths, path)
		}
		return err
	})
	if err != nil || len(paths) < 100 {
		t.Fatalf("%d fixtures: %v", len(paths), err)
	}
	return paths
}
