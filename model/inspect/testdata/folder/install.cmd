@echo off
rem Off-premises client
ccmsetup.exe /UsePKICert /NoCRLCheck /mp:https://cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037928290 CCMHOSTNAME=cmg.contoso.com/CCM_Proxy_MutualAuth/72057594037928290 SMSSITECODE=P01
