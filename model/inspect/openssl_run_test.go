package inspect_test

import (
	"bytes"
	"context"
	"encoding/pem"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"testing"
	"time"
)

// openSSL runs it for at most ten seconds.
func openSSL(t *testing.T, input []byte, args ...string) (string, bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
	defer cancel()
	command := exec.CommandContext(ctx, "openssl", args...)
	command.Stdin = bytes.NewReader(input)
	said, err := command.CombinedOutput()
	if ctx.Err() != nil {
		t.Fatalf("openssl %s took too long", args[0])
	}
	return string(said), err == nil
}

// verify asks OpenSSL whether all of the clients are trusted. What else the
// system trusts does not count, and weak algorithms are no matter.
func verify(t *testing.T, roots, intermediates, clients [][]byte, more ...string) (string, bool) {
	t.Helper()
	folder := t.TempDir()
	args := []string{"verify", "-no-CApath", "-no-CAstore", "-auth_level", "0", "-ignore_critical",
		"-attime", strconv.FormatInt(changeWindow.Unix(), 10)}
	if len(roots) == 0 {
		args = append(args, "-no-CAfile")
	} else {
		args = append(args, "-CAfile", pemFile(t, folder, "roots.pem", roots))
	}
	if len(intermediates) > 0 {
		args = append(args, "-untrusted", pemFile(t, folder, "intermediates.pem", intermediates))
	}
	args = append(args, more...)
	for i, client := range clients {
		args = append(args, pemFile(t, folder, "client-"+strconv.Itoa(i)+".pem", [][]byte{client}))
	}
	return openSSL(t, nil, args...)
}

func pemFile(t *testing.T, folder, name string, certificates [][]byte) string {
	t.Helper()
	var text []byte
	for _, raw := range certificates {
		text = append(text, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: raw})...)
	}
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, text, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
