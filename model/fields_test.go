package model

import (
	"strconv"
	"strings"
	"testing"
)

// onePlan has one entry in each list, and no answer.
func onePlan() *Plan {
	p := &Plan{}
	p.Devices, p.ManagementPoints, p.ConnectionPoints = make([]Device, 1), make([]ManagementPoint, 1), make([]ConnectionPoint, 1)
	return p
}

func TestEveryFieldHasTeamAndQuestion(t *testing.T) {
	for _, f := range onePlan().Fields() {
		if Teams.Label(f.Team) == string(f.Team) {
			t.Errorf("%s belongs to the team %q", f.Key, f.Team)
		}
		if !strings.HasSuffix(f.Ask, "?") || f.Ask != Clean(f.Ask) {
			t.Errorf("%s asks %q", f.Key, f.Ask)
		}
		if found, ok := onePlan().Field(f.Key); !ok || found.Key != f.Key {
			t.Errorf("%s is not found by its key", f.Key)
		}
	}
}

func TestFormsThatFieldsName(t *testing.T) {
	for _, f := range onePlan().Fields() {
		if _, known := formExamples[f.tag.Get("check")]; !known {
			t.Errorf("%s has the form %q, which nobody checks", f.Key, f.tag.Get("check"))
		}
	}
}

// goodTexts are answers that the field takes as they are.
func goodTexts(f Field) []string {
	texts := []string{Unsure}
	for _, w := range f.Words() {
		texts = append(texts, w.Value)
	}
	switch f.Kind() {
	case NumberField:
		return append(texts, strconv.Itoa(f.limit("min", 0)), strconv.Itoa(f.limit("max", MaxNumber)))
	case ListField:
		return append(texts, "none", "internal-network,bulk", "bulk,internal-network")
	case TextField:
		return append(texts, formExamples[f.tag.Get("check")])
	}
	return texts
}

func TestSetAndText(t *testing.T) {
	for _, f := range onePlan().Fields() {
		for _, text := range append(goodTexts(f), "") {
			if err := f.Set(text); err != nil {
				t.Errorf("%s = %q: %v", f.Key, text, err)
			}
			if f.Text() != text || f.Given() != (text != "") || f.Unsure() != (text == Unsure) {
				t.Errorf("%s = %q reads %q, given %v, unsure %v", f.Key, text, f.Text(), f.Given(), f.Unsure())
			}
			if label := f.Label(); (label == "") != (text == "") || label != Clean(label) {
				t.Errorf("%s = %q has the label %q", f.Key, text, label)
			}
		}
	}
}

func TestClearTakesTheAnswerBack(t *testing.T) {
	for _, f := range goodPlan().Fields() {
		if f.Clear(); f.Given() || f.Text() != "" {
			t.Errorf("%s is %q after Clear", f.Key, f.Text())
		}
	}
}

// badTexts are answers that the field refuses, with what the error must name.
func badTexts(f Field) map[string]string {
	var words []string
	for _, w := range f.Words() {
		words = append(words, w.Value)
	}
	allowed := strings.Join(append(words, Unsure), ", ")
	tooLong := strings.Repeat("x", MaxText+1)
	switch f.Kind() {
	case ChoiceField:
		return map[string]string{"perhaps": allowed, "YES ": allowed, "\x1b[31m": allowed, tooLong: "4096"}
	case ListField:
		return map[string]string{"perhaps": allowed, "bulk,": allowed, "bulk,bulk": "twice", "bulk,unsure": "alone", tooLong: "4096"}
	case NumberField:
		bad := map[string]string{"-1": "whole number", "1.5": "whole number", "two": "whole number", "99999999999999999999": "whole number"}
		if f.tag.Get("max") != "" {
			bad["0"], bad["17"] = "from 1 to 16", "from 1 to 16"
		}
		return bad
	}
	bad := map[string]string{tooLong: "4096"}
	if f.tag.Get("check") != "" {
		bad["?"] = ""
	}
	return bad
}

func TestSetNamesWhatIsAllowed(t *testing.T) {
	p := goodPlan()
	for _, f := range p.Fields() {
		before := f.Text()
		for text, hint := range badTexts(f) {
			err := f.Set(text)
			if err == nil || !strings.Contains(err.Error(), hint) || !isClean(err.Error()) {
				t.Errorf("%s = %.20q: %v, want a word about %q", f.Key, text, err, hint)
			}
			if f.Text() != before {
				t.Errorf("%s was %q and is %q after an error", f.Key, before, f.Text())
			}
		}
	}
}

func TestNumbersThatARuleJudges(t *testing.T) {
	p := onePlan()
	for _, key := range []string{"pki.key_bits", "token.bulk_lifetime_minutes"} {
		f, _ := p.Field(key)
		for _, text := range []string{"0", "1", "512", "10081"} {
			if err := f.Set(text); err != nil {
				t.Errorf("%s = %s: %v", key, text, err)
			}
		}
	}
	if f, _ := p.Field("gateway.service_name"); f.Set("any text *") != nil {
		t.Error("gateway.service_name is refused where a rule should judge it")
	}
}

func TestEmptyListIsAnAnswer(t *testing.T) {
	f, _ := onePlan().Field("token.registration")
	if err := f.SetList([]string{}); err != nil || !f.Given() || f.Label() != "None of them" {
		t.Errorf("an empty list: %v, given %v, %q", err, f.Given(), f.Label())
	}
	if err := f.SetList(nil); err != nil || f.Given() {
		t.Errorf("no list: %v, given %v", err, f.Given())
	}
}

func TestLabelsOfFields(t *testing.T) {
	p := onePlan()
	for _, c := range []struct{ key, text, want string }{
		{"devices[0].join", "hybrid", "Hybrid joined"},
		{"devices[0].join", Unsure, "I do not know yet"},
		{"gateway.name_available", "yes", "Free"},
		{"gateway.name_available", "no", "Taken"},
		{"gateway.name_available", Unsure, "Not checked"},
		{"token.registration", "internal-network,bulk", "On the internal network and With a bulk registration token"},
		{"gateway.region", "West \x1b[1mEurope", "West Europe"},
		{"gateway.region", "here, there", "here, there"},
		{"gateway.vm_instances", "2", "2"},
	} {
		f, _ := p.Field(c.key)
		if err := f.Set(c.text); err != nil {
			t.Fatal(err)
		}
		if got := f.Label(); got != c.want {
			t.Errorf("%s = %q: %q, want %q", c.key, c.text, got, c.want)
		}
	}
}

func TestKindsOfFields(t *testing.T) {
	p := onePlan()
	for key, want := range map[string]Kind{
		"site.code": TextField, "site.version": TextField, "site.security": ChoiceField, "devices[0].internet": ChoiceField,
		"devices[0].count": NumberField, "token.registration": ListField,
	} {
		f, ok := p.Field(key)
		if !ok || f.Kind() != want || f.YesNo() != (key == "devices[0].internet") {
			t.Errorf("%s: kind %d, want %d", key, f.Kind(), want)
		}
	}
	if _, ok := p.Field("devices[1].join"); ok {
		t.Error("an entry that is not there has a field")
	}
}
