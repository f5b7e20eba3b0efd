package serve

import (
	"archive/zip"
	"bytes"
	"context"
	"maps"
	"net/http"
	"os"
	"slices"

	"github.com/danielgtaylor/huma/v2"
	"github.com/rogpeppe/go-internal/diff"

	"parley"
)

type variantBody struct {
	Body struct {
		Variant parley.Variant `json:"variant"`
	}
}

// VariantDiff is a variant as changes to the files.
type VariantDiff struct {
	Patch      string            `json:"patch" doc:"unified diff"`
	Files      map[string]string `json:"files" doc:"the new texts of the files that change"`
	NotInFiles []string          `json:"not_in_files" doc:"what files cannot say, and why"`
}

func (s *Server) variantRoutes() {
	huma.Register(s.api, operation("variant-diff", http.MethodPost, "/api/variants/diff", "A variant as changes to the world's files", 409, 422),
		func(_ context.Context, in *variantBody) (*body[VariantDiff], error) {
			m, files, not, err := s.writtenVariant(&in.Body.Variant)
			if err != nil {
				return nil, err
			}
			out := VariantDiff{Files: map[string]string{}, NotInFiles: not}
			for _, name := range slices.Sorted(maps.Keys(files)) {
				out.Files[name] = string(files[name])
				out.Patch += string(diff.Diff("a/"+name, m.Sources[name], "b/"+name, files[name]))
			}
			return &body[VariantDiff]{out}, nil
		})
	huma.Register(s.api, huma.Operation{
		OperationID: "variant-zip", Method: http.MethodPost, Path: "/api/variants/zip", Summary: "The world with a variant written into its files, as a zip",
		MaxBodyBytes: mostBody, Errors: []int{409, 422},
		Responses: map[string]*huma.Response{"200": {Description: "A zip of the world's directory", Content: map[string]*huma.MediaType{"application/zip": {Schema: &huma.Schema{Type: "string", Format: "binary"}}}}},
	}, func(_ context.Context, in *variantBody) (*zipped, error) {
		m, files, not, err := s.writtenVariant(&in.Body.Variant)
		if err != nil {
			return nil, err
		}
		if len(not) > 0 {
			return nil, huma.Error422UnprocessableEntity("Files cannot say all of this variant: " + not[0])
		}
		text, err := s.pack(m, files)
		if err != nil {
			return nil, err
		}
		return &zipped{"application/zip", `attachment; filename="` + safeName(m.World.ID) + `.zip"`, text}, nil
	})
}

type zipped struct {
	Type        string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	Body        []byte
}

// safeName is a name for a file that needs no quoting.
func safeName(name string) string {
	var out []byte
	for i := range len(name) {
		if c := name[i]; c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' {
			out = append(out, c)
		}
	}
	if len(out) == 0 {
		return "world"
	}
	return string(out)
}

func (s *Server) writtenVariant(v *parley.Variant) (*parley.Model, map[string][]byte, []string, error) {
	m, err := s.model()
	if err != nil {
		return nil, nil, nil, err
	}
	if _, err := s.varied(v); err != nil {
		return nil, nil, nil, err
	}
	files, not, err := m.Written(v)
	if not == nil {
		not = []string{}
	}
	return m, files, not, err
}

// pack is the world's directory as a zip: its files, and the texts of its sources.
func (s *Server) pack(m *parley.Model, files map[string][]byte) ([]byte, error) {
	all := maps.Clone(m.Sources)
	maps.Copy(all, files)
	root, err := os.OpenRoot(s.o.Dir)
	if err != nil {
		return nil, err
	}
	defer func() { _ = root.Close() }() // it was only read
	for _, source := range m.World.Sources {
		if source.File == "" {
			continue
		}
		if all[source.File], err = root.ReadFile(source.File); err != nil {
			return nil, err
		}
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		f, err := z.Create(safeName(m.World.ID) + "/" + name)
		if err != nil {
			return nil, err
		}
		if _, err := f.Write(all[name]); err != nil {
			return nil, err
		}
	}
	err = z.Close() // before the bytes are taken: it writes the directory
	return b.Bytes(), err
}
