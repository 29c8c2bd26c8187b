package plantest

import "cmgwizard/model"

// Every join, version of Windows and method, the missing and unsure ones included.
var (
	EveryJoin    = []model.Join{model.Workgroup, model.DomainJoined, model.EntraJoined, model.HybridJoined, "", model.Unsure}
	EveryWindows = []model.Windows{model.Windows10, model.WindowsEarlier, "", model.Unsure}
	EveryMethod  = []model.Method{model.EntraID, model.ClientPKI, model.SiteToken, "", model.Unsure}
)

// EveryDevice is a device for each join, version of Windows and method, the
// missing and unsure ones included.
func EveryDevice() []model.Device {
	var devices []model.Device
	for _, join := range EveryJoin {
		for _, windows := range EveryWindows {
			for _, method := range EveryMethod {
				devices = append(devices, model.Device{Join: join, Windows: windows, Method: method})
			}
		}
	}
	return devices
}
