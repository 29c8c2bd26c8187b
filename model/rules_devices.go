package model

import "slices"

// deviceRules judge the devices and the methods they use.
var deviceRules = []Rule{
	{
		ID:       "internet-device-present",
		Title:    "Some devices are used on the internet",
		Severity: always(Blocker),
		Fix:      "List a kind of device that is used on the internet: a CMG serves no others.",
		Cites:    []Citation{{"plan-client-authentication", ""}},
		Judge:    judgeInternetDevicePresent,
	},
	{
		ID:       "internet-device-method",
		Title:    "Every kind of internet device has a method to authenticate",
		Severity: always(Blocker),
		Fix:      "Choose Microsoft Entra ID, PKI certificates or site-issued tokens for these devices.",
		Cites:    []Citation{{"plan-client-authentication", ""}},
		Judge: func(p *Plan) []Verdict {
			return each(p.InternetDevices(), func(i int) []Verdict {
				return answered(deviceKey(i, "method"), p.Devices[i].Method, "", EntraID, ClientPKI, SiteToken)
			})
		},
	},
	{
		ID:       "entra-needs-join",
		Title:    "Devices with Microsoft Entra ID are Entra joined or hybrid joined",
		Severity: always(Blocker),
		Fix:      "Join these devices to Microsoft Entra ID, or give them a PKI certificate or a site-issued token.",
		Cites:    []Citation{{"configure-authentication", "azure-ad"}, {"deploy-azure", "before-you-begin"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.internetDevicesWith(EntraID), func(i int) []Verdict {
				return answered(deviceKey(i, "join"), p.Devices[i].Join, "they are joined otherwise: "+Joins.Label(p.Devices[i].Join), EntraJoined, HybridJoined)
			})
		},
	},
	{
		ID:       "entra-needs-windows-10",
		Title:    "Devices with Microsoft Entra ID run Windows 10 or later",
		Severity: always(Blocker),
		Fix:      "Give older devices a PKI certificate or a site-issued token.",
		Cites:    []Citation{{"plan-client-authentication", ""}, {"configure-authentication", "azure-ad"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.internetDevicesWith(EntraID), func(i int) []Verdict {
				return answered(deviceKey(i, "windows"), p.Devices[i].Windows, "they run an earlier Windows", Windows10)
			})
		},
	},
	{
		ID:       "user-centric-needs-entra",
		Title:    "Devices with deployments to users use Microsoft Entra ID",
		Severity: always(Blocker),
		Fix:      "Use Microsoft Entra ID for these devices, or deploy to devices only.",
		Cites:    []Citation{{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.devicesWhere(userCentricWithMethod), func(i int) []Verdict {
				return answered(deviceKey(i, "method"), p.Devices[i].Method, Methods.Label(p.Devices[i].Method)+" serves deployments to devices only", EntraID)
			})
		},
	},
	{
		ID:       "pki-available",
		Title:    "A PKI can issue client authentication certificates",
		Severity: always(Blocker),
		Fix:      "Set up a PKI first, or choose another method for these devices.",
		Cites:    []Citation{{"plan-client-authentication", "pki-certificate"}, {"configure-authentication", "pki-certificate"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI), func() []Verdict {
				return answered("pki.available", p.PKI.Available, "no PKI can issue them", Yes)
			})
		},
	},
	{
		ID:       "entra-recommended",
		Title:    "Devices that can use Microsoft Entra ID use it",
		Severity: always(Advice),
		Fix:      "Use Microsoft Entra ID for these devices: it needs no certificates on them and serves users too.",
		Cites:    []Citation{{"plan-client-authentication", "azure-ad"}, {"configure-authentication", "azure-ad"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.devicesWhere(entraCapableWithMethod), func(i int) []Verdict {
				return answered(deviceKey(i, "method"), p.Devices[i].Method, "they could, and use another method: "+Methods.Label(p.Devices[i].Method), EntraID)
			})
		},
	},
	{
		ID:       "pki-on-ehttp",
		Title:    "PKI clients have an HTTPS management point",
		Severity: always(Warning),
		Fix:      "Make one management point for CMG traffic HTTPS, above all when no device uses Microsoft Entra ID.",
		Cites: []Citation{
			{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"},
			{"plan-client-authentication", "pki-certificate"},
		},
		Judge: func(p *Plan) []Verdict {
			points := p.CMGPoints()
			return onlyIf(p.Uses(ClientPKI) && len(points) > 0, func() []Verdict {
				return verdictOf("management_points", p.someMode(points, []Mode{ModeHTTPS}), "no management point for CMG traffic is HTTPS", p.modeKeys(points)...)
			})
		},
	},
	{
		ID:       "token-registration-https",
		Title:    "Token clients can register where every management point inside is HTTPS",
		Severity: always(Blocker),
		Fix:      "Register these devices with a bulk registration token, or keep one management point inside on E-HTTP.",
		Cites:    []Citation{{"deploy-token", "internal-network-registration"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.onlyHTTPSInside(), func() []Verdict {
				return each(p.internetDevicesWith(SiteToken), func(i int) []Verdict { return p.tokenRegisters(i) })
			})
		},
	},
	{
		ID:       "stray-certificate",
		Title:    "Devices with Microsoft Entra ID hold no client authentication certificate",
		Severity: always(Warning),
		Fix:      "Install the client without /UsePKICert and with the two Entra properties, so that a certificate does not win.",
		Task:     "client-install-entra",
		Cites:    []Citation{{"azure-ccmsetup", "2-azure-ad-token-request"}, {"client-install-props", "usepkicert"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.internetDevicesWith(EntraID), func(i int) []Verdict {
				return answered(deviceKey(i, "client_certificate"), p.Devices[i].ClientCertificate, "they hold one, and ccmsetup prefers it", No)
			})
		},
	},
	{
		ID:       "on-premises-entra-http",
		Title:    "Entra joined devices inside have an E-HTTP or HTTPS management point",
		Severity: always(Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode.",
		Cites: []Citation{
			{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"},
			{"enhanced-http", "scenario-1-client-to-management-point"}, {"deploy-azure", "before-you-begin"},
		},
		Judge: func(p *Plan) []Verdict { return p.judgeInside("on_premises", entraJoinedInside) },
	},
	{
		ID:       "on-premises-user-http",
		Title:    "Users of Entra identities inside have an E-HTTP or HTTPS management point",
		Severity: always(Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode: over plain HTTP deployments to these users do not arrive.",
		Cites:    []Citation{{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
		Judge:    func(p *Plan) []Verdict { return p.judgeInside("user_centric", entraUsersInside) },
	},
}

func (a *Answers) internetDevicesWith(m Method) []int {
	return a.devicesWhere(func(d Device) bool { return onTheInternet(d) && d.Method == m })
}

func userCentricWithMethod(d Device) bool {
	return onTheInternet(d) && d.UserCentric == Yes && Known(d.Method)
}

func entraCapableWithMethod(d Device) bool {
	return onTheInternet(d) && d.EntraCapable() && Known(d.Method)
}

func entraJoinedInside(d Device) bool { return d.OnPremises == Yes && d.Join == EntraJoined }

func entraUsersInside(d Device) bool {
	return d.OnPremises == Yes && (d.Join == EntraJoined || d.Join == HybridJoined) && d.UserCentric == Yes
}

// EntraCapable reports whether the device can use Microsoft Entra ID (F20).
func (d Device) EntraCapable() bool {
	return (d.Join == EntraJoined || d.Join == HybridJoined) && d.Windows == Windows10
}

func judgeInternetDevicePresent(p *Plan) []Verdict {
	if len(p.Devices) == 0 {
		return verdictOf("devices", Unknown, "no kind of device is listed", "devices")
	}
	holds, missing := IsFalse, []string(nil)
	for i, d := range p.Devices {
		internet := is(d.Internet, Yes)
		holds = some(holds, internet)
		if internet == Unknown {
			missing = append(missing, deviceKey(i, "internet"))
		}
	}
	return verdictOf("devices", holds, "none of the listed devices is used on the internet", missing...)
}

// judgeInside wants an inside management point in a secure mode for devices.
func (p *Plan) judgeInside(key string, devices func(Device) bool) []Verdict {
	inside := p.InsidePoints()
	return onlyIf(len(inside) > 0, func() []Verdict {
		return each(p.devicesWhere(devices), func(i int) []Verdict {
			return verdictOf(deviceKey(i, key), p.someMode(inside, secureModes), "every management point inside is plain HTTP", p.modeKeys(inside)...)
		})
	})
}

// tokenRegisters says whether a token device can register over HTTPS (F64).
func (p *Plan) tokenRegisters(i int) []Verdict {
	certificate := is(p.Devices[i].ClientCertificate, Yes)
	subject := deviceKey(i, "client_certificate")
	return verdictOf(subject, some(certificate, p.Token.usesBulk()),
		"they hold no certificate and get no bulk registration token", subject, "token.registration")
}

// usesBulk says whether clients register with a bulk registration token.
func (t Token) usesBulk() Truth {
	if t.Registration == nil || slices.Contains(t.Registration, Unsure) {
		return Unknown
	}
	return truth(slices.Contains(t.Registration, BulkToken))
}
