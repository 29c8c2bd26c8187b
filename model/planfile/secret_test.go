package planfile

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

const pastedToken = "eyJhbGciOiJSUzI1NiJ9.eyJUeXBlIjoiQnVsayJ9.c2lnbmF0dXJl"

// TestSecretsAreRefusedWithTheirPlace: a plan that holds a token or a key
// anywhere is not read. The error names the line and the key, and not
// the secret.
func TestSecretsAreRefusedWithTheirPlace(t *testing.T) {
	const task = "\n[[tasks]]\nid = \"pki-crl\"\n"
	for _, tt := range []struct{ text, place string }{
		{"format = 1\nname = \"" + pastedToken + "\"\n", "contoso.toml:2: name: "},
		{"format = 1\nstep = \"" + pastedToken + "\"\n", "contoso.toml:2: step: "},
		{smallPlan + task + "note = \"" + pastedToken + "\"\n", "tasks[0].note: "},
		{smallPlan + task + "by = \"" + pastedToken + "\"\n", "tasks[0].by: "},
		{smallPlan + task + "note = \"-----BEGIN PRIVATE KEY-----\"\n", "tasks[0].note: "},
		{smallPlan + task + "state = \"" + pastedToken + "\"\n", "tasks[0].state: "},
		{smallPlan + "[token]\nregistration = [\"" + pastedToken + "\"]\n", "token.registration: "},
	} {
		_, err := Parse("contoso.toml", []byte(tt.text))
		switch {
		case err == nil:
			t.Errorf("%s is read with a secret in it", tt.place)
		case !strings.Contains(err.Error(), tt.place+"this looks like a token, a key or a password"), strings.Contains(err.Error(), "eyJ"):
			t.Errorf("%s: the error is %v", tt.place, err)
		}
	}
}

// TestSecretsAreNotSaved: a plan that got one meanwhile is not written, and the
// file stays as it was.
func TestSecretsAreNotSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	if err := os.WriteFile(path, []byte(smallPlan), 0o600); err != nil {
		t.Fatal(err)
	}
	f, err := Open(path, "test", time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	plan := f.Plan()
	plan.Tasks = []model.Progress{{ID: "pki-crl", Note: pastedToken}}
	_, err = f.Save(plan, time.Time{})
	var problems Problems
	if !errors.As(err, &problems) {
		t.Errorf("the save ends with %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != smallPlan {
		t.Errorf("the file was written: %v\n%s", err, data)
	}
}

// TestOldNotesAreStillRead: a note that only may name a password is refused
// where it is typed. A plan that has one from before opens.
func TestOldNotesAreStillRead(t *testing.T) {
	if _, err := Parse("contoso.toml", []byte(smallPlan+"\n[[tasks]]\nid = \"pki-crl\"\nnote = \"Kennwort: CHG-1042\"\n")); err != nil {
		t.Error(err)
	}
}
