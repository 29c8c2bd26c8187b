package model

import "slices"

// deviceRules judge the devices and the methods they use.
var deviceRules = []Rule{
	{
		ID:       "internet-device-present",
		Title:    "Some devices are used on the internet",
		Why:      "Methods, certificates and most of the checklist follow from the devices on the internet. A plan without them looks ready because almost nothing in it is judged.",
		When:     "Always",
		Reads:    []string{"devices[].internet"},
		Severity: always(Blocker),
		Fix:      "List a kind of device that is used on the internet.",
		Cites:    []Citation{{"plan-client-authentication", ""}},
		Judge:    judgeInternetDevicePresent,
	},
	{
		ID:       "internet-use-known",
		Title:    "It is known of every kind of device whether it is used on the internet",
		Why:      "While it is open, nothing about the internet is judged for these devices: neither their method nor what it takes. The plan would look ready without them.",
		When:     "For each kind of device, once one of them is used on the internet",
		Reads:    []string{"devices[].internet"},
		Severity: always(Blocker),
		Fix:      "Find out whether these devices are used on the internet.",
		Cites:    []Citation{{"plan-client-authentication", ""}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(len(p.InternetDevices()) > 0, func() []Verdict {
				return each(p.devicesWhere(anyDevice), func(i int) []Verdict {
					return answered(deviceKey(i, "internet"), p.Devices[i].Internet, "", Yes, No)
				})
			})
		},
	},
	{
		ID:       "internet-device-method",
		Title:    "Every kind of internet device has a method to authenticate",
		Why:      "On the internet a client must prove who it is, and there are three ways only. While none is chosen, nobody knows what to prepare on the devices, in the site and for the CMG.",
		When:     "For each kind of device on the internet",
		Reads:    []string{"devices[].internet", "devices[].method"},
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
		Why:      "A device that is not joined, or only registered, gets no token; reports name 0x800703F0 in ADALOperationProvider.log, which is CcmAad.log since version 2107. With neither a token of the device nor one of the user ccmsetup stops.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].join", "devices[].internet", "devices[].method"},
		Severity: always(Blocker),
		Fix:      "Join these devices to Microsoft Entra ID, or give them a PKI certificate or a site-issued token.",
		Cites: []Citation{
			{"configure-authentication", "azure-ad"}, {"deploy-azure", "before-you-begin"},
			{"azure-ccmsetup", "2-azure-ad-token-request"}, {"log-files", ""},
		},
		Judge: func(p *Plan) []Verdict {
			return each(p.internetDevicesWith(EntraID), func(i int) []Verdict {
				return answered(deviceKey(i, "join"), p.Devices[i].Join, "they are joined otherwise: "+Joins.Label(p.Devices[i].Join), EntraJoined, HybridJoined)
			})
		},
	},
	{
		ID:       "entra-needs-windows-10",
		Title:    "Devices with Microsoft Entra ID run Windows 10 or later",
		Why:      "An earlier Windows cannot get a token of the device from Microsoft Entra ID. Such a device has nothing to show to the CMG and stays unmanaged.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].windows", "devices[].method"},
		Severity: always(Blocker),
		Fix:      "Give older devices a PKI certificate or a site-issued token.",
		Cites:    []Citation{{"plan-client-authentication", ""}, {"configure-authentication", "azure-ad"}, {"enhanced-http", "prerequisites"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.internetDevicesWith(EntraID), func(i int) []Verdict {
				return answered(deviceKey(i, "windows"), p.Devices[i].Windows, "they run an earlier Windows", Windows10)
			})
		},
	},
	{
		ID:       "user-centric-needs-entra",
		Title:    "Devices with deployments to users use Microsoft Entra ID",
		Why:      "A certificate or a site-issued token says which device is there, not which user. Deployments to devices arrive, those to users do not appear on the internet.",
		When:     "For each kind of device on the internet with deployments to users, once its method is chosen",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method"},
		Severity: always(Warning),
		Fix:      "Use Microsoft Entra ID for these devices, or deploy to devices only.",
		Cites: []Citation{
			{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"},
			{"user-available-apps", "internet-based-domain-joined-devices"},
		},
		Judge: func(p *Plan) []Verdict {
			return each(p.devicesWhere(userCentricWithMethod), func(i int) []Verdict {
				return answered(deviceKey(i, "method"), p.Devices[i].Method, Methods.Label(p.Devices[i].Method)+" serves deployments to devices only", EntraID)
			})
		},
	},
	{
		ID:       "user-centric-known",
		Title:    "It is known of devices with certificates or tokens whether they get deployments to users",
		Why:      "With a PKI certificate or a site-issued token deployments to users do not appear on the internet. Nobody can say whether that hurts while nobody knows whether there are any.",
		When:     "For each kind of device on the internet that uses PKI certificates or site-issued tokens",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method"},
		Severity: always(Warning),
		Fix:      "Find out whether anything is deployed to the users of these devices.",
		Cites:    []Citation{{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"}},
		Judge: func(p *Plan) []Verdict {
			return each(p.devicesWhere(servesDevicesOnly), func(i int) []Verdict {
				return answered(deviceKey(i, "user_centric"), p.Devices[i].UserCentric, "", Yes, No)
			})
		},
	},
	{
		ID:       "pki-available",
		Title:    "A PKI can issue client authentication certificates",
		Why:      "The certificates come from your own PKI; neither ConfigMgr nor Azure makes them. A device without one drops every HTTPS management point and the CMG; reports name 0x87d00454 in ccmsetup.log.",
		When:     "Once a kind of device on the internet uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.available"},
		Severity: always(Blocker),
		Fix:      "Set up a PKI first, or choose another method for these devices.",
		Cites: []Citation{
			{"plan-client-authentication", "pki-certificate"}, {"configure-authentication", "pki-certificate"},
			{"client-install-props", "usepkicert"},
		},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.Uses(ClientPKI), func() []Verdict {
				return answered("pki.available", p.PKI.Available, "no PKI can issue them", Yes)
			})
		},
	},
	{
		ID:       "entra-recommended",
		Title:    "Devices that can use Microsoft Entra ID use it",
		Why:      "With another method these devices get no deployments to users on the internet. Somebody also has to look after certificates or tokens that expire.",
		When:     "For each kind of device on the internet that runs Windows 10 or later and is Entra joined or hybrid joined, once its method is chosen",
		Reads:    []string{"devices[].join", "devices[].internet", "devices[].windows", "devices[].method"},
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
		Why:      "Microsoft's tables allow E-HTTP for clients with certificates, its newest text asks for HTTPS where Microsoft Entra ID is not available. Over E-HTTP such clients probably run on a token of the site, not on their certificate; reports tell of some that failed to register, or got no policy.",
		When:     "Once a kind of device on the internet uses PKI certificates and a management point takes CMG traffic",
		Reads:    []string{"site.security", "devices[].internet", "devices[].method", "management_points[].clients", "management_points[].cmg_traffic"},
		Severity: always(Warning),
		Fix:      "Make one management point for CMG traffic HTTPS, above all when no device uses Microsoft Entra ID.",
		Cites: []Citation{
			{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"},
			{"configure-authentication", "configure-the-management-point-for-https"},
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
		Why:      "At a first registration an HTTPS management point wants a PKI certificate, a Microsoft Entra token or a bulk registration token. A client with none of them never registers, so it never gets a token of its own.",
		When:     "For each kind of device on the internet that uses site-issued tokens, where there are management points inside (not set to internet only) and all of them are HTTPS",
		Reads:    []string{"devices[].internet", "devices[].method", "devices[].client_certificate", "token.registration", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(Blocker),
		Fix:      "Register these devices with a bulk registration token, or keep one management point inside on E-HTTP.",
		Cites:    []Citation{{"deploy-token", "internal-network-registration"}, {"deploy-token", "bulk-registration-token"}},
		Judge: func(p *Plan) []Verdict {
			return onlyIf(p.onlyHTTPSInside(), func() []Verdict {
				return each(p.internetDevicesWith(SiteToken), func(i int) []Verdict { return p.tokenRegisters(i) })
			})
		},
	},
	{
		ID:       "stray-certificate",
		Title:    "Devices with Microsoft Entra ID hold no client authentication certificate",
		Why:      "ccmsetup prefers a valid client authentication certificate, and installs a PKI client. That may be one that another product put there: where the CMG does not trust its issuer, that client is refused.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].method", "devices[].client_certificate"},
		Severity: always(Warning),
		Fix:      "Install the client without /UsePKICert and with AADCLIENTAPPID and AADRESOURCEURI, so that a certificate does not win.",
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
		Why:      "Over plain HTTP these devices get deployments to devices at best; one table of Microsoft lists HTTPS alone for them. From version 2403 on plain HTTP is gone.",
		When:     "For each Entra joined kind of device on the internal network, where there is a management point inside (not set to internet only)",
		Reads:    []string{"site.security", "devices[].join", "devices[].on_premises", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode.",
		Cites: []Citation{
			{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"},
			{"enhanced-http", "scenario-1-client-to-management-point"}, {"deploy-azure", ""},
		},
		Inside: true,
		Judge:  func(p *Plan) []Verdict { return p.judgeInside("on_premises", entraJoinedInside) },
	},
	{
		ID:       "on-premises-user-http",
		Title:    "Users of Entra joined and hybrid joined devices inside have an E-HTTP or HTTPS management point",
		Why:      "Over plain HTTP such devices behave as workgroup clients do: deployments to devices arrive, those to users do not.",
		When:     "For each Entra joined or hybrid joined kind of device on the internal network with deployments to users, where there is a management point inside (not set to internet only)",
		Reads:    []string{"site.security", "devices[].join", "devices[].on_premises", "devices[].user_centric", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode.",
		Cites:    []Citation{{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
		Inside:   true,
		Judge:    func(p *Plan) []Verdict { return p.judgeInside("user_centric", entraUsersInside) },
	},
}

func (a *Answers) internetDevicesWith(m Method) []int {
	return a.devicesWhere(func(d Device) bool { return onTheInternet(d) && d.Method == m })
}

func anyDevice(Device) bool { return true }

func servesDevicesOnly(d Device) bool {
	return onTheInternet(d) && (d.Method == ClientPKI || d.Method == SiteToken)
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
