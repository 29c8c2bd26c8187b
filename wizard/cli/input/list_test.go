package input

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

func TestFolderIsListed(t *testing.T) {
	here := place(t, map[string]string{"b.cer": "1234", "A.cer": "1234", "z/in.cer": "1234", "Y/in.cer": "1234"})
	folder, err := ListFolder(".")
	if err != nil || folder.Path != here || folder.Parent != filepath.Dir(here) {
		t.Fatalf("%+v, %v", folder, err)
	}
	var names []string
	for _, e := range folder.Entries {
		names = append(names, e.Name)
		if e.Path != filepath.Join(here, e.Name) || e.Folder != (len(e.Name) == 1) || e.Folder == (e.Size == 4) {
			t.Errorf("%+v", e)
		}
	}
	if want := []string{"Y", "z", "A.cer", "b.cer"}; !slices.Equal(names, want) {
		t.Errorf("lists %q, not %q", names, want)
	}
	if folder, err = ListFolder("z"); err != nil || folder.Parent != here || len(folder.Entries) != 1 {
		t.Errorf("%+v, %v", folder, err)
	}
}

func TestNoFolder(t *testing.T) {
	place(t, map[string]string{"a.cer": ""})
	if _, err := ListFolder("none"); !errors.Is(err, fs.ErrNotExist) || !strings.HasPrefix(err.Error(), "none: there is no such") {
		t.Errorf("what is not there gives %v", err)
	}
	if _, err := ListFolder("a.cer"); err == nil || errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file gives %v", err)
	}
	top := filepath.VolumeName(os.TempDir()) + string(filepath.Separator)
	if folder, err := ListFolder(top); err != nil || folder.Parent != "" {
		t.Errorf("above %s stands %q (%v)", top, folder.Parent, err)
	}
}

func TestFolderIsBounded(t *testing.T) {
	place(t, nil)
	for i := range maxListed + 5 {
		if err := os.WriteFile(fmt.Sprint("f", i), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if folder, err := ListFolder("."); err != nil || len(folder.Entries) != maxListed {
		t.Errorf("lists %d entries (%v)", len(folder.Entries), err)
	}
}
