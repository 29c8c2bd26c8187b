//go:build !windows

package terminal

// A turn is one answer of an interview: what the screen asks, and what the
// administrator says to it.
type turn struct {
	ask string // how the question begins
	say string // what is typed, or the words of a choice
	how kind
}

// kind says how an answer is given.
type kind int

const (
	typed  kind = iota // a line of text
	chosen             // one of the numbered choices
	added              // a new entry of a list
	passed             // on from a list
)

func write(ask, text string) turn  { return turn{ask, text, typed} }
func choose(ask, word string) turn { return turn{ask, word, chosen} }
func add(noun string) turn         { return turn{"Add a " + noun, "", added} }
func goOn() turn                   { return turn{"> Continue", "", passed} }

// aFew joins pages to a part of an interview.
func aFew(parts ...[]turn) []turn {
	var all []turn
	for _, part := range parts {
		all = append(all, part...)
	}
	return all
}

// contoso is a mixed fleet: hybrid joined devices with Microsoft Entra ID,
// workgroup devices with tokens, domain-joined devices with PKI certificates,
// two management points and Enhanced HTTP.
func contoso() []turn {
	return aFew(contosoSite, contosoDevices(), contosoMethods, contosoEntra, contosoPKI, contosoTokens, contosoPoints, contosoGateway, contosoEnd)
}

var contosoSite = []turn{
	write("What is the site code of the", "P01"),
	write("Which ConfigMgr version", "2503"),
	choose("Which site is at the top", "Standalone primary site"),
	choose("How does the site communicate today", "Enhanced HTTP"),
	choose("In which mode is the service", "Online"),
	choose("Do the site server, its", "Yes"),
}

// contosoDevices are the kinds of devices.
func contosoDevices() []turn {
	return aFew(hybridLaptops, workgroupTills, domainDesktops, []turn{goOn()})
}

var hybridLaptops = []turn{
	add("kind of device"),
	choose("How are these devices joined?", "Hybrid joined"),
	choose("Are they used on the internet?", "Yes (recommended)"),
	choose("Are they used on the internal", "Yes"),
	choose("Which Windows do they run?", "Windows 10 or later"),
	choose("Are there deployments to users", "Yes"),
	write("About how many are there?", "1200"),
	choose("Do they already hold a client", "No"),
	choose("Do they reach an on-premises", "Yes"),
	choose("Is the ConfigMgr client", "Yes"),
}

var workgroupTills = []turn{
	add("kind of device"),
	choose("How are these devices joined?", "Workgroup"),
	choose("Are they used on the internet?", "Yes (recommended)"),
	choose("Are they used on the internal", "No"),
	choose("Which Windows do they run?", "Windows 10 or later"),
	choose("Are there deployments to users", "No"),
	write("About how many are there?", "80"),
	choose("Do they already hold a client", "No"),
	choose("Do they reach an on-premises", "No"),
	choose("Is the ConfigMgr client", "No"),
}

var domainDesktops = []turn{
	add("kind of device"),
	choose("How are these devices joined?", "AD domain-joined"),
	choose("Are they used on the internet?", "Yes (recommended)"),
	choose("Are they used on the internal", "Yes"),
	choose("Which Windows do they run?", "Windows 10 or later"),
	choose("Are there deployments to users", "No"),
	write("About how many are there?", "600"),
	choose("Do they already hold a client", "Yes"),
	choose("Do they reach an on-premises", "Yes"),
	choose("Is the ConfigMgr client", "Yes"),
}

var contosoMethods = []turn{
	{"> Choose the method", "", passed},
	choose("Can a PKI issue client", "Yes"),
	choose("Hybrid joined: How will they", "Microsoft Entra ID (recommended)"),
	choose("Workgroup: How will they", "Site-issued token"),
	choose("AD domain-joined: How will", "PKI certificate (recommended)"),
}

var contosoEntra = []turn{
	choose("Is the site connected to the", "Yes"),
	write("What is the tenant ID?", "aaaabbbb-0000-cccc-1111-dddd2222eeee"),
	choose("How are the two app", "The Azure Services wizard"),
	write("What is the App ID URI of the", "api://aaaabbbb-0000-cccc-1111-dddd2222eeee/ConfigMgrService"),
	write("On which day does the secret", "2028-03-31"),
	choose("Do devices and users live in", "No"),
	choose("Does a Conditional Access", "I do not know yet"),
	choose("Where do the users'", "Synchronized or federated"),
	choose("Is Active Directory user", "Yes"),
	choose("Is Microsoft Entra user", "Yes"),
}

var contosoPKI = []turn{
	choose("Which PKI issues them?", "Active Directory Certificate"),
	choose("Have the devices got their", "Yes"),
	write("How long are the keys of the", "2048"),
	choose("Are the private keys in a key", "No"),
	write("How many CA certificates stand", "2"),
	choose("Do devices hold more than one", "No"),
	choose("Is the CRL published where", "No"),
	choose("Do clients check the CRL for", "No"),
	choose("Do clients use a PKI client", "Yes"),
}

var contosoTokens = []turn{
	choose("How will clients get their", "With a bulk registration token"),
	write("For how many minutes will a", "4320"),
	write("For how many days does the", "3"),
	write("For how many days may a device", "21"),
	choose("Do these devices run the", "Yes"),
}

var contosoPoints = []turn{
	add("management point"),
	write("What is its full host name?", "mp1.contoso.com"),
	choose("Which client connections does", "HTTPS"),
	choose("Will it serve clients through", "Yes"),
	choose("Is it set to allow", "No"),
	choose("Is ASP.NET 4.5 installed on", "Yes"),
	add("management point"),
	write("What is its full host name?", "mp2.contoso.com"),
	choose("Which client connections does", "HTTP"),
	choose("Will it serve clients through", "No"),
	choose("Is it set to allow", "No"),
	goOn(),
	choose("How will the site communicate?", "Enhanced HTTP (recommended)"),
	choose("mp1.contoso.com: Which client", "HTTP (recommended)"),
	choose("mp2.contoso.com: Which client", "HTTP (recommended)"),
}

var contosoGateway = []turn{
	write("What will the CMG be called?", "contosocmg.contoso.com"),
	choose("Which Azure environment will", "Azure public cloud"),
	write("In which Azure region?", "westeurope"),
	choose("Is the first part of the name", "Yes"),
	choose("Are the four Azure resource", "Yes"),
	write("Which resource group will", "rg-cmg"),
	choose("If that group exists already", "Yes"),
	choose("Who issues the server", "A public certificate provider"),
	choose("Which VM size?", "Standard"),
	write("How many VM instances?", "2"),
	choose("Will the CMG verify client", "No (recommended)"),
	choose("Will the CMG enforce TLS 1.2?", "Yes (recommended)"),
	choose("Will the CMG serve content", "Yes"),
	choose("Does a classic CMG (cloud", "No"),
	choose("Will clients on the internet", "No"),
	choose("Will clients inside, on VPN", "No"),
	choose("Does anything on the way to", "No"),
}

var contosoEnd = []turn{
	add("connection point"),
	write("What is the full host name of", "cp1.contoso.com"),
	choose("Does the server hold a client", "No"),
	choose("Are the outbound ports to the", "I do not know yet"),
	goOn(),
	choose("Are clients allowed to use a", "Yes"),
	choose("Are they allowed to use a", "Yes"),
	choose("Do clients download delta", "No"),
	choose("Do domain joined devices", "Yes"),
	choose("May users get policy over the", "Yes"),
}
