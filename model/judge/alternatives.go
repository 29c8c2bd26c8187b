package judge

import "cmgwizard/model"

// A Choice is an alternative before it is judged.
type Choice struct {
	ID, Title string
	Settings  []model.Setting
}

// MethodChoices are the methods that the internet devices can be given.
func MethodChoices(p *model.Plan) []Choice {
	var list []Choice
	if p.MethodChosen() {
		list = append(list, Choice{ID: PlannedID, Title: "As planned"})
	}
	for _, m := range model.Methods {
		list = append(list, Choice{string(m.Value), m.Label, methodsBy(p, func(model.Device) model.Method { return m.Value })})
	}
	list = append(list, Choice{"recommended", "Recommended for each kind", methodsBy(p, func(d model.Device) model.Method { return RecommendedMethod(p, d) })})
	return append(list, mixedChoices(p)...)
}

// RecommendedMethod is the method that suits a kind of device, without the
// reason.
func RecommendedMethod(p *model.Plan, d model.Device) model.Method {
	best, _ := Recommend(&p.Answers, d)
	return best
}

// A mix gives each kind of device the method that it can use.
type mix struct {
	id, title string
	parts     []model.Method // what it is a mix of
	method    func(d model.Device) model.Method
}

var mixes = []mix{
	{"entra-else-pki", "Microsoft Entra ID where possible, else PKI certificates", []model.Method{model.EntraID, model.ClientPKI},
		func(d model.Device) model.Method { return entraElse(d, model.ClientPKI) }},
	{"entra-else-token", "Microsoft Entra ID where possible, else site-issued tokens", []model.Method{model.EntraID, model.SiteToken},
		func(d model.Device) model.Method { return entraElse(d, model.SiteToken) }},
	{"certificates-held", "Microsoft Entra ID where possible, PKI where certificates are held, else site-issued tokens", []model.Method{model.ClientPKI, model.SiteToken},
		func(d model.Device) model.Method {
			if d.ClientCertificate == model.Yes {
				return entraElse(d, model.ClientPKI)
			}
			return entraElse(d, model.SiteToken)
		}},
}

func entraElse(d model.Device, other model.Method) model.Method {
	if d.EntraCapable() {
		return model.EntraID
	}
	return other
}

// mixedChoices leaves out a mix where one of its methods finds no device.
func mixedChoices(p *model.Plan) []Choice {
	var list []Choice
	for _, m := range mixes {
		used := map[model.Method]bool{}
		for _, i := range p.InternetDevices() {
			used[m.method(p.Devices[i])] = true
		}
		if used[m.parts[0]] && used[m.parts[1]] {
			list = append(list, Choice{m.id, m.title, methodsBy(p, m.method)})
		}
	}
	return list
}

func methodsBy(p *model.Plan, method func(d model.Device) model.Method) []model.Setting {
	var settings []model.Setting
	for _, i := range p.InternetDevices() {
		settings = append(settings, model.Setting{Key: model.DeviceKey(i, "method"), Value: string(method(p.Devices[i]))})
	}
	return settings
}

// PointChoices are the modes that the management points can be given, and the
// planned ones where there are any.
func PointChoices(p *model.Plan, planned bool) []Choice {
	var list []Choice
	if planned {
		list = append(list, Choice{ID: PlannedID, Title: "As planned"})
	}
	points := PointsToChange(p)
	secure := model.Setting{Key: "site.security", Value: string(model.EnhancedHTTP)}
	list = append(list, Choice{"e-http", "E-HTTP", append(connectBy(points, model.ConnectHTTP), secure)})
	if len(points) > 0 {
		list = append(list, Choice{"https", "HTTPS for CMG traffic", connectBy(points, model.ConnectHTTPS)})
	}
	if every := p.AllPoints(); len(points) > 0 && len(every) > len(points) {
		list = append(list, Choice{"https-everywhere", "HTTPS on every management point", connectBy(every, model.ConnectHTTPS)})
	}
	if MayBeHTTPSOnly(p) {
		only := model.Setting{Key: "site.security", Value: string(model.HTTPSOnly)}
		list = append(list, Choice{"https-only", "HTTPS only, the whole site", append(connectBy(p.AllPoints(), model.ConnectHTTPS), only)})
	}
	return list
}

// MayBeHTTPSOnly leaves HTTPS only out where the clients, which it expects to
// hold PKI certificates, can get none.
func MayBeHTTPSOnly(p *model.Plan) bool {
	return p.PKI.Available != model.No || p.Site.Security == model.HTTPSOnly
}

// AnyModeAnswered reports whether the plan says anything yet about the modes
// of its management points.
func AnyModeAnswered(p *model.Plan) bool {
	return model.Known(p.Site.Security) || len(p.PointsWhere(func(i int) bool { return model.Known(p.ManagementPoints[i].Clients) })) > 0
}

// PointsToChange are the management points for CMG traffic: those that still
// may become one while none is.
func PointsToChange(p *model.Plan) []int {
	if points := p.CMGPoints(); len(points) > 0 {
		return points
	}
	return p.PointsWhere(func(i int) bool { return p.ManagementPoints[i].CMGTraffic != model.No })
}

func connectBy(points []int, c model.Connections) []model.Setting {
	var settings []model.Setting
	for _, i := range points {
		settings = append(settings, model.Setting{Key: model.PointKey(i, "clients"), Value: string(c)})
	}
	return settings
}

// PlannedID is the ID of the alternative that changes nothing.
const PlannedID = "planned"
