// Package input turns a file into a text that can be read: plain text, HTML without what
// stands around the article, PDF, in any encoding. It knows nothing of what the text says.
package input
