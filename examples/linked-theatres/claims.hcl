# Who says what, and what would make it true. A claim's unstated reference is the
# model's choice and stands in its gloss; the report shows the others beside it.

claim "america-less-safe" {
  title   = "A deal on Moscow's terms leaves the United States less safe"
  source  = source.brief
  speaker = person.alliance-chief
  to      = "the president-elect"
  hedge   = "would in time"
  quote   = "a peace deal for Ukraine written to Moscow's liking would in time leave the United States less safe"
  gloss   = "our reading: over ten years the expected loss from wars and clashes, in bn USD, is higher after such a deal than on the course that the speaker urges, to arm Ukraine first; by more than 10 bn, one a year. Whether aid counts as a loss is the theory `safety`"
  test {
    measure = cost.usa
    under   = scenario.moscow-terms
    against = scenario.arm-first
    expect  = "higher"
    margin  = 10
  }
}

claim "europe-less-safe" {
  title   = "A deal on Moscow's terms leaves Europe less safe"
  source  = source.brief
  speaker = person.alliance-chief
  hedge   = "over the long run"
  quote   = "over the long run it would endanger America as well as Europe"
  gloss   = "our reading: as for the United States, in Europe's losses, what the years of war in Ukraine cost it included. There is no theatre between Russia and NATO: what is tested is the danger from this war, its renewal, clashes and the other theatres"
  test {
    measure = cost.europe
    under   = scenario.moscow-terms
    against = scenario.arm-first
    expect  = "higher"
    margin  = 10
  }
}

claim "within-reach" {
  title   = "A bad deal brings more missiles within reach of America and Europe"
  source  = source.brief
  speaker = person.alliance-chief
  hedge   = "over the long run"
  quote   = "over a bad agreement, he said, because over the long run it would endanger America as well as Europe"
  gloss   = "our reading of the danger that follows, in missiles expected to arrive rather than in losses: North Korea's in America (by more than one) and Russia's in Europe (by more than 20), some four in a hundred of either, ten years on"
  test {
    measure = reach.usa
    under   = scenario.moscow-terms
    against = scenario.arm-first
    expect  = "higher"
    margin  = 1
  }
  test {
    measure = reach.europe
    under   = scenario.moscow-terms
    against = scenario.arm-first
    expect  = "higher"
    margin  = 20
  }
}

claim "missile-technology" {
  title   = "Missile technology raises the threat to South Korea, Japan and the American continent"
  source  = source.brief
  speaker = person.alliance-chief
  to      = "the president-elect"
  quote   = "The missile technology now reaching North Korea endangers South Korea and Japan, and the American continent too"
  gloss   = "our reading: on the current course, with Russian technology against without it, more missiles could arrive in ten years, by about a tenth: 100 in South Korea, 20 in Japan, 2 in America; all three must hold. What could arrive is counted, not what will be used"
  test {
    measure = reach.south-korea
    under   = scenario.current
    against = scenario.current
    without = ["technology"]
    expect  = "higher"
    margin  = 100
  }
  test {
    measure = reach.japan
    under   = scenario.current
    against = scenario.current
    without = ["technology"]
    expect  = "higher"
    margin  = 20
  }
  test {
    measure = reach.usa
    under   = scenario.current
    against = scenario.current
    without = ["technology"]
    expect  = "higher"
    margin  = 2
  }
}

claim "money-to-partners" {
  title   = "Russian money strengthens Hezbollah and Hamas"
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "it spends that money on Hezbollah and Hamas"
  gloss   = "our reading: four years on, on the current course, their missiles are worth more with Russia's money than without it: by about a twentieth of what they have, 60 m USD (Hezbollah) and 5 m USD (Hamas)"
  test {
    measure = stock.hezbollah.strike
    under   = scenario.current
    against = scenario.current
    without = ["money"]
    expect  = "higher"
    margin  = 0.06
    by      = "2028-12"
  }
  test {
    measure = stock.hamas.strike
    under   = scenario.current
    against = scenario.current
    without = ["money"]
    expect  = "higher"
    margin  = 0.005
    by      = "2028-12"
  }
}

claim "conflicts-tied" {
  title   = "The conflicts are tied to one another"
  source  = source.brief
  speaker = person.alliance-chief
  hedge   = "increasingly"
  quote   = "conflicts in different parts of the world are increasingly tied to one another"
  gloss   = "our reading: how Ukraine ends, all to Russia or with the line kept, changes the ten-year chance of war over Taiwan and of war in the Middle East by more than one in a hundred. Whether the tie grows is not tested: the model's links are those of late 2024"
  test {
    measure = coupling.ukraine.taiwan
    under   = scenario.current
    against = 0.01
    expect  = "higher"
  }
  test {
    measure = coupling.ukraine.middle-east
    under   = scenario.current
    against = 0.01
    expect  = "higher"
  }
}

claim "force-against-taiwan" {
  title   = "If Russia keeps large parts of Ukraine, force against Taiwan becomes likelier"
  source  = source.brief
  speaker = person.officials
  hedge   = "may"
  quote   = "if Russia is allowed to keep large parts of Ukraine, China may feel encouraged to use force against Taiwan"
  gloss   = "our reading: the ten-year chance of war over Taiwan is higher after a deal on Moscow's terms than if Ukraine is armed first and Russia keeps less; by more than one in a hundred"
  test {
    measure = war.taiwan
    under   = scenario.moscow-terms
    against = scenario.arm-first
    expect  = "higher"
    margin  = 0.01
  }
}

claim "beijing-draws-conclusions" {
  title   = "After a poor agreement Beijing tests more"
  source  = source.brief
  speaker = person.alliance-chief
  hedge   = "could"
  quote   = "Xi Jinping could draw conclusions of his own"
  gloss   = "our reading, and the brief's that Taiwan is meant: crises in the strait become likelier within five years, by more than two in a hundred; the current course is the reference, as the sentence speaks of the agreement alone"
  test {
    measure = crisis.taiwan
    under   = scenario.moscow-terms
    against = scenario.current
    expect  = "higher"
    margin  = 0.02
    by      = "2029-12"
  }
}

claim "strength-first" {
  title   = "Arming first gets Ukraine a better deal"
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "Whenever Volodymyr Zelensky decides to negotiate, he must be able to do so from a position of strength"
  gloss   = "our reading: the terms on which the war first ends, or those on offer if it goes on, are worth less to Russia if Ukraine is armed first than under the other plan in the brief, to freeze the front at once; by more than two in a hundred of what is at issue (what the front moves in a year). The terms of the freeze are stated, not bargained: the line and a fifth of relief, worth 44 in a hundred to Russia"
  test {
    measure = bargain.ukraine
    under   = scenario.arm-first
    against = scenario.freeze
    expect  = "lower"
    margin  = 0.02
  }
}

claim "aid-before-invitation" {
  title   = "Aid now matters more than the invitation"
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "more military aid matters more now than debating when Ukraine may join"
  gloss   = "our reading: by mid-2026, before talks are opened on any of these courses, the surge of aid has made the terms on offer (or already agreed) better for Ukraine than on the current course by more than two in a hundred of what is at issue; an invitation tabled on top of it, which the Council must pass, changes them by less"
  test {
    measure = bargain.ukraine
    under   = scenario.arm-first
    against = scenario.current
    expect  = "lower"
    margin  = 0.02
    by      = "2026-06"
  }
  test {
    measure = bargain.ukraine
    under   = scenario.arm-first-invite
    against = scenario.arm-first
    expect  = "within"
    margin  = 0.02
    by      = "2026-06"
  }
}

claim "threat-makes-others-spend" {
  title   = "A threat to withdraw makes the others give more"
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "he helped to bring the European allies to spend more on defence when Trump threatened to withdraw American support"
  gloss   = "our reading of 2018 as a rule: after a threat in January 2025 and before any cut, European aid to Ukraine is at least 5 % above what it would otherwise be"
  test {
    measure = aid.europe-ukraine
    under   = scenario.stop-support
    against = scenario.current
    expect  = "higher"
    margin  = 0.05
    by      = "2025-05"
  }
}

# ---- said, but context: every sentence of the brief is here or above ---------------------

statement "first-interview" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "the growing bond between America's rivals is itself the danger"
  about   = [actor.russia, actor.china, actor.iran, actor.north-korea, theory.partners]
}

statement "stay-and-arm" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "he urged the president-elect to stay with NATO and to keep arming Ukraine"
  about   = [actor.usa, support.usa-ukraine]
}

statement "two-dealings" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "Rutte pointed to two dealings of Russia's: missile technology sent to North Korea, and money sent to Iran."
  about   = [flow.missile-technology, flow.long-range-technology, flow.drone-money]
}

statement "the-remark-on-taiwan" {
  source = source.brief
  quote  = "the remark seemed to refer to Taiwan"
  about  = [claim.beijing-draws-conclusions, theatre.taiwan]
}

statement "no-celebration" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "The West must not let Kim Jong Un, Vladimir Putin, Xi and the leaders of Iran celebrate together"
  about   = [theory.partners]
}

statement "the-case-in-florida" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "He said that he had made this case to Trump in person when the two met in Florida on 22 November, hoping to keep the United States engaged with its allies."
  about   = [actor.usa, person.president-elect]
}

statement "money-for-drones" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "Iran is paid by Russia for missiles and drone technology"
  about   = [flow.drone-money, flow.drones]
}

statement "beyond-the-region" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "on carrying the conflict beyond its own region"
  about   = [actor.iran, theatre.middle-east]
}

statement "four-work-together" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "That Iran, North Korea, China and Russia now work so closely together"
  about   = [flow.shells, flow.drones, flow.dual-use-goods, release.russia-for-china]
}

statement "xi-is-watching" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "Xi is watching closely what comes of this"
  about   = [watch.beijing-reads-washington, precedent.beijing-reads-conquest, theory.reputation, theory.precedent]
}

statement "within-24-hours" {
  source  = source.brief
  speaker = person.president-elect
  quote   = "Trump promised during the campaign to end the war within 24 hours."
  about   = [person.president-elect, theatre.ukraine]
}

statement "the-plan-of-the-envoy" {
  source  = source.brief
  speaker = person.envoy
  quote   = "has proposed to freeze the front where it stands and to press both Kyiv and Moscow to negotiate"
  about   = [scenario.freeze]
}

statement "in-office-since-october" {
  source = source.brief
  quote  = "Rutte, who took office in October, has dealt with Trump before."
  about  = [person.alliance-chief]
}

statement "on-the-same-basis" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "The two men like each other and can work on the same basis again, he said."
  about   = [person.president-elect]
}

statement "the-meeting" {
  source = source.brief
  quote  = "On Tuesday he will chair a meeting of NATO foreign ministers in Brussels."
  about  = [body.nato]
}

statement "the-demand" {
  source = source.brief
  quote  = "Ukraine's foreign minister has demanded a formal invitation to join."
  about  = [actor.ukraine, body.nato, scenario.arm-first-invite]
}

statement "ruled-out" {
  source = source.brief
  quote  = "The United States and Germany have ruled that out for the near future."
  about  = [actor.usa, actor.germany, body.nato]
}

statement "first-priority" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "this is his first priority"
  about   = [claim.strength-first]
}

statement "the-order" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "In what order talks and an invitation should come is a matter on which the allies are consulting, he said."
  about   = [body.nato, theory.guarantee]
}

statement "air-defence-above-all" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "first the aid must reach Ukraine: air defence above all, and also the offensive weapons that it needs to fight the war"
  about   = [support.usa-ukraine, support.europe-ukraine, support.germany-ukraine]
}
