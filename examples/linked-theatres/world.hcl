# Linked theatres: the world as it stood in December 2024.
#
# Marks in the notes say how a number is known: V read in a publication, D computed
# from public data, M from memory and unverified, J our judgement. Whatever is
# marked J or M, and whatever carries no evidence, is a judgement call.
# Money is in bn USD at 2024 prices; rates are yearly.

world {
  title   = "Linked theatres, December 2024"
  start   = "2024-12"
  period  = "quarter"
  horizon = "10 years"
}

# ---- sources -----------------------------------------------------------------

source "brief" {
  title       = "The alliance's new chief on the price of a bad deal"
  note        = "our own words, after an interview in the Financial Times published on 2 December 2024"
  file        = "brief.txt"
  publisher   = "retold from the Financial Times"
  published   = "2024-12-02"
  reliability = "B"
  credibility = 2
}

source "kiel" {
  title       = "Ukraine Support Tracker, release 29, allocations by donor, month and kind"
  publisher   = "Kiel Institute for the World Economy"
  published   = "2026-08-04"
  reliability = "A"
  credibility = 2
  text        = "Military allocations in 2024, bn EUR: United States 20.14; Germany 3.96; other European states and the institutions of the European Union 16.67; all others 0.84. Heavy weapons of Germany: air defence 3.88 of 5.65 bn EUR."
}

source "sipri-transfers" {
  title       = "Arms transfers: trade register, deliveries 1995 to 2024"
  publisher   = "Stockholm International Peace Research Institute"
  published   = "2026-02-12"
  reliability = "A"
  credibility = 3
  text        = "Deliveries to Ukraine 2022 to 2024 in million TIV, sorted by kind from the descriptions in the register. From the United States: air defence 1403 (systems, surface-to-air and air-to-air missiles), strike 1971 (guided rockets, surface-to-surface missiles, drones, bombs), ground forces 1569 (armour, guns, anti-tank). From Europe: air defence 1772, strike 1110 (aircraft counted here), ground forces 2670. Shells for guns are not in the register."
}

source "sipri-milex" {
  title       = "Military expenditure by country, constant 2021 USD, 1999 to 2022"
  publisher   = "Stockholm International Peace Research Institute"
  published   = "2023-04"
  reliability = "A"
  credibility = 2
  text        = "Military expenditure in 2022, bn constant USD of 2021: United States 811.6; China 298.0; Russia 72.0; Germany 57.8; Japan 53.9; South Korea 49.6; Ukraine 44.0; Israel 23.3; Taiwan 12.9; Iran 5.6; European members of NATO without Turkey 341.7. North Korea is not in the data."
}

# ---- who speaks, and who takes office ------------------------------------------

person "alliance-chief" {
  name   = "Mark Rutte"
  office = "NATO Secretary General"
  actor  = actor.nato
  from   = "2024-10-01"
}

person "officials" {
  name   = "Officials, unnamed"
  office = "as the brief reports them"
}

person "president-elect" {
  name    = "Donald Trump"
  office  = "President of the United States"
  actor   = actor.usa
  from    = "2025-01-20"
  until   = "2029-01-20"
  resolve = uniform(0.25, 0.60) # what challengers first believe of the newcomer: THEORY pH_new, J
}

person "next-president" {
  name    = "the president after him, not known"
  office  = "President of the United States"
  actor   = actor.usa
  from    = "2029-01-20"
  resolve = uniform(0.30, 0.70) # nothing is known but that offices change, J
}

person "envoy" {
  name   = "Keith Kellogg"
  office = "envoy for Ukraine and Russia, designated"
  actor  = actor.usa
}

person "zelensky" {
  name   = "Volodymyr Zelensky"
  office = "President of Ukraine"
  actor  = actor.ukraine
}

# ---- kinds of means --------------------------------------------------------------

kind "land" { name = "ground forces" }

kind "air-defence" { name = "air defence" }

kind "strike" {
  name    = "missiles and drones"
  reaches = true
}

kind "icbm" {
  name    = "intercontinental missiles"
  reaches = true
}

kind "naval" { name = "naval and air forces" }

# ---- numbers that several places share --------------------------------------------

quantity "sensitivity" {
  value    = lognormal(5, 1.65) # per whole stake; THEORY lam LN(5, .5), J
  unit     = "per stake"
  domain   = "positive"
  note     = "one precision for all choices: laboratory estimates are in other units and do not transfer"
  evidence = [evidence.judged-logit-precision, evidence.mckelvey-palfrey-1998-precision]
}

quantity "decisiveness" {
  value    = lognormal(0.9, 1.57) # THEORY m LN(.9, .45), D and J
  domain   = "positive"
  note     = "inter-state wars give .33 on a noisy index of capability, so the true slope is taken to be steeper"
  evidence = [evidence.war-capability-slope, evidence.war-stronger-side-wins]
}

quantity "probe" {
  value    = uniform(0, 2.5) # THEORY E15, J
  unit     = "log-odds"
  note     = "calibrated so that one imposed deal raises the odds of a challenge elsewhere by about as much as disputes since 1816 show"
  evidence = [evidence.weisiger-2015-past-action]
}

quantity "gap" {
  value    = uniform(0.5, 4) # THEORY G, J
  unit     = "log-odds"
  domain   = "positive"
  note     = "how far apart resolute and irresolute supporters behave"
  evidence = [evidence.judged-type-distance]
}

quantity "resolute-stake" {
  value    = uniform(1.2, 2.6) # THEORY kH, J
  domain   = "positive"
  note     = "what the theatre is worth to a resolute supporter"
  evidence = [evidence.judged-resolute-stake]
}

quantity "irresolute-stake" {
  value    = uniform(0.1, 0.8) # THEORY kL, J
  domain   = "positive"
  note     = "what the theatre is worth to an irresolute supporter"
  evidence = [evidence.judged-irresolute-stake]
}

quantity "memory" {
  value    = uniform(1, 6) # 4 to 24 quarters; THEORY half, J
  unit     = "years"
  domain   = "positive"
  note     = "half-life of what was learned about a supporter"
  evidence = [evidence.judged-reputation-half-life]
}

quantity "renewal" {
  value    = uniform(0, 0.7) # THEORY zeta
  domain   = "probability"
  note     = "how far a change of office resets beliefs: reputations are of states and of leaders"
  evidence = [evidence.renshon-2018-leaders-and-states]
}

quantity "wear" {
  value  = uniform(0.06, 0.14) # J
  unit   = "per year"
  domain = "positive"
  note   = "yearly rate at which stocks wear out: equipment lives of seven to sixteen years, J"
}
