// Command onrecord reads news reports, keeps what they put on record and finds it
// again. One file holds one subcommand; this one joins them to the system. Start
// at [run].
package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"onrecord/search"
)

// Exit codes. A shell tells by them whether to look at the messages.
const (
	exitOK          = 0
	exitFailed      = 1 // some input, or the database, could not be used
	exitUsage       = 2
	exitInterrupted = 130
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	os.Exit(run(ctx, newApp(), os.Args[1:]))
}

// run runs one command line and gives the exit code.
func run(ctx context.Context, a *app, args []string) int {
	root := a.rootCommand()
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	var ran *ranError
	var wrong *search.SyntaxError
	switch {
	case err == nil:
		return exitOK
	case ctx.Err() != nil:
		a.complain(errors.New("interrupted"))
		return exitInterrupted
	case errors.As(err, &wrong):
		fmt.Fprintf(a.stderr, "onrecord: %v\n%s\n", wrong, wrong.Pointer())
		return exitUsage
	case errors.Is(err, errSomeFailed):
		return exitFailed
	case errors.As(err, &ran):
		a.complain(ran.error)
		return exitFailed
	}
	a.complain(err)
	fmt.Fprintln(a.stderr, "Run \"onrecord --help\" for what there is, \"onrecord COMMAND --help\" for one command.")
	return exitUsage
}

// ranError is an error of a command that was called rightly; every other error
// that comes back is one of usage.
type ranError struct{ error }

func (e *ranError) Unwrap() error { return e.error }

// usageError is a wrong use that a command finds only when it runs.
type usageError struct{ error }

// errSomeFailed says that inputs failed; each was complained of when it did.
var errSomeFailed = errors.New("some input failed")

// complain tells the person at the terminal what is wrong.
func (a *app) complain(err error) { fmt.Fprintf(a.stderr, "onrecord: %v\n", err) }

// print writes to standard output.
func (a *app) print(format string, args ...any) error {
	_, err := fmt.Fprintf(a.stdout, format, args...)
	return err
}
