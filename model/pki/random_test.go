package pki

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"
)

// randomHeap makes a heap in which anything may have issued anything.
func randomHeap(r *rand.Rand, count int) []FoundCertificate {
	roles := []CertificateRole{ClientLeaf, ServerLeaf, OtherLeaf, IntermediateCA, IntermediateCA, IntermediateCA, RootCA}
	var list []made
	for i := range count {
		m := made{
			file: fmt.Sprintf("f%d.cer", r.IntN(count)), role: roles[r.IntN(len(roles))],
			name: fmt.Sprint("CA", r.IntN(12)), key: fmt.Sprint("K", r.IntN(16)),
			issuer: fmt.Sprint("CA", r.IntN(12)), by: fmt.Sprint("K", r.IntN(16)),
			unchecked: r.IntN(3) == 0, noIDs: r.IntN(3) == 0,
		}
		if m.role == RootCA {
			m.issuer, m.by = m.name, m.key
		}
		if place := placeOfRole(m.role); place < 4 {
			m.name = fmt.Sprint("leaf", i)
		}
		ends, path := 2024+r.IntN(8), r.IntN(6)-1
		list = append(list, m.with(func(c *CertificateFacts) { c.NotAfter, c.MaxPath = june(ends), path }))
	}
	return found(list...)
}

func placeOfRole(role CertificateRole) int { return rolePlaces[role] }

func TestRandomHeapsAreSortedSoundly(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		heap := randomHeap(r, 1+r.IntN(60))
		checkWhole(t, SortCertificates(heap, heapDay))
		checkWhole(t, SortCertificates(heap, time.Time{}))
		checkShuffled(t, r, heap)
	}
}

func TestLargeHeapEndsFast(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for _, count := range []int{200, 400} {
		heap := randomHeap(r, count)
		checkWhole(t, SortCertificates(heap, heapDay))
		checkShuffled(t, r, heap)
	}
}

func checkShuffled(t *testing.T, r *rand.Rand, heap []FoundCertificate) {
	t.Helper()
	want := asJSON(t, SortCertificates(heap, heapDay))
	r.Shuffle(len(heap), func(i, j int) { heap[i], heap[j] = heap[j], heap[i] })
	if got := asJSON(t, SortCertificates(heap, heapDay)); got != want {
		t.Fatalf("another order of the files gives another answer:\n%s\n%s", want, got)
	}
}

func asJSON(t *testing.T, v any) string {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestHeapWithoutIdentities(t *testing.T) {
	checkWhole(t, SortCertificates([]FoundCertificate{{}, {}, {CertificateFacts: CertificateFacts{Role: RootCA, CA: true}}}, heapDay))
	c := SortCertificates(nil, heapDay)
	if got := asJSON(t, c); got != `{"certificates":[],"ways":[],"missing":[],"remarks":[]}` {
		t.Error(got)
	}
}

// denseHeap is made to keep a search busy: every CA certified every other one.
func denseHeap(cas, leaves int, rooted bool) []FoundCertificate {
	var list []made
	for i := range cas {
		for j := range cas {
			if i != j {
				list = append(list, sub(fmt.Sprintf("%d-%d.cer", i, j), fmt.Sprint("CA", i), fmt.Sprint("K", i), fmt.Sprint("CA", j), fmt.Sprint("K", j)))
			}
		}
	}
	for i := range leaves {
		list = append(list, client(fmt.Sprintf("pc%d.cer", i), fmt.Sprint("PC", i), fmt.Sprint("CA", i%cas), fmt.Sprint("K", i%cas)))
	}
	if rooted {
		list = append(list, root("root.cer", "CA0", "K0"))
	}
	return found(list...)
}

func TestDenseHeapEnds(t *testing.T) {
	checkWhole(t, SortCertificates(denseHeap(13, 40, true), heapDay))
	checkWhole(t, SortCertificates(denseHeap(13, 40, false), heapDay))
	checkWhole(t, SortCertificates(denseHeap(14, 0, false), heapDay))
}

func BenchmarkDenseHeap(b *testing.B) {
	heap := denseHeap(13, 44, false)
	for b.Loop() {
		SortCertificates(heap, heapDay)
	}
}

func BenchmarkSortCertificates(b *testing.B) {
	heap := randomHeap(rand.New(rand.NewPCG(5, 6)), 200)
	for b.Loop() {
		SortCertificates(heap, heapDay)
	}
}

func TestLargeHeapSaysWhatWasLeftOut(t *testing.T) {
	files := []made{theRoot, twoSub}
	for i := range 300 {
		files = append(files, client(fmt.Sprintf("pc%d.cer", i), fmt.Sprintf("PC%03d", i), "Sub", "S"))
	}
	c := SortCertificates(found(files...), heapDay)
	checkWhole(t, c)
	if uploaded(c, UploadRoot) != "root.cer" || uploaded(c, UploadIntermediate) != "sub.cer" || len(c.Certificates) != 302 {
		t.Error(c.Remarks[0].Text)
	}
	if ids := remarkIDs(c.Remarks); !slices.Contains(ids, "too-many") || slices.Contains(ids, "ca-missing") || c.Remarks[0].Severity != "" {
		t.Error(c.Remarks)
	}
}

func TestBundlesAreTakenToPieces(t *testing.T) {
	bundled := []made{thePC, root("chain.p7b", "Root", "R"), sub("chain.p7b", "Sub", "S", "Root", "R")}
	if order := SortCertificates(found(bundled...), heapDay).Remarks[0].Do; !strings.Contains(order, "out of chain.p7b:") {
		t.Error(order)
	}
	single := append(bundled, theRoot, twoSub)
	if order := SortCertificates(found(single...), heapDay).Remarks[0].Do; strings.Contains(order, "chain.p7b") {
		t.Error(order)
	}
}

func TestHostileNamesAreCleaned(t *testing.T) {
	evil := client("a\x1b[2Jb\u202e.cer", "PC1", "Sub", "S")
	evil.change = func(c *CertificateFacts) { c.CommonName = strings.Repeat("x\x07", 5000) }
	c := SortCertificates(found(evil, theRoot, twoSub), heapDay)
	checkWhole(t, c)
	if text := asJSON(t, c.Remarks) + asJSON(t, c.Certificates[0].Files); strings.Contains(text, `\u001b`) || strings.Contains(text, `\u0007`) || strings.Contains(text, "\u202e") {
		t.Error(text)
	}
}

func TestSameNamesInOneFileAreToldApart(t *testing.T) {
	c := SortCertificates(found(thePC, twoSub, root("all.pem", "Root", "R").with(until(2027)), root("all.pem", "Root", "R").with(until(2040))), heapDay)
	if text := c.Remarks[0].Text; !strings.Contains(text, "Root (all.pem, thumbprint sumrootRootRRootR20242040)") {
		t.Error(text)
	}
}
