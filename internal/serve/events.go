package serve

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strconv"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/sse"

	"parley"
)

// marshal writes a document without escaping what HTML would need.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimSpace(b.Bytes()), nil
}

// Events of a run. Each tells all there is of its kind, so that who comes late, or comes
// back, misses nothing.
type (
	// PartEvent is a document that may still be refined.
	PartEvent struct {
		Document *AnyDocument `json:"document"`
	}
	// DoneEvent ends a run that found everything.
	DoneEvent RunResource
	// FailedEvent ends one that could not go on.
	FailedEvent RunResource
	// CancelledEvent ends one that was stopped.
	CancelledEvent RunResource
)

// Events of the world.
type (
	// HelloEvent comes first.
	HelloEvent struct {
		Version string `json:"version"`
		Model   string `json:"model"`
		Boot    string `json:"boot" doc:"differs from one start of the server to the next"`
	}
	// ChangedEvent says that the files have changed on disk.
	ChangedEvent struct {
		Model string `json:"model"`
		Wrong bool   `json:"wrong"`
	}
)

func (s *Server) eventRoutes() {
	sse.Register(s.api, huma.Operation{OperationID: "run-events", Method: http.MethodGet, Path: "/api/runs/{id}/events", Summary: "Follow a run", Errors: []int{404}},
		map[string]any{"progress": Progress{}, "part": PartEvent{}, "done": DoneEvent{}, "failed": FailedEvent{}, "cancelled": CancelledEvent{}},
		s.followRun)
	sse.Register(s.api, huma.Operation{OperationID: "world-events", Method: http.MethodGet, Path: "/api/events", Summary: "Be told when the world's files change"},
		map[string]any{"hello": HelloEvent{}, "world": ChangedEvent{}}, s.followWorld)
}

type followed struct {
	ID   string `path:"id" maxLength:"40"`
	Last string `header:"Last-Event-ID" maxLength:"20" doc:"the number of the last event that was seen"`
}

// followRun tells of a run until it ends.
func (s *Server) followRun(ctx context.Context, in *followed, send sse.Sender) {
	r, err := s.runs.find(in.ID)
	if err != nil {
		_ = send.Data(FailedEvent{ID: in.ID, State: failed, Error: err.Error()})
		return
	}
	seen, _ := strconv.Atoi(in.Last) // without one, all is told
	told := 0
	for {
		x, version, parts, changed := r.now()
		ended := over(x.State)
		var failedToSend error
		if x.Progress != nil && !ended {
			failedToSend = send(sse.Message{ID: version, Data: *x.Progress})
		}
		if parts > told && !ended && (version > seen || told > 0) {
			told = parts
			failedToSend = send(sse.Message{ID: version, Data: PartEvent{x.Document}})
		}
		switch x.State {
		case done:
			failedToSend = send(sse.Message{ID: version, Data: DoneEvent(x)})
		case failed:
			failedToSend = send(sse.Message{ID: version, Data: FailedEvent(x)})
		case cancelled:
			failedToSend = send(sse.Message{ID: version, Data: CancelledEvent(x)})
		}
		if ended || failedToSend != nil {
			return
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return
		}
	}
}

// followWorld tells when the files change.
func (s *Server) followWorld(ctx context.Context, _ *struct{}, send sse.Sender) {
	m, changed := s.held.now()
	if send.Data(HelloEvent{Version: parley.Version, Model: m.Hash, Boot: s.boot}) != nil {
		return
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-changed:
			m, changed = s.held.now()
			if send.Data(ChangedEvent{Model: m.Hash, Wrong: m.Problems.HasErrors()}) != nil {
				return
			}
		}
	}
}
