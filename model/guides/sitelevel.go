package guides

import "cmgwizard/model"

// siteGuides are about the site that the CMG belongs to: its servers, its database
// and its updates.
var siteGuides = []Guide{
	{
		ID: "fips", Title: "Servers of the site run with the FIPS policy",
		Names: []string{"fips-policy"},
		Holds: []string{
			"Before version 2403 a CMG cannot be created where the FIPS policy is on for the server with the service connection point, and content cannot be distributed to a CMG where FIPS is on with Windows Server 2019. Version 2403 fixes both.",
			"From version 2403 on the site uses AES with 256 bits and elliptic curve Diffie-Hellman. The older AES with 128 bits and the RSA key exchange are removed.",
		},
		Tell: []string{
			"`CloudMgr.log` says “This implementation is not part of the Windows Platform FIPS validated cryptographic algorithms”.",
		},
		Do:    []string{"Update the site to version 2403 or later before you create the CMG."},
		Tasks: []string{"site-upgrade"},
		Cites: []model.Citation{{"kb-26186448", "issues-that-are-fixed"}},
	},
	{
		ID: "co-management-compliance", Title: "Software Center cannot check the compliance of co-managed devices",
		Names: []string{"get-token-from-sts-error", "compliance"},
		Holds: []string{
			"It looks like a token fault of the CMG, and is none: the client asks for its token for Intune in an old way. Microsoft announced that the service behind it ends in October 2026.",
			"It concerns co-managed devices whose **Compliance policies** workload is with Intune.",
			"Version 2603 has the fixed client, and 2509 has it with an update rollup. For 2503 and 2409 the update KB37172183 brings it, after their rollups.",
		},
		Tell: []string{
			"The compliance check in Software Center ends with `GET_TOKEN_FROM_STS_ERROR : FFFFFFFF80004003`.",
			"The fixed client has the number 5.00.9135.1024 or more on a site of 2503, and 5.00.9132.1038 or more on one of 2409.",
		},
		Do: []string{
			"Update the site to version 2603, or install the update for your version.",
			"Update the clients: it is the client that is fixed.",
		},
		Tasks: []string{"site-update", "site-upgrade", "token-client-version"},
		Cites: []model.Citation{
			{"kb-37172183", "summary-of-kb37172183"}, {"kb-37172183", "symptoms"}, {"kb-37172183", "version-information"},
			{"whats-new-2603", "deprecated-and-removed-features"},
		},
	},
	{
		ID: "secondary-sites", Title: "The hierarchy has secondary sites",
		Names: []string{"secondary-site"},
		Holds: []string{
			"A secondary site is not updated automatically with its primary site, neither to a new version nor with an update. Its configuration stays as it is when it is updated.",
			"From version 2409 on SQL Server 2012 and 2014 are not supported, also as Express on a secondary site. The Visual C++ runtime there must be the newest.",
		},
		Tell: []string{
			"On the database of the primary site run `select dbo.fnGetSecondarySiteCMUpdateStatus ('S01')` with the code of the secondary site: 1 is up to date, 0 is not.",
		},
		Do: []string{
			"After each update of a primary site open **Administration** > **Site Configuration** > **Sites**, select the secondary site, and choose **Recover Secondary Site**. After a new version start its update there as well.",
		},
		Tasks: []string{"site-update", "site-upgrade"},
		Cites: []model.Citation{
			{"kb-38982839", "additional-installation-information"}, {"updates", "bkmk_Baselines"}, {"whats-new-2409", "known-issues"},
		},
	},
	{
		ID: "database-requirements", Title: "SQL Server or its ODBC driver stops an update of the site",
		Names: []string{"odbc", "odbc-driver", "sql-server", "native-client"},
		Holds: []string{
			"From version 2309 on the update needs the ODBC driver for SQL Server on the site servers, the database server, and the servers with roles such as the management point and the SMS Provider. From version 2503 on it must be 18.4.1.1 or later, or the update stops. Setup does not keep the driver up to date.",
			"From version 2409 on SQL Server 2012 and 2014 block the update. SQL Server 2022 is supported from version 2303 on, with compatibility level 150, and SQL Server 2025 from 2603 on, with level 160.",
			"SQL Server Native Client must stay where it is before version 2603. With 2603 it can be uninstalled.",
		},
		Tell: []string{
			"The prerequisite check of the update names “ODBC driver for SQL Server” or the version of SQL Server.",
			"On the database server run `SELECT name, compatibility_level FROM sys.databases`.",
		},
		Do: []string{
			"Install the newest ODBC driver on all of these servers before the update. 18.4.1.1 is the last one that Microsoft says it validated.",
			"Update SQL Server to 2016 or later before an update to version 2409 or later.",
		},
		Tasks: []string{"site-upgrade"},
		Rules: []string{"version-supported"},
		Cites: []model.Citation{
			{"prereq-checks", "odbc-driver-for-sql-server"}, {"site-prereqs", "sql-odbc-driver-for-the-site-server"}, {"sql-versions", "bkmk_SQLVersions"},
			{"whats-new-2409", "configuration-manager-does-not-support-sql-server-2012-and-2014"}, {"whats-new-2603", "sql-server-2025-support"},
			{"whats-new-2603", "sql-server-native-client-dependency-removed"},
		},
	},
}
