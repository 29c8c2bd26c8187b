//go:build !linux && !windows

package disk

// Machine is "": nothing here tells one machine and its start from another.
func Machine() string { return "" }

// IsGone is false: of a process that cannot be told, nobody knows.
func IsGone(int) bool { return false }
