// Package web holds the pages of the workbench, built by Node from the sources beside
// this file (npm run build) and embedded with the build tag page. It knows nothing of
// what they show.
package web
