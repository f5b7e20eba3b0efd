# The actors and their means. Stocks are orders of magnitude in bn USD of usable
# means, people included, at what they would cost their opponents: no public series
# holds them, so all are J, checked against military spending (SIPRI, D) and against
# what wars of the kind consume. Only ratios matter for a contest, and each theatre
# draws its own; effects are anchored, so levels carry little of any verdict.

# ---- Russia and Ukraine ----------------------------------------------------------
#
# Production is set so that at the opening stock comes in about as fast as war and wear
# take it; `growth` says how far it does not. What partners send is part of it.

quantity "russia-land" {
  value  = uniform(200, 320) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "about two to three years of war spending, the part that fights on land with its air defence; spending of 72 bn in 2022 roughly doubled by 2024 (M)"
}

quantity "russia-strike" {
  value  = uniform(30, 60) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "missiles, drones, glide bombs and what carries them"
}

quantity "russia-loss" {
  value    = uniform(0.2, 0.4) # J
  unit     = "share a year"
  domain   = "positive"
  note     = "yearly loss of stock; claimed personnel losses of 430,000 in 2024 against some 600,000 in the field (V, M) say it is high"
  evidence = [evidence.isw-2024-casualties-per-area, evidence.russian-losses-claimed]
}

quantity "russia-growth" {
  value  = uniform(0.85, 1.15) # THEORY E5 (1 + g), J
  domain = "positive"
  note   = "inflow of means over what war and wear take, at the opening"
}

quantity "russia-land-makes" {
  value  = max(1, quantity.russia-land * (quantity.russia-loss + quantity.wear) * quantity.russia-growth - quantity.shells)
  unit   = "bn USD a year"
  domain = "positive"
  note   = "what Russia itself adds, recruits included"
}

quantity "russia-strike-makes" {
  value  = max(1, quantity.russia-strike * (quantity.russia-loss + quantity.wear) * quantity.russia-growth - quantity.drones - quantity.missiles-for-russia)
  unit   = "bn USD a year"
  domain = "positive"
  note   = "what Russia itself adds"
}

quantity "russia-rearms" {
  value  = uniform(0.7, 1.2) # THEORY E27, J
  domain = "positive"
  note   = "the force that Russia keeps up after the war while sanctions stay, as a share of that at the opening; relief comes on top (`relief_arms`)"
}

quantity "ukraine-land" {
  value  = uniform(90, 150) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "of the order of half of Russia's, as the front moves slowly against a larger army"
}

quantity "ukraine-air-defence" {
  value  = uniform(12, 25) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "some dozens of batteries at 0.5 to 1 bn each, with missiles"
}

quantity "ukraine-strike" {
  value  = uniform(8, 18) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "rockets, drones, aircraft"
}

quantity "ukraine-loss" {
  value  = uniform(0.2, 0.4) # J, as for Russia
  unit   = "share a year"
  domain = "positive"
  note   = "yearly loss of stock at the opening balance"
}

quantity "ukraine-growth" {
  value  = uniform(0.85, 1.15) # THEORY E5 (1 + g), J
  domain = "positive"
  note   = "inflow of means over what war and wear take, at the opening"
}

quantity "ukraine-land-makes" {
  value  = max(1, quantity.ukraine-land * (quantity.ukraine-loss + quantity.wear) * quantity.ukraine-growth - quantity.usable * (quantity.us-aid-land + quantity.europe-aid-land + quantity.germany-aid-land))
  unit   = "bn USD a year"
  domain = "positive"
  note   = "what Ukraine itself adds, recruits included: what is left of the inflow when aid is taken off"
}

quantity "ukraine-air-defence-makes" {
  value  = max(0.3, quantity.ukraine-air-defence * (quantity.ukraine-loss + quantity.wear) * quantity.ukraine-growth - quantity.usable * (quantity.us-aid-air-defence + quantity.europe-aid-air-defence + quantity.germany-aid-air-defence))
  unit   = "bn USD a year"
  domain = "positive"
  note   = "what Ukraine itself adds"
}

quantity "ukraine-strike-makes" {
  value  = max(1, quantity.ukraine-strike * (quantity.ukraine-loss + quantity.wear) * quantity.ukraine-growth - quantity.usable * (quantity.us-aid-strike + quantity.europe-aid-strike + quantity.germany-aid-strike))
  unit   = "bn USD a year"
  domain = "positive"
  note   = "what Ukraine itself adds"
}

quantity "ukraine-rearms" {
  value  = uniform(0.4, 0.9) # THEORY E27, J
  domain = "positive"
  note   = "the force that Ukraine keeps up by itself after the war, as a share of that at the opening; limits and aid come on top"
}

actor "russia" {
  name = "Russia"
  type = "state"
  code = "RUS"
  means "land" {
    stock    = quantity.russia-land
    produces = quantity.russia-land-makes
    wear     = quantity.wear
    evidence = [source.sipri-milex, evidence.milex-russia-2022]
  }
  means "strike" {
    stock    = quantity.russia-strike
    produces = quantity.russia-strike-makes
    wear     = quantity.wear
    evidence = [source.sipri-milex]
  }
  means "naval" {
    note  = "J; hardly used in this war, of interest to others once it is over; kept up as it is, in war and peace, on every course"
    stock = uniform(70, 140)
  }
}

actor "ukraine" {
  name = "Ukraine"
  type = "state"
  code = "UKR"
  means "land" {
    stock    = quantity.ukraine-land
    produces = quantity.ukraine-land-makes
    wear     = quantity.wear
    evidence = [source.sipri-milex, source.kiel]
  }
  means "air-defence" {
    stock    = quantity.ukraine-air-defence
    produces = quantity.ukraine-air-defence-makes
    wear     = quantity.wear
    evidence = [source.kiel]
  }
  means "strike" {
    stock    = quantity.ukraine-strike
    produces = quantity.ukraine-strike-makes
    wear     = quantity.wear
    evidence = [source.kiel]
  }
}

# ---- supporters --------------------------------------------------------------------

actor "usa" {
  name     = "United States"
  type     = "state"
  code     = "USA"
  resolve  = uniform(0.5, 0.9) # what challengers believe at the opening, J
  evidence = [evidence.milex-us-2022, source.sipri-milex]
  means "land" {
    note     = "J; of spending of 812 bn, about a quarter land"
    stock    = uniform(400, 700)
    produces = uniform(40, 70)
    wear     = 0.1
  }
  means "naval" {
    note     = "J; ships and aircraft of the fleet and the air force"
    stock    = uniform(900, 1300)
    produces = uniform(90, 130)
    wear     = 0.1
  }
  means "strike" {
    note     = "J; long-range precision munitions and what launches them"
    stock    = uniform(60, 120)
    produces = uniform(6, 12)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(40, 80)
    produces = uniform(4, 8)
    wear     = 0.1
  }
  capacity {
    note        = "one stock of munitions and one command for all theatres, or separate ones: the theory `stocks` decides"
    scarce      = uniform(0.02, 0.16) # share a year of the scarce stock that aid draws down: zU U(.005, .04) a quarter
    fungible    = quantity.fungible
    engaged     = uniform(0, 0.3)     # tied down by each other theatre in which it fights, J
    pin         = uniform(0, 0.1)     # tied down in Europe by a rearmed Russia at peace, J
    opportunism = normal(-0.10, 0.35) # centred below zero: there were fewer crises elsewhere while the United States was in one
    channel     = "capacity"
    evidence    = [evidence.cancian-2022-javelins-sent, evidence.cancian-2022-stingers-sent, evidence.linkage-us-crisis-elsewhere, evidence.linkage-us-war-elsewhere]
  }
}

actor "europe" {
  name     = "European allies"
  type     = "alliance"
  resolve  = uniform(0.3, 0.8) # J
  evidence = [source.sipri-milex]
  note     = "the European members of NATO and of the Union, without Germany"
  means "land" {
    note     = "J; together they spend some 280 bn a year"
    stock    = uniform(200, 350)
    produces = uniform(20, 35)
    wear     = 0.1
  }
  means "naval" {
    note     = "J"
    stock    = uniform(250, 400)
    produces = uniform(25, 40)
    wear     = 0.1
  }
}

actor "germany" {
  name     = "Germany"
  type     = "state"
  code     = "DEU"
  resolve  = uniform(0.3, 0.7) # J
  evidence = [evidence.milex-germany-2022]
  means "land" {
    note     = "J; spending of 58 bn"
    stock    = uniform(40, 80)
    produces = uniform(4, 8)
    wear     = 0.1
  }
}

actor "nato" {
  name = "NATO"
  type = "alliance"
  note = "decides together (body nato); its means are its members'"
}

# ---- around Taiwan ---------------------------------------------------------------------

actor "china" {
  name     = "China"
  type     = "state"
  code     = "CHN"
  evidence = [evidence.milex-china-2022, source.sipri-milex]
  means "naval" {
    note     = "J; spending of 298 bn, growing for twenty years"
    stock    = quantity.china-naval
    produces = quantity.china-naval * (0.1 + quantity.china-growth)
    wear     = 0.1
  }
  means "strike" {
    note     = "J; some 2,000 and more ballistic and cruise missiles (M)"
    stock    = quantity.china-strike
    produces = quantity.china-strike * (0.1 + quantity.china-growth)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(40, 80)
    produces = uniform(4, 8)
    wear     = 0.1
  }
}

quantity "china-naval" {
  value  = uniform(450, 750) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "about half of the American stock"
}

quantity "china-strike" {
  value  = uniform(60, 110) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "as large as the American one, all of it in the region"
}

quantity "china-growth" {
  value    = uniform(0, 0.05) # J
  unit     = "per year"
  domain   = "positive"
  note     = "spending grew by 4.5 % a year from 2017 to 2022 (D), whether the growth lasts is open"
  evidence = [source.sipri-milex]
}

actor "taiwan" {
  name     = "Taiwan"
  type     = "state"
  code     = "TWN"
  evidence = [evidence.milex-taiwan-2022, source.sipri-milex]
  means "naval" {
    note     = "J; spending of 13 bn a year, purchases included"
    stock    = uniform(40, 70)
    produces = uniform(4, 8)
    wear     = 0.1
  }
  means "strike" {
    note     = "J"
    stock    = uniform(8, 16)
    produces = uniform(0.8, 2)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(10, 20)
    produces = uniform(1, 2.5)
    wear     = 0.1
  }
}

actor "japan" {
  name     = "Japan"
  type     = "state"
  code     = "JPN"
  evidence = [evidence.milex-japan-2022]
  means "naval" {
    note     = "J; spending of 54 bn, to rise to 2 % of output by 2027 (M)"
    stock    = uniform(120, 200)
    produces = uniform(14, 26)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(10, 20)
    produces = uniform(1, 2.5)
    wear     = 0.1
  }
}

# ---- in Korea ------------------------------------------------------------------------------

quantity "north-korea-land" {
  value    = uniform(40, 90) # J
  unit     = "bn USD"
  domain   = "positive"
  note     = "1.28 million men under arms with old equipment"
  evidence = [evidence.capabilities-north-korea-2022]
}

quantity "north-korea-strike" {
  value    = uniform(3, 7) # J
  unit     = "bn USD"
  domain   = "positive"
  note     = "about a thousand ballistic missiles (M) at 3 to 7 million each"
  evidence = [evidence.dprk-missile-tests]
}

quantity "north-korea-builds" {
  value    = uniform(0.08, 0.2) # J
  unit     = "share of the stock a year"
  domain   = "positive"
  note     = "what North Korea adds to its missiles by itself"
  evidence = [evidence.dprk-missile-tests]
}

actor "north-korea" {
  name     = "North Korea"
  type     = "state"
  code     = "PRK"
  evidence = [evidence.capabilities-north-korea-2022]
  spends   = { land = 0.2, strike = 0.2 } # should it be paid in money; most payment is food, J
  means "land" {
    note     = "J; production includes a part of the shells that it sells"
    stock    = quantity.north-korea-land
    produces = quantity.north-korea-land * 0.08 + quantity.made-for-sale * quantity.shells
    wear     = 0.08
  }
  means "strike" {
    note     = "J; the stock grew fast before 2024: 69 launches in 2022, 41 in 2024 (D)"
    stock    = quantity.north-korea-strike
    produces = quantity.north-korea-strike * quantity.north-korea-builds + quantity.made-for-sale * quantity.missiles-for-russia
    wear     = 0.05
    evidence = [evidence.dprk-missile-tests]
  }
  means "icbm" {
    note     = "counted at 0.1 bn each (J): 4 to 10 missiles now (THEORY L0), some four more a year (g0: 1 a quarter, LN(1, .35)). The estimate of 10 now and 50 in 2035 is of 2025 and thus hindsight"
    stock    = uniform(0.4, 1.0)
    produces = lognormal(0.4, 1.42)
    wear     = 0.02
    evidence = [evidence.dia-2025-icbms-now, evidence.dia-2025-icbms-2035]
  }
}

actor "south-korea" {
  name     = "South Korea"
  type     = "state"
  code     = "KOR"
  evidence = [evidence.milex-south-korea-2022]
  means "land" {
    note     = "J; spending of 50 bn"
    stock    = uniform(120, 200)
    produces = uniform(13, 22)
    wear     = 0.1
  }
  means "strike" {
    note     = "J"
    stock    = uniform(10, 25)
    produces = uniform(1.5, 3.5)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(8, 16)
    produces = uniform(1, 2.5)
    wear     = 0.1
  }
  means "naval" {
    note     = "J"
    stock    = uniform(60, 100)
    produces = uniform(6, 11)
    wear     = 0.1
  }
}

# ---- in the Middle East ----------------------------------------------------------------------

quantity "iran-strike" {
  value  = uniform(6, 14) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "some 3,000 ballistic missiles (M) and more drones"
}

quantity "iran-builds" {
  value  = uniform(0.08, 0.15) # J
  unit   = "share of the stock a year"
  domain = "positive"
  note   = "what Iran adds to its missiles and drones for itself; wear is a tenth"
}

actor "iran" {
  name     = "Iran"
  type     = "state"
  code     = "IRN"
  evidence = [evidence.milex-iran-2022, evidence.dizaji-iran-spending-fall, evidence.dizaji-iran-spending-rise]
  spends   = { strike = 0.15, land = 0.15 } # of what is not passed on; military spending moves less than income, J
  means "land" {
    note     = "J; spending of 5.6 bn at official rates"
    stock    = uniform(15, 30)
    produces = uniform(1.5, 3)
    wear     = 0.1
  }
  means "strike" {
    note     = "J; production includes a part of what is sold to Russia"
    stock    = quantity.iran-strike
    produces = quantity.iran-strike * quantity.iran-builds + quantity.made-for-sale * quantity.drones
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J; weakened in October 2024 (M)"
    stock    = uniform(1, 4)
    produces = uniform(0.1, 0.4)
    wear     = 0.1
  }
}

actor "israel" {
  name     = "Israel"
  type     = "state"
  code     = "ISR"
  evidence = [evidence.milex-israel-2022]
  means "naval" {
    note     = "J; mostly the air force; spending of 23 bn in 2022, twice that in 2024 (M)"
    stock    = uniform(50, 90)
    produces = uniform(6, 11)
    wear     = 0.1
  }
  means "air-defence" {
    note     = "J"
    stock    = uniform(10, 20)
    produces = uniform(1.5, 3)
    wear     = 0.1
  }
  means "strike" {
    note     = "J"
    stock    = uniform(8, 16)
    produces = uniform(1, 2)
    wear     = 0.1
  }
  means "land" {
    note     = "J"
    stock    = uniform(30, 50)
    produces = uniform(3, 6)
    wear     = 0.1
  }
}

quantity "hezbollah-strike" {
  value  = uniform(0.8, 2.0) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "what the war of autumn 2024 left of its missiles and rockets"
}

quantity "hezbollah-land" {
  value  = uniform(1.0, 3.0) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "fighters and their arms"
}

actor "hezbollah" {
  name     = "Hezbollah"
  type     = "group"
  evidence = [evidence.fdd-hezbollah-money, evidence.iran-intl-hezbollah-money]
  note     = "what Iran gave before Russia paid (0.7 to 0.8 bn a year) keeps the stocks level: it is in `produces`"
  spends   = { strike = 0.3, land = 0.4 } # the rest goes to salaries and services, J
  means "strike" {
    stock    = quantity.hezbollah-strike
    produces = quantity.hezbollah-strike * 0.2 # what wears out: Iran's own money, D and J
    wear     = 0.2                             # Israel strikes at depots also in quiet times, J
  }
  means "land" {
    stock    = quantity.hezbollah-land
    produces = quantity.hezbollah-land * 0.1 # the same
    wear     = 0.1                           # J
  }
}

quantity "hamas-strike" {
  value  = uniform(0.05, 0.2) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "what a year of war left"
}

quantity "hamas-land" {
  value  = uniform(0.2, 0.6) # J
  unit   = "bn USD"
  domain = "positive"
  note   = "fighters and their arms"
}

actor "hamas" {
  name     = "Hamas"
  type     = "group"
  evidence = [evidence.fdd-hamas-money]
  note     = "what Iran gave before Russia paid (0.1 bn a year with Islamic Jihad) keeps the stocks level"
  spends   = { strike = 0.2, land = 0.4 } # J
  means "strike" {
    stock    = quantity.hamas-strike
    produces = quantity.hamas-strike * 0.2 # what wears out: Iran's own money, J
    wear     = 0.2                         # J
  }
  means "land" {
    stock    = quantity.hamas-land
    produces = quantity.hamas-land * 0.1 # the same
    wear     = 0.1                       # J
  }
}
