package plantest

import "flag"

// Update is set where the golden files are to be written anew: go test
// -update.
var Update = flag.Bool("update", false, "write the golden files anew")
