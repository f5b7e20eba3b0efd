// Command parley models linked conflicts as text, runs them under deep
// uncertainty, and finds out when a claim holds.
//
// There is one file per command. A command turns flags into a call of package
// parley and what comes back into text or JSON of package report; it decides
// nothing itself. Results go to the standard output, progress and problems to
// the standard error.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// The exit codes.
const (
	exitDone    = 0
	exitWorld   = 1 // the world is wrong
	exitCall    = 2 // the call is wrong
	exitStopped = 3 // stopped by a signal
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second signal ends the program at once
	}()
	os.Exit(execute(ctx, os.Args[1:]))
}
