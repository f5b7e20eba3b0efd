package serve

import (
	"crypto/subtle"
	"net"
	"net/http"
	"net/url"
	"strings"
)

// policy lets the page load its own files and talk to its own server, nothing else.
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; worker-src 'self'; " +
	"manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

// Bounds on what is taken in.
const (
	mostBody   = 4 << 20 // bytes of a request's body
	mostHeader = 64 << 10
)

const tokenCookie = "parley_token"

// guard decides who may ask, and says in every answer what a browser may do with it.
//
// A page of another site must neither read nor change anything, also not by a name that
// it has pointed at this machine: the host must be one this server is known by, and
// whatever is not a plain reading must come from its own pages or from no page at all.
func (s *Server) guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Cross-Origin-Embedder-Policy", "require-corp")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		if strings.HasPrefix(r.URL.Path, "/api/") {
			h.Set("Cache-Control", "no-store")
		}
		switch {
		case !s.knownHost(r.Host):
			refuse(w, http.StatusMisdirectedRequest, "This server does not answer to the name "+r.Host+".")
		case crossSite(r):
			refuse(w, http.StatusForbidden, "Requests from pages of other sites are refused.")
		case !s.may(w, r):
		default:
			if r.Body != nil {
				r.Body = http.MaxBytesReader(w, r.Body, mostBody)
			}
			next.ServeHTTP(w, r)
		}
	})
}

// knownHost reports whether a request names this server: by an address of the loopback
// or by localhost; where it listens elsewhere, a token is what protects it.
func (s *Server) knownHost(host string) bool {
	if s.o.Token != "" {
		return true
	}
	name, _, err := net.SplitHostPort(host)
	if err != nil {
		name = host
	}
	name = strings.TrimSuffix(strings.TrimPrefix(name, "["), "]")
	if name == "localhost" {
		return true
	}
	ip := net.ParseIP(name)
	return ip != nil && ip.IsLoopback()
}

// crossSite reports whether a browser says that a page of another site asks.
func crossSite(r *http.Request) bool {
	site := r.Header.Get("Sec-Fetch-Site")
	if site == "cross-site" || site == "same-site" {
		return r.Method != http.MethodGet || strings.HasPrefix(r.URL.Path, "/api/") // a link may lead here
	}
	origin := r.Header.Get("Origin")
	if origin == "" {
		return false
	}
	u, err := url.Parse(origin)
	return err != nil || u.Host != r.Host
}

// may reports whether the token is right, where one is asked for. It comes as a bearer,
// as a cookie, or once in the address, from where it moves into a cookie.
func (s *Server) may(w http.ResponseWriter, r *http.Request) bool {
	if s.o.Token == "" {
		return true
	}
	right := func(given string) bool { return subtle.ConstantTimeCompare([]byte(given), []byte(s.o.Token)) == 1 }
	if bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer "); ok && right(bearer) {
		return true
	}
	if c, err := r.Cookie(tokenCookie); err == nil && right(c.Value) {
		return true
	}
	q := r.URL.Query()
	if r.Method == http.MethodGet && right(q.Get("token")) {
		http.SetCookie(w, &http.Cookie{Name: tokenCookie, Value: s.o.Token, Path: "/", HttpOnly: true, SameSite: http.SameSiteStrictMode})
		q.Del("token")
		to := url.URL{Path: r.URL.Path, RawQuery: q.Encode()}
		http.Redirect(w, r, to.RequestURI(), http.StatusSeeOther)
		return false
	}
	w.Header().Set("WWW-Authenticate", `Bearer realm="parley"`)
	refuse(w, http.StatusUnauthorized, "This server asks for a token: open the address that parley serve printed, or send it as a bearer.")
	return false
}

// refuse answers with a problem (RFC 9457).
func refuse(w http.ResponseWriter, status int, detail string) {
	w.Header().Set("Content-Type", "application/problem+json")
	w.WriteHeader(status)
	writeJSON(w, problem{Title: http.StatusText(status), Status: status, Detail: detail})
}

type problem struct {
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
}
