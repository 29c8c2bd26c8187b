package board

import (
	"strings"

	"cmgwizard/model"
	"cmgwizard/model/rules"
	"cmgwizard/model/updates"
)

// A told is how one area is told. Its place in areas is that of its area.
type told struct {
	short string
	digit rune
	used  func(p *model.Plan) bool // nil: always
	none  said                     // of an area that is not used
	known func(v view) said        // what the answers come to
}

var areas = []told{
	{short: "Site", digit: '1', known: view.site},
	{short: "Devices", digit: '2', known: view.devices},
	{short: "Entra ID", digit: '3', known: view.entra},
	{
		short: "PKI", digit: '4', known: view.pki, used: uses(model.ClientPKI),
		none: said{"Not used: no kind uses a certificate.", "Not used: no kind on the internet uses a certificate."},
	},
	{
		short: "Tokens", digit: '5', known: view.token, used: uses(model.SiteToken),
		none: said{"Not used: no kind needs a token.", "Not used: no kind on the internet needs a token."},
	},
	{short: "MPs", digit: '6', known: view.points},
	{short: "CMG", digit: '7', known: view.gateway},
	{short: "Size", digit: '8', known: view.size},
	{short: "CPs", digit: '9', known: view.connections},
	{short: "Settings", digit: '0', known: view.settings},
}

func uses(m model.Method) func(*model.Plan) bool {
	return func(p *model.Plan) bool { return p.Uses(m) }
}

// unused says why an area is not used. While a kind of device has no method,
// nobody knows.
func (t told) unused(v view) said {
	if v.MethodMissing() || len(v.InternetDevices()) == 0 {
		return same("Not known yet: the methods decide.")
	}
	return t.none
}

func (v view) site() said {
	version := "Version " + model.Clean(string(v.Site.Version)) + "."
	if !model.Known(v.Site.Version) {
		return said{"Version not known: it counts as the newest.", "The version is not known: it counts as the newest, which adds tasks."}
	}
	dotNet, connection := v.todo("dotnet-48"), v.todo("service-connection-point")
	switch {
	case v.todo("version-supported"):
		return v.support(version)
	case v.todo("cmg-image-offer") && updates.Told(&v.Site):
		return said{version + " Install the image update.", version + " The update for the image of the CMG is missing."}
	case dotNet && connection:
		return said{version + " Check .NET 4.8 on the servers.", version + " To check: .NET 4.8 and the service connection point."}
	case dotNet:
		return said{version + " Check .NET 4.8 on the servers.", version + " To check: .NET 4.8 on the servers."}
	case connection:
		return said{version + " Take the site online.", version + " The service connection point must be online."}
	}
	return same(version + " Nothing is left to check.")
}

// support tells that the version must change, and to which.
func (v view) support(version string) said {
	s := updates.SupportOn(v.Site.Version, v.At)
	ends := "ends"
	if s.Over() {
		ends = "ended"
	}
	short := version + " Support " + ends + " " + s.Version.Ends + "."
	if way := updates.WayUp(v.Site.Version); len(way) > 0 {
		return said{short, short + " Update the site to " + updates.WayInWords(way) + "."}
	}
	return same(short)
}

// devices says how many kinds are served, and by what.
func (v view) devices() said {
	all := v.counted()
	switch {
	case len(v.Devices) == 0:
		return said{"Nobody has named a kind of device yet.", "Nobody has said yet which kinds of devices will use the CMG."}
	case all.kinds == 0:
		return said{"Nobody has named a kind on the internet.", "Nobody has said yet which of the devices are used on the internet."}
	}
	served := v.fleetWhere(v.served)
	s := v.kindsServed(all, served)
	if not := served.uncountedWords(); not != "" {
		s.long = firstFit(longWidth, s.long+" "+not+".", s.long)
	}
	return s
}

func (v view) served(d model.Device) bool {
	return model.OnTheInternet(d) && model.All(v.serves, d.MethodFits()) == model.IsTrue
}

func (v view) kindsServed(all, served fleet) said {
	switch {
	case all.kinds == 1 && served.kinds == 1:
		return v.oneKind()
	case served.kinds == 0 && v.serves == model.IsFalse:
		return said{"No kind is served: see Management points.", "No kind is served: no management point can serve the CMG."}
	case served.kinds == 0:
		return said{"Not decided yet what serves " + model.Counted(all.kinds, "kind") + ".", "Not decided yet whether " + model.CountedAs(all.kinds, "kind is", "kinds are") + " served."}
	}
	names, counts := v.byMethod()
	are := model.Thousands(served.kinds) + " of " + model.Counted(all.kinds, "kind")
	if served.kinds == 1 {
		return said{are + " is served: " + names + ".", are + " is served: " + counts + "."}
	}
	return said{are + " served: " + names + ".", are + " are served: " + counts + "."}
}

// oneKind tells the only kind on the internet.
func (v view) oneKind() said {
	i := v.InternetDevices()[0]
	by := v.method(model.DeviceKey(i, "method"))
	long := "1 of 1 kind is served: " + v.kind(i) + ", by " + by + "."
	if n, known := v.Devices[i].Count.Value(); known {
		long = "1 of 1 kind is served: " + model.Thousands(n) + " " + v.kind(i) + ", by " + by + "."
	}
	return said{"1 of 1 kind is served, by " + by + ".", long}
}

// byMethod lists the methods that serve devices, alone and with how many.
func (v view) byMethod() (names, counts string) {
	var short, long []string
	for _, m := range methods {
		f := v.fleetWhere(func(d model.Device) bool { return d.Method == m.Method && v.served(d) })
		if f.kinds == 0 {
			continue
		}
		short = append(short, m.short)
		if f.devices > 0 {
			long = append(long, model.Thousands(f.devices)+" by "+m.short)
		} else {
			long = append(long, model.Counted(f.kinds, "kind")+" by "+m.short)
		}
	}
	return strings.Join(short, ", "), strings.Join(long, ", ")
}

func (v view) entra() said {
	left := v.phase("entra-integration")
	switch {
	case v.Entra.SiteIntegrated == model.Yes && left == 0:
		return same("The site is connected to Entra ID.")
	case v.Entra.SiteIntegrated == model.Yes:
		return said{"The site is connected. To do: " + model.Counted(left, "task") + ".", "The site is connected to Microsoft Entra ID. " + model.Counted(left, "Entra task") + " still to do."}
	case v.Entra.Apps == model.AppsByWizard:
		return said{"Connect the site first; " + model.Counted(left, "Entra task") + ".", "The site is not connected yet: the wizard creates both apps."}
	case v.Entra.Apps == model.AppsByHand:
		return said{"Connect the site first; " + model.Counted(left, "Entra task") + ".", "The site is not connected yet: both apps are created manually."}
	}
	return said{"Connect the site first; " + model.Counted(left, "Entra task") + ".", "The site is not connected yet, as far as the plan says."}
}

// phase counts the tasks of a phase that are still to do.
func (v view) phase(id string) int {
	n := 0
	for _, i := range v.o.Items {
		if i.Phase == id && i.Progress.State.Pending() {
			n++
		}
	}
	return n
}

func (v view) pki() said {
	public := v.PKI.CRLPublic == model.Yes
	switch {
	case !model.Known(v.PKI.Available) || !model.Known(v.PKI.CRLPublic):
		return said{"Nobody has said whether the CRL is public.", "Nobody has said yet what the PKI can issue, or whether its CRL is public."}
	case public && v.Gateway.VerifyRevocation == model.Yes:
		return said{"The CRL is public, and the CMG checks it.", "The PKI issues certificates, and the internet can read its CRL."}
	case public:
		return said{"CRL public: the CMG does not check it.", "The PKI issues certificates, and the internet can read its CRL."}
	case v.Gateway.VerifyRevocation == model.Yes:
		return said{"CRL not public, and the CMG would check it.", "The PKI issues certificates, and its CRL is not public."}
	}
	return said{"CRL not public: the CMG does not check it.", "The PKI issues certificates, and its CRL is not public."}
}

func (v view) token() said {
	minutes, lives := v.Token.BulkLifetimeMinutes.Value()
	days, rolls := v.Token.RolloutDays.Value()
	inside := false
	for _, way := range v.Token.Registration {
		inside = inside || way == model.InternalNetwork
	}
	switch bulk := v.Token.UsesBulk() == model.IsTrue; {
	case bulk && inside:
		return said{"Tokens come from inside and in bulk.", "Devices get tokens on the internal network, or with a bulk token if they never connect to it."}
	case bulk && lives && rolls:
		return said{"One bulk token serves " + model.Counted(days, "day") + " of rollout.", "Tokens come from a bulk token: " + model.Counted(minutes, "minute") + " for " + model.Counted(days, "day") + " of rollout."}
	case bulk:
		return same("Tokens come from a bulk token.")
	case inside:
		return said{"Devices get their token inside.", "Devices get their token from an internal management point."}
	}
	return said{"Nobody has said how tokens are handed out.", "Nobody has said yet how the devices get their first token."}
}

// points says which management points serve the CMG, and in which mode.
func (v view) points() said {
	serve := v.CMGPoints()
	if len(v.ManagementPoints) == 0 {
		return said{"Nobody has named a management point yet.", "Nobody has said yet which management points the site has."}
	}
	if len(serve) == 0 {
		return said{"No management point will serve the CMG yet.", "Nobody has said yet which management point serves the CMG."}
	}
	all := model.Thousands(len(serve)) + " of " + model.CountedAs(len(v.ManagementPoints), "management point", "management points")
	if len(serve) == 1 {
		mode := v.modeWords(serve[0])
		short := "1 of " + model.Thousands(len(v.ManagementPoints)) + " serves the CMG"
		return said{short + ", " + mode + ".", all + " serves the CMG, " + mode + "."}
	}
	var each, modes []string
	counts := map[string]int{}
	for _, i := range serve {
		word := v.modeShort(i)
		if counts[word]++; counts[word] == 1 {
			modes = append(modes, word)
		}
		if len(each) < 2 {
			each = append(each, v.entry(model.PointKey(i, "host"))+" "+v.modeWords(i))
		}
	}
	for i, word := range modes {
		modes[i] = model.Thousands(counts[word]) + " " + word
	}
	if more := len(serve) - len(each); more > 0 {
		each = append(each, model.Thousands(more)+" more")
	}
	return said{
		model.Thousands(len(serve)) + " serve the CMG: " + strings.Join(modes, ", ") + ".",
		model.Thousands(len(serve)) + " management points serve the CMG: " + strings.Join(each, ", ") + ".",
	}
}

// turnsHTTPS reports whether a management point takes HTTP today and HTTPS then.
func (v view) turnsHTTPS(i int) bool {
	return v.Mode(i) == model.ModeHTTPS && v.ManagementPoints[i].ClientsNow == model.ConnectHTTP
}

func (v view) modeShort(i int) string {
	switch {
	case v.turnsHTTPS(i):
		return "will be HTTPS"
	case v.Mode(i) == model.ModeUnknown:
		return "not known"
	}
	return model.Modes.Label(v.Mode(i))
}

func (v view) modeWords(i int) string {
	switch {
	case v.turnsHTTPS(i):
		return "will be HTTPS"
	case v.Mode(i) == model.ModeUnknown:
		return "in a mode not known yet"
	}
	return "in " + model.Modes.Label(v.Mode(i)) + " mode"
}

func (v view) gateway() said {
	name := model.Clean(v.Gateway.ServiceName)
	if !model.Known(v.Gateway.ServiceName) || name == "" {
		return said{"The CMG has no name yet.", "Nobody has said yet what the CMG is called."}
	}
	where := ""
	if model.Known(v.Gateway.Region) {
		where = " in " + model.Shorten(model.Clean(v.Gateway.Region), longestName)
	}
	short, long := "", ""
	switch v.Gateway.CertificateSource {
	case model.PublicProvider:
		short, long = ", public certificate", ", certificate of a public provider"
	case model.EnterprisePKI:
		short, long = ", own certificate", ", certificate of your own PKI"
	}
	full := model.Shorten(name, longWidth-width(where+long)-1) + where + long
	if v.Gateway.Exists == model.Yes {
		full = firstFit(longWidth, full+". A CMG runs already.", full+".")
	} else {
		full += "."
	}
	return said{model.Shorten(name, lineWidth-width(short)-1) + short + ".", full}
}

func (v view) size() said {
	n, known := v.Gateway.VMInstances.Value()
	each := rules.ClientsAnInstance(v.Gateway.VMSize)
	if !known || each == 0 {
		return said{"The size is not decided yet.", "Nobody has decided yet which size the CMG has, and how many instances."}
	}
	carry, size := model.Thousands(n*each), sizeName(v.Gateway.VMSize)
	short, long := model.Thousands(n)+" x "+size+" carry "+carry, instanceWords(n)+" of "+size+" carry "+carry+" clients at once"
	if n == 1 {
		short, long = strings.Replace(short, "carry", "carries", 1), strings.Replace(long, "carry", "carries", 1)
	}
	all := v.counted()
	if all.kinds == 0 {
		return said{short + ".", long + "."}
	}
	switch not := all.uncountedWords(); {
	case not == "":
		return said{short + "; you have " + model.Thousands(all.devices) + ".", long + "; you count " + model.Thousands(all.devices) + "."}
	case all.devices == 0:
		return said{short + "; count the devices.", long + "; " + not + "."}
	default:
		few := strings.Replace(strings.Replace(not, "is not", "not", 1), "are not", "not", 1)
		return said{short + "; " + few + ".", long + "; " + few + "."}
	}
}

func (v view) connections() said {
	n := len(v.ConnectionPoints)
	if n == 0 {
		return said{"No server is named yet.", "No server is named: nothing would carry requests to the site."}
	}
	var hosts []string
	for i := range v.ConnectionPoints {
		hosts = append(hosts, v.entry(model.ConnectionKey(i, "host")))
		if len(hosts) > 3 {
			break
		}
	}
	short, named := model.Counted(n, "server")+".", model.Counted(n, "connection point")+": "+v.few(hosts, n)+"."
	certificate, ports := v.todo("connection-point-certificate"), v.todo("connection-point-ports")
	switch {
	case certificate && ports:
		return said{short + " Certificate and ports are to do.", named + " Certificate and ports are still to do."}
	case certificate:
		return said{short + " The certificate is still to do.", named + " The certificate is still to do."}
	case ports && n == 1:
		return said{short + " Its ports are still to be opened.", named + " Its ports are not known to be open."}
	case ports:
		return said{short + " Ports are still to be opened.", named + " Their ports are not known to be open."}
	}
	return said{short + " Certificate and ports are settled.", named + " Certificate and ports are settled."}
}

// few joins the first names of all.
func (view) few(names []string, all int) string {
	if all > 2 {
		return names[0] + " and " + model.Thousands(all-1) + " more"
	}
	return strings.Join(names, ", ")
}

func (v view) settings() said {
	left := v.phase("client-settings")
	looked := false
	for _, f := range v.Fields() {
		looked = looked || strings.HasPrefix(f.Key, "client_settings.") && f.Given()
	}
	switch {
	case left == 0 && looked:
		return said{"The client settings are correct.", "Clients may use the CMG: the settings are correct."}
	case left == 0:
		return said{"All tasks about them are done.", "All tasks about the client settings are done."}
	case looked:
		return said{model.CountedAs(left, "task says", "tasks say") + " what is still to be set.", model.CountedAs(left, "task says", "tasks say") + " what is still to be set for the clients."}
	}
	return said{"Nobody has checked: " + model.CountedAs(left, "task says", "tasks say") + " what to set.", "Nobody has checked the client settings yet: " + model.CountedAs(left, "task says", "tasks say") + " what to set."}
}
