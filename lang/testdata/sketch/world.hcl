# The sketch that settled the language, made complete: a world for tests only.
# Its numbers are first guesses and rest on nothing.

world {
  title   = "Linked theatres, December 2024"
  start   = "2024-12"
  period  = "quarter"
  horizon = "10 years"
}

source "brief" {
  title       = "The alliance's new chief on the price of a bad deal"
  file        = "brief.txt"
  published   = "2024-12-02"
  reliability = "B"
  credibility = 2
}

person "alliance-chief" {
  name   = "Mark Rutte"
  office = "NATO Secretary General"
  actor  = actor.nato
}

kind "land" { name = "ground forces" }
kind "air-defence" { name = "air defence" }
kind "strike" {
  name    = "missiles and drones"
  reaches = true
}
kind "naval" { name = "naval and air" }

actor "russia" {
  name = "Russia"
  type = "state"
  code = "RUS"
  means "land" {
    stock    = between(150, 300)
    produces = between(50, 90)
    wear     = 0.15
  }
  means "strike" {
    stock    = between(25, 60)
    produces = between(10, 25)
    wear     = 0.2
  }
}

actor "usa" {
  name    = "United States"
  type    = "state"
  code    = "USA"
  resolve = between(0.5, 0.9)
  means "naval" {
    stock    = between(900, 1300)
    produces = between(90, 130)
    wear     = 0.1
  }
  capacity {
    scarce   = between(0.2, 0.5)
    fungible = uniform(0, 0.4)
  }
}

theatre "ukraine" {
  name              = "Ukraine"
  challenger        = actor.russia
  defender          = actor.ukraine
  status            = "war"
  share             = between(0.2, 0.4) # of the stake, not of the territory
  weights           = { land = 1, air-defence = 0.7, strike = 0.8 }
  commits           = { russia = 0.8, ukraine = 1 }
  defence_advantage = between(1.0, 2.2)

  crisis {
    challenge    = between(0.10, 0.35)
    concede      = beta(2, 20)
    attack       = observed(47, 219) # crises inside protracted conflicts that became full-scale wars, ICB v13 after 1945
    concession   = 0.1
    backing_down = between(0.02, 0.1)
    war_cost     = { challenger = between(0.15, 0.6), defender = between(0.2, 0.7) }
    punishment   = between(0.05, 0.4)
    probe        = uniform(0, 2.5)
    sensitivity  = lognormal(5, 1.65)
  }
  war {
    drift   = between(0.008, 0.036)
    luck    = 0.012
    losses  = { challenger = between(0.2, 0.4), defender = between(0.2, 0.4) }
    horizon = 2
    end     = beta(4, 14)
    issue "line" {
      challenger = 0.40
      defender   = 0.45
    }
    issue "neutrality" {
      challenger = 0.30
      defender   = 0.20
    }
    issue "limits" {
      challenger = 0.15
      defender   = 0.25
    }
    issue "relief" {
      challenger = 0.15
      defender   = 0.10
    }
  }
  peace {
    challenge  = between(0.10, 0.35)
    attack     = beta(3, 10)
    reopen     = between(0.005, 0.03)
    imposed    = uniform(0, 1.5)
    monitoring = uniform(0, 0.5)
    terms {
      guarantee = 0.2
    }
  }
}

theatre "taiwan" {
  name       = "Taiwan Strait"
  challenger = actor.china
  defender   = actor.taiwan
  status     = "quiet"
  share      = 0
  weights    = { naval = 1, strike = 0.8, air-defence = 0.5 }
  commits    = { china = 0.5, taiwan = 1 }
  crisis {
    challenge   = observed_rate(5, 72) # ICB crises China–Taiwan, 1946–2019
    attack      = observed(8, 90)      # crises that became full-scale wars, ICB v13 after 1989
    concession  = 0.15
    war_cost    = { challenger = between(0.3, 0.9), defender = between(0.4, 1.2) }
    punishment  = between(0.05, 0.4)
    sensitivity = lognormal(5, 1.65)
  }
}

support "usa-ukraine" {
  from    = actor.usa
  theatre = theatre.ukraine
  side    = "defender"
  lead    = true
  aid     = { land = 8, air-defence = 8, strike = 4 }
  usable  = 0.8
  channel = "aid"
  sustains {
    cut        = between(0.05, 0.2)
    escalation = uniform(0, 0.2)
  }
}

support "usa-taiwan" {
  from    = actor.usa
  theatre = theatre.taiwan
  side    = "defender"
  lead    = true
  channel = "attention"
  fights {
    baseline    = beta(4, 3)
    gap         = uniform(0.5, 4)
    cost        = between(0.3, 1)
    abandonment = uniform(0, 0.5)
    commits     = between(0.25, 0.5)
  }
}

flow "missile-technology" {
  from          = actor.russia
  to            = actor.north-korea
  gives         = technology(kind.strike)
  rate          = between(0.02, 0.15)
  lag           = "18 months"
  while         = theatre.ukraine.war
  need          = uniform(0, 1)
  after         = { level = quantity.after-level, slope = quantity.after-slope }
  in_return_for = flow.shells
  channel       = "technology"
}

flow "drone-money" {
  from          = actor.russia
  to            = actor.iran
  gives         = money
  rate          = between(1, 5)
  half_life     = between(1.5, 5)
  while         = theatre.ukraine.war
  after         = { level = quantity.after-level, slope = quantity.after-slope }
  in_return_for = flow.drones
  channel       = "money"
}

flow "proxy-money" {
  from      = actor.iran
  to        = actor.hezbollah
  gives     = money
  rate      = between(0.05, 0.3) # share of what comes in
  passes_on = flow.drone-money
  channel   = "money"
}

watch "beijing-reads-washington" {
  theatre   = theatre.taiwan
  about     = actor.usa
  in        = theatre.ukraine
  weight    = quantity.lesson
  half_life = between(1, 6)
  channel   = "lesson"
}

precedent "beijing-reads-conquest" {
  theatre = theatre.taiwan
  in      = theatre.ukraine
  weight  = quantity.norm
  channel = "precedent"
}

# Set by the rival theories below; the value here is what holds when none does.
quantity "lesson" {
  value  = 0
  domain = "real"
}

quantity "norm" {
  value  = weighted({ "0" = 0.5, "0.7" = 0.5 })
  domain = "positive"
}

quantity "after-level" {
  value  = uniform(0, 1.2)
  domain = "positive"
}

quantity "after-slope" {
  value  = uniform(-0.6, 0.6)
  domain = "real"
}

theory "reputation" {
  rival "current-calculus" {
    weight = 0.35
    says   = "only present power and interests count (Press 2005)"
    set    = { "quantity.lesson" = 0 }
  }
  rival "reputation" {
    weight = 0.50
    says   = "past action is read elsewhere (Schelling 1966; Weisiger and Yarhi-Milo 2015)"
    set    = { "quantity.lesson" = uniform(0.2, 1) }
  }
  rival "contrarian" {
    weight = 0.15
    says   = "who gave way once stands next time (Jervis 1991)"
    set    = { "quantity.lesson" = uniform(-0.5, -0.1) }
  }
}

theory "partners" {
  rival "transactional" {
    weight = 0.35
    says   = "trade born of need ends with it"
    set    = { "quantity.after-level" = uniform(0, 0.4), "quantity.after-slope" = uniform(-0.1, 0.1) }
  }
  rival "structural" {
    weight = 0.30
    says   = "the common enemy remains (Walt 1987)"
    set    = { "quantity.after-level" = uniform(0.5, 1.2), "quantity.after-slope" = uniform(-0.1, 0.1) }
  }
  rival "victory-consolidates" {
    weight = 0.20
    says   = "a victor's partnership grows"
    set    = { "quantity.after-level" = uniform(0.5, 1), "quantity.after-slope" = uniform(0.2, 0.6) }
  }
  rival "wedge" {
    weight = 0.15
    says   = "accommodation splits partners (Crawford 2011)"
    set    = { "quantity.after-level" = uniform(0.3, 0.8), "quantity.after-slope" = uniform(-0.6, -0.2) }
  }
}

signpost "trade-after-ceasefire" {
  observe = "container and flight counts between North Korea and Russia in the four quarters after a ceasefire"
  by      = "2027-12"
  under   = { transactional = "fall by more than 60 %", structural = "fall by less than 30 %" }
}

body "nato" {
  name = "North Atlantic Council"
  rule = "unanimity"
  member "usa" { assents = between(0.02, 0.2) }
  member "germany" { assents = between(0.02, 0.2) }
}

scenario "moscow-terms" {
  title = "A deal now, on Moscow's terms"
  at "2025-06" {
    aid "usa-ukraine" { level = 0 }
    settle "ukraine" {
      issues    = { line = 1, neutrality = 1, limits = 1, relief = 1 }
      guarantee = 0.1
    }
  }
}

scenario "strength-first" {
  title = "Arm first, talk later"
  at "2025-01" {
    aid "usa-ukraine" { level = 1.6 }
  }
  at "2026-07" {
    press "ukraine" { both = 1 }
  }
  when {
    ends = theatre.ukraine
    guarantee "ukraine" {
      strength = 0.5
      needs    = body.nato
    }
  }
}

exposure "usa" {
  of = actor.usa
  war "taiwan" { loss = between(500, 3000) }
  strike "north-korea" {
    kind   = kind.strike
    per_bn = between(0.5, 4)
  }
}

claim "america-less-safe" {
  source  = source.brief
  speaker = person.alliance-chief
  quote   = "would in time leave the United States less safe"
  test {
    measure = cost.usa
    under   = scenario.moscow-terms
    against = scenario.strength-first
    expect  = "higher"
  }
}
