package pki

import (
	"time"

	"cmgwizard/model"
)

// A FoundCertificate is a certificate with the file it was found in.
type FoundCertificate struct {
	CertificateFacts
	File string
}

// Chains is a heap of certificates, sorted: who issued whom, what is missing,
// and what to give the CMG.
type Chains struct {
	Certificates []SortedCertificate `json:"certificates"` // each once: leaves, intermediate CAs, roots
	Ways         []Path              `json:"ways"`         // one for each leaf; of CAs alone, one for each of the lowest
	Missing      []MissingCA         `json:"missing"`
	Remarks      []model.Remark      `json:"remarks"` // on the heap as a whole: renewed and rebuilt CAs, duplicates
}

// A SortedCertificate is a certificate in its place.
type SortedCertificate struct {
	CertificateFacts
	Files    []string       `json:"files"`     // where it was found: more than one are duplicates
	Issuers  []int          `json:"issuers"`   // the places in Certificates of those that issued it, the best first
	Upload   UploadAs       `json:"upload"`    // how it is given to the CMG
	Reason   string         `json:"reason"`    // why so, a sentence
	DaysLeft int            `json:"days_left"` // until it expires, negative once it has; 0 where no date is given
	Remarks  []model.Remark `json:"remarks"`
}

// A Path leads from a leaf to its root, best way first where there are several.
type Path struct {
	Leaf     int     `json:"leaf"`     // its place in Certificates
	CAs      []int   `json:"cas"`      // the places of the CAs above it, in order
	Complete bool    `json:"complete"` // it ends in a root CA
	InDate   bool    `json:"in_date"`  // every CA on it is in date
	Others   [][]int `json:"others"`   // the other ways that lead to a root

	Barred []string `json:"barred"` // where it breaks off: why CAs that signed its last certificate may not stand above it
	Doubts []string `json:"doubts"` // what on it cannot be checked
}

// A MissingCA is a CA that issued something in the heap and is not in it.
type MissingCA struct {
	Subject string   `json:"subject"`
	KeyID   string   `json:"key_id"` // its subject key identifier, "" where the certificates do not say it
	For     []int    `json:"for"`    // the places of the certificates that it issued
	Fetch   []string `json:"fetch"`  // where its certificate can be fetched, as those say
}

// UploadAs says how a certificate is given to the CMG.
type UploadAs string

// The ways to give a certificate to the CMG.
const (
	UploadRoot         UploadAs = "root"
	UploadIntermediate UploadAs = "intermediate"
	UploadNot          UploadAs = "no"
)

// Uploads are the ways to give a certificate to the CMG.
var Uploads = model.Terms[UploadAs]{
	{Value: UploadRoot, Label: "upload as root", Means: "a trusted root CA of the CMG"},
	{Value: UploadIntermediate, Label: "upload as intermediate", Means: "an intermediate CA of the CMG"},
	{Value: UploadNot, Label: "do not upload", Means: "the CMG does not need it"},
}

// Words lists the ways with their labels.
func (UploadAs) Words() []model.Word { return Uploads.Words() }

// SortCertificates sorts a heap of certificates against a date: zero means that
// no date is known, and nothing is called expired. It never fails: whatever the
// heap, each certificate gets a place and a reason.
func SortCertificates(found []FoundCertificate, at time.Time) Chains {
	h := sorted(found, at)
	h.remarkEach()
	chains := h.chains()
	chains.Remarks = h.remarks()
	return chains
}

// ChainsOf is SortCertificates without the remarks, which rules do not need.
func ChainsOf(found []FoundCertificate, at time.Time) Chains { return sorted(found, at).chains() }

func sorted(found []FoundCertificate, at time.Time) *sorter {
	h := newSorter(found, at)
	h.link()
	h.findWays()
	h.findMissing()
	h.decideUploads()
	return h
}

func (h *sorter) chains() Chains {
	return Chains{Certificates: h.list, Ways: h.leafWays, Missing: h.missing}
}

// uploadAnswer is the ID of the remark that says what to give the CMG.
const uploadAnswer = "upload-answer"
