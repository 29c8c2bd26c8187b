package cli

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/export"
	"cmgwizard/model/judge"
	"cmgwizard/wizard/cli/page"
)

// smallPack is a pack with two formats in it.
func smallPack(t *testing.T) *pack {
	t.Helper()
	plan := sample(t)
	plan.At = noon
	k := newPack(samplePlan, judge.NewChecklist(plan, noon), doc.Letter)
	k.rendered = []rendered{{"checklist.html", "html", "a page", "", ""}, {"checklist.txt", "text", "text", "", ""}, {"team-pki.txt", "text", "of a team", model.PKITeam, ""}}
	return k
}

// unzipped are the files of a zip by their names.
func unzipped(t *testing.T, data []byte) map[string][]byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if files[f.Name], err = io.ReadAll(content); err != nil {
			t.Fatal(err)
		}
		if !f.Modified.Equal(noon.Truncate(24 * 3600e9)) {
			t.Errorf("%s is of %v", f.Name, f.Modified)
		}
	}
	return files
}

func TestPack(t *testing.T) {
	p := &program{err: io.Discard, now: fixedClock}
	data, err := p.zipped(smallPack(t))
	if err != nil {
		t.Fatal(err)
	}
	again, err := p.zipped(smallPack(t))
	if err != nil || !bytes.Equal(data, again) {
		t.Errorf("a second time the bytes are others, %v", err)
	}
	files := unzipped(t, data)
	if !bytes.Equal(files[packedPlan], samplePlan) {
		t.Error("the plan is not as it was on disk")
	}
	for _, name := range []string{packedReadme, "checklist.html", "checklist.txt", "team-pki.txt", "evidence.txt", "evidence.json", packedManifest, packedSums} {
		if len(files[name]) == 0 {
			t.Errorf("%s is missing", name)
		}
	}
	if len(files["team-pki.txt"]) >= len(files["checklist.txt"]) || !bytes.Contains(files["team-pki.txt"], []byte("PKI team")) {
		t.Error("the sheet of a team is not its own")
	}
	checkManifest(t, files)
	checkSums(t, files)
}

func checkManifest(t *testing.T, files map[string][]byte) {
	t.Helper()
	var m manifestJSON
	if err := json.Unmarshal(files[packedManifest], &m); err != nil {
		t.Fatal(err)
	}
	if m.Date != "2026-11-22" || m.Paper != "letter" || m.Plan.File != packedPlan || m.Verdict == "" {
		t.Errorf("%+v", m)
	}
	for _, f := range m.Files {
		if f.Bytes != len(files[f.Name]) || f.SHA256 != fmt.Sprintf("%x", sha256.Sum256(files[f.Name])) {
			t.Errorf("the manifest is wrong about %+v", f)
		}
	}
	if len(m.Files) != len(files)-2 {
		t.Errorf("the manifest has %d of %d files", len(m.Files), len(files))
	}
}

// checkSums lets the tool look that the README names, where it is there.
func checkSums(t *testing.T, files map[string][]byte) {
	t.Helper()
	if n := bytes.Count(files[packedSums], []byte("\n")); n != len(files)-1 {
		t.Errorf("%d sums for %d files", n, len(files))
	}
	tool, err := exec.LookPath("sha256sum")
	if err != nil {
		t.Skip("no sha256sum here")
	}
	folder := t.TempDir()
	for name, data := range files {
		if err := os.WriteFile(filepath.Join(folder, name), data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	check := exec.Command(tool, "--strict", "-c", packedSums)
	check.Dir = folder
	if out, err := check.CombinedOutput(); err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}

// Every name in a pack is one that any system can handle, and is told of in the
// README, which any editor can show.
func TestNamesInAPack(t *testing.T) {
	k := smallPack(t)
	k.rendered = nil
	for _, r := range append(slices.Clone(packedFormats), teamSheets(k.checklist.Outcome)...) {
		if f, ok := export.Find(r.format); !ok || filepath.Ext(r.name) != f.Ext {
			t.Errorf("%+v is no format", r)
		}
		k.add(r.name, r.about, nil)
	}
	if err := k.addLists(); err != nil {
		t.Fatal(err)
	}
	safe, seen := regexp.MustCompile(`^[A-Za-z0-9-]+(\.[a-z0-9]+)?$`), map[string]bool{}
	readme := string(k.files[0].data)
	for _, f := range k.files {
		if lower := strings.ToLower(f.name); !safe.MatchString(f.name) || seen[lower] {
			t.Errorf("%s is no name for every system, or is there twice", f.name)
		} else {
			seen[lower] = true
		}
		if f.name != packedReadme && !strings.Contains(readme, "  "+f.name+" ") {
			t.Errorf("the README does not tell of %s", f.name)
		}
	}
	if strings.Count(readme, "\n") != strings.Count(readme, "\r\n") || strings.ContainsFunc(readme, func(r rune) bool { return r > '~' }) {
		t.Error("not every editor can show the README")
	}
	for line := range strings.SplitSeq(readme, "\r\n") {
		if len(line) > page.PaperWidth {
			t.Errorf("too long: %s", line)
		}
	}
}

func TestNoPackOfSecrets(t *testing.T) {
	for text, secret := range map[string]bool{
		"format = 1\n# a comment\n":                                           false,
		"format = 1\n# the token is eyJ0eXAiOiJKV1QiLCJh.eyJ\n":               true,
		"format = 1\n[[tasks]]\nid = \"a\"\nnote = \"-----BEGIN PRIVATE\"\n":  true,
		"format = 1\r\n# -----BEGIN ENCRYPTED PRIVATE KEY-----\r\n# MIIB\r\n": true,
	} {
		if err := checkSecrets([]byte(text)); (err != nil) != secret {
			t.Errorf("%q: %v", text, err)
		}
	}
	if err := checkSecrets(samplePlan); err != nil {
		t.Error(err)
	}
}
