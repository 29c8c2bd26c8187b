//go:debug rsa1024min=0

// Command make writes the certificate fixtures beside it:
//
//	go run ./model/certs/testdata/make
//
// Keys and serial numbers are new each time, dates and names are fixed: the tests
// look at them on 22 November 2026. It writes certificates only. A private key
// never leaves it.
package main

import (
	"fmt"
	"os"
	"path/filepath"
)

// A fixture is a file to write: a slash path below the folder of fixtures.
type fixture struct {
	path string
	data []byte
}

func main() {
	folder := "model/certs/testdata"
	if len(os.Args) > 1 {
		folder = os.Args[1]
	}
	fixtures := all()
	for _, f := range fixtures {
		if err := write(folder, f); err != nil {
			fmt.Fprintln(os.Stderr, "error:", err)
			os.Exit(1)
		}
	}
	fmt.Println(len(fixtures), "fixtures in", folder)
}

func all() []fixture {
	contoso := newContoso()
	var out []fixture
	for _, group := range [][]fixture{
		contoso.files(), otherTrees(), keyKinds(contoso.issuing), weakTrees(),
		oddities(contoso.issuing), brokenTrees(contoso), constrained(), purposeless(), wrappings(contoso), forms(contoso),
	} {
		out = append(out, group...)
	}
	return out
}

func write(folder string, f fixture) error {
	path := filepath.Join(folder, filepath.FromSlash(f.path))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, f.data, 0o644)
}

// must is for what cannot fail here: a failure is a fault of this program.
func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}
