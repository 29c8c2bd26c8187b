//go:build linux

package terminal

import (
	"bytes"
	"encoding/binary"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"cmgwizard/model/slow"
)

// Where Debian's package wine64 puts what is needed.
const (
	wineProgram = "/usr/lib/wine/wine64"
	wineServer  = "/usr/lib/wine/wineserver64"
	wineDLLs    = "/usr/lib/x86_64-linux-gnu/wine/x86_64-windows"
)

// A wine runs the Windows build on this machine.
type wine struct {
	wizard  string   // the path of the build
	console string   // and of the helper of that name in testdata
	env     []string // what a program is started with
}

// newWine builds the wizard for Windows and makes a Windows for it.
func newWine(t *testing.T) *wine {
	slow.Reader(t, wineProgram)
	folder := t.TempDir()
	w := &wine{
		wizard:  buildForWindows(t, filepath.Join(folder, "cmgwizard.exe"), "../.."),
		console: buildForWindows(t, filepath.Join(folder, "console.exe"), "./testdata/console"),
		env:     append(home(folder), "WINEPREFIX="+filepath.Join(folder, "prefix"), "WINEDEBUG=-all"),
	}
	w.furnish(t, filepath.Join(folder, "prefix"))
	w.serve(t)
	return w
}

func buildForWindows(t *testing.T, path, folder string) string {
	t.Helper()
	cmd := exec.Command("go", "build", "-buildvcs=false", "-ldflags", "-s -w", "-o", path, folder)
	cmd.Env = append(os.Environ(), "GOOS=windows", "GOARCH=amd64", "CGO_ENABLED=0")
	if said, err := cmd.CombinedOutput(); err != nil {
		t.Fatalf("building %s for Windows: %v\n%s", folder, err, said)
	}
	return path
}

// furnish makes the smallest Windows that runs a program, in a moment: wine's own
// setup copies 700 MB, and here links lead to them.
func (w *wine) furnish(t *testing.T, prefix string) {
	t.Helper()
	system := filepath.Join(prefix, "drive_c", "windows", "system32")
	files, err := filepath.Glob(filepath.Join(wineDLLs, "*"))
	err = errors.Join(err, os.MkdirAll(system, 0o700), os.Mkdir(filepath.Join(prefix, "dosdevices"), 0o700))
	for _, file := range files {
		err = errors.Join(err, os.Symlink(file, filepath.Join(system, filepath.Base(file))))
	}
	err = errors.Join(err,
		os.Symlink("../drive_c", filepath.Join(prefix, "dosdevices", "c:")),
		os.Symlink("/", filepath.Join(prefix, "dosdevices", "z:")),
		os.WriteFile(filepath.Join(prefix, ".update-timestamp"), []byte("disable\n"), 0o600))
	if random := filepath.Join(system, "bcryptprimitives.dll"); err == nil && missing(random) {
		err = os.WriteFile(random, randomDLL(), 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func missing(path string) bool {
	_, err := os.Lstat(path)
	return errors.Is(err, os.ErrNotExist)
}

// serve keeps wine's server running between programs, since it takes longest to start, and
// ends it after the test with all that runs in this Windows. After a test that ended by force it goes
// by itself.
func (w *wine) serve(t *testing.T) {
	t.Helper()
	server := func(args ...string) {
		t.Helper()
		cmd := exec.Command(wineServer, args...)
		cmd.Env = w.env
		if err := cmd.Run(); err != nil {
			t.Errorf("wine's server, %v: %v", args, err)
		}
	}
	server("--persistent=60")
	t.Cleanup(func() { server("--kill") })
	first := exec.Command(wineProgram, w.wizard, "version") // it starts services, which keep what it reads and writes
	first.Env = w.env
	if err := first.Run(); err != nil {
		t.Fatal("the Windows build does not start:", err)
	}
}

// randomDLL is a library without code: it says that ProcessPrng, from which Go
// takes chance and which older wines lack, is RtlGenRandom under its inner name.
func randomDLL() []byte {
	const (
		at     = 0x1000 // where the one section lies in memory
		header = 0x200
		table  = at + 40 // behind the directory of what is exported
		names  = table + 10
		words  = "bcryptprimitives.dll\x00ProcessPrng\x00advapi32.SystemFunction036\x00"
	)
	var dll bytes.Buffer
	put := func(values ...any) {
		for _, v := range values {
			_ = binary.Write(&dll, binary.LittleEndian, v) // a buffer takes everything
		}
	}
	fill := func(size int) { dll.Write(make([]byte, size-dll.Len())) }
	put([]byte("MZ"))
	fill(0x3c)
	put(uint32(0x40), []byte("PE\x00\x00"), []uint16{0x8664, 1}, [3]uint32{}, []uint16{240, 0x2022}) // x86-64, one section; a DLL
	put(uint32(0x20b), []uint32{0, header, 0, 0, at}, uint64(0x180000000), []uint32{at, header})
	put([]uint16{6, 0, 0, 0, 6, 0}, []uint32{0, 2 * at, header, 0}, []uint16{3, 0x140}) // for Windows 6.0
	put([]uint64{1 << 20, at, 1 << 20, at}, []uint32{0, 16}, []uint32{at, uint32(50 + len(words))}, [15]uint64{})
	put([]byte(".edata\x00\x00"), []uint32{at, at, header, header, 0, 0, 0, 0x40000040})
	fill(header)
	module, export, forward := uint32(names), uint32(names+21), uint32(names+33)
	put([2]uint32{}, uint32(0), module, []uint32{1, 1, 1, table, table + 4, table + 8}, forward, export, uint16(0), []byte(words))
	fill(2 * header)
	return dll.Bytes()
}

// An outcome is what a command said and how it ended.
type outcome struct {
	code      int
	out, said string
}

// run has the Windows build do something.
func (w *wine) run(t *testing.T, folder, stdin string, args ...string) outcome {
	t.Helper()
	return w.start(t, folder, stdin, append([]string{w.wizard}, args...)...)
}

// start starts a program, and once more where wine failed to: ours never fails without a word.
func (w *wine) start(t *testing.T, folder, stdin string, program ...string) (end outcome) {
	t.Helper()
	for range 2 {
		cmd := exec.CommandContext(t.Context(), wineProgram, program...)
		cmd.Env = w.env
		if end = ended(t, cmd, folder, stdin); end.code == 0 || end.out+end.said != "" {
			return end
		}
		t.Logf("wine did not start %v", program)
	}
	return end
}

// here has the build for this machine do the same.
func here(t *testing.T, folder, stdin string, args ...string) outcome {
	t.Helper()
	return ended(t, command(t, options{folder: folder, args: args}), folder, stdin)
}

func ended(t *testing.T, cmd *exec.Cmd, folder, stdin string) outcome {
	t.Helper()
	var out, said strings.Builder
	cmd.Dir, cmd.Stdin, cmd.Stdout, cmd.Stderr = folder, strings.NewReader(stdin), &out, &said
	cmd.WaitDelay = time.Second
	if err := cmd.Run(); cmd.ProcessState == nil {
		t.Fatal(err)
	}
	return outcome{cmd.ProcessState.ExitCode(), out.String(), said.String()}
}
