package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"parley/internal/report"
)

var update = flag.Bool("update", false, "write the golden parts of the scripts anew")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"parley": main})
}

// TestScripts plays the command line as people use it: one behaviour a script,
// named command_aspect.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":     exits,
			"validate":  validate,
			"interrupt": interrupt,
			"assistant": assistant,
			"lengthen":  lengthen,
		},
	})
}

// lengthen MEGABYTES FILE HEAD FILL TAIL writes a file of one text, another often, and a third.
func lengthen(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 5 {
		ts.Fatalf("usage: lengthen MEGABYTES FILE HEAD FILL TAIL")
	}
	size, err := strconv.Atoi(args[0])
	ts.Check(err)
	head, fill, tail := ts.ReadFile(args[2]), ts.ReadFile(args[3]), ts.ReadFile(args[4])
	text := head + strings.Repeat(fill, size<<20/len(fill)+1) + tail
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

// exits CODE PROGRAM ARGS... runs a program that must end with the code.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE PROGRAM [ARGS...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	if got := codeOf(ts, ts.Exec(args[1], args[2:]...)); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

func codeOf(ts *testscript.TestScript, err error) int {
	var exit *exec.ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		return exit.ExitCode()
	default:
		ts.Fatalf("%v", err)
		return -1
	}
}

// validate SCHEMA FILE checks a document ("stdout" for the output of the last
// command) against a published schema, as a program that reads it would.
func validate(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: validate SCHEMA FILE")
	}
	text, ok := report.Schema(args[0])
	if !ok {
		ts.Fatalf("no schema %s", args[0])
	}
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	ts.Check(err)
	compiler := jsonschema.NewCompiler()
	compiler.DefaultDraft(jsonschema.Draft2020)
	ts.Check(compiler.AddResource("schema.json", schema))
	compiled, err := compiler.Compile("schema.json")
	ts.Check(err)
	document := ts.ReadFile(args[1])
	if !json.Valid([]byte(document)) {
		ts.Fatalf("not JSON")
	}
	instance, err := jsonschema.UnmarshalJSON(strings.NewReader(document))
	ts.Check(err)
	ts.Check(compiled.Validate(instance))
}

// interrupt CODE OUT PROGRAM ARGS... runs a program, presses Ctrl-C as soon as
// it writes something, and checks the code it ends with. Its output is kept in a
// file.
func interrupt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 3 {
		ts.Fatalf("usage: interrupt CODE OUT PROGRAM [ARGS...]")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	program, err := exec.LookPath(args[2])
	ts.Check(err)
	cmd := exec.Command(program, args[3:]...)
	cmd.Dir = ts.Getenv("WORK")
	out, err := cmd.StdoutPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	watch := time.AfterFunc(time.Minute, func() { _ = cmd.Process.Kill() })
	defer watch.Stop()
	first := make([]byte, 1)
	_, err = io.ReadFull(out, first)
	ts.Check(err)
	ts.Check(cmd.Process.Signal(os.Interrupt))
	rest, err := io.ReadAll(out)
	ts.Check(err)
	if got := codeOf(ts, cmd.Wait()); got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), append(first, rest...), 0o644))
}
