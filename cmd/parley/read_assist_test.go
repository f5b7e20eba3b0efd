package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"

	"github.com/rogpeppe/go-internal/testscript"
)

// assistant FILE... starts an end point, names it in the environment, and answers each request
// with what is in the next file, the last one over again. Without files it knows no model. Requests
// are kept in the file "sent".
func assistant(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: assistant [FILE...]")
	}
	var answers []string
	for _, name := range args {
		answers = append(answers, ts.ReadFile(name))
	}
	sent, next := ts.MkAbs("sent"), 0
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		f, err := os.OpenFile(sent, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
		if err == nil {
			_, err = f.WriteString(r.Method + " " + r.URL.Path + " " + r.Header.Get("Authorization") + "\n" + string(body) + "\n")
			_ = f.Close()
		}
		if err != nil || len(answers) == 0 {
			http.Error(w, `{"error": {"message": "there is no such model; your key is `+r.Header.Get("Authorization")+`"}}`, http.StatusNotFound)
			return
		}
		choice := map[string]any{"finish_reason": "stop", "message": map[string]any{"role": "assistant", "content": answers[min(next, len(answers)-1)]}}
		next++
		_ = json.NewEncoder(w).Encode(map[string]any{"choices": []any{choice}})
	}))
	ts.Defer(server.Close)
	ts.Setenv(assistURL, server.URL+"/v1")
	ts.Setenv(assistModel, "small")
	ts.Setenv(assistKey, "s3cret")
}
