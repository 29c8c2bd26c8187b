#Requires -Version 5.1
#Requires -PSEdition Desktop
<#
cmg-site-facts.ps1, format 1: reads facts about a Configuration Manager site for a cmgwizard plan.

It CHANGES NOTHING: it reads with Get- cmdlets and WMI queries, and writes one file, the JSON at -OutFile.
It SENDS NOTHING: it talks to your SMS Provider and to this computer, and to nothing else.
NO SECRET, NO USER NAME: every query names its columns, and only what is named below goes into the file.
CHECKED AGAINST THE DOCUMENTATION, NEVER RUN ON A REAL SITE. Read it before you run it. The file holds names of
servers, the ID of your tenant and numbers of devices: internal data, to be treated as such.

With the console: site version, security, roles, client settings, Azure services, and numbers of devices.
  Role: Read-only analyst, scope All, collections All Systems and All Users and User Groups. With fewer rights there
  are fewer rows, not an error. In a hierarchy connect to the top-level site.
  In the console choose Connect via Windows PowerShell, then: & C:\path\cmg-site-facts.ps1
  That window refuses scripts without a signature (AllSigned). If it does, allow them for this window alone:
  Set-ExecutionPolicy -ExecutionPolicy RemoteSigned -Scope Process
  A file that came by browser or mail: Properties > Unblock first. A Group Policy may forbid both: ask who sets it.
  Or from any prompt: powershell.exe -ExecutionPolicy Bypass -File C:\path\cmg-site-facts.ps1
  It keeps to what Constrained Language Mode allows. What that mode or its policy refuses fails in its section alone.
On every computer, so on a management point or CMG connection point too, as administrator: .NET, ASP.NET, IIS bindings,
  certificates by their public facts, and whether Local System has a proxy. Without the console the rest is left out.

A query over CIM ends after one minute, after five minutes no further client setting is read, and after ten no further
number of devices. A cmdlet of the console or of this computer that hangs has no such end: Ctrl+C ends it. Each section says
what failed in it.
#>
param([string]$SiteCode, [string]$OutFile = "$HOME\cmg-site-facts-$env:COMPUTERNAME.json", [switch]$SkipCounts)
Set-StrictMode -Off
$ErrorActionPreference = 'Stop'
$here = Get-Location
if (-not (Split-Path -Path $OutFile -IsAbsolute)) { $OutFile = Join-Path -Path (Get-Location -PSProvider FileSystem).ProviderPath -ChildPath $OutFile }
Set-Location "$env:SystemDrive\"
$CMPSSuppressFastNotUsedCheck = $true
$session = $null
$sections = [ordered]@{}
$facts = [ordered]@{ kind = 'cmg-site-facts'; format = 1; complete = $false; taken_at = $null; script_sha256 = $null
    powershell = "$($PSVersionTable.PSVersion)"; culture = "$((Get-Culture).Name)"; sections = $sections }
if ($PSCommandPath) { $facts['script_sha256'] = (Get-FileHash -LiteralPath $PSCommandPath -Algorithm SHA256).Hash }

# One section: what it found, or the kind of error. Texts of errors are left out, for they can hold names.
function Get-Section([scriptblock]$Body) {
    $begin = Get-Date; $found = @(); $fault = $null
    try { $found = @(& $Body) }
    catch { $fault = [ordered]@{ type = "$($_.CategoryInfo.Reason)"; id = "$($_.FullyQualifiedErrorId)" -replace '\S+[\\@]\S+', '<name>' } }
    [ordered]@{ ok = ($null -eq $fault); error = $fault; ms = [int]((Get-Date) - $begin).TotalMilliseconds; rows = $found }
}
function Get-Session([string]$Computer) {
    New-CimSession -ComputerName $Computer -SessionOption (New-CimSessionOption -Protocol Dcom) -OperationTimeoutSec 60
}
function Get-Rows([string]$Wql) { Get-CimInstance -CimSession $session -Namespace "root\sms\site_$SiteCode" -Query $Wql }
function Get-Count([string]$From) {
    if ((Get-Date) -gt $stop) { throw 'The numbers of devices took too long.' }
    foreach ($p in @(Get-Rows "SELECT COUNT(*) FROM $From")[0].CimInstanceProperties) {
        if ($p.Name -eq 'Count' -and $null -ne $p.Value) { return [long]$p.Value }
    }
    $null
}
function Get-Prop($Item, [string]$Name, [string]$Field = 'Value') {
    foreach ($p in @($Item.Props)) { if ($p.PropertyName -eq $Name) { return $p.$Field } }
    $null
}
function Get-Utc([datetime]$Time) { $Time.ToUniversalTime().ToString('s') + 'Z' }
function Write-Facts {
    $facts['taken_at'] = Get-Utc (Get-Date)
    $facts | ConvertTo-Json -Depth 8 | Set-Content -LiteralPath $OutFile -Encoding UTF8
}

# The site, by the drive that the console made.
$sections['connection'] = Get-Section {
    if (-not (Get-Module ConfigurationManager)) { Import-Module "$env:SMS_ADMIN_UI_PATH\..\ConfigurationManager.psd1" }
    $drives = @(Get-PSDrive -PSProvider CMSite)
    if ($drives.Count -eq 0) { throw 'No site drive. In the console choose Connect via Windows PowerShell, then run this again.' }
    if (-not $SiteCode -and $here.Provider.Name -eq 'CMSite') { $script:SiteCode = "$($here.Drive.Name)" }
    if (-not $SiteCode -and $drives.Count -gt 1) { throw 'Several site drives. Run this again with -SiteCode and the code of the top-level site.' }
    if (-not $SiteCode) { $script:SiteCode = "$($drives[0].Name)" }
    $script:SiteCode = $SiteCode.ToUpperInvariant()
    if ($SiteCode -notmatch '^[A-Z0-9]{3}$') { throw 'The site code is not three letters or digits.' }
    $root = "$(($drives | Where-Object { $_.Name -eq $SiteCode }).Root)"
    $query = "SELECT Machine FROM SMS_ProviderLocation WHERE SiteCode='$SiteCode'"
    $provider = "$(@(Get-CimInstance -CimSession (Get-Session $root) -Namespace 'root\sms' -Query $query)[0].Machine)"
    if (-not $provider) { throw 'No SMS Provider was found for this site code.' }
    $script:session = Get-Session $provider
    [ordered]@{ SiteCode = $SiteCode; Module = "$((Get-Module ConfigurationManager).Version)"; Drives = @($drives | ForEach-Object { "$($_.Name)" }) }
}
# Each line: section, class, columns. Columns that older versions may lack have a section of their own.
$plain = @('sites SMS_Site SiteCode ServerName Version BuildNumber Type ReportingSiteCode Mode Status'
    'identification SMS_Identification ThisSiteCode MonthlyReleaseVersion SMSBuildNumber SMSAvailableConsoleVersion'
    'tenants SMS_AAD_Tenant_Ex TenantID'
    'apps SMS_AAD_Application_Ex ClientID'
    'app_uris SMS_AAD_Application_Ex ClientID IdentifierUri'
    'cmg SMS_AzureService AzureServiceID ServiceCName Fqdn ServiceType Region NumberOfInstances State SiteCode'
    'cmg_environment SMS_AzureService AzureServiceID AzureEnvironmentId'
    'cmg_group SMS_AzureService AzureServiceID AffinityGroup'
    'cmg_revocation SMS_AzureService AzureServiceID ClientCertRevocationEnabled'
    'cmg_protocol SMS_AzureService AzureServiceID ProxySecurityProtocol'
    'boundary_groups SMS_BoundaryGroup GroupID Flags')
foreach ($line in @($plain | Where-Object { $session })) {
    $word = @($line -split ' ')
    $pick = @($word | Select-Object -Skip 2)
    $sections[$word[0]] = Get-Section { Get-Rows "SELECT $($pick -join ', ') FROM $($word[1])" | Select-Object -Property $pick -First 500 }
}
if ($session) {
    $sections['components'] = Get-Section {
        foreach ($which in "ItemName='SMS_SITE_COMPONENT_MANAGER|SMS Site Server'", "ComponentName='SMS_AD_USER_DISCOVERY_AGENT'") {
            foreach ($c in @(Get-Rows "SELECT SiteCode, ComponentName, Props FROM SMS_SCI_Component WHERE FileType=2 AND ItemType='Component' AND $which")) {
                [ordered]@{ SiteCode = $c.SiteCode; ComponentName = $c.ComponentName; IISSSLState = (Get-Prop $c 'IISSSLState'); Settings = (Get-Prop $c 'SETTINGS' 'Value1') }
            }
        }
    }
    $sections['roles'] = Get-Section {
        foreach ($role in 'SMS Management Point', 'SMS Software Update Point', 'SMS Dmp Connector', 'SMS Cloud Proxy Connector') {
            foreach ($r in @(Get-Rows "SELECT SiteCode, NetworkOSPath, SslState, Props FROM SMS_SCI_SysResUse WHERE RoleName='$role'")) {
                $out = [ordered]@{ RoleName = $role; SiteCode = $r.SiteCode; Server = "$($r.NetworkOSPath)".TrimStart('\'); SslState = $r.SslState }
                foreach ($n in 'SslState', 'AllowProxyTraffic', 'MPInternetFacing', 'MPIntranetFacing', 'OfflineMode') { $out["Prop_$n"] = Get-Prop $r $n }
                $out
            }
        }
    }
    $sections['client_settings'] = Get-Section {
        Set-Location "$($SiteCode):"
        $until = (Get-Date).AddMinutes(5)
        foreach ($s in @(Get-CMClientSetting | Where-Object { $_.Type -ne 2 } | Select-Object -First 100)) {
            if ((Get-Date) -gt $until) { throw 'The client settings took too long.' }
            $out = [ordered]@{ SettingsID = "$($s.SettingsID)"; Type = $s.Type; Priority = $s.Priority; AssignmentCount = $s.AssignmentCount }
            $cloud = Get-CMClientSetting -Name $s.Name -Setting Cloud -DisableWildcardHandling
            $policy = Get-CMClientSetting -Name $s.Name -Setting ClientPolicy -DisableWildcardHandling
            $updates = Get-CMClientSetting -Name $s.Name -Setting SoftwareUpdates -DisableWildcardHandling
            foreach ($n in 'AllowCMG', 'AllowCloudDP', 'AutoAADJoin') { $out[$n] = $cloud.$n }
            foreach ($n in 'PolicyEnableUserPolicyPolling', 'PolicyEnableUserPolicyOnInternet') { $out[$n] = $policy.$n }
            $out['EnableExpressUpdates'] = $updates.EnableExpressUpdates
            $out
        }
    }
}
Set-Location "$env:SystemDrive\"

# This computer. Of a proxy only whether there is one: its address may hold a password.
$soft = 'HKLM:\SOFTWARE\Microsoft'
$sections['local_machine'] = Get-Section { Get-CimInstance -ClassName Win32_ComputerSystem -Property @('Name', 'Domain') | Select-Object -Property @('Name', 'Domain') }
$sections['local_dotnet'] = Get-Section { Get-ItemProperty "$soft\NET Framework Setup\NDP\v4\Full" | Select-Object -Property @('Release') }
$sections['local_site'] = Get-Section { Get-ItemProperty "$soft\SMS\Components\SMS_SITE_COMPONENT_MANAGER" | Select-Object -Property @('IISSSLState') }
$sections['local_aspnet45'] = Get-Section { Get-WindowsFeature -Name 'Web-Asp-Net45' | Select-Object -Property @('Name', 'Installed') }
$sections['local_bindings'] = Get-Section { Get-WebBinding -Protocol https | Select-Object -Property @('bindingInformation', 'certificateHash') -First 100 }
$sections['local_certificates'] = Get-Section {
    foreach ($c in @(Get-ChildItem 'Cert:\LocalMachine\My' | Select-Object -First 100)) {
        [ordered]@{ Thumbprint = $c.Thumbprint; Issuer = $c.Issuer; NotAfter = (Get-Utc $c.NotAfter); HasPrivateKey = $c.HasPrivateKey; Eku = @($c.EnhancedKeyUsageList.ObjectId) }
    }
}
$sections['local_system_proxy'] = Get-Section {
    $p = Get-ItemProperty 'Registry::HKEY_USERS\S-1-5-18\Software\Microsoft\Windows\CurrentVersion\Internet Settings'
    [ordered]@{ ProxyEnable = $p.ProxyEnable; HasServer = [bool]$p.ProxyServer; HasScript = [bool]$p.AutoConfigURL }
}
Write-Facts

# Numbers of devices, last: nothing of a single device is read. The file is written again after each.
$stop = (Get-Date).AddMinutes(10)
$client = 'SMS_R_System WHERE Client=1 AND Obsolete=0'; $os = 'OperatingSystemNameandVersion LIKE'
$counts = @('visible SMS_R_System', "all_systems SMS_Collection WHERE CollectionID='SMS00001'", "clients $client", "clients_10 $client AND $os '%Workstation 10.%'"
    "clients_6 $client AND $os '%Workstation 6.%'", "clients_server $client AND $os '%Server%'", "no_client SMS_R_System WHERE (Client IS NULL OR Client=0) AND $os '%Workstation%'"
    'state_rows SMS_Client_ComanagementState', 'hybrid SMS_Client_ComanagementState WHERE HybridAADJoined=1', 'entra SMS_Client_ComanagementState WHERE AADJoined=1'
    'cert_pki SMS_CombinedDeviceResources WHERE ClientCertType=2', "entra_users SMS_R_User WHERE AADUserID LIKE '%-%'"
    'user_deployments SMS_DeploymentSummary WHERE CollectionID IN (SELECT CollectionID FROM SMS_Collection WHERE CollectionType=1)')
foreach ($line in @($counts | Where-Object { $session -and -not $SkipCounts })) {
    $word = @($line -split ' ', 2)
    $sections["count_$($word[0])"] = Get-Section { [ordered]@{ count = (Get-Count $word[1]) } }
    Write-Facts
}
if ($session -and -not $SkipCounts) {
    $sections['by_ClientVersion'] = Get-Section {
        foreach ($r in @(Get-Rows "SELECT DISTINCT ClientVersion FROM $client" | Select-Object -First 40)) {
            $value = "$($r.ClientVersion)" -replace '[^0-9.]', ''
            [ordered]@{ value = $value; count = (Get-Count "$client AND ClientVersion='$value'") }
        }
    }
}
$facts['complete'] = $true
Write-Facts
Set-Location -LiteralPath "$here"
Write-Host "Written: $OutFile"
