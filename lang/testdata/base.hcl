# A small sound world that the wrong ones are laid beside.
world {
  title   = "A small world"
  start   = "2025-01"
  period  = "quarter"
  horizon = "5 years"
}

source "letter" {
  title = "A letter"
  text  = "The treaty – so they say – will hold. “Nobody doubts it,” she added."
}

kind "steel" { reaches = true }
kind "wood" {}

actor "red" {
  name = "Red"
  type = "state"
  means "steel" { stock = 100 }
}

actor "blue" {
  name = "Blue"
  type = "state"
  means "wood" { stock = 80 }
}

actor "green" {
  name   = "Green"
  type   = "state"
  spends = { steel = 0.5 }
}

actor "grey" {
  name = "Grey"
  type = "group"
}

theatre "hot" {
  name       = "Hot"
  challenger = actor.red
  defender   = actor.blue
  status     = "war"
  share      = 0.3
  weights    = { steel = 1, wood = 0.5 }
  crisis {
    challenge = 0.2
    attack    = 0.3
  }
}

theatre "cold" {
  name       = "Cold"
  challenger = actor.red
  defender   = actor.grey
  status     = "quiet"
  share      = 0
  weights    = { steel = 1 }
  crisis {
    challenge = 0.1
    attack    = 0.1
  }
}

support "green-hot" {
  from    = actor.green
  theatre = theatre.hot
  side    = "defender"
  aid     = { wood = 5 }
  fights { baseline = 0.2 }
}

flow "loan" {
  from  = actor.red
  to    = actor.green
  gives = money
  rate  = 2
  while = theatre.hot.war
}

scenario "course" { title = "Current course" }
scenario "deal" {
  title = "A deal"
  at "2026-01" {
    settle "hot" { issues = { line = 1 } }
  }
}

claim "holds" {
  source = source.letter
  quote  = "The treaty - so they say - will hold."
  test {
    measure = war.cold
    under   = scenario.deal
    against = scenario.course
    expect  = "higher"
  }
}

statement "doubt" {
  source = source.letter
  quote  = "\"Nobody doubts it,\" she added."
}
