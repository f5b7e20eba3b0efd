package event_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"parley/reader/event"
	"parley/reader/gazetteer"
)

var on = time.Date(2024, 12, 1, 0, 0, 0, 0, time.UTC)

// brief writes an event as one line.
func brief(e *event.Event) string {
	out := fmt.Sprintf("%s>%s %s %s", e.Source.Code, e.Target.Code, e.Code, e.Realis)
	if e.Given.Kind != "" {
		out += " " + e.Given.Kind
	}
	return out
}

// Each sentence is one thing a reader of news meets; want are all its events.
func TestEvents(t *testing.T) {
	coder := event.NewCoder(gazetteer.Default())
	for _, c := range []struct{ text, want string }{
		{"Russia attacked Ukraine.", "RUS>UKR 190 actual"},
		{"Ukraine was attacked by Russian troops.", "RUSMIL>UKR 190 actual"},
		{"Russia launched a missile attack on Kyiv on Monday.", "RUS>UKR 194 actual"},
		{"Israel and Hezbollah agreed to a ceasefire.", "ISR>LBNREBHEZ 087 actual; LBNREBHEZ>ISR 087 actual"},
		{"Rutte warned Trump.", "IGOWSTNAT>USAELI 130 actual"},
		{"Russia is supplying missile technology to North Korea and money to Iran.", "RUS>PRK 072 actual arms; RUS>IRN 071 actual money"},
		{"He pointed to the risks of Russia supplying missile technology to North Korea and money to Iran.", "RUS>PRK 072 actual arms; RUS>IRN 071 actual money"},
		{"Missile technology is being sent from Russia to North Korea.", "RUS>PRK 072 actual arms"},
		{"Iran receives money from Russia in exchange for missiles.", "RUS>IRN 071 actual money"},
		{"China gave Pakistan a loan.", "CHN>PAK 071 actual money"},
		{"The United States provided Taiwan with weapons.", "USA>TWN 072 actual arms"},
		{"Germany will not send missiles to Ukraine.", "DEU>UKR 121 actual arms"},
		{"Germany did not send missiles to Ukraine.", "DEU>UKR 072 denied arms"},
		{"Germany refused to send missiles to Ukraine.", "DEU>UKR 121 actual arms"},
		{"France may send troops to Ukraine.", "FRA>UKR 072 possible arms"},
		{"Macron said France would send money to Ukraine.", "FRA>UKR 071 possible money"},
		{"Ukraine asked Germany to send missiles.", "UKR>DEU 023 actual; DEU> 072 demanded arms"},
		{"Turkey called on Israel to withdraw from Gaza.", "TUR>ISR 025 actual; ISR>PSEGZA 087 demanded"},
		{"North Korea threatened to attack South Korea.", "PRK>KOR 138 actual"},
		{"The EU imposed sanctions on Belarus.", "IGOEUREEC>BLR 163 actual"},
		{"Washington lifted sanctions on Syria.", "USA>SYR 085 actual"},
		{"Lavrov met Wang Yi in Beijing.", "RUSGOV>CHNGOV 040 actual; CHNGOV>RUSGOV 040 actual"},
		{"Police arrested three Russian soldiers.", "---COP>RUSMIL 173 actual"},
		{"Russia's attack on Ukraine shocked Europe.", "RUS>UKR 190 actual"},
		{"Talks between Iran and the United States began in Oman.", "IRN>USA 040 actual; USA>IRN 040 actual"},
		{"Thousands of demonstrators protested in Tbilisi.", "---OPP>GEO 141 actual"},
		{"Poland accused Belarus of attacking Lithuania.", "POL>BLR 112 actual; BLR>LTU 190 claimed"},
		{"The US, which supports Israel, criticised Iran.", "USA>ISR 051 actual; USA>IRN 111 actual"},
		{"Serbia denied that it attacked Kosovo.", "SRB>RKS 190 denied"},
		{"The Kremlin ruled out a meeting with Zelensky.", "RUSGOV>UKRGOV 125 actual"},
		{"Japan promised to help the Philippines.", "JPN>PHL 033 promised"},
		{"If Russia attacks Moldova, NATO will meet.", "RUS>MDA 190 possible; IGOWSTNAT> 040 promised"},
		{"China may use force against Taiwan.", "CHN>TWN 190 possible"},
		{"The weather was fine in Paris.", ""},
		{"Turkey is eaten at Christmas.", ""},
	} {
		t.Run(c.text, func(t *testing.T) {
			var got []string
			for _, e := range coder.Sentence(c.text, 0, on) {
				got = append(got, brief(&e))
			}
			if text := strings.Join(got, "; "); text != c.want {
				t.Errorf("\n got %s\nwant %s", text, c.want)
			}
		})
	}
}

// Whatever comes in, spans lie within the text and nothing breaks.
func FuzzSentence(f *testing.F) {
	coder := event.NewCoder(gazetteer.Default())
	f.Add("Russia, China and Iran's army attacked, he said, the U.S. in Kyiv — \"for money\".")
	f.Add("to to that who , ' 's n't Iran's")
	f.Add("Iran 's \xff\xfe Iran send to")
	f.Fuzz(func(t *testing.T, text string) {
		events := coder.Sentence(text, 7, on)
		for i, e := range events {
			for _, s := range []event.Span{e.Span, e.Cue, e.Source.Span, e.Target.Span} {
				if s != (event.Span{}) && (s.Start < 7 || s.End < s.Start || s.End > 7+len(text)) {
					t.Fatalf("span %v outside of %q", s, text)
				}
			}
			if e.Within >= len(events) || e.Within == i || e.Type == "" {
				t.Fatalf("%q: event %d is within %d, type %q", text, i, e.Within, e.Type)
			}
		}
	})
}

func BenchmarkSentence(b *testing.B) {
	coder := event.NewCoder(gazetteer.Default())
	sentences := []string{
		"The foreign ministers of Germany and France said on Tuesday that Russia would face new sanctions if its troops attacked the city.",
		"He had never been so happy about the weather in the mountains, where his children were born and where they would stay.",
		"Iran receives money from Russia in exchange for missiles and drone technology.",
		"The report, which was published last week, found little to praise in the ministry's handling of the floods.",
	}
	for i := 0; b.Loop(); i++ {
		coder.Sentence(sentences[i%len(sentences)], 0, on)
	}
}
