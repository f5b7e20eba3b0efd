package lang

import (
	"bytes"
	"testing"
)

// fmt would eat comments, or never come to rest.
func TestFormat(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"alignment", "kind \"a\"   {\nname=\"A\" # behind\n   reaches =  true\n}\n", "kind \"a\" {\n  name    = \"A\" # behind\n  reaches = true\n}\n"},
		{"comments", "# above\n\n/* block */\nkind \"a\" { // inside\n}\n# below\n", "# above\n\n/* block */\nkind \"a\" { // inside\n}\n# below\n"},
		{"json", "{\"kind\":{\"a\":{\"reaches\":true}}}", "{\n  \"kind\": {\n    \"a\": {\n      \"reaches\": true\n    }\n  }\n}\n"},
	} {
		got, list := Format([]byte(c.in))
		if list.HasErrors() || string(got) != c.want {
			t.Errorf("%s: %q, %v", c.name, got, list)
		}
		if again, _ := Format(got); !bytes.Equal(again, got) {
			t.Errorf("%s: a second pass gives %q", c.name, again)
		}
	}
}

// A file with a mistake would be changed.
func TestFormatLeavesBrokenFilesAlone(t *testing.T) {
	for _, in := range []string{"kind \"a\" {", "{\"a\": }", "\xff", "a = " + string(bytes.Repeat([]byte("("), 200))} {
		got, list := Format([]byte(in))
		if !list.HasErrors() || string(got) != in {
			t.Errorf("%q became %q, %v", in, got, list)
		}
	}
}

// The sketch in this repository would not be in the layout that fmt gives.
func TestSketchIsFormatted(t *testing.T) {
	for name, file := range sketch(t) {
		if name == "brief.txt" {
			continue
		}
		if got, _ := Format(file.Data); !bytes.Equal(got, file.Data) {
			t.Errorf("%s is not", name)
		}
	}
	if got, _ := Format(base(t)); !bytes.Equal(got, base(t)) {
		t.Error("base.hcl is not")
	}
}
