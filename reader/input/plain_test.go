package input_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"parley/reader/input"
)

// A long text would be read with characters of another encoding, or cut ones.
func TestPlainAsDecoded(t *testing.T) {
	body := strings.Repeat("Das Abkommen – „gut“ – hält, sagte sie. Il a dit « non ».\r\n", 9000)
	latin := make([]byte, 0, 1<<19)
	for range 9000 {
		latin = append(latin, "Er h\xe4lt es f\xfcr gut.\n"...)
	}
	for name, data := range map[string][]byte{"utf-8": []byte(body), "bom": []byte("\ufeff" + body), "windows-1252": latin} {
		want, err := input.Decode(name, data)
		if err != nil {
			t.Fatal(err)
		}
		for _, from := range []io.Reader{bytes.NewReader(data), iotest.HalfReader(bytes.NewReader(data))} {
			r, plain, err := input.Plain(from)
			if err != nil || !plain {
				t.Fatalf("%s: %v, %v", name, plain, err)
			}
			text, err := io.ReadAll(r)
			if err != nil || string(text) != want.Body {
				t.Errorf("%s: %d bytes, decoded whole %d: %v", name, len(text), len(want.Body), err)
			}
		}
	}
}

func TestPlainRefuses(t *testing.T) {
	for name, data := range map[string]string{"binary": "abc\x00def", "turns binary": strings.Repeat("word ", 100_000) + "\x00", "turns": strings.Repeat("wörd ", 100_000) + "f\xfcr"} {
		r, _, err := input.Plain(strings.NewReader(data))
		if err == nil {
			_, err = io.ReadAll(r)
		}
		if !errors.Is(err, input.ErrBinary) && !errors.Is(err, input.ErrMixed) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, page := range []string{"%PDF-1.7 …", "<!doctype html><p>x"} {
		if _, plain, err := input.Plain(strings.NewReader(page)); plain || err != nil {
			t.Errorf("%q is taken for plain text: %v", page, err)
		}
	}
}
