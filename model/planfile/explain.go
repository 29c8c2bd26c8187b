package planfile

import (
	"reflect"
	"strings"

	"cmgwizard/model"
)

// An explanation is what the file says above a table: a sentence, and the keys
// whose words are worth listing.
type explanation struct {
	text string
	keys []string
}

var explanations = map[string]explanation{
	"site":              {"The site whose clients will use the CMG.", []string{"security"}},
	"devices":           {"One entry for each kind of device that matters.", []string{"join", "windows", "method"}},
	"entra":             {"The Microsoft Entra tenant and its connection to the site.", []string{"identities"}},
	"pki":               {"The public key infrastructure that issues client certificates.", []string{"issuer"}},
	"token":             {"The use of site-issued tokens.", []string{"registration"}},
	"management_points": {"One entry for each management point.", []string{"clients", "web_certificate"}},
	"gateway":           {"The CMG itself.", []string{"environment", "certificate_source", "vm_size"}},
	"connection_points": {"One entry for each CMG connection point.", nil},
	"client_settings":   {"The device settings that let clients use the CMG.", nil},
	"evidence":          {"What was read from files: public facts only, written by the program.", nil},
	"log":               {"What happened in change windows, in order: written by the program, and never worked on by hand.", []string{"what"}},
	"tasks":             {"What was done about each task of the checklist; the title is for readers only.", []string{"state"}},
}

// explain gives the lines above a table.
func explain(name string, table reflect.Type) []string {
	e, ok := explanations[name]
	if !ok {
		return nil
	}
	lines := []string{generated + " " + e.text}
	var lists []string
	for _, k := range e.keys {
		lists = append(lists, k+": "+wordsOf(k, table))
	}
	if len(lists) > 0 {
		lines = append(lines, generated+" "+strings.Join(lists, "; "))
	}
	return lines
}

func wordsOf(name string, table reflect.Type) string {
	k, _ := findKey(keysOf(table), name)
	kind := k.field.Type
	if kind.Kind() == reflect.Slice {
		kind = kind.Elem()
	}
	vocabulary, _ := reflect.Zero(kind).Interface().(interface{ Words() []model.Word })
	var words []string
	for _, word := range vocabulary.Words() {
		words = append(words, word.Value)
	}
	return strings.Join(words, ", ")
}
