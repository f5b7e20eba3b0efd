// Package serve is the workbench: an HTTP interface to one world, with the pages
// that use it and nothing else.
//
// [Server] holds the model of a world's directory and loads it anew when its files
// change; a world that has become wrong is shown with its problems while the last good
// model goes on answering. What is computed comes from the root package and is told in
// the documents that the command line writes (package report). Small runs are answered
// at once (answers.go), long ones are resources with progress by server-sent events
// (runs.go, events.go). Changes are variants of the model (package parley) until somebody
// saves files (files.go).
//
// Who may ask is decided before anything is read (guard.go); nothing outside the world's
// directory can be read or written.
//
// The package knows neither flags nor the terminal.
package serve
