# What the sketch refers to and leaves out.

actor "ukraine" {
  name = "Ukraine"
  type = "state"
  code = "UKR"
  means "land" {
    stock    = between(80, 150)
    produces = between(20, 40)
    wear     = 0.15
  }
}

actor "china" {
  name = "China"
  type = "state"
  code = "CHN"
  means "naval" {
    stock    = between(500, 900)
    produces = between(60, 110)
    wear     = 0.1
  }
}

actor "taiwan" {
  name = "Taiwan"
  type = "state"
  code = "TWN"
  means "naval" {
    stock    = between(60, 120)
    produces = between(5, 12)
    wear     = 0.1
  }
}

actor "north-korea" {
  name = "North Korea"
  type = "state"
  code = "PRK"
  means "strike" {
    stock    = between(5, 20)
    produces = between(0.5, 2)
    wear     = 0.1
  }
}

actor "iran" {
  name   = "Iran"
  type   = "state"
  code   = "IRN"
  spends = { strike = 0.5 }
  means "strike" {
    stock    = between(10, 30)
    produces = between(1, 4)
    wear     = 0.1
  }
}

actor "hezbollah" {
  name   = "Hezbollah"
  type   = "group"
  spends = { strike = 0.6, land = 0.2 }
}

actor "nato" {
  name = "NATO"
  type = "alliance"
}

actor "germany" {
  name = "Germany"
  type = "state"
  code = "DEU"
}

flow "shells" {
  from    = actor.north-korea
  to      = actor.russia
  gives   = kind.land
  rate    = between(1, 4)
  while   = theatre.ukraine.war
  channel = "technology"
}

flow "drones" {
  from      = actor.iran
  to        = actor.russia
  gives     = kind.strike
  rate      = between(0.5, 2)
  half_life = between(1, 3)
  while     = theatre.ukraine.war
  channel   = "money"
}
