// Console does in a Windows console what no terminal can do from outside. It is
// for the tests of the Windows build.
//
//	console size 80x24 FLAG PROGRAM...  runs the program, and changes the size of
//	                                    the console once the file FLAG is there
//	console hold FILE PROGRAM...        runs the program while FILE is open here, and
//	                                    shared with nobody who would replace it
package main

import (
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"time"
	"unsafe"

	"golang.org/x/sys/windows"
)

func main() {
	signal.Notify(make(chan os.Signal, 1), os.Interrupt) // Ctrl+C is for the program
	var program []string
	switch os.Args[1] {
	case "size":
		program = os.Args[4:]
		go resizeWhen(os.Args[3], os.Args[2])
	case "hold":
		program = os.Args[3:]
		hold(os.Args[2])
	}
	c := exec.Command(program[0], program[1:]...)
	c.Stdin, c.Stdout, c.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := c.Run(); c.ProcessState == nil {
		fail("run", err)
	}
	os.Exit(c.ProcessState.ExitCode())
}

// hold opens a file as many programs of Windows do: others may read and write
// it, and not replace it.
func hold(path string) {
	name, err := windows.UTF16PtrFromString(path)
	if err != nil {
		fail(path, err)
	}
	const share = windows.FILE_SHARE_READ | windows.FILE_SHARE_WRITE
	if _, err := windows.CreateFile(name, windows.GENERIC_READ, share, nil, windows.OPEN_EXISTING, 0, 0); err != nil {
		fail(path, err)
	}
}

func resizeWhen(flag, size string) {
	for {
		if _, err := os.Stat(flag); err == nil {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	var width, height int16
	if _, err := fmt.Sscanf(size, "%dx%d", &width, &height); err != nil {
		fail(size, err)
	}
	out := os.Stdout.Fd()
	window := windows.SmallRect{Right: width - 1, Bottom: height - 1}
	call("SetConsoleWindowInfo", out, 1, uintptr(unsafe.Pointer(&window)))
	call("SetConsoleScreenBufferSize", out, uintptr(uint32(height)<<16|uint32(width)))
}

func call(name string, args ...uintptr) {
	if ok, _, err := windows.NewLazySystemDLL("kernel32.dll").NewProc(name).Call(args...); ok == 0 {
		fail(name, err)
	}
}

func fail(what string, err error) {
	fmt.Fprintf(os.Stderr, "%s: %v\n", what, err)
	os.Exit(99)
}
