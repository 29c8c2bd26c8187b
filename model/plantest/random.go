package plantest

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math/rand"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// GoodTexts are answers that the field takes as they are.
func GoodTexts(f model.Field) []string {
	texts := []string{model.Unsure}
	for _, w := range f.Words() {
		texts = append(texts, w.Value)
	}
	switch f.Kind() {
	case model.NumberField:
		return append(texts, strconv.Itoa(f.Limit("min", 0)), strconv.Itoa(f.Limit("max", model.MaxNumber)))
	case model.ListField:
		return append(append(texts, "none"), goodLists(f)...)
	case model.TextField:
		return append(texts, FormExamples[f.Tag.Get("check")])
	}
	return texts
}

// goodLists are lists of what the field takes.
func goodLists(f model.Field) []string {
	if f.Words() == nil {
		return []string{FormExamples[f.Tag.Get("check")], "KB37942646,KB38982839"}
	}
	return []string{"internal-network,bulk", "bulk,internal-network"}
}

// Memberships are the answers that decide what a rule is about, not how it
// comes out: of all rules only those named here wait for them.
var Memberships = map[string][]string{
	"internet": {"internet-device-present", "internet-use-known"}, "cmg_traffic": {"cmg-mp-present"},
	"internet_only": {"internet-only-with-ehttp"}, "on_premises": nil,
}

// Thinned takes some answers back, or makes them unsure.
func Thinned(p *model.Plan, random *rand.Rand) *model.Plan {
	for _, f := range p.Fields() {
		switch random.Intn(12) {
		case 0:
			f.Clear()
		case 1:
			if err := f.Set(model.Unsure); err != nil {
				panic(err)
			}
		}
	}
	return p
}

// AnswersOf are answers that a field takes: its words, or examples of its
// form.
func AnswersOf(f model.Field) []string {
	answers := []string{}
	for _, w := range f.Words() {
		answers = append(answers, w.Value)
	}
	switch {
	case f.Kind() == model.NumberField:
		return []string{"1", "2", "16"}
	case f.Kind() == model.ListField:
		return append(append(answers, "none"), goodLists(f)[0])
	case len(answers) > 0:
		return answers
	}
	return []string{FormExamples[f.Tag.Get("check")]}
}

// FormExamples keep the form that a text must have.
var FormExamples = map[string]string{
	"": "contosocmg.contoso.com", "host": "server.contoso.com", "version": "2309", "site-code": "P01",
	"guid": "aaaabbbb-0000-cccc-1111-dddd2222eeee", "date": "2026-11-30",
	"console": "5.2603.1035.1200", "kb": "KB37942646",
}

// UpToTwo lists none, one and two of the words, in every order.
func UpToTwo[T any](words []T) [][]T {
	lists := [][]T{nil}
	for _, first := range words {
		lists = append(lists, []T{first})
		for _, second := range words {
			lists = append(lists, []T{first, second})
		}
	}
	return lists
}

// RandomPlan is a plan whose answers are drawn, missing and unsure ones
// included. Each hangs on its key and one number of the plan, so that a new key
// changes none of the others.
func RandomPlan(random *rand.Rand) *model.Plan {
	p := &model.Plan{}
	p.Devices = make([]model.Device, random.Intn(4))
	p.ManagementPoints = make([]model.ManagementPoint, random.Intn(4))
	p.ConnectionPoints = make([]model.ConnectionPoint, random.Intn(3))
	plan := random.Uint64()
	for _, field := range p.Fields() {
		if err := field.Set(randomAnswer(drawn(plan, field.Key), field)); err != nil {
			panic(fmt.Sprintf("%s: %v", field.Key, err))
		}
	}
	return p
}

// randomAnswer is a word of the field, Unsure or nothing.
func randomAnswer(drawn uint64, field model.Field) string {
	words := []string{"", model.Unsure}
	for _, w := range field.Words() {
		words = append(words, w.Value, w.Value)
	}
	switch {
	case field.Kind() == model.NumberField:
		words = append(words, "1", "2", "5")
	case field.Key == "site.console_version" || field.Key == "site.updates":
		words = append(words, FormExamples[field.Tag.Get("check")])
	case strings.HasSuffix(field.Key, "version"):
		words = append(words, "2103", "2403", "2603")
	case strings.HasSuffix(field.Key, "service_name"):
		words = append(words, "granitefalls.contoso.com", "granitefalls.westus.cloudapp.azure.com")
	}
	return words[drawn%uint64(len(words))]
}

// drawn is a number by chance that hangs on a key and the number of a plan alone.
func drawn(plan uint64, key string) uint64 {
	h := fnv.New64a()
	_ = binary.Write(h, binary.LittleEndian, plan) // a hash takes everything
	h.Write([]byte(key))
	return h.Sum64() >> 8
}
