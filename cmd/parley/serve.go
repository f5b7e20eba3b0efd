package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"net"
	"net/url"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"parley/internal/serve"
	"parley/web"
)

// workbench holds the flags of the command.
type workbench struct {
	addr, token, page   string
	readOnly, open, log bool
}

// usualAddr is on the loopback: nobody else can reach it.
const usualAddr = "127.0.0.1:7474"

func newServe() *cobra.Command {
	s := &workbench{}
	cmd := &cobra.Command{
		Use:   "serve DIR",
		Short: "Open the workbench: see the world, touch any assumption, watch the verdicts move",
		Long: "Open the workbench on a world in the browser. It listens on this machine only; another address needs a --token, which everybody who asks must give. " +
			"Files of the world are saved only where you say so in the editor, and changes that other programs make to them are picked up.",
		Example: strings.Join([]string{
			"parley serve examples/linked-theatres",
			"parley serve my-world --addr 127.0.0.1:8080 --open",
			"parley serve my-world --addr 0.0.0.0:7474 --token \"$(openssl rand -hex 16)\" --read-only",
		}, "\n"),
		Args: arguments(1, 1, "the directory of a world"),
		RunE: func(cmd *cobra.Command, args []string) error { return s.command(cmd.Context(), args[0]) },
	}
	f := cmd.Flags()
	f.StringVar(&s.addr, "addr", usualAddr, "where to listen; port 0 takes a free one")
	f.StringVar(&s.token, "token", "", "ask everybody for this token; needed for addresses other than this machine's own")
	f.BoolVar(&s.readOnly, "read-only", false, "files cannot be saved")
	f.BoolVar(&s.open, "open", false, "open the page in the browser")
	f.BoolVar(&s.log, "log", false, "tell on the standard error what the server notices")
	f.StringVar(&s.page, "page", "", "serve the pages from this folder rather than the built-in ones, for work on them")
	return cmd
}

func (s *workbench) command(ctx context.Context, dir string) error {
	if err := directory(dir); err != nil {
		return err
	}
	host, _, err := net.SplitHostPort(s.addr)
	if err != nil {
		return wrongCall("--addr must be an address and a port, such as %s, not %q", usualAddr, s.addr)
	}
	if s.token == "" && !onlyHere(host) {
		return wrongCall("--addr %s can be reached from other machines: give a --token of your choice, which everybody must know to ask", s.addr)
	}
	if s.token != "" && len(s.token) < leastToken {
		return wrongCall("--token is too short to keep anybody out: take at least %d characters", leastToken)
	}
	level := slog.LevelError
	if s.log {
		level = slog.LevelDebug
	}
	o := serve.Options{Dir: dir, Token: s.token, ReadOnly: s.readOnly, Page: s.pages(), Log: slog.New(slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{Level: level}))}
	server, err := serve.New(o)
	if err != nil {
		return err
	}
	l, err := new(net.ListenConfig).Listen(ctx, "tcp", s.addr)
	if err != nil {
		return busy(s.addr, err)
	}
	address := "http://" + shown(l.Addr().String())
	if s.token != "" {
		address += "/?token=" + url.QueryEscape(s.token)
	}
	if err := say("The workbench on " + dir + " is at " + address + "\nCtrl-C ends it.\n"); err != nil {
		return err
	}
	if o.Page == nil {
		fmt.Fprintln(os.Stderr, "This program was built without the pages; with Node.js installed, make build adds them. The interface for programs is there: /api/openapi.json")
	}
	if s.open {
		browse(ctx, address)
	}
	return server.Serve(ctx, l)
}

// leastToken is the fewest characters of a token.
const leastToken = 12

// onlyHere reports whether an address is of this machine alone.
func onlyHere(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// shown is an address as a browser takes it: that of all interfaces is this machine's.
func shown(addr string) string {
	host, port, err := net.SplitHostPort(addr)
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("localhost", port)
	}
	return addr
}

// busy says what to do where a port is taken.
func busy(addr string, err error) error {
	if errors.Is(err, syscall.EADDRINUSE) {
		return wrongCall("%s is taken, perhaps by another parley serve; end that, or choose another with --addr 127.0.0.1:0", addr)
	}
	return wrongCall("cannot listen on %s: %s", addr, err)
}

// pages are the built-in ones, unless a folder is named.
func (s *workbench) pages() fs.FS {
	if s.page != "" {
		return os.DirFS(s.page)
	}
	return web.Page()
}

// browse asks the system to open a page; where it cannot, the address has been shown.
func browse(ctx context.Context, address string) {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	if err := exec.CommandContext(ctx, name, args...).Start(); err != nil {
		fmt.Fprintln(os.Stderr, "The browser could not be opened; open the address above.")
	}
}
