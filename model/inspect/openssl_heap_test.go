package inspect_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/inspect"
	"cmgwizard/model/pki"
)

// A heap is some certificates with what is said about them.
type heap struct {
	report inspect.Report
	raw    map[string][]byte // the certificates as encoded, by thumbprint
}

func newHeap(t *testing.T, paths string) heap {
	t.Helper()
	h := heap{raw: map[string][]byte{}}
	var inputs []inspect.Input
	for path := range strings.FieldsSeq(paths) {
		if filepath.Ext(path) == "" {
			path += ".cer"
		}
		data := certificateFixture(t, path)
		h.raw[thumbprintOf(data)] = data
		inputs = append(inputs, inspect.Input{Name: path, Data: data})
	}
	for _, path := range []string{"contoso/root.cer", "contoso/policy.cer", "contoso/issuing.cer"} {
		data := certificateFixture(t, path)
		h.raw[thumbprintOf(data)] = data
	}
	h.report = inspect.Inspect(inputs, nil, changeWindow)
	return h
}

// enough reports whether every client has a way to a root that is in date.
func (h heap) enough() bool {
	any := false
	for _, way := range h.report.Chains.Ways {
		if h.report.Chains.Certificates[way.Leaf].Role != pki.ClientLeaf {
			continue
		}
		if any = true; !way.Complete || !way.InDate {
			return false
		}
	}
	return any
}

func (h heap) upload(as pki.UploadAs) [][]byte {
	return h.those(func(c pki.SortedCertificate) bool { return c.Upload == as })
}

func (h heap) role(role pki.CertificateRole) [][]byte {
	return h.those(func(c pki.SortedCertificate) bool { return c.Role == role })
}

func (h heap) clients() [][]byte { return h.role(pki.ClientLeaf) }

func (h heap) those(want func(pki.SortedCertificate) bool) [][]byte {
	var out [][]byte
	for _, c := range h.report.Chains.Certificates {
		if want(c) {
			out = append(out, h.raw[c.SHA1])
		}
	}
	return out
}

// objects reports whether anything is said against a certificate or the heap,
// beyond the missing CRL of a fixture.
func (h heap) objects() bool {
	remarks := h.report.Chains.Remarks
	for _, c := range h.report.Chains.Certificates {
		remarks = append(remarks, c.Remarks...)
	}
	for _, f := range h.report.Files {
		remarks = append(remarks, f.Remarks...)
	}
	return slices.ContainsFunc(remarks, func(r model.Remark) bool {
		return r.Severity == model.Blocker || r.Severity == model.Warning
	})
}
