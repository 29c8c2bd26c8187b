//go:build !unix

package cli

// withoutWaiting is nothing where pipes do not stand among files.
const withoutWaiting = 0
