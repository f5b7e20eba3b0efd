# What wars would cost whom, and who can strike whom. Losses are in bn USD, ranges wide:
# published estimates (Bloomberg Economics, January 2024, on Taiwan and Korea) are quoted
# from memory (M), the shares of each actor are J. Lives are not priced.

quantity "aid-counts" {
  value  = 0 # set by the theory `safety`
  domain = "positive"
  note   = "whether a dollar of aid counts as a dollar of loss"
}

exposure "usa" {
  of    = actor.usa
  aid   = quantity.aid-counts
  clash = between(200, 10000) # from a lost aircraft to the beginning of a nuclear war, J
  note  = "M and J"

  war "taiwan" {
    note     = "a war over Taiwan was put at 10,000 bn worldwide, about 7 % of American output (M)"
    loss     = between(500, 3000)
    fighting = between(200, 1500) # J
  }
  war "korea" {
    note     = "a full war in Korea was put at 4,000 bn worldwide, 2 to 3 % of American output (M)"
    loss     = between(200, 1200)
    fighting = between(50, 500) # J
  }
  war "middle-east" {
    note     = "oil and shipping, J"
    loss     = between(50, 600)
    fighting = between(20, 400) # J
  }
  war "ukraine" {
    note     = "the war goes on or starts again: prices, trade, J"
    loss     = between(10, 100)
    fighting = between(300, 5000) # J
    per_year = between(5, 40)     # J
  }
  strike "north-korea" {
    note     = "0.1 bn a missile; of those that work 44 interceptors, four a target, meet eleven (M); whatever comes after them arrives"
    kind     = kind.icbm
    per_bn   = 10 * quantity.icbm-works
    engaged  = 11
    kill     = quantity.icbm-kill
    evidence = [evidence.interceptors-number, evidence.interceptors-per-target, evidence.dprk-test-outcomes]
  }
}

quantity "icbm-works" {
  value    = uniform(0.5, 0.9) # J; of all tests since 2011 whose outcome is known, 208 of 238 succeeded, but not at this range
  domain   = "probability"
  note     = "share of the missiles that work; THEORY reliability R"
  evidence = [evidence.dprk-test-outcomes]
}

quantity "icbm-kill" {
  value    = uniform(0.4, 0.95) # THEORY pk, M
  domain   = "probability"
  note     = "chance that four interceptors stop one warhead"
  evidence = [evidence.interceptors-number]
}

exposure "europe" {
  of    = actor.europe
  aid   = quantity.aid-counts
  clash = between(500, 15000) # J
  note  = "M and J"
  war "ukraine" {
    note     = "each year of war: energy, refugees, trade, J"
    loss     = between(50, 400)
    fighting = between(500, 8000) # J
    per_year = between(30, 150)   # J
  }
  war "taiwan" {
    note = "of 10,000 bn worldwide (M) Europe's part, J"
    loss = between(400, 2000)
  }
  war "korea" {
    note = "J"
    loss = between(100, 600)
  }
  war "middle-east" {
    note = "oil, shipping, refugees, J"
    loss = between(50, 500)
  }
  strike "russia" {
    note    = "missiles and drones of range for more than Ukraine; 0.02 to 0.1 bn each with what launches them, J"
    kind    = kind.strike
    per_bn  = between(10, 50)
    engaged = between(50, 400)  # interceptors over two a target, J
    kill    = uniform(0.5, 0.9) # J
    arrives = uniform(0.6, 0.9) # those that work and hit, J
  }
}

exposure "south-korea" {
  of   = actor.south-korea
  note = "M and J"
  war "korea" {
    note = "a third of output and more (M)"
    loss = between(500, 2000)
  }
  strike "north-korea" {
    note    = "some thousand ballistic missiles (M) to 5 bn"
    kind    = kind.strike
    per_bn  = between(100, 300)
    engaged = between(100, 600) # J
    kill    = uniform(0.5, 0.9) # J
    arrives = uniform(0.6, 0.9) # those that work and hit, J
  }
}

exposure "japan" {
  of   = actor.japan
  note = "M and J"
  war "taiwan" {
    note = "J"
    loss = between(300, 1500)
  }
  war "korea" {
    note = "J"
    loss = between(100, 500)
  }
  strike "north-korea" {
    note    = "those that reach Japan, some two hundred (M) of the thousand"
    kind    = kind.strike
    per_bn  = between(25, 75)
    engaged = between(30, 150)  # J
    kill    = uniform(0.5, 0.9) # J
    arrives = uniform(0.6, 0.9) # J
  }
}

exposure "israel" {
  of   = actor.israel
  note = "M and J"
  war "middle-east" {
    note = "J"
    loss = between(50, 400)
  }
  strike "iran" {
    note    = "some 3,000 missiles of which a third or more reach Israel (M), and drones"
    kind    = kind.strike
    per_bn  = between(80, 250)
    engaged = between(300, 1000) # J
    kill    = uniform(0.8, 0.97) # most were stopped in April and October 2024 (M)
    arrives = uniform(0.4, 0.8)  # J
  }
  strike "hezbollah" {
    note    = "guided and heavy ones only, J"
    kind    = kind.strike
    per_bn  = between(300, 1500)
    engaged = between(100, 600)  # J
    kill    = uniform(0.7, 0.95) # J
    arrives = uniform(0.4, 0.8)  # J
  }
}
