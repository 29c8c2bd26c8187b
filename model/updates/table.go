package updates

import "cmgwizard/model"

// The updates that others name.
const (
	ImageUpdate     model.KB = "KB37942646" // the image of the CMG without .NET 6
	imageRollup     model.KB = "KB37864969" // the second rollup of 2509, with it
	SecurityUpdate  model.KB = "KB38982839" // SMS Provider and administration service
	NewCMGUpdate    model.KB = "KB30833053" // new CMGs on 2409
	rollup2409      model.KB = "KB30385346"
	Rollup2503      model.KB = "KB32851084"
	MaintenanceFix  model.KB = "KB35958849" // the harmless message every 20 minutes
	Rollup2403      model.KB = "KB28204160"
	ContentFix2309  model.KB = "KB25858444" // clients in no boundary group download again
	ConnectorFix    model.KB = "KB21010486" // the connection point wakes up after maintenance
	RegistrationFix model.KB = "KB14480034" // PKI clients register on 2203
)

func on(versions ...model.Version) []Target {
	list := make([]Target, len(versions))
	for i, v := range versions {
		list[i] = Target{Version: v}
	}
	return list
}

// All lists the updates, newest first.
var All = []Update{
	{
		KB: "KB39398030", Date: "2026-09", Title: "Said to replace KB38982839",
		Does:   "Its page could not be read: one public note names it. It counts as if it contained KB38982839, so that nobody is asked for that one in vain.",
		Resets: NotStated,
	},
	{
		KB: SecurityUpdate, Date: "2026-08", Page: "2603/38982839", Title: "Security update for the SMS Provider and administration service",
		Does: "Security of the SMS Provider and of the administration service, which can be reached through a CMG. It changes nothing in the CMG itself, and no number shows it.",
		For:  []Target{{"2603", "", 0}, {"2509", imageRollup, 0}, {"2503", Rollup2503, 0}}, In: []model.KB{"KB39398030"},
		Resets: MustReset,
	},
	{
		KB: ImageUpdate, Date: "2026-06-02", Page: "2603/37942646", Title: "Cloud management gateway virtual machine scale set image update",
		Does: "The CMG moves from the image offer windowsserver, which holds .NET 6, to windowsserver2022. Without it new deployments and reimaging fail from early 2027, and the old images get no more patches before that. It is not in 2603, and must be reinstalled after an update from 2509 to 2603.",
		For:  []Target{{"2603", "", 1200}, {"2509", "", 1700}, {"2503", Rollup2503, 2100}, {"2409", rollup2409, 2100}}, In: []model.KB{imageRollup, "KB37784287"},
		Resets: NoRestart,
	},
	{
		KB: "KB37784287", Date: "2026-06-02", Page: "2603/37784287", Title: "The image update under another number",
		Does:   "The same text, date and console versions as KB37942646: one update under two numbers.",
		For:    []Target{{"2603", "", 1200}, {"2503", Rollup2503, 2100}, {"2409", rollup2409, 2100}},
		Resets: NoRestart,
	},
	{
		KB: "KB38232642", Date: "2026-06", Page: "2603/38232642", Title: "Security update for importing console extensions",
		For: []Target{{"2603", "", 0}, {"2503", Rollup2503, 0}}, In: []model.KB{imageRollup},
		Resets: NoRestart,
	},
	{
		KB: imageRollup, Date: "2026-05", Page: "2509/37864969", Title: "Second update rollup for version 2509",
		Does:   "Holds the image update KB37942646 for 2509.",
		For:    []Target{{"2509", "", 1700}},
		Resets: SelfReset,
	},
	{
		KB: "KB36949461", Date: "2026-04", Page: "2509/36949461", Title: "Update rollup for version 2509",
		Does: "Nothing for a CMG. The second rollup replaces it.",
		For:  on("2509"), In: []model.KB{imageRollup},
		Resets: SelfReset,
	},
	{
		KB: "KB37172183", Date: "2026-04", Page: "2503/37172183", Title: "Software Center client fix",
		Does: "GET_TOKEN_FROM_STS_ERROR in the compliance check of co-managed devices. It looks like a token fault of a CMG, and is none.",
		For:  []Target{{"2503", Rollup2503, 0}, {"2409", rollup2409, 0}}, In: []model.KB{"KB36949461", imageRollup}, Since: "2603",
		Resets: SelfReset,
	},
	{
		KB: "KB37447175", Date: "2026-04", Page: "2503/37447175", Title: "Security update to harden access to Network Access Account information",
		For: []Target{{"2503", Rollup2503, 0}, {"2409", rollup2409, 0}}, In: []model.KB{"KB36949461", imageRollup, SecurityUpdate}, Since: "2603",
		Resets: MustReset,
	},
	{
		KB: "KB36495448", Date: "2026-02-23", Page: "2509/36495448", Title: "Software update management client fix",
		For: []Target{{"2509", "", 0}, {"2503", Rollup2503, 0}}, In: []model.KB{imageRollup}, Since: "2603", Resets: NoRestart,
	},
	{
		KB: "KB36419072", Date: "2026-03", Page: "2509/36419072", Title: "Feedback for Configuration Manager",
		For: []Target{{"2509", "", 0}, {"2503", Rollup2503, 0}, {"2409", rollup2409, 0}}, In: []model.KB{imageRollup}, Since: "2603", Resets: NoRestart,
	},
	{KB: "KB33247081", Date: "2026-02-18", Page: "2509/33247081", Title: "Microsoft Connected Cache update", For: on("2509", "2503", "2409"), Since: "2603", Resets: NotStated},
	{
		KB: MaintenanceFix, Date: "2025-12-03", Page: "2503/35958849", Title: "Cloud management gateway deployment maintenance update",
		Does: "Ends the message Failed to perform maintenance, which an existing CMG in a region with availability zones shows every 20 minutes. The message is harmless. No number shows the update.",
		For:  on("2503", "2409"), Since: "2509",
		Resets: NoRestart,
	},
	{
		KB: "KB35360093", Date: "2025-10-15", Page: "2409/35360093", Title: "Security update for the administration service and CMPivot",
		For: []Target{{"2409", rollup2409, 0}, {"2403", Rollup2403, 0}}, In: []model.KB{Rollup2503}, Since: "2509",
		Resets: MustReset,
	},
	{
		KB: Rollup2503, Date: "2025-09-30", Page: "2503/32851084", Title: "Update rollup for version 2503",
		Does: "Web Deploy 4.0 on the machines of the CMG. It brings the harmless message Failed to perform maintenance.",
		For:  []Target{{"2503", "", 1500}}, Since: "2509",
		Resets: SelfReset,
	},
	{KB: "KB34503790", Date: "2025-09-08", Page: "2503/34503790", Title: "Revised security update", For: on("2503"), In: []model.KB{Rollup2503}, Since: "2509", Resets: MustReset},
	{KB: "KB34503768", Date: "2025-09-08", Page: "2503/34503790", Title: "Revised security update", For: []Target{{"2409", rollup2409, 0}, {"2403", Rollup2403, 0}}, Resets: MustReset},
	{KB: "KB33926600", Date: "2025-07-30", Page: "2409/33926600", Title: "Security update", For: []Target{{"2409", rollup2409, 0}, {"2403", Rollup2403, 0}}, In: []model.KB{"KB34503768"}, Since: "2503", Resets: MustReset},
	{
		KB: "KB33177653", Date: "2025-06-30", Page: "2503/33177653", Title: "Azure for US Government update",
		For: []Target{{"2503", "", 0}, {"2409", "", 1500}, {"2403", "", 0}}, In: []model.KB{Rollup2503}, Since: "2509",
		Resets: NoRestart,
	},
	{
		KB: rollup2409, Date: "2025-03-12", Page: "2409/30385346", Title: "Update rollup for version 2409",
		Does: "Holds KB30833053. Clients on the internet no longer meet 500 CMGConnector_InternalServerError where ccmexec ends on a management point, and those with an alternate content provider download from a CMG again.",
		For:  []Target{{"2409", "", 1400}}, Since: "2503",
		Resets: SelfReset,
	},
	{
		KB: NewCMGUpdate, Date: "2025-01-24", Page: "2409/30833053", Title: "Cloud management gateway installation update for version 2409",
		Does: "On 2409 without it a new CMG fails: DeploymentFailed in CloudMgr.log, VMExtensionProvisioningError for the extension InstallCMG in Azure. No number shows it.",
		For:  on("2409"), In: []model.KB{rollup2409}, Since: "2503",
		Resets: NoRestart,
	},
	{
		KB: Rollup2403, Date: "2024-11-06", Page: "2403/28204160", Title: "Update rollup for version 2403",
		Does: "Downloads from a CMG no longer end with HTTP 500, which is more common with BranchCache and boundary groups.",
		For:  []Target{{"2403", "", 2400}}, Since: "2409",
		Resets: SelfReset,
	},
	{KB: "KB29166583", Date: "2024-09-18", Page: "2403/29166583", Title: "Management point security update", For: on("2403"), In: []model.KB{Rollup2403}, Since: "2409", Resets: NoRestart},
	{KB: "KB28458746", Date: "2024-07-24", Page: "2403/28458746", Title: "Software update management client fix", For: on("2403"), In: []model.KB{Rollup2403}, Since: "2409", Resets: NoRestart},
	{
		KB: "KB28290310", Date: "2024-06-20", Page: "2403/28290310", Title: "CMG update for version 2403",
		Does: "An image of June 2024 for the machines of the CMG.",
		For:  on("2403"), In: []model.KB{Rollup2403}, Since: "2409",
		Resets: NoRestart,
	},
	{
		KB: ContentFix2309, Date: "2024-03-04", Page: "2309/25858444", Title: "Update rollup for version 2309",
		Does: "Clients in no boundary group download from a CMG again: since 2303 the right on vSMS_DefaultBoundaryGroup was missing. Several packages at once upload to a CMG.",
		For:  []Target{{"2309", "", 1900}}, In: []model.KB{"KB27863823"}, Since: "2403",
		Resets: SelfReset,
	},
	{
		KB: "KB27863823", Date: "2024-05-22", Page: "2309/25858444", Title: "Revised update rollup for version 2309",
		Does: "The rollup KB25858444, revised: the page is the same.",
		For:  []Target{{"2309", "", 1900}}, Since: "2403",
		Resets: SelfReset,
	},
	{
		KB: ConnectorFix, Date: "2023-07-24", Page: "2303/21010486", Title: "Update rollup for version 2303",
		Does: "The connection point no longer sleeps after the CMG was offline for an upgrade or maintenance.",
		For:  []Target{{"2303", "", 1300}}, In: []model.KB{"KB24719670"}, Since: "2309",
		Resets: SelfReset,
	},
	{
		KB: "KB24719670", Date: "2023-08-14", Page: "2303/21010486", Title: "Revised update rollup for version 2303",
		Does: "The rollup KB21010486, revised: the page is the same.",
		For:  on("2303"), Since: "2309",
		Resets: SelfReset,
	},
	{
		KB: "KB16643863", Date: "2023-02-21", Page: "2211/16643863", Title: "Update rollup for version 2211",
		Does: "IIS logs no longer fill drive C of the CMG. Weak cipher suites are off; a CMG that runs already takes this only after Synchronize Configuration.",
		For:  []Target{{"2211", "", 1300}}, Since: "2303",
		Resets: SelfReset,
	},
	{
		KB: "KB15152495", Date: "2022-11-10", Page: "2207/15152495", Title: "Update rollup for version 2207",
		Does: "The console no longer ends after the sign-in while a CMG is created.",
		For:  []Target{{"2207", "", 2600}}, Since: "2211",
		Resets: SelfReset,
	},
	{
		KB: "KB14244456", Date: "2022-06-24", Page: "2203/14244456", Title: "Update rollup for version 2203",
		Does: "Holds KB14480034. Microsoft Entra user discovery no longer removes users where dates are written in another way than in the United States.",
		For:  []Target{{"2203", "", 2400}}, Since: "2207",
		Resets: SelfReset,
	},
	{
		KB: RegistrationFix, Date: "2022-05-23", Page: "2203/14480034", Title: "Registration fails for PKI clients after updating to version 2203",
		Does: "PKI clients that cannot authenticate to the domain register again: new workgroup clients, devices that join for the first time, clients that renew their certificate. No number shows it.",
		For:  on("2203"), In: []model.KB{"KB14244456"}, Since: "2207",
		Resets: NoRestart,
	},
	{
		KB: "KB12896009", Date: "2022-03-02", Page: "2111/12896009", Title: "Update rollup for version 2111",
		Does: "A client slows down after five failed contacts with a CMG in five minutes. Clients that boot media installs over the internet register again where the management point is on another server.",
		For:  []Target{{"2111", "", 2500}}, Since: "2203",
		Resets: SelfReset,
	},
	{KB: "KB12709700", Date: "2021-12-28", Page: "2111/12709700", Title: "Update for version 2111", Does: "The client installs in Autopilot again.", For: []Target{{"2111", "", 1700}}, Since: "2203", Resets: SelfReset},
	{
		KB: "KB11121541", Date: "2021-10-27", Page: "2107/11121541", Title: "Update rollup for version 2107",
		Does: "Enforce TLS 1.2 covers the storage account of the CMG too.",
		For:  []Target{{"2107", "", 3700}}, Since: "2111",
		Resets: SelfReset,
	},
	other("KB32480179"), other("KB25073607"), other("KB25506239"), other("KB24721208"), other("KB26129847"), other("KB12636660"), other("KB10503003"),
	other("KB12959506"), other("KB12819689"), other("KB13953025"), other("KB14959905"), other("KB14978429"), other("KB15498768"), other("KB15599094"),
}

// other is an update without a word about a CMG in its title: it is here so that
// it counts as known.
func other(kb model.KB) Update {
	return Update{KB: kb, Title: "Without a word about a CMG in its title", Resets: NotStated}
}
