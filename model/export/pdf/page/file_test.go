package page

import (
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// readBack finds every object of a file by its table, as a reader does.
func readBack(t *testing.T, pdf []byte) map[int][]byte {
	t.Helper()
	match := regexp.MustCompile(`startxref\n(\d+)\n%%EOF\n$`).FindSubmatch(pdf)
	if match == nil {
		t.Fatal("no startxref at the end")
	}
	at, _ := strconv.Atoi(string(match[1]))
	table := unpredict(inflate(t, pdf[at:]))
	objects := map[int][]byte{}
	inner := map[int][]byte{}
	for n := 1; n < len(table)/columns; n++ {
		row := table[n*columns:]
		where, index := int(binary.BigEndian.Uint32(row[1:])), int(binary.BigEndian.Uint16(row[5:]))
		if row[0] == 1 {
			objects[n] = direct(t, pdf, n, where)
			continue
		}
		if inner[where] == nil {
			offset := int(binary.BigEndian.Uint32(table[where*columns+1:]))
			inner[where] = inflate(t, direct(t, pdf, where, offset))
			inner[-where] = direct(t, pdf, where, offset)
		}
		objects[n] = nth(t, inner[-where], inner[where], n, index)
	}
	return objects
}

// direct is an object that stands at an offset.
func direct(t *testing.T, pdf []byte, n, at int) []byte {
	t.Helper()
	body, ok := bytes.CutPrefix(pdf[at:], fmt.Appendf(nil, "%d 0 obj\n", n))
	if !ok {
		t.Fatalf("object %d is not at %d", n, at)
	}
	body, _, _ = bytes.Cut(body, []byte("\nendobj\n"))
	return body
}

// nth is an object within another.
func nth(t *testing.T, dict, data []byte, n, index int) []byte {
	t.Helper()
	match := regexp.MustCompile(`/First (\d+)`).FindSubmatch(dict)
	first, _ := strconv.Atoi(string(match[1]))
	head := strings.Fields(string(data[:first]))
	if head[2*index] != strconv.Itoa(n) {
		t.Fatalf("object %d is not number %d of its stream", n, index)
	}
	from, _ := strconv.Atoi(head[2*index+1])
	to := len(data) - first
	if 2*index+3 < len(head) {
		to, _ = strconv.Atoi(head[2*index+3])
	}
	return data[first+from : first+to]
}

// inflate is the data of a compressed stream.
func inflate(t *testing.T, object []byte) []byte {
	t.Helper()
	_, data, _ := bytes.Cut(object, []byte("\nstream\n"))
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	all, err := io.ReadAll(r)
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func unpredict(rows []byte) []byte {
	var table []byte
	before := make([]byte, columns)
	for ; len(rows) > 0; rows = rows[columns+1:] {
		for i := range before {
			before[i] += rows[1+i]
		}
		table = append(table, before...)
	}
	return table
}

// allObjects is all that a file says, streams without their data.
func allObjects(t *testing.T, pdf []byte) string {
	t.Helper()
	objects := readBack(t, pdf)
	var b strings.Builder
	for n := 1; n <= len(objects); n++ {
		body, _, _ := bytes.Cut(objects[n], []byte("\nstream\n"))
		fmt.Fprintf(&b, "%d: %s\n", n, body)
	}
	return b.String()
}

// Every reference must lead to an object that is there and not empty.
func TestReferencesLeadSomewhere(t *testing.T) {
	pdf := build(t, sample(12))
	objects := readBack(t, pdf)
	refs := regexp.MustCompile(`(\d+) 0 R`).FindAllStringSubmatch(allObjects(t, pdf), -1)
	for _, ref := range refs {
		if n, _ := strconv.Atoi(ref[1]); len(bytes.TrimSpace(objects[n])) == 0 {
			t.Fatalf("object %s is not there", ref[1])
		}
	}
	if len(refs) < 100 {
		t.Errorf("%d references only", len(refs))
	}
}

func TestReadFileRefusesOtherFiles(t *testing.T) {
	for _, s := range []string{"", "%PDF", "startxref\n9\n", "startxref\nx\n", "xref\n0 1\nstartxref\n0\n"} {
		if f, err := readFile([]byte(s)); err == nil && len(f.objects) > 1 {
			t.Errorf("%q was read", s)
		}
	}
	if _, err := cutObjects([]byte("1 0 obj\nx\n"), []begin{{1, 0}}); err == nil {
		t.Error("half an object was taken")
	}
}
