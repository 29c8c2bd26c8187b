package rules

import "cmgwizard/model"

// deviceRules judge the devices and the methods they use.
var deviceRules = []Rule{
	{
		ID:       "internet-device-present",
		Title:    "Some devices are used on the internet",
		Problem:  "None of the listed devices is used on the internet",
		Open:     "Unknown whether any device is used on the internet",
		Why:      "Methods, certificates and most of the checklist follow from the devices on the internet. A plan without them looks ready because almost nothing in it is judged.",
		When:     "Always",
		Reads:    []string{"devices[].internet"},
		Severity: always(model.Blocker),
		Fix:      "List a kind of device that is used on the internet.",
		Cites:    []model.Citation{{"plan-client-authentication", ""}},
		Judge:    judgeInternetDevicePresent,
	},
	{
		ID:       "internet-use-known",
		Title:    "The plan says for every kind of device whether it is used on the internet",
		Problem:  "Nobody has said whether {it} are used on the internet",
		Open:     "Unknown whether {it} are used on the internet",
		Why:      "While it is open, nothing about the internet is judged for these devices: neither their method nor what it requires. The plan would look ready without them.",
		When:     "For each kind of device, once one of them is used on the internet",
		Reads:    []string{"devices[].internet"},
		Severity: always(model.Blocker),
		Fix:      "Find out whether these devices are used on the internet.",
		Cites:    []model.Citation{{"plan-client-authentication", ""}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(len(p.InternetDevices()) > 0, func() []model.Outcome {
				return each(p.DevicesWhere(anyDevice), func(i int) []model.Outcome {
					return answered(model.DeviceKey(i, "internet"), p.Devices[i].Internet, "", model.Yes, model.No)
				})
			})
		},
	},
	{
		ID:       "internet-device-method",
		Title:    "Every kind of internet device has a method to authenticate",
		Problem:  "No authentication method is chosen for {it}",
		Open:     "Unknown which authentication method {it} will use",
		Why:      "On the internet, a client must prove who it is, and there are only three methods. Until one is chosen, nobody knows what to prepare on the devices, in the site, and for the CMG.",
		When:     "For each kind of device on the internet",
		Reads:    []string{"devices[].internet", "devices[].method"},
		Severity: always(model.Blocker),
		Fix:      "Choose Microsoft Entra ID, PKI certificates or site-issued tokens for these devices.",
		Cites:    []model.Citation{{"plan-client-authentication", ""}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.InternetDevices(), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "method"), p.Devices[i].Method, "", model.EntraID, model.ClientPKI, model.SiteToken)
			})
		},
	},
	{
		ID:       "entra-needs-join",
		Title:    "Devices with Microsoft Entra ID are Entra joined or hybrid joined",
		Problem:  "{it} cannot use Microsoft Entra ID: they are neither Entra joined nor hybrid joined",
		Open:     "Unknown whether {it} are Entra joined or hybrid joined",
		Why:      "A device that is not joined, or only registered, gets no token; reports name 0x800703F0 in ADALOperationProvider.log, which is CcmAad.log since version 2107. Without a device token or a user token, ccmsetup stops.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].join", "devices[].internet", "devices[].method"},
		Severity: always(model.Blocker),
		Fix:      "Join these devices to Microsoft Entra ID, or give them a PKI certificate or a site-issued token.",
		Cites: []model.Citation{
			{"configure-authentication", "azure-ad"}, {"deploy-azure", "before-you-begin"},
			{"azure-ccmsetup", "2-azure-ad-token-request"}, {"log-files", ""},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(InternetDevicesWith(&p.Answers, model.EntraID), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "join"), p.Devices[i].Join, "they are joined differently: "+model.Joins.Label(p.Devices[i].Join), model.EntraJoined, model.HybridJoined)
			})
		},
	},
	{
		ID:       "entra-needs-windows-10",
		Title:    "Devices with Microsoft Entra ID run Windows 10 or later",
		Problem:  "{it} cannot use Microsoft Entra ID: they run a Windows version before Windows 10",
		Open:     "Unknown whether {it} run Windows 10 or later",
		Why:      "An earlier Windows version cannot get a device token from Microsoft Entra ID. Such a device has nothing to present to the CMG and stays unmanaged.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].windows", "devices[].method"},
		Severity: always(model.Blocker),
		Fix:      "Give older devices a PKI certificate or a site-issued token.",
		Cites:    []model.Citation{{"plan-client-authentication", ""}, {"configure-authentication", "azure-ad"}, {"enhanced-http", "prerequisites"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(InternetDevicesWith(&p.Answers, model.EntraID), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "windows"), p.Devices[i].Windows, "they run an earlier Windows", model.Windows10)
			})
		},
	},
	{
		ID:       "user-centric-needs-entra",
		Title:    "Devices with deployments to users use Microsoft Entra ID",
		Problem:  "{it} need deployments to users, but their method serves only devices",
		Open:     "Unknown whether the method of {it} serves users",
		Why:      "A certificate or a site-issued token identifies the device, not the user. Deployments to devices arrive, but deployments to users do not appear on the internet.",
		When:     "For each kind of device on the internet with deployments to users, once its method is chosen",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method"},
		Severity: always(model.Warning),
		Fix:      "Use Microsoft Entra ID for these devices, or deploy to devices only.",
		Cites: []model.Citation{
			{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"},
			{"user-available-apps", "internet-based-domain-joined-devices"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.DevicesWhere(userCentricWithMethod), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "method"), p.Devices[i].Method, model.Methods.Label(p.Devices[i].Method)+" serves deployments to devices only", model.EntraID)
			})
		},
	},
	{
		ID:       "user-centric-known",
		Title:    "The plan says for devices with certificates or tokens whether they get deployments to users",
		Problem:  "Nobody has said whether users of {it} get deployments",
		Open:     "Unknown whether users of {it} get deployments",
		Why:      "With a PKI certificate or a site-issued token, deployments to users do not appear on the internet. Whether that is a problem depends on whether there are any.",
		When:     "For each kind of device on the internet that uses PKI certificates or site-issued tokens",
		Reads:    []string{"devices[].internet", "devices[].user_centric", "devices[].method"},
		Severity: always(model.Warning),
		Fix:      "Find out whether anything is deployed to the users of these devices.",
		Cites:    []model.Citation{{"plan-client-authentication", "azure-ad"}, {"user-available-apps", "azure-ad-joined-devices"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.DevicesWhere(servesDevicesOnly), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "user_centric"), p.Devices[i].UserCentric, "", model.Yes, model.No)
			})
		},
	},
	{
		ID:       "pki-available",
		Title:    "A PKI can issue client authentication certificates",
		Problem:  "No PKI can issue the client certificates that internet devices need",
		Open:     "Unknown whether a PKI can issue client authentication certificates",
		Why:      "The certificates come from your own PKI; neither ConfigMgr nor Azure issues them. A device without one drops every HTTPS management point and the CMG; reports name 0x87d00454 in ccmsetup.log.",
		When:     "Once a kind of device on the internet uses PKI certificates",
		Reads:    []string{"devices[].internet", "devices[].method", "pki.available"},
		Severity: always(model.Blocker),
		Fix:      "Set up a PKI first, or choose another method for these devices.",
		Cites: []model.Citation{
			{"plan-client-authentication", "pki-certificate"}, {"configure-authentication", "pki-certificate"},
			{"client-install-props", "usepkicert"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.Uses(model.ClientPKI), func() []model.Outcome {
				return answered("pki.available", p.PKI.Available, "no PKI can issue them", model.Yes)
			})
		},
	},
	{
		ID:       "entra-recommended",
		Title:    "Devices that can use Microsoft Entra ID use it",
		Problem:  "{it} could use Microsoft Entra ID but use another method",
		Open:     "Unknown whether {it} will use Microsoft Entra ID",
		Why:      "With another method these devices get no deployments to users on the internet. Somebody also has to look after certificates or tokens that expire.",
		When:     "For each kind of internet device with Windows 10 or later that is Entra joined or hybrid joined, once its method is chosen",
		Reads:    []string{"devices[].join", "devices[].internet", "devices[].windows", "devices[].method"},
		Severity: always(model.Advice),
		Fix:      "Use Microsoft Entra ID for these devices: it needs no certificates on them and serves users too.",
		Cites:    []model.Citation{{"plan-client-authentication", "azure-ad"}, {"configure-authentication", "azure-ad"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(p.DevicesWhere(entraCapableWithMethod), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "method"), p.Devices[i].Method, "they could, but use another method: "+model.Methods.Label(p.Devices[i].Method), model.EntraID)
			})
		},
	},
	{
		ID:       "pki-on-ehttp",
		Title:    "PKI clients have an HTTPS management point",
		Problem:  "No HTTPS management point serves the PKI clients through the CMG",
		Open:     "Unknown whether an HTTPS management point serves the PKI clients through the CMG",
		Why:      "Microsoft's tables allow E-HTTP for clients with certificates, but its newest text asks for HTTPS where Microsoft Entra ID is not available. Over E-HTTP, such clients probably use a site token instead of their certificate. Reports describe some that failed to register or got no policy.",
		When:     "Once a kind of device on the internet uses PKI certificates and a management point accepts CMG traffic",
		Reads:    []string{"site.security", "devices[].internet", "devices[].method", "management_points[].clients", "management_points[].cmg_traffic"},
		Severity: always(model.Warning),
		Fix:      "Set one management point for CMG traffic to HTTPS, especially when no device uses Microsoft Entra ID.",
		Cites: []model.Citation{
			{"configure-authentication", "for-internet-based-clients-communicating-with-the-cmg"},
			{"configure-authentication", "configure-the-management-point-for-https"},
			{"plan-client-authentication", "pki-certificate"},
		},
		Judge: func(p *model.Plan) []model.Outcome {
			points := p.CMGPoints()
			return model.OnlyIf(p.Uses(model.ClientPKI) && len(points) > 0, func() []model.Outcome {
				return model.OutcomeOf("management_points", p.SomeMode(points, []model.Mode{model.ModeHTTPS}), "no management point for CMG traffic is HTTPS", modeKeys(&p.Answers, points)...)
			})
		},
	},
	{
		ID:       "token-registration-https",
		Title:    "Token clients can register where every internal management point is HTTPS",
		Problem:  "{it} have neither a certificate nor a bulk token to register over HTTPS",
		Open:     "Unknown whether {it} can register at the internal HTTPS management points",
		Why:      "For the first registration, an HTTPS management point requires a PKI certificate, a Microsoft Entra token or a bulk registration token. A client with none of them never registers, so it never gets a token of its own.",
		When:     "For each kind of internet device that uses site-issued tokens, if all internal management points (those not set to internet only) are HTTPS",
		Reads:    []string{"devices[].internet", "devices[].method", "devices[].client_certificate", "token.registration", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(model.Blocker),
		Fix:      "Register these devices with a bulk registration token, or keep one internal management point on E-HTTP.",
		Cites:    []model.Citation{{"deploy-token", "internal-network-registration"}, {"deploy-token", "bulk-registration-token"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return model.OnlyIf(p.OnlyHTTPSInside(), func() []model.Outcome {
				return each(InternetDevicesWith(&p.Answers, model.SiteToken), func(i int) []model.Outcome { return tokenRegisters(p, i) })
			})
		},
	},
	{
		ID:       "stray-certificate",
		Title:    "Devices with Microsoft Entra ID hold no client authentication certificate",
		Problem:  "{it} hold a client certificate that ccmsetup may prefer to Microsoft Entra ID",
		Open:     "Unknown whether {it} hold a client certificate that ccmsetup may prefer to Microsoft Entra ID",
		Why:      "ccmsetup prefers a valid client authentication certificate, and installs a PKI client. The certificate may come from another product. If the CMG does not trust its issuer, it refuses that client.",
		When:     "For each kind of device on the internet that uses Microsoft Entra ID",
		Reads:    []string{"devices[].internet", "devices[].method", "devices[].client_certificate"},
		Severity: always(model.Warning),
		Fix:      "Install the client without /UsePKICert and with AADCLIENTAPPID and AADRESOURCEURI, so that ccmsetup does not use a certificate instead.",
		Task:     "client-install-entra",
		Cites:    []model.Citation{{"azure-ccmsetup", "2-azure-ad-token-request"}, {"client-install-props", "usepkicert"}},
		Judge: func(p *model.Plan) []model.Outcome {
			return each(InternetDevicesWith(&p.Answers, model.EntraID), func(i int) []model.Outcome {
				return answered(model.DeviceKey(i, "client_certificate"), p.Devices[i].ClientCertificate, "they hold one, and ccmsetup prefers it", model.No)
			})
		},
	},
	{
		ID:       "on-premises-entra-http",
		Title:    "Internal Entra joined devices have an E-HTTP or HTTPS management point",
		Problem:  "On the internal network, {it} find only plain HTTP management points",
		Open:     "Unknown whether {it} find an Enhanced HTTP or HTTPS management point on the internal network",
		Why:      "Over plain HTTP, these devices get deployments to devices at best. One Microsoft table lists only HTTPS for them. From version 2403 on, plain HTTP is gone.",
		When:     "For each Entra joined kind of device on the internal network, if there is an internal management point (not set to internet only)",
		Reads:    []string{"site.security", "devices[].join", "devices[].on_premises", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(model.Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode.",
		Cites: []model.Citation{
			{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"},
			{"enhanced-http", "scenario-1-client-to-management-point"}, {"deploy-azure", ""},
		},
		Inside: true,
		Judge:  func(p *model.Plan) []model.Outcome { return judgeInside(p, "on_premises", entraJoinedInside) },
	},
	{
		ID:       "on-premises-user-http",
		Title:    "Users of internal Entra joined and hybrid joined devices have an E-HTTP or HTTPS management point",
		Problem:  "On the internal network, users of {it} find only plain HTTP management points",
		Open:     "Unknown whether users of {it} find an Enhanced HTTP or HTTPS management point on the internal network",
		Why:      "Over plain HTTP, such devices behave like workgroup clients: deployments to devices arrive, but deployments to users do not.",
		When:     "For each kind of internal device that is Entra joined or hybrid joined and has deployments to users, if there is an internal management point (not internet only)",
		Reads:    []string{"site.security", "devices[].join", "devices[].on_premises", "devices[].user_centric", "management_points[].clients", "management_points[].internet_only"},
		Severity: always(model.Warning),
		Fix:      "Give internal clients a management point in E-HTTP or HTTPS mode.",
		Cites:    []model.Citation{{"configure-authentication", "for-on-premises-clients-communicating-with-the-on-premises-management-point"}},
		Inside:   true,
		Judge:    func(p *model.Plan) []model.Outcome { return judgeInside(p, "user_centric", entraUsersInside) },
	},
}

// InternetDevicesWith lists the places of the devices on the internet that
// use a method.
func InternetDevicesWith(a *model.Answers, m model.Method) []int {
	return a.DevicesWhere(func(d model.Device) bool { return model.OnTheInternet(d) && d.Method == m })
}

func anyDevice(model.Device) bool { return true }

func servesDevicesOnly(d model.Device) bool {
	return model.OnTheInternet(d) && (d.Method == model.ClientPKI || d.Method == model.SiteToken)
}

func userCentricWithMethod(d model.Device) bool {
	return model.OnTheInternet(d) && d.UserCentric == model.Yes && model.Known(d.Method)
}

func entraCapableWithMethod(d model.Device) bool {
	return model.OnTheInternet(d) && d.EntraCapable() && model.Known(d.Method)
}

func entraJoinedInside(d model.Device) bool {
	return d.OnPremises == model.Yes && d.Join == model.EntraJoined
}

func entraUsersInside(d model.Device) bool {
	return d.OnPremises == model.Yes && (d.Join == model.EntraJoined || d.Join == model.HybridJoined) && d.UserCentric == model.Yes
}

func judgeInternetDevicePresent(p *model.Plan) []model.Outcome {
	if len(p.Devices) == 0 {
		return model.OutcomeOf("devices", model.Unknown, "no kind of device is listed", "devices")
	}
	holds, missing := model.IsFalse, []string(nil)
	for i, d := range p.Devices {
		internet := model.Is(d.Internet, model.Yes)
		holds = model.Some(holds, internet)
		if internet == model.Unknown {
			missing = append(missing, model.DeviceKey(i, "internet"))
		}
	}
	return model.OutcomeOf("devices", holds, "none of the listed devices is used on the internet", missing...)
}

// judgeInside wants an inside management point in a secure mode for devices.
func judgeInside(p *model.Plan, key string, devices func(model.Device) bool) []model.Outcome {
	inside := p.InsidePoints()
	return model.OnlyIf(len(inside) > 0, func() []model.Outcome {
		return each(p.DevicesWhere(devices), func(i int) []model.Outcome {
			return model.OutcomeOf(model.DeviceKey(i, key), p.SomeMode(inside, model.SecureModes), "every internal management point is plain HTTP", modeKeys(&p.Answers, inside)...)
		})
	})
}

// tokenRegisters says whether a token device can register over HTTPS.
func tokenRegisters(p *model.Plan, i int) []model.Outcome {
	certificate := model.Is(p.Devices[i].ClientCertificate, model.Yes)
	subject := model.DeviceKey(i, "client_certificate")
	return model.OutcomeOf(subject, model.Some(certificate, p.Token.UsesBulk()),
		"they hold no certificate and get no bulk registration token", subject, "token.registration")
}
