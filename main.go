// Cmgwizard plans how the clients of a ConfigMgr site prove who they are to a
// cloud management gateway. It asks, judges and prints; it changes nothing.
package main

import (
	"os"

	"cmgwizard/wizard/cli"
)

func main() { os.Exit(cli.Main(os.Args[1:])) }
