package model

import (
	"strings"
	"testing"
)

// TestNoPasswordIsLeft: of whatever is written as a password nothing is left,
// and the code of the error beside it stays.
func TestNoPasswordIsLeft(t *testing.T) {
	for _, text := range []string{
		`password=HunterTwo1`, `Password: HunterTwo1,`, `DbPassword = "HunterTwo1"`, `{"password":"HunterTwo1"}`, `{\"password\":\"HunterTwo1\"}`,
		`&quot;password&quot;: &quot;HunterTwo1&quot;`, `password%3DHunterTwo1`, `$config["Password"] = 'HunterTwo1'`, `password_old=>HunterTwo1`,
		`Passwort: HunterTwo1`, `Kennwort=HunterTwo1`, `das Kennwort lautet HunterTwo1`, `the password is HunterTwo1`, `mot de passe : HunterTwo1`,
		"mot de passe\u00a0: HunterTwo1", `Contraseña: HunterTwo1`, `senha=HunterTwo1`, `wachtwoord: HunterTwo1`, `hasło: HunterTwo1`, `пароль: HunterTwo1`, `パスワード：HunterTwo1`, `密码:HunterTwo1`,
		`<Password>HunterTwo1</Password>`, `<wsse:Password Type="#PasswordText">Hunter HunterTwo1</wsse:Password>`, `<add key="AdminPassword" value="HunterTwo1"/>`,
		`ConvertTo-SecureString 'HunterTwo1'`, `ConvertTo-SecureString -AsPlainText -Force "HunterTwo1"`, `ConvertTo-SecureString -String HunterTwo1 -AsPlainText`,
		`'HunterTwo1' | ConvertTo-SecureString -AsPlainText -Force`, `New-Object PSCredential('admin', 'HunterTwo1')`, `[Net.NetworkCredential]::new("u","x").Credential("u","HunterTwo1")`,
		`net use \\srv\share HunterTwo1 /user:CONTOSO\admin`, `net use Z: \\srv\share /user:CONTOSO\admin HunterTwo1`, `net.exe use * \\srv\share "HunterTwo1" /persistent:no`, `net user admin HunterTwo1 /add`,
		`psexec \\srv -u CONTOSO\admin -p HunterTwo1 cmd`, `schtasks /create /ru admin /rp HunterTwo1`, `tool --password HunterTwo1`, `tool -AdminPassword HunterTwo1`, `tool /pwd:HunterTwo1`,
		`https://f.contoso.com/api?code=HunterTwo1`, `https://f.contoso.com/api?x=1&amp;key=HunterTwo1`, `x-functions-key: HunterTwo1`, `Ocp-Apim-Subscription-Key: HunterTwo1`, `Cookie: session=HunterTwo1`,
		`Authorization: Basic HunterTwo1`, `AccountKey=HunterTwo1==;`, `client_secret: HunterTwo1`, `SharedAccessKey=HunterTwo1`, `pwd=HunterTwo1;`,
		`https://user:HunterTwo1@cmg.contoso.com/x`, `https://user:Hunter@HunterTwo1@cmg.contoso.com`, `https://user:Hunter/HunterTwo1@cmg.contoso.com/x`, `https://user:a#HunterTwo1@cmg.contoso.com`,
		`https://HunterTwo1@cmg.contoso.com`, `https:\\user:HunterTwo1@cmg.contoso.com`, `sftp://user:HunterTwo1@cmg.contoso.com`, `CCMHOSTNAME=user:HunterTwo1@cmg`, `user:HunterTwo1@cmg.contoso.com`,
		`the PFX password HunterTwo1`, `Kennwort HunterTwo1`, `key Hun1Q~HunterTwo1abcdefghijklmnopqrstuvwxy0 for the app`,
		`the password for the PFX is HunterTwo1`, `Kennwort der PFX: HunterTwo1`, `password -> HunterTwo1`, `PFX password set to HunterTwo1`, `HunterTwo1 is the PFX password.`, `pw HunterTwo1`, `pfxpwd=HunterTwo1`,
		`storage key HunterTwo1` + strings.Repeat("a", 76) + `==`, `Bearer: HunterTwo1HunterTwo1`, `certutil -f -p HunterTwo1 -importPFX cmg.pfx`,
	} {
		line := "Error " + text + " failed 0x87d00231"
		shown := WithoutSecrets(line)
		if strings.Contains(shown, "HunterTwo1") {
			t.Errorf("%s: shown as %s", text, shown)
		}
		if !strings.HasPrefix(shown, "Error ") || !strings.HasSuffix(shown, "0x87d00231") {
			t.Errorf("%s: too much is gone: %s", text, shown)
		}
	}
}

// TestWhatIsNoPasswordStays: what logs and command lines mostly say is shown.
func TestWhatIsNoPasswordStays(t *testing.T) {
	for _, text := range []string{
		"[CCMHTTP] ERROR: URL=https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037937/SMS_MP, Port=443, Options=63, Code=12175, Text=ERROR_WINHTTP_SECURE_FAILURE",
		"https://cm.contoso.com:443/x@y", "Failed to read the password: 0x87d00231", "the password is wrong", "password expires in 30 days", "password of cp1.contoso.com", "Basic authentication is off", "net use Z: \\\\srv\\share /persistent:no",
		"https://mp.contoso.com/sms_mp/.sms_aut?mplist", "StatusCode= 403 StatusText= CMGConnector_Forbidden", "CN=Contoso Root CA, DC=contoso, DC=com", "https://mp.contoso.com?user=a@b.com",
	} {
		if shown := WithoutSecrets(text); shown != text {
			t.Errorf("%s: shown as %s", text, shown)
		}
	}
}

func TestLooksSecret(t *testing.T) {
	for text, want := range map[string]bool{
		"eyJhbGciOiJSUzI1NiJ9.e30.x": true, "-----BEGIN PRIVATE KEY-----": true, "password: HunterTwo1": true, "Kennwort=HunterTwo1": true,
		"https://svc:HunterTwo1@cmg.contoso.com": true, "net use \\\\srv\\share HunterTwo1": true,
		"The password for the PFX is HunterTwo1": true, "HunterTwo1 is the PFX password": true, "Password rotation is CHG-1042": false, "the secret was moved to kv-prod-01": false, "KeePass2 is the password store": false,
		"password: see the vault": false, "The password is with M. Weber": false, "Kennwort: im Tresor": false, "app_secret_expires = \"2026-11-30\"": false,
		"https://tickets.contoso.com/browse?key=CHG-1042": false, "owner:weber1@contoso.com": false, "CHG-1042, https://wiki.contoso.com/cmg": false,
	} {
		if LooksSecret(text) != want {
			t.Errorf("%s: looks secret is %v", text, !want)
		}
	}
}
