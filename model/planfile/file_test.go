package planfile

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/planfile/disk"
)

var (
	morning = time.Date(2026, 11, 22, 8, 0, 0, 123, time.FixedZone("CET", 3600))
	evening = time.Date(2026, 11, 22, 21, 40, 0, 0, time.UTC)
)

const anna = "anna on PC7"

func create(t *testing.T, path string, plan model.Plan) *File {
	t.Helper()
	f, err := Create(path, plan, anna, morning)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func open(t *testing.T, path string) *File {
	t.Helper()
	f, err := Open(path, anna, morning)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func save(t *testing.T, f *File, plan model.Plan) model.Plan {
	t.Helper()
	saved, err := f.Save(plan, evening)
	if err != nil {
		t.Fatal(err)
	}
	return saved
}

func closeFile(t *testing.T, f *File) {
	t.Helper()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
}

// write puts a plan on disk by hand.
func write(t *testing.T, text string) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "contoso.toml")
	overwrite(t, path, text)
	return path
}

func overwrite(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

func names(t *testing.T, folder string) string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, entry := range entries {
		all = append(all, entry.Name())
	}
	return strings.Join(all, " ")
}

func TestANewPlanGetsAnIDATimeAndASerial(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	f := create(t, path, model.Plan{Name: "Contoso"})
	plan := f.Plan()
	uuid := regexp.MustCompile(`^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`)
	want := time.Date(2026, 11, 22, 7, 0, 0, 0, time.UTC)
	if !uuid.MatchString(plan.ID) || plan.Serial != 1 || plan.Created != want || plan.Updated != want || f.Path() != path {
		t.Errorf("made %+v", plan)
	}
	closeFile(t, f)
	read, err := Read(path)
	if err != nil || read.ID != plan.ID || read.Created != want || names(t, filepath.Dir(path)) != "contoso.toml" {
		t.Errorf("read %+v, %v; in the folder: %s", read, err, names(t, filepath.Dir(path)))
	}
}

func TestOnlyAChangeIsSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	f := create(t, path, model.Plan{Name: "Contoso"})
	before := content(t, path)
	if plan := save(t, f, f.Plan()); plan.Serial != 1 || content(t, path) != before {
		t.Errorf("saved without a change: %+v", plan)
	}
	changed := f.Plan()
	changed.Site.Code = "P01"
	saved := save(t, f, changed)
	if saved.Serial != 2 || saved.Updated != evening || saved.Created.Equal(evening) || saved.ID != f.Plan().ID {
		t.Errorf("saved as %+v", saved)
	}
	if content(t, path+".bak") != before || !strings.Contains(content(t, path), `code = "P01"`) {
		t.Error("the .bak is not the old text")
	}
	closeFile(t, f)
	if again := save(t, open(t, path), saved); again.Serial != 2 {
		t.Errorf("opened again it counts as changed: %+v", again)
	}
}

func TestAChangeInPlaceIsAChange(t *testing.T) {
	path := write(t, smallPlan)
	f := open(t, path)
	plan := save(t, f, f.Plan())
	plan.Devices[0].Method = model.ClientPKI
	if f.Plan().Devices[0].Method != model.EntraID {
		t.Error("the plan of the file was changed from outside")
	}
	if saved := save(t, f, plan); saved.Serial != 2 || !strings.Contains(content(t, path), `method = "pki"`) {
		t.Errorf("not saved: %+v", saved)
	}
}

func TestAPlanByHandGetsItsIDAtTheFirstSave(t *testing.T) {
	path := write(t, "# mine\n\nformat = 1\r\nname = \"x\" # why\r\n")
	overwrite(t, path, "# mine\r\n\r\n"+"format = 1\r\nname = \"x\" # why\r\n")
	f := open(t, path)
	plan := save(t, f, f.Plan())
	if plan.ID == "" || plan.Serial != 1 || plan.Created != evening {
		t.Errorf("saved as %+v", plan)
	}
	text := content(t, path)
	if !strings.HasPrefix(text, "# mine\r\n\r\n#~ ") || !strings.Contains(text, "name = \"x\" # why\r\n") ||
		strings.Count(text, "\n") != strings.Count(text, "\r\n") {
		t.Errorf("saved as %q", text)
	}
}

func TestASavedCopyKeepsItsIDAndCountsOn(t *testing.T) {
	plan := model.Plan{ID: "aaaabbbb-0000-cccc-1111-dddd2222eeee", Serial: 9, Name: "x"}
	if got := create(t, filepath.Join(t.TempDir(), "copy.toml"), plan).Plan(); got.ID != plan.ID || got.Serial != 10 {
		t.Errorf("made %+v", got)
	}
}

func TestAPlanThatCouldNotBeReadAgainIsNotSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	f := create(t, path, model.Plan{Name: "x"})
	before, plan := content(t, path), f.Plan()
	plan.Name = strings.Repeat("x", model.MaxText+1)
	if _, err := f.Save(plan, evening); err == nil || content(t, path) != before || f.Plan().Name != "x" {
		t.Errorf("saved: %v", err)
	}
}

func TestAFileChangedBySomebodyElseIsLeftAlone(t *testing.T) {
	for name, change := range map[string]func(t *testing.T, path string){
		"changed": func(t *testing.T, path string) { overwrite(t, path, "format = 1\nname = \"theirs\"\n") },
		"broken":  func(t *testing.T, path string) { overwrite(t, path, "") },
		"removed": func(t *testing.T, path string) { os.Remove(path) },
	} {
		t.Run(name, func(t *testing.T) {
			path := write(t, smallPlan)
			f := open(t, path)
			change(t, path)
			_, err := f.Save(model.Plan{Name: "ours"}, evening)
			var changed *changedError
			if !errors.As(err, &changed) || changed.Gone != (name == "removed") || changed.Hint() == "" || changed.ExitCode() != 5 {
				t.Errorf("got %v", err)
			}
			if data, _ := os.ReadFile(path); bytes.Contains(data, []byte("ours")) {
				t.Error("their file was replaced")
			}
		})
	}
}

func TestALinkStaysALink(t *testing.T) {
	path := write(t, smallPlan)
	link := filepath.Join(t.TempDir(), "link.toml")
	if err := os.Symlink(path, link); err != nil {
		t.Skip("no links here:", err)
	}
	f := open(t, link)
	if _, err := Open(path, "ben", morning); err == nil {
		t.Error("the same file was opened twice")
	}
	save(t, f, model.Plan{Name: "new"})
	if info, err := os.Lstat(link); err != nil || info.Mode()&fs.ModeSymlink == 0 || !strings.Contains(content(t, path), `"new"`) {
		t.Errorf("the link was replaced: %v", err)
	}
}

func TestTheModeOfTheFileIsKept(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows has no modes")
	}
	path := write(t, smallPlan)
	if err := os.Chmod(path, 0o606); err != nil {
		t.Fatal(err)
	}
	save(t, open(t, path), model.Plan{Name: "new"})
	for _, name := range []string{path, path + ".bak"} {
		if info, err := os.Stat(name); err != nil || info.Mode().Perm() != 0o606 {
			t.Errorf("%s: %v %v", name, info.Mode(), err)
		}
	}
}

func TestWhatCannotBeReadSaysWhy(t *testing.T) {
	folder := t.TempDir()
	for _, test := range []struct{ name, path, want string }{
		{"missing", filepath.Join(folder, "none.toml"), "there is no such file"},
		{"missing folder", filepath.Join(folder, "none", "x.toml"), "there is no such file or folder"},
		{"a folder", folder, "this is a folder"},
		{"the folder one is in", ".", "this is a folder"},
		{"no name", "", "this is a folder"},
		{"a device", os.DevNull, "this is not an ordinary file"},
	} {
		t.Run(test.name, func(t *testing.T) {
			if test.path == os.DevNull && runtime.GOOS == "windows" {
				t.Skip("there it is a name that no file can have")
			}
			_, err := Read(test.path)
			wantAccessError(t, err, test.want)
			_, err = Open(test.path, anna, morning)
			wantAccessError(t, err, test.want)
		})
	}
	if got := names(t, folder); got != "" {
		t.Errorf("left behind: %s", got)
	}
}

func wantAccessError(t *testing.T, err error, want string) {
	t.Helper()
	var access *disk.Error
	if !errors.As(err, &access) || !strings.Contains(err.Error(), want) || access.Hint() == "" || access.ExitCode() != 4 {
		t.Errorf("got %v, want %s", err, want)
	}
}

func TestPermissionsAreToldInWords(t *testing.T) {
	wantAccessError(t, accessError("x", &fs.PathError{Err: fs.ErrPermission}), "you may not read or write here")
	wantAccessError(t, accessError("x", errors.New("bad disk")), "could not be read: bad disk")
	wantAccessError(t, saveError("x", &fs.PathError{Err: fs.ErrPermission}), "you may not save here")
	wantAccessError(t, saveError("x", errors.New("disk full")), "could not be saved: disk full")
}

func TestAReadOnlyFileIsReadButNotOpened(t *testing.T) {
	path := write(t, smallPlan)
	f := open(t, path)
	if err := os.Chmod(path, 0o444); err != nil {
		t.Fatal(err)
	}
	_, err := f.Save(model.Plan{Name: "new"}, evening)
	wantAccessError(t, err, "read-only")
	closeFile(t, f)
	_, err = Open(path, anna, morning)
	wantAccessError(t, err, "read-only")
	if _, err := Read(path); err != nil {
		t.Error(err)
	}
	if got := names(t, filepath.Dir(path)); got != "contoso.toml" {
		t.Errorf("left behind: %s", got)
	}
}

func TestTooLargeAFileIsNotReadAtAll(t *testing.T) {
	path := write(t, "format = 1\n")
	if err := os.Truncate(path, 1<<40); err != nil {
		t.Skip("no room:", err)
	}
	_, err := Read(path)
	var large *contentError
	if !errors.As(err, &large) || !strings.Contains(err.Error(), "larger than 2 MiB") {
		t.Errorf("got %v", err)
	}
}

func TestAPlanThatIsRefusedIsUntouchedAndUnlocked(t *testing.T) {
	path := write(t, "format = 1\nnme = 2\n")
	_, err := Open(path, anna, morning)
	if problems, ok := err.(Problems); !ok || problems[0].Line != 2 || problems[0].File != path {
		t.Errorf("got %v", err)
	}
	if got := names(t, filepath.Dir(path)); got != "contoso.toml" || content(t, path) != "format = 1\nnme = 2\n" {
		t.Errorf("left behind: %s", got)
	}
}

func TestAnExistingFileIsNotReplacedByANewOne(t *testing.T) {
	path := write(t, "anything")
	_, err := Create(path, model.Plan{}, anna, morning)
	var exists *ExistsError
	if !errors.As(err, &exists) || exists.Hint() == "" || exists.ExitCode() != 3 || content(t, path) != "anything" {
		t.Errorf("got %v", err)
	}
}

func TestNamesThatSomeSystemCannotHandleAreRefused(t *testing.T) {
	folder := t.TempDir()
	for _, name := range []string{"con.txt", "CON", "nul.toml", "aux .toml", "com1.a.b", "LPT9", "x.", "x ", "a:b", "a?b", `a\b`, "a*", "a|b", "a\nb",
		"a\"b", "<a>", strings.Repeat("x", 241)} {
		if runtime.GOOS == "windows" && strings.ContainsAny(name, `\:`) {
			continue
		}
		_, err := Create(filepath.Join(folder, name), model.Plan{}, anna, morning)
		var bad *nameError
		if !errors.As(err, &bad) || bad.Hint() == "" || bad.ExitCode() != 3 {
			t.Errorf("%q: %v", name, err)
		}
	}
	for _, name := range []string{"contoso.toml", ".hidden", "console.toml", "Müller GmbH.toml", "com10.toml", "x.con"} {
		create(t, filepath.Join(folder, name), model.Plan{})
	}
}

func TestAClosedFileIsNotSaved(t *testing.T) {
	path := write(t, smallPlan)
	f := open(t, path)
	closeFile(t, f)
	closeFile(t, f)
	if _, err := f.Save(model.Plan{Name: "new"}, evening); err == nil || content(t, path) != smallPlan {
		t.Errorf("saved: %v", err)
	}
}

func TestASaveThatFailsLeavesNothingBehind(t *testing.T) {
	path := write(t, smallPlan)
	f := open(t, path)
	if err := os.MkdirAll(filepath.Join(path+".bak", "x"), 0o755); err != nil {
		t.Fatal(err)
	}
	_, err := f.Save(model.Plan{Name: "new"}, evening)
	wantAccessError(t, err, "cannot be saved: contoso.toml.bak beside it is a folder")
	closeFile(t, f)
	if got := names(t, filepath.Dir(path)); got != "contoso.toml contoso.toml.bak" || content(t, path) != smallPlan {
		t.Errorf("left behind: %s", got)
	}
}

// TestAReaderSeesTheOldPlanOrTheNewOne reads without a pause while the plan is
// saved again and again.
func TestAReaderSeesTheOldPlanOrTheNewOne(t *testing.T) {
	path := filepath.Join(t.TempDir(), "contoso.toml")
	f := create(t, path, model.Plan{Name: "0"})
	done := make(chan struct{})
	var readers sync.WaitGroup
	for range 2 {
		readers.Go(func() {
			last := 0
			for reading := true; reading; {
				select {
				case <-done:
					reading = false
				default:
				}
				plan, err := Read(path)
				if err != nil || plan.Serial < last || plan.Serial != len(plan.Name) {
					t.Errorf("read serial %d after %d, %d letters: %v", plan.Serial, last, len(plan.Name), err)
					return
				}
				last = plan.Serial
			}
		})
	}
	for i := 2; i <= 40; i++ {
		plan := f.Plan()
		plan.Name = strings.Repeat("x", i)
		save(t, f, plan)
	}
	close(done)
	readers.Wait()
}
