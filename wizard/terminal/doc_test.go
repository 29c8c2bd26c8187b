// Package terminal tests the whole program where people use it: in a terminal.
// It starts the program in a pseudo-terminal, types, and reads the screen.
// Windows has no such terminals: there it tests nothing.
package terminal
