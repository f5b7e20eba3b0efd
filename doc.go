// Package parley is the whole path in a few calls: load a world from files, run
// it, judge its claims. The command line, the pages and the tests all come
// through here.
package parley
