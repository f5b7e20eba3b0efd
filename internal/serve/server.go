package serve

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"log/slog"
	"net"
	"net/http"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"parley"
)

// Options say what is served, to whom.
type Options struct {
	Dir      string
	Token    string       // asked of everybody; empty: nothing is asked, and only names of this machine are answered to
	ReadOnly bool         // files cannot be saved
	Page     fs.FS        // the pages; nil if the program was built without them
	Log      *slog.Logger // of requests that failed, and of files that changed
}

// Server is the workbench on one world.
type Server struct {
	o       Options
	held    *held
	answers *answers
	runs    *runs
	meters  *meters
	boot    string // differs from one start of the server to the next
	mux     *http.ServeMux
	api     huma.API
	saving  sync.Mutex // one file is saved at a time

	readings readings // of the texts that are reviewed
}

// New reads the world. One that is wrong is served too, with its problems; the error is
// of a directory that cannot be read.
func New(o Options) (*Server, error) {
	if o.Log == nil {
		o.Log = slog.New(slog.DiscardHandler)
	}
	s := &Server{o: o, held: &held{dir: o.Dir}, meters: newMeters(), boot: time.Now().UTC().Format("20060102T150405.000000000")}
	if _, err := s.held.load(); err != nil {
		return nil, err
	}
	s.answers = newAnswers(s)
	s.runs = newRuns(s)
	s.routes()
	return s, nil
}

// Handler answers requests.
func (s *Server) Handler() http.Handler { return s.guard(s.meters.count(s.mux)) }

// OpenAPI describes the interface.
func (s *Server) OpenAPI() ([]byte, error) { return s.api.OpenAPI().MarshalJSON() }

// Serve answers on a listener until the context ends; then requests under way have a
// moment to end, and runs are stopped.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	server := &http.Server{
		Handler: s.Handler(), ReadHeaderTimeout: 10 * time.Second, ReadTimeout: time.Minute, IdleTimeout: 2 * time.Minute, MaxHeaderBytes: mostHeader,
		BaseContext: func(net.Listener) context.Context { return ctx }, ErrorLog: slog.NewLogLogger(s.o.Log.Handler(), slog.LevelDebug),
	}
	go func() {
		if err := s.held.watch(ctx, s.o.Log); err != nil {
			s.o.Log.Warn("changes of the world's files will not be noticed", "error", err)
		}
	}()
	go s.runs.work(ctx)
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
	defer cancel()
	if err := server.Shutdown(last); err != nil {
		_ = server.Close()
	}
	if err := <-ended; !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// routes registers all there is.
func (s *Server) routes() {
	s.mux = http.NewServeMux()
	config := huma.DefaultConfig("parley", parley.Version)
	config.OpenAPIPath, config.DocsPath, config.SchemasPath = "/api/openapi", "", ""
	config.CreateHooks = nil // no $schema in answers
	config.Components.Schemas = huma.NewMapRegistry("#/components/schemas/", schemaName)
	config.Info.Description = "The workbench of one world: what it is made of, small runs answered at once, long runs with progress, its files. " +
		"Offsets into texts count Unicode code points."
	s.api = humago.New(s.mux, config)
	s.worldRoutes()
	s.answerRoutes()
	s.runRoutes()
	s.variantRoutes()
	s.fileRoutes()
	s.editorRoutes()
	s.reviewRoutes()
	s.mux.Handle("GET /metrics", s.meters)
	s.mux.HandleFunc("/api/", func(w http.ResponseWriter, r *http.Request) {
		refuse(w, http.StatusNotFound, "There is nothing at "+r.URL.Path+".")
	})
	s.mux.Handle("/", s.page())
}

// schemaName names a type by its package too: several have a Share.
func schemaName(t reflect.Type, hint string) string {
	name := huma.DefaultSchemaNamer(t, hint)
	for t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice {
		t = t.Elem()
	}
	if dir, of := filepath.Split(t.PkgPath()); strings.HasPrefix(dir, "parley") && of != "serve" {
		return strings.ToUpper(of[:1]) + of[1:] + name
	}
	return name
}

// operation describes one call.
func operation(id, method, path, summary string, errs ...int) huma.Operation {
	return huma.Operation{OperationID: id, Method: method, Path: path, Summary: summary, MaxBodyBytes: mostBody, Errors: errs}
}

// body is an answer of one value.
type body[T any] struct{ Body T }

// model is the one that answers, or why there is none.
func (s *Server) model() (*parley.Model, error) {
	if m := s.held.good(); m != nil {
		return m, nil
	}
	latest, _ := s.held.now()
	return nil, huma.Error409Conflict("The world has errors, so that nothing can be played: " + wrong(latest.Problems))
}

// varied is the model with a variant's changes.
func (s *Server) varied(v *parley.Variant) (*parley.Model, error) {
	m, err := s.model()
	if err != nil {
		return nil, err
	}
	varied, err := m.Vary(v)
	if refused, ok := errors.AsType[*parley.VariantError](err); ok {
		return nil, huma.Error422UnprocessableEntity("The variant does not fit this world.", &huma.ErrorDetail{
			Message: refused.Error(), Location: "body.variant." + refused.Where + "." + refused.Name,
		})
	}
	return varied, err
}

func writeJSON(w io.Writer, v any) {
	_ = json.NewEncoder(w).Encode(v) // whoever asked has gone, if this fails
}
