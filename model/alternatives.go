package model

// A choice is an alternative before it is judged.
type choice struct {
	id, title string
	settings  []Setting
}

// methodChoices are the methods that the internet devices can be given.
func (p *Plan) methodChoices() []choice {
	var list []choice
	if p.MethodChosen() {
		list = append(list, choice{id: PlannedID, title: "As planned"})
	}
	for _, m := range Methods {
		list = append(list, choice{string(m.Value), m.Label, p.methodsBy(func(Device) Method { return m.Value })})
	}
	list = append(list, choice{"recommended", "Recommended for each kind", p.methodsBy(func(d Device) Method { return p.recommended(d) })})
	return append(list, p.mixedChoices()...)
}

func (p *Plan) recommended(d Device) Method {
	best, _ := p.Recommend(d)
	return best
}

// A mix gives each kind of device the method that it can use.
type mix struct {
	id, title string
	parts     []Method // what it is a mix of
	method    func(d Device) Method
}

var mixes = []mix{
	{"entra-else-pki", "Microsoft Entra ID where possible, else PKI certificates", []Method{EntraID, ClientPKI},
		func(d Device) Method { return d.entraElse(ClientPKI) }},
	{"entra-else-token", "Microsoft Entra ID where possible, else site-issued tokens", []Method{EntraID, SiteToken},
		func(d Device) Method { return d.entraElse(SiteToken) }},
	{"certificates-held", "Microsoft Entra ID where possible, PKI where certificates are held, else site-issued tokens", []Method{ClientPKI, SiteToken},
		func(d Device) Method {
			if d.ClientCertificate == Yes {
				return d.entraElse(ClientPKI)
			}
			return d.entraElse(SiteToken)
		}},
}

func (d Device) entraElse(other Method) Method {
	if d.EntraCapable() {
		return EntraID
	}
	return other
}

// mixedChoices leaves out a mix where one of its methods finds no device.
func (p *Plan) mixedChoices() []choice {
	var list []choice
	for _, m := range mixes {
		used := map[Method]bool{}
		for _, i := range p.InternetDevices() {
			used[m.method(p.Devices[i])] = true
		}
		if used[m.parts[0]] && used[m.parts[1]] {
			list = append(list, choice{m.id, m.title, p.methodsBy(m.method)})
		}
	}
	return list
}

func (p *Plan) methodsBy(method func(d Device) Method) []Setting {
	var settings []Setting
	for _, i := range p.InternetDevices() {
		settings = append(settings, Setting{deviceKey(i, "method"), string(method(p.Devices[i]))})
	}
	return settings
}

// pointChoices are the modes that the management points can be given, and the
// planned ones where there are any.
func (p *Plan) pointChoices(planned bool) []choice {
	var list []choice
	if planned {
		list = append(list, choice{id: PlannedID, title: "As planned"})
	}
	points := p.pointsToChange()
	secure := Setting{"site.security", string(EnhancedHTTP)}
	list = append(list, choice{"e-http", "E-HTTP", append(connectBy(points, ConnectHTTP), secure)})
	if len(points) > 0 {
		list = append(list, choice{"https", "HTTPS for CMG traffic", connectBy(points, ConnectHTTPS)})
	}
	if every := p.allPoints(); len(points) > 0 && len(every) > len(points) {
		list = append(list, choice{"https-everywhere", "HTTPS on every management point", connectBy(every, ConnectHTTPS)})
	}
	if p.mayBeHTTPSOnly() {
		only := Setting{"site.security", string(HTTPSOnly)}
		list = append(list, choice{"https-only", "HTTPS only, the whole site", append(connectBy(p.allPoints(), ConnectHTTPS), only)})
	}
	return list
}

// mayBeHTTPSOnly leaves HTTPS only out where the clients, which it expects to
// hold PKI certificates, can get none.
func (p *Plan) mayBeHTTPSOnly() bool { return p.PKI.Available != No || p.Site.Security == HTTPSOnly }

func (p *Plan) anyModeAnswered() bool {
	return Known(p.Site.Security) || len(p.pointsWhere(func(i int) bool { return Known(p.ManagementPoints[i].Clients) })) > 0
}

// pointsToChange are the management points for CMG traffic: those that still
// may become one while none is.
func (p *Plan) pointsToChange() []int {
	if points := p.CMGPoints(); len(points) > 0 {
		return points
	}
	return p.pointsWhere(func(i int) bool { return p.ManagementPoints[i].CMGTraffic != No })
}

func connectBy(points []int, c Connections) []Setting {
	var settings []Setting
	for _, i := range points {
		settings = append(settings, Setting{pointKey(i, "clients"), string(c)})
	}
	return settings
}
