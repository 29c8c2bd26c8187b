package steps

import (
	"slices"
	"strings"

	"cmgwizard/model"
)

var devices = Step{
	ID:    "devices",
	Title: "Devices",
	Why:   "How a device is joined determines which identity it can use on the internet. List each kind of device that matters; two or three are usual.",
	List: &List{
		Key: "devices", Noun: "kind of device",
		Len: func(a *model.Answers) int { return len(a.Devices) },
		Add: func(a *model.Answers) { a.Devices = append(a.Devices, model.Device{}) },
		Cut: func(a *model.Answers, i int) { a.Devices = slices.Delete(slices.Clone(a.Devices), i, i+1) },
	},
	Form: deviceQuestions,
	Recap: func(a *model.Answers, i int) (string, string) {
		d := a.Devices[i]
		return a.EntryName(key("devices[#]", i)), deviceRecap(d)
	},
}

func deviceQuestions(a *model.Answers, i int) []Question {
	questions := []Question{{
		Key:   key("devices[#].join", i),
		Why:   "Microsoft Entra ID works for Entra joined and hybrid joined devices only; the others need a certificate or a token.",
		Where: "On a device: dsregcmd.exe /status. AzureAdJoined YES means Entra joined, and with DomainJoined YES hybrid joined. DomainJoined YES alone: AD domain-joined; both NO: workgroup, also with WorkplaceJoined YES.",
	}}
	if a.SharesJoin(i) {
		questions = append(questions, Question{
			Key: key("devices[#].name", i), Example: "Sales laptops", Optional: true,
			Why:   "Another entry is joined in the same way: a name distinguishes the two.",
			Where: "You choose it: the department, the place or the purpose of these devices.",
		})
	}
	return append(append(questions, deviceUse(a, i)...), deviceMeans(a.Devices[i], i)...)
}

// deviceUse asks where the devices are used, and what runs on them unless they
// are used nowhere.
func deviceUse(a *model.Answers, i int) []Question {
	d := a.Devices[i]
	questions := []Question{
		{
			Key: key("devices[#].internet", i), Best: "yes",
			Why:   "Only devices on the internet use a CMG; the others are judged against the internal management points.",
			Where: "Laptops that leave the building, home offices, branches without a connection to your network: yes.",
		},
		{
			Key:   key("devices[#].on_premises", i),
			Why:   "Devices that are also used on the internal network must work with the management points there.",
			Where: "A VPN counts as the internal network: the client can reach a domain controller or a management point and considers itself an intranet client.",
		},
		{
			Key:   key("devices[#].windows", i),
			Why:   "Microsoft Entra ID needs Windows 10 or later.",
			Where: "Console: Assets and Compliance > Devices, column Operating System.",
		},
	}
	switch {
	case d.Internet == model.No && d.OnPremises == model.No:
		return questions[:2]
	case d.Join == model.Workgroup && settled(a, key("devices[#].user_centric", i)): // its users get no deployments
		return questions
	}
	return append(questions, Question{
		Key:   key("devices[#].user_centric", i),
		Why:   "Only Microsoft Entra ID lets users on the internet get user apps and user policies.",
		Where: "Console: deployments to user collections, or apps that users pick in Software Center.",
	})
}

// deviceMeans asks how many the devices are and what they have to authenticate
// with, as far as that matters where they are used.
func deviceMeans(d model.Device, i int) []Question {
	count := Question{
		Key: key("devices[#].count", i), Example: "1200", Optional: true,
		Why:   "It determines the size of the CMG. A rough number is enough.",
		Where: "Console: Assets and Compliance > Device Collections, Member Count.",
	}
	certificate := Question{
		Key:   key("devices[#].client_certificate", i),
		Why:   "A certificate of any product counts: the client prefers it over Microsoft Entra ID, and an HTTPS management point accepts it.",
		Where: "On a device: certlm.msc > Personal > Certificates, Intended Purposes: Client Authentication.",
	}
	installed := Question{
		Key:   key("devices[#].client_installed", i),
		Why:   "An existing client only has to learn about the CMG. If there is none, it is installed over the internet, or before the device leaves.",
		Where: "Console: Assets and Compliance > Devices, column Client: Yes.",
	}
	switch {
	case d.Internet != model.No:
		return []Question{count, certificate, installed}
	case d.OnPremises == model.Yes:
		return []Question{certificate}
	}
	return nil
}

// deviceRecap says where the devices are used and, of those on the internet,
// how they authenticate and whether they have the client.
func deviceRecap(d model.Device) string {
	parts := []string{whereUsed(d)}
	if d.Internet == model.Yes && model.Known(d.Method) {
		parts = append(parts, model.Methods.Label(d.Method))
	}
	if d.Internet == model.Yes && d.ClientInstalled == model.No {
		parts = append(parts, "no client yet")
	}
	return strings.Join(parts, ", ")
}

func whereUsed(d model.Device) string {
	switch {
	case d.Internet == model.Yes && d.OnPremises == model.Yes:
		return "on the internet and internal"
	case d.Internet == model.Yes:
		return "on the internet"
	case d.OnPremises == model.Yes:
		return "inside"
	}
	return "not known yet where they are used"
}
