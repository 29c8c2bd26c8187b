package model_test

import (
	"strings"
	"testing"

	"cmgwizard/model"
	"cmgwizard/model/plantest"
)

func TestEveryFieldHasTeamAndQuestion(t *testing.T) {
	for _, f := range plantest.OnePlan().Fields() {
		if model.Teams.Label(f.Team) == string(f.Team) {
			t.Errorf("%s belongs to the team %q", f.Key, f.Team)
		}
		if !strings.HasSuffix(f.Ask, "?") || f.Ask != model.Clean(f.Ask) {
			t.Errorf("%s asks %q", f.Key, f.Ask)
		}
		if found, ok := plantest.OnePlan().Field(f.Key); !ok || found.Key != f.Key {
			t.Errorf("%s is not found by its key", f.Key)
		}
	}
}

func TestFormsThatFieldsName(t *testing.T) {
	for _, f := range plantest.OnePlan().Fields() {
		if _, known := plantest.FormExamples[f.Tag.Get("check")]; !known {
			t.Errorf("%s has the form %q, which nobody checks", f.Key, f.Tag.Get("check"))
		}
	}
}

func TestSetAndText(t *testing.T) {
	for _, f := range plantest.OnePlan().Fields() {
		for _, text := range append(plantest.GoodTexts(f), "") {
			if err := f.Set(text); err != nil {
				t.Errorf("%s = %q: %v", f.Key, text, err)
			}
			if f.Text() != text || f.Given() != (text != "") || f.Unsure() != (text == model.Unsure) {
				t.Errorf("%s = %q reads %q, given %v, unsure %v", f.Key, text, f.Text(), f.Given(), f.Unsure())
			}
			if label := f.Label(); (label == "") != (text == "") || label != model.Clean(label) {
				t.Errorf("%s = %q has the label %q", f.Key, text, label)
			}
		}
	}
}

func TestClearTakesTheAnswerBack(t *testing.T) {
	for _, f := range plantest.GoodPlan().Fields() {
		if f.Clear(); f.Given() || f.Text() != "" {
			t.Errorf("%s is %q after Clear", f.Key, f.Text())
		}
	}
}

// badTexts are answers that the field refuses, with what the error must name.
func badTexts(f model.Field) map[string]string {
	var words []string
	for _, w := range f.Words() {
		words = append(words, w.Value)
	}
	allowed := strings.Join(append(words, model.Unsure), ", ")
	tooLong := strings.Repeat("x", model.MaxText+1)
	switch f.Kind() {
	case model.ChoiceField:
		return map[string]string{"perhaps": allowed, "YES ": allowed, "\x1b[31m": allowed, tooLong: "4096"}
	case model.ListField:
		if f.Words() == nil {
			return map[string]string{"37942646": "KB37942646", "KB37942646,": "commas", "KB37942646,KB37942646": "twice", "KB37942646,unsure": "alone", "KB123": "KB37942646"}
		}
		return map[string]string{"perhaps": allowed, "bulk,": allowed, "bulk,bulk": "twice", "bulk,unsure": "alone", tooLong: "4096"}
	case model.NumberField:
		bad := map[string]string{"-1": "whole number", "1.5": "whole number", "two": "whole number", "99999999999999999999": "whole number"}
		if f.Tag.Get("max") != "" {
			bad["0"], bad["17"] = "from 1 to 16", "from 1 to 16"
		}
		return bad
	}
	bad := map[string]string{tooLong: "4096"}
	if f.Tag.Get("check") != "" {
		bad["?"] = ""
	}
	return bad
}

func TestSetNamesWhatIsAllowed(t *testing.T) {
	p := plantest.GoodPlan()
	for _, f := range p.Fields() {
		before := f.Text()
		for text, hint := range badTexts(f) {
			err := f.Set(text)
			if err == nil || !strings.Contains(err.Error(), hint) || !plantest.IsClean(err.Error()) {
				t.Errorf("%s = %.20q: %v, want a word about %q", f.Key, text, err, hint)
			}
			if f.Text() != before {
				t.Errorf("%s was %q and is %q after an error", f.Key, before, f.Text())
			}
		}
	}
}

func TestNumbersThatARuleJudges(t *testing.T) {
	p := plantest.OnePlan()
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
	f, _ := plantest.OnePlan().Field("token.registration")
	if err := f.SetList([]string{}); err != nil || !f.Given() || f.Label() != "None of them" {
		t.Errorf("an empty list: %v, given %v, %q", err, f.Given(), f.Label())
	}
	if err := f.SetList(nil); err != nil || f.Given() {
		t.Errorf("no list: %v, given %v", err, f.Given())
	}
}

func TestLabelsOfFields(t *testing.T) {
	p := plantest.OnePlan()
	for _, c := range []struct{ key, text, want string }{
		{"devices[0].join", "hybrid", "Hybrid joined"},
		{"devices[0].join", model.Unsure, "I do not know yet"},
		{"gateway.name_available", "yes", "Free"},
		{"gateway.name_available", "no", "Taken"},
		{"gateway.name_available", model.Unsure, "Not checked"},
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
	p := plantest.OnePlan()
	for key, want := range map[string]model.Kind{
		"site.code": model.TextField, "site.version": model.TextField, "site.security": model.ChoiceField, "devices[0].internet": model.ChoiceField,
		"devices[0].count": model.NumberField, "token.registration": model.ListField,
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

func TestSpelled(t *testing.T) {
	for _, test := range []struct{ key, typed, want string }{
		{"site.code", "p01", "P01"},
		{"site.code", "UNSURE", model.Unsure},
		{"site.security", "HTTPS-only", "https-only"},
		{"devices[0].method", "PKI", "pki"},
		{"devices[0].internet", "Yes", "yes"},
		{"site.version", "Unsure", model.Unsure},
		{"gateway.region", "WestEurope", "westeurope"},
		{"management_points[0].host", "MP1.contoso.com", "MP1.contoso.com"},
	} {
		f, found := plantest.OnePlan().Field(test.key)
		if got := f.Spelled(test.typed); !found || got != test.want {
			t.Errorf("%s: %q is spelled %q, want %q", test.key, test.typed, got, test.want)
		}
	}
}
