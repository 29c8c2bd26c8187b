package steps

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"cmgwizard/model"
)

// A fleetKind is a kind of device as the quick round offers it.
type fleetKind struct {
	value, label string
	join         model.Join
	windows      model.Windows
}

// oldHybrid is the one kind that is told by its Windows.
const oldHybrid = "old-hybrid"

var fleetKinds = []fleetKind{
	{string(model.HybridJoined), "Hybrid joined, Windows 10 or later (no servers)", model.HybridJoined, model.Windows10},
	{string(model.EntraJoined), "Microsoft Entra joined", model.EntraJoined, model.Windows10},
	{string(model.DomainJoined), "Active Directory domain-joined (servers too)", model.DomainJoined, ""},
	{string(model.Workgroup), "Workgroup", model.Workgroup, ""},
	{oldHybrid, "Hybrid joined with an older Windows", model.HybridJoined, model.WindowsEarlier},
}

func quickDevices(*model.Answers) []Question {
	options := make([]model.Word, len(fleetKinds))
	for i, k := range fleetKinds {
		options[i] = model.Word{Value: k.value, Label: k.label}
	}
	return []Question{{
		Key: "devices", Ask: "Which kinds of devices will use the CMG?", Options: options, Several: true,
		Why:   "Each kind is prepared in its own way. macOS and phones cannot use a CMG.",
		Where: "On a device: dsregcmd.exe /status. AzureAdJoined and DomainJoined YES: hybrid joined. Both NO: workgroup.",
		Now:   fleetNow, Put: putFleet,
	}}
}

// kindOf is the kind that is offered for a device, "" for none.
func kindOf(d model.Device) string {
	switch {
	case d.Join == model.HybridJoined && d.Windows == model.WindowsEarlier:
		return oldHybrid
	case model.Known(d.Join):
		return string(d.Join)
	}
	return string(d.Join)
}

// fleetNow lists the kinds that are in the plan, each once.
func fleetNow(a *model.Answers) string {
	var kinds []string
	for _, d := range a.Devices {
		if kind := kindOf(d); kind != "" && d.Internet != model.No && !slices.Contains(kinds, kind) {
			kinds = append(kinds, kind)
		}
	}
	return strings.Join(kinds, ",")
}

// putFleet keeps the kinds of the plan that are chosen, and adds the others.
// Devices that are not on the internet are no part of the question.
func putFleet(a *model.Answers, text string) error {
	chosen := words(text)
	if len(chosen) == 0 {
		return errors.New("choose at least one kind, or ? for: I do not know yet")
	}
	var kept []model.Device
	for _, d := range a.Devices {
		if d.Internet == model.No || slices.Contains(chosen, kindOf(d)) {
			kept = append(kept, d)
		}
	}
	for _, value := range chosen {
		if !slices.ContainsFunc(kept, func(d model.Device) bool { return kindOf(d) == value && d.Internet != model.No }) {
			d, err := newKind(value)
			if err != nil {
				return err
			}
			kept = append(kept, d)
		}
	}
	a.Devices = kept
	return nil
}

func newKind(value string) (model.Device, error) {
	if value == model.Unsure {
		return model.Device{Join: model.Unsure, Internet: model.Yes}, nil
	}
	for _, k := range fleetKinds {
		if k.value == value {
			return model.Device{Join: k.join, Windows: k.windows, Internet: model.Yes}, nil
		}
	}
	return model.Device{}, fmt.Errorf("%q is no kind of device that is offered", value)
}

// words are the parts of a text between commas.
func words(text string) []string {
	return slices.DeleteFunc(strings.Split(strings.ReplaceAll(text, " ", ""), ","), func(w string) bool { return w == "" })
}

func quickMethods(a *model.Answers) []Question {
	var questions []Question
	if len(a.DevicesWhere(mayNeedPKI)) > 0 {
		questions = append(questions, pkiQuestion(a))
	}
	if len(a.InternetDevices()) > 0 {
		questions = append(questions, methodTable(a))
	}
	if list := a.DevicesWhere(servesNoUsers); len(list) > 0 {
		questions = append(questions, usersQuestion(list, a))
	}
	if a.Uses(model.SiteToken) {
		questions = append(questions, reachQuestion(), saying("How many days can a token device go without a restart?", of(tokens.Ask(a), "token.longest_offline_days")))
	}
	if a.Uses(model.ClientPKI) {
		questions = append(questions, saying("Can your CRL be reached from the internet?", withBest(of(pki.Ask(a), "pki.crl_public"), "")))
	}
	return questions
}

// mayNeedPKI reports whether Microsoft Entra ID cannot serve the devices, or PKI
// was chosen for them.
func mayNeedPKI(d model.Device) bool {
	if !model.OnTheInternet(d) {
		return false
	}
	entra := d.Join == model.EntraJoined || d.Join == model.HybridJoined && d.Windows != model.WindowsEarlier
	return d.Method == model.ClientPKI || model.Known(d.Join) && !entra
}

// servesNoUsers reports whether the method of the devices leaves out their users,
// who may have deployments of their own.
func servesNoUsers(d model.Device) bool {
	return model.OnTheInternet(d) && d.Join != model.Workgroup && (d.Method == model.ClientPKI || d.Method == model.SiteToken)
}

func usesTokens(d model.Device) bool { return model.OnTheInternet(d) && d.Method == model.SiteToken }

// pkiQuestion asks for the PKI and who issues in one.
func pkiQuestion(a *model.Answers) Question {
	q := of(methods.Ask(a), "pki.available")
	q.Ask = "Can your PKI issue client authentication certificates?"
	q.Options = []model.Word{
		{Value: string(model.ADCS), Label: "Yes, Active Directory Certificate Services"},
		{Value: string(model.OtherIssuer), Label: "Yes, another PKI"},
		{Value: string(model.No), Label: "No"},
	}
	q.Now = func(a *model.Answers) string {
		switch {
		case a.PKI.Available != model.Yes:
			return string(a.PKI.Available)
		case a.PKI.Issuer == model.ADCS:
			return string(model.ADCS)
		}
		return string(model.OtherIssuer)
	}
	q.Put = func(a *model.Answers, text string) error {
		available, issuer := text, ""
		if text == string(model.ADCS) || text == string(model.OtherIssuer) {
			available, issuer = string(model.Yes), text
		}
		return setAll(a, pair{"pki.available", available}, pair{"pki.issuer", issuer})
	}
	return q
}

// A pair is a key and what is written to it: nothing takes the answer out.
type pair struct{ key, text string }

func setAll(a *model.Answers, pairs ...pair) error {
	for _, p := range pairs {
		f, ok := a.Field(p.key)
		if !ok {
			return errors.New("this question belongs to an entry that is gone")
		}
		if err := f.Set(p.text); err != nil {
			return err
		}
	}
	return nil
}

// methodTable asks of each kind how many there are and how they authenticate.
func methodTable(a *model.Answers) Question {
	list := a.InternetDevices()
	q := Question{
		Key: key("devices[#].method", list[0]), Ask: "How many are there, and how will they authenticate?",
		Why:   "The number determines the size of the CMG; a rough one is enough. Without it, the size is not judged.",
		Where: "Console: Assets and Compliance > Device Collections, Member Count.",
	}
	for _, i := range list {
		q.Rows = append(q.Rows, methodRow(a, i))
	}
	q.Now = func(a *model.Answers) string { return tableNow(a, list, "count", "method") }
	q.Put = func(a *model.Answers, text string) error { return putTable(a, list, text, "count", "method") }
	return q
}

func methodRow(a *model.Answers, i int) Row {
	q := methodQuestion(a, i)
	method, _ := a.Field(q.Key)
	count, _ := a.Field(key("devices[#].count", i))
	return Row{Name: a.DeviceName(i), Cells: []Cell{
		{Title: "About how many?", Now: count.Text(), Optional: true},
		{Title: "Method", Options: possible(a, i), Now: method.Text(), Best: q.Best, Note: q.Note},
	}}
}

// possible are the methods that can work for a kind of device.
func possible(a *model.Answers, i int) []model.Word {
	d := a.Devices[i]
	return slices.DeleteFunc(model.Methods.Words(), func(w model.Word) bool {
		return w.Value == string(model.EntraID) && w.Value != string(d.Method) && (d.Join == model.DomainJoined || d.Join == model.Workgroup)
	})
}

// tableNow are the answers of a table, "" unless the last of each row was said
// by somebody.
func tableNow(a *model.Answers, list []int, names ...string) string {
	var rows []string
	for _, i := range list {
		var cells []string
		for _, name := range names {
			f, _ := a.Field(model.DeviceKey(i, name))
			cells = append(cells, f.Text())
			if name == names[len(names)-1] && (!f.Given() || f.Assumed()) {
				return ""
			}
		}
		rows = append(rows, strings.Join(cells, CellBreak))
	}
	return strings.Join(rows, RowBreak)
}

func putTable(a *model.Answers, list []int, text string, names ...string) error {
	for r, row := range strings.Split(text, RowBreak) {
		if r >= len(list) {
			break
		}
		for c, cell := range strings.Split(row, CellBreak) {
			if c >= len(names) {
				break
			}
			if err := setAll(a, pair{model.DeviceKey(list[r], names[c]), strings.TrimSpace(cell)}); err != nil {
				return fmt.Errorf("%s: %w", a.DeviceName(list[r]), err)
			}
		}
	}
	return nil
}

// noneOfThese is the choice beside the kinds.
const noneOfThese = "none"

// usersQuestion asks which kinds of device have deployments to users: only
// Microsoft Entra ID serves those on the internet.
func usersQuestion(list []int, a *model.Answers) Question {
	q := of(deviceUse(a, list[0]), model.DeviceKey(list[0], "user_centric"))
	q.Ask = "Which of these must get user-targeted deployments over the internet?"
	q.Several = true
	for _, i := range list {
		q.Options = append(q.Options, model.Word{Value: strconv.Itoa(i), Label: a.DeviceName(i)})
	}
	q.Options = append(q.Options, model.Word{Value: noneOfThese, Label: "None of these"})
	q.Alone = noneOfThese
	q.Now = func(a *model.Answers) string { return usersNow(list, a) }
	q.Put = func(a *model.Answers, text string) error { return putUsers(list, a, text) }
	return q
}

func usersNow(list []int, a *model.Answers) string {
	var with []string
	for _, i := range list {
		f, _ := a.Field(model.DeviceKey(i, "user_centric"))
		switch {
		case !f.Given() || f.Assumed():
			return ""
		case f.Unsure():
			return model.Unsure
		case f.Text() == string(model.Yes):
			with = append(with, strconv.Itoa(i))
		}
	}
	if with == nil {
		return noneOfThese
	}
	return strings.Join(with, ",")
}

func putUsers(list []int, a *model.Answers, text string) error {
	chosen := words(text)
	if len(chosen) == 0 {
		return errors.New("choose the kinds, or: none of these")
	}
	for _, i := range list {
		answer := string(model.No)
		switch {
		case text == model.Unsure:
			answer = model.Unsure
		case slices.Contains(chosen, strconv.Itoa(i)):
			answer = string(model.Yes)
		}
		if err := setAll(a, pair{model.DeviceKey(i, "user_centric"), answer}); err != nil {
			return err
		}
	}
	return nil
}

// someDo is the answer that makes two kinds of one.
const someDo = "some"

// reachQuestion asks of all devices with tokens whether they ever come inside.
func reachQuestion() Question {
	return Question{
		Key: "devices[].reaches_internal_network", Ask: "Do token devices ever connect to the internal network or VPN?",
		Options: []model.Word{
			{Value: string(model.No), Label: "No, never: they are shipped directly to users"},
			{Value: string(model.Yes), Label: "Yes, all of them"},
			{Value: someDo, Label: "Some do: list them as two kinds"},
		},
		Why:   "A device that connects to the internal network, or by VPN, registers there and needs no bulk registration token.",
		Where: "Ask whoever provisions the devices: are they set up on site or shipped directly to users?",
		Now:   reachNow, Put: putReach,
	}
}

func reachNow(a *model.Answers) string {
	var said []string
	for _, i := range a.DevicesWhere(usesTokens) {
		f, _ := a.Field(model.DeviceKey(i, "reaches_internal_network"))
		if !f.Given() || f.Assumed() {
			return ""
		}
		said = append(said, f.Text())
	}
	slices.Sort(said)
	if said = slices.Compact(said); len(said) > 1 {
		return someDo
	}
	return strings.Join(said, "")
}

func putReach(a *model.Answers, text string) error {
	list := a.DevicesWhere(usesTokens)
	if text == someDo {
		if reachNow(a) != someDo {
			splitKind(a, list[len(list)-1])
		}
		return nil
	}
	for _, i := range list {
		if err := setAll(a, pair{model.DeviceKey(i, "reaches_internal_network"), text}); err != nil {
			return err
		}
	}
	return nil
}

// splitKind makes two kinds of one: those that come inside, and the others. How
// many of them come inside nobody has said.
func splitKind(a *model.Answers, i int) {
	inside := a.Devices[i]
	name := a.DeviceName(i)
	never := inside
	inside.Name, never.Name = name+", sometimes internal", name+", never internal"
	inside.ReachesInternalNetwork, never.ReachesInternalNetwork = model.Yes, model.No
	never.Count = model.Device{}.Count
	a.Devices = slices.Insert(slices.Clone(a.Devices), i+1, never)
	a.Devices[i] = inside
}
