//go:build !unix

package input

// withoutWaiting is nothing where pipes do not stand among files.
const withoutWaiting = 0
