package inspect

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"cmgwizard/model"
)

// TestPasswordsOfFilesAreNotShown: whatever a command line or a line of a log
// gives away, nothing of it is in the report, in no case of its letters.
func TestPasswordsOfFilesAreNotShown(t *testing.T) {
	for _, text := range []string{
		"ccmsetup.exe /mp:https://user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1 CCMHOSTNAME=user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1 SMSSITECODE=ABC SMSMP=https://u:HunterTwo1@mp.contoso.com",
		"ccmsetup.exe /mp:https://user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1 CCMHOSTNAME=https://user:Hunter/HunterTwo1@cmg SMSSITECODE=ABC /password HunterTwo1 FSP=x",
		"[CCMHTTP] ERROR: URL=https://user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1, Port=443, Code=12175",
		"<Password>HunterTwo1</Password> 0x87d00231", "ConvertTo-SecureString 'HunterTwo1' error 0x87d00231", "net use \\\\srv\\share HunterTwo1 /user:admin error 0x87d00231",
		"Passwort: HunterTwo1 error 0x87d00231", "GET https://f.contoso.com/api?code=HunterTwo1 error 0x87d00231",
		"HunterTwo1 " + strings.Repeat("and some words ", 6) + "error 0x87d00231 " + strings.Repeat("and some words ", 8) + "HunterTwo1",
	} {
		told, err := json.Marshal(Inspect([]Input{{Name: "f.txt", Data: []byte(text)}}, nil, time.Date(2026, 11, 30, 0, 0, 0, 0, time.UTC)))
		if err != nil || !strings.Contains(string(told), "0x87d00231") && !strings.Contains(string(told), "cmg") {
			t.Errorf("%s: too little is told: %v %s", text, err, told)
		}
		if strings.Contains(strings.ToLower(string(told)), "huntertwo1") {
			t.Errorf("%s: told as %s", text, told)
		}
	}
}

// TestUserBeforeHost: the server is what stands behind the user.
func TestUserBeforeHost(t *testing.T) {
	log := "[CCMHTTP] ERROR: URL=https://user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1, Port=443, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE"
	line := "ccmsetup.exe /mp:https://user:HunterTwo1@cmg.contoso.com/CCM_Proxy_MutualAuth/1 CCMHOSTNAME=cmg.contoso.com/CCM_Proxy_MutualAuth/1 SMSSITECODE=ABC"
	plan := &model.Plan{}
	plan.Gateway.ServiceName = "cmg.contoso.com"
	for text, want := range map[string]string{
		log:  "that of the CMG (https://cmg.contoso.com/CCM_Proxy_MutualAuth/1)",
		line: "A user, perhaps with a password, stands before the host in /mp.",
	} {
		f := Inspect([]Input{{Name: "f.txt", Data: []byte(text)}}, plan, time.Time{}).Files[0]
		told := ""
		for _, r := range f.Remarks {
			told += r.Text + "\n"
		}
		if !strings.Contains(told, want) || strings.Contains(told, "two CMGs") {
			t.Errorf("%q is not told:\n%s", want, told)
		}
	}
}
