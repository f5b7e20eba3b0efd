# What time will show, and what each rival expects of it.

signpost "trade-after-ceasefire" {
  observe = "counts of containers and flights between North Korea and Russia in the four quarters after a ceasefire in Ukraine"
  by      = "2027-12"
  theory  = theory.partners
  under = {
    transactional = "fall by more than 60 %"
    structural    = "fall by less than 30 %"
  }
}

signpost "payments-and-terms" {
  observe = "Russian payments and technology to Iran and North Korea after a ceasefire that is bad for Kyiv, against what was paid before"
  by      = "2027-12"
  theory  = theory.partners
  under = {
    transactional        = "end whatever the terms"
    victory-consolidates = "higher than after a neutral ceasefire"
    wedge                = "lower than after a neutral ceasefire"
  }
}

signpost "the-strait-after-a-deal" {
  observe  = "Chinese sorties near Taiwan and crises in the eight quarters after a settlement imposed by Washington, against the trend"
  by       = "2027-12"
  theory   = theory.reputation
  evidence = [evidence.pla-sorties-per-day]
  under = {
    current-calculus = "no change"
    reputation       = "up"
    contrarian       = "down"
  }
}

signpost "the-strait-after-a-cut" {
  observe  = "the same after an end of American aid without a deal"
  by       = "2027-06"
  theory   = theory.reputation
  evidence = [evidence.pla-sorties-per-day]
  under = {
    current-calculus = "no change"
    reputation       = "up, by less than after a deal"
    contrarian       = "down"
  }
}

signpost "deliveries-to-taiwan" {
  observe  = "American deliveries to Taiwan in the two years after aid to Ukraine falls"
  by       = "2027-12"
  theory   = theory.stocks
  evidence = [evidence.sipri-us-exports-taiwan]
  under = {
    separate        = "flat"
    partly-fungible = "up somewhat"
    fungible        = "up"
  }
}

signpost "europe-after-a-cut" {
  observe  = "military allocations of Europeans in the four quarters after an American cut"
  by       = "2026-12"
  theory   = theory.burden
  evidence = [evidence.kiel-us-others-next-quarter-correlation]
  under = {
    substitutes = "up by 30 to 100 % of the cut"
    inert       = "no change"
    cascade     = "down"
  }
}

signpost "terms-and-front" {
  observe = "the first terms that both accept, against the change of the front in the four quarters before"
  by      = "2028-12"
  theory  = theory.bargaining
  under = {
    power      = "terms track the front"
    hardening  = "terms do not track it; talks fail while aid rises"
    commitment = "talks fail while either side expects a shift of power"
  }
}

signpost "sanctions-and-resolve" {
  observe = "what Chinese military writing says of sanctions on Russia once some are lifted"
  by      = "2028-12"
  theory  = theory.precedent
  under = {
    none    = "plans are argued from the balance in the strait alone"
    learned = "the end of sanctions on Russia is cited as a reason that they would not last"
  }
}

signpost "violations-of-the-line" {
  observe = "recorded violations in the first two years of an imposed ceasefire, against ceasefires that the parties made"
  by      = "2028-06"
  theory  = theory.imposed-peace
  under = {
    fragile = "half as many again, fading"
    neutral = "as many"
  }
}

signpost "demands-after-a-deal" {
  observe = "Moscow's stated demands in the two years after a settlement on its terms"
  by      = "2028-06"
  theory  = theory.aims
  under = {
    limited   = "none beyond the terms"
    unlimited = "new ones on Ukraine's government, army or territory"
  }
}
