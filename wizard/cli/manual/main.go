// Manual writes what a release carries beside the binary: the manual page and the
// completion scripts, both made from the commands. No binary holds it.
//
//	go run ./wizard/cli/manual FOLDER VERSION DATE
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"cmgwizard/wizard/cli"
)

// completions are the scripts by the names that package managers expect.
var completions = []struct{ shell, file string }{
	{"bash", "completions/cmgwizard.bash"},
	{"zsh", "completions/_cmgwizard"},
	{"fish", "completions/cmgwizard.fish"},
	{"powershell", "completions/cmgwizard.ps1"},
}

func main() {
	if err := write(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "error:", err)
		os.Exit(1)
	}
}

func write(args []string) error {
	if len(args) != 3 {
		return fmt.Errorf("usage: go run ./wizard/cli/manual FOLDER VERSION DATE")
	}
	folder, version, date := args[0], args[1], args[2]
	for _, part := range []string{"man", "completions"} {
		if err := os.MkdirAll(filepath.Join(folder, part), 0o755); err != nil {
			return err
		}
	}
	for _, c := range completions {
		if err := complete(c.shell, filepath.Join(folder, c.file)); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(folder, "man", "cmgwizard.1"), []byte(page(cli.Commands(os.Stdout), version, date)), 0o644)
}

// complete lets the program print a script to a file.
func complete(shell, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	root := cli.Commands(file)
	root.SetArgs([]string{"completion", shell})
	if err := root.Execute(); err != nil {
		return err
	}
	return file.Close()
}
