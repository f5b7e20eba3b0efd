// Package result holds what runs leave behind: named measures and scenarios,
// the values of consecutive worlds, what was left out and why. It travels from
// the engine to the analyses, and knows neither of them.
package result
