package seen

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"cmgwizard/model"
	"cmgwizard/model/doc"
	"cmgwizard/model/evidence"
)

// KeptInShort is a file among others that a plan keeps facts of: what it is,
// until when, and when it was read.
func KeptInShort(e model.Evidence, at time.Time) doc.Entry {
	seen, read := evidence.SeenOf(e), ""
	if !e.Read.IsZero() {
		read = "read " + e.Read.UTC().Format(time.DateOnly)
	}
	return doc.Entry{
		Title: model.Clean(e.File), Word: doc.JoinedWith(", ", seen.What, model.EndWords(seen.Ends, at), read),
		Tone: map[model.Ending]string{model.PastEnding: doc.BadTone, model.NearEnding: doc.WarnTone}[model.EndingOf(seen.Ends, at)],
	}
}

// Kept is everything that a plan keeps of a file.
func Kept(e model.Evidence, at time.Time) doc.Entry {
	told := KeptInShort(e, at)
	for _, key := range slices.Sorted(maps.Keys(e.Facts)) {
		if !slices.Contains(keysOfMachines, key) {
			told.Facts = append(told.Facts, doc.Given(doc.Plain(keyWords(key), factWords(e.Facts[key])))...)
		}
	}
	told.After = []doc.Fact{
		doc.Plain("SHA-256 of the file", model.Clean(cmp.Or(e.SHA256, "not known"))),
		doc.Plain("", "Nothing else of the file is kept."),
	}
	return told
}

// keysOfMachines are facts by which names and keys are compared: nobody reads
// them.
var keysOfMachines = []string{"subject_id", "issuer_id", "key_id", "signed_by", "not_signed_by"}

// keyWords is the key of a fact as people read it.
func keyWords(key string) string {
	words := strings.ReplaceAll(model.Clean(key), "_", " ")
	if short, ok := shortNames[words]; ok {
		return short
	}
	return model.Capital(words)
}

// shortNames are the keys that are written in another way.
var shortNames = map[string]string{
	"sha1": "SHA-1 thumbprint", "sha256": "SHA-256 thumbprint", "crl": "CRL distribution points", "aia": "AIA", "ca": "CA",
	"tenant id": "Tenant ID", "device id": "Device ID", "entra joined": "Microsoft Entra joined", "names": "Subject alternative names",
	"purposes": "Extended key usage",
}

// factWords are the value of a fact.
func factWords(value any) string {
	switch v := value.(type) {
	case string:
		if at, err := time.Parse(time.RFC3339, v); err == nil {
			return minute(at)
		}
		return model.Clean(v)
	case time.Time:
		return minute(v)
	case bool:
		if v {
			return "yes"
		}
		return "no"
	case []string:
		return model.Clean(strings.Join(v, ", "))
	case []any:
		words := make([]string, len(v))
		for i, part := range v {
			words[i] = factWords(part)
		}
		return strings.Join(words, ", ")
	}
	return model.Clean(fmt.Sprint(value))
}
