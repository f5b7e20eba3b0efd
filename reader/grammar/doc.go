// Package grammar takes a text apart as far as a reader of news needs: paragraphs,
// sentences, words with their classes and base forms, and stretches in quotation marks.
//
// It is shallow on purpose: closed classes and regular endings of English, no learned
// model, one pass in linear time, every span exact in bytes. It knows nothing of who says
// what.
package grammar
