package page

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
)

// The objects that the library writes for a font, in their order.
const (
	fontObject = iota
	cidObject
	unicodeObject
	systemObject
	descriptorObject
	glyphObject
	fileObject
	fontObjects
)

// fonts gives the fonts the names of subsets, which is what they are, and a map
// to Unicode that readers take without guessing.
func (w *writer) fonts() {
	var used []*face
	for i := range faces {
		if w.d.loaded[i] {
			used = append(used, &faces[i])
		}
	}
	slices.SortFunc(used, func(a, b *face) int { return cmp.Compare(a.key, b.key) })
	for i, f := range used {
		w.font(f, pageObject(len(w.d.pages)+1)+i*fontObjects)
	}
}

// font mends the objects of one font, which begin at first.
func (w *writer) font(f *face, first int) {
	if first+fileObject >= len(w.objects) || !bytes.Contains(w.objects[first], []byte("/utf8"+f.key)) {
		w.d.fail("font %s is not where it should be", f.name)
		return
	}
	name := subsetTag(w.objects[first+fileObject]) + "+" + f.name
	for _, n := range []int{fontObject, cidObject, descriptorObject} {
		w.objects[first+n] = bytes.ReplaceAll(w.objects[first+n], []byte("/utf8"+f.key), []byte("/"+name))
	}
	w.objects[first+unicodeObject] = w.stream("", []byte(toUnicode(f)))
	w.set(first+systemObject, "<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
}

// subsetTag is six letters made of what a font holds.
func subsetTag(file []byte) string {
	sum := sha256.Sum256(file)
	for i := range 6 {
		sum[i] = 'A' + sum[i]%26
	}
	return string(sum[:6])
}

// toUnicode says that characters are numbered as in Unicode: a range for every
// 256 that a face holds some of, since a range may not be longer.
func toUnicode(f *face) string {
	var ranges []string
	for high, widths := 0, f.widths(); high < 0x100; high++ {
		if slices.Max(widths[high<<8:(high+1)<<8]) > 0 {
			ranges = append(ranges, fmt.Sprintf("<%02X00><%02XFF><%02X00>\n", high, high, high))
		}
	}
	return "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n" +
		"/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n" +
		"/CMapName/Adobe-Identity-UCS def\n/CMapType 2 def\n" +
		"1 begincodespacerange\n<0000><FFFF>\nendcodespacerange\n" +
		fmt.Sprintf("%d beginbfrange\n%sendbfrange\n", len(ranges), strings.Join(ranges, "")) +
		"endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n"
}
