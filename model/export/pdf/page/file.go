package page

import (
	"bytes"
	"cmp"
	"compress/zlib"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"slices"
	"strconv"
)

// A file is the objects of a PDF by their number; 0 is not used.
type file struct {
	objects [][]byte
	zip     *zlib.Writer // costs much to make, little to use again
}

// add gives an object the next number.
func (f *file) add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects) - 1
}

// set writes an object anew.
func (f *file) set(number int, format string, args ...any) {
	f.objects[number] = fmt.Appendf(nil, format, args...)
}

// readFile takes apart what the PDF library wrote, which ends with a table of
// where each object begins.
func readFile(pdf []byte) (*file, error) {
	last := bytes.LastIndex(pdf, []byte("startxref\n"))
	fields := bytes.Fields(pdf[max(last, 0):])
	if last < 0 || len(fields) < 2 {
		return nil, fmt.Errorf("the table of objects is missing")
	}
	at, err := strconv.Atoi(string(fields[1]))
	if err != nil || at > last {
		return nil, fmt.Errorf("the table of objects is not where it should be")
	}
	return cutObjects(pdf[:at], offsets(pdf[at:last]))
}

// A begin is where an object stands.
type begin struct{ number, offset int }

// offsets reads a table of objects.
func offsets(table []byte) []begin {
	var all []begin
	for i, line := range bytes.Split(table, []byte("\n")) {
		if i > 2 && bytes.HasSuffix(line, []byte(" n ")) {
			offset, _ := strconv.Atoi(string(line[:10]))
			all = append(all, begin{i - 2, offset})
		}
	}
	return all
}

// cutObjects cuts the bodies of the objects out of a file.
func cutObjects(pdf []byte, begins []begin) (*file, error) {
	f := &file{objects: make([][]byte, len(begins)+1)}
	slices.SortFunc(begins, func(a, b begin) int { return cmp.Compare(a.offset, b.offset) })
	for i, b := range begins {
		end := len(pdf)
		if i+1 < len(begins) {
			end = begins[i+1].offset
		}
		body, began := bytes.CutPrefix(pdf[b.offset:end], fmt.Appendf(nil, "%d 0 obj\n", b.number))
		body, ended := bytes.CutSuffix(bytes.TrimRight(body, "\n"), []byte("endobj"))
		if !began || !ended {
			return nil, fmt.Errorf("object %d is not where it should be", b.number)
		}
		f.objects[b.number] = bytes.TrimRight(body, "\n")
	}
	return f, nil
}

// A spot is where an object of the file that is written stands: at an offset,
// or as one of many in a compressed object.
type spot struct {
	kind  byte // 1 by itself, 2 within another
	where uint32
	index uint16
}

// packed is how many objects go into one compressed object.
const packed = 500

// bytes writes the file: small objects compressed many at a time, and a
// compressed table, which PDF 1.5 brought.
func (f *file) bytes(root, info int) []byte {
	var out bytes.Buffer
	out.WriteString("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n")
	spots := make([]spot, len(f.objects))
	var small []int
	for n := 1; n < len(f.objects); n++ {
		if bytes.HasSuffix(f.objects[n], []byte("endstream")) {
			spots[n] = f.place(&out, n, f.objects[n])
		} else {
			small = append(small, n)
		}
	}
	for some := range slices.Chunk(small, packed) {
		number := len(spots)
		spots = append(spots, f.place(&out, number, f.pack(some)))
		for i, n := range some {
			spots[n] = spot{2, uint32(number), uint16(i)}
		}
	}
	f.finish(&out, spots, root, info)
	return out.Bytes()
}

// place writes one object.
func (f *file) place(out *bytes.Buffer, number int, body []byte) spot {
	at := out.Len()
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\n", number, body)
	return spot{kind: 1, where: uint32(at)}
}

// pack puts objects into one.
func (f *file) pack(numbers []int) []byte {
	var head, body bytes.Buffer
	for _, n := range numbers {
		fmt.Fprintf(&head, "%d %d ", n, body.Len())
		body.Write(f.objects[n])
		body.WriteByte('\n')
	}
	first := head.Len()
	head.Write(body.Bytes())
	return f.stream(fmt.Sprintf("/Type/ObjStm/N %d/First %d", len(numbers), first), head.Bytes())
}

// finish writes the table of objects, with an identity made of all before it.
func (f *file) finish(out *bytes.Buffer, spots []spot, root, info int) {
	id := sha256.Sum256(out.Bytes())
	at, number := out.Len(), len(spots)
	spots = append(spots, spot{kind: 1, where: uint32(at)})
	dict := fmt.Sprintf("/Type/XRef/Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]/W[1 4 2]/DecodeParms<</Predictor 12/Columns %d>>",
		len(spots), root, info, id[:16], id[:16], columns)
	fmt.Fprintf(out, "%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n", number, f.stream(dict, rows(spots)), at)
}

// columns is the width of a row in the table of objects.
const columns = 7

// rows is that table, each row as the difference from the one before, which
// compresses well.
func rows(spots []spot) []byte {
	var table []byte
	var before [columns]byte
	for _, s := range spots {
		row := [columns]byte{0: s.kind}
		binary.BigEndian.PutUint32(row[1:], s.where)
		binary.BigEndian.PutUint16(row[5:], s.index)
		table = append(table, 2) // PNG's "up"
		for i := range row {
			table = append(table, row[i]-before[i])
		}
		before = row
	}
	return table
}

// stream is an object that holds bytes, compressed.
func (f *file) stream(dict string, data []byte) []byte {
	var b bytes.Buffer
	if f.zip == nil {
		f.zip = zlib.NewWriter(&b)
	} else {
		f.zip.Reset(&b)
	}
	// A buffer in memory takes all.
	_, _ = f.zip.Write(data)
	_ = f.zip.Close()
	return fmt.Appendf(nil, "<<%s/Filter/FlateDecode/Length %d>>\nstream\n%s\nendstream", dict, b.Len(), b.Bytes())
}

// content is what an object that is not compressed holds.
func content(object []byte) []byte {
	_, data, _ := bytes.Cut(object, []byte("\nstream\n"))
	return bytes.TrimSuffix(data, []byte("\nendstream"))
}
