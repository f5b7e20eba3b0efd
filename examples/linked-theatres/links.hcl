# What ties the theatres to each other: flows, watches, precedents, releases.
# (Supports stand in the theatres' files, capacity with the United States.)

# ---- Russia and North Korea -----------------------------------------------------------

quantity "made-for-sale" {
  value  = uniform(0.3, 0.7) # J
  domain = "probability"
  note   = "share of what partners send to Russia that they make for it; the rest comes from their stocks. What is made for sale goes on being made when the buyer stops"
}

quantity "shells" {
  value    = between(4, 14)
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "six million and more shells in a year (V) at one to two thousand USD each (M), soldiers on top; .04 to .15 of Russia's inflow (THEORY fK), which is some 120 bn a year here"
  evidence = [evidence.rok-2024-shells, evidence.rok-2024-shell-containers, evidence.bain-russian-shell-output]
}

quantity "missiles-for-russia" {
  value    = between(0.15, 0.6)
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "about a hundred Hwasong-11 in 2023 and 2024 (D) at some 5 million each (M)"
  evidence = [evidence.sipri-russia-from-north-korea-hwasong-11]
}

flow "shells" {
  from     = actor.north-korea
  to       = actor.russia
  gives    = kind.land
  rate     = quantity.shells
  while    = theatre.ukraine.war
  need     = quantity.need
  after    = { level = quantity.after-level, slope = quantity.after-slope }
  channel  = "mutual-help"
  evidence = [evidence.rok-2024-shells]
}

flow "missiles-for-russia" {
  from     = actor.north-korea
  to       = actor.russia
  gives    = kind.strike
  rate     = quantity.missiles-for-russia
  while    = theatre.ukraine.war
  need     = quantity.need
  after    = { level = quantity.after-level, slope = quantity.after-slope }
  channel  = "mutual-help"
  evidence = [evidence.sipri-russia-from-north-korea-hwasong-11]
}

flow "missile-technology" {
  note          = "raises what North Korea builds of missiles that reach South Korea and Japan; what is paid is mostly food, then parts, so the effect may be near zero (supplier restraint)"
  from          = actor.russia
  to            = actor.north-korea
  gives         = technology(kind.strike)
  rate          = uniform(0, 0.15) # growth of production a year at the activity of late 2024; THEORY g1, J
  lag           = "18 months"      # J
  in_return_for = flow.shells
  channel       = "technology"
  evidence      = [evidence.rok-2024-payment-to-north-korea]
}

flow "long-range-technology" {
  note          = "the same for missiles that reach America; that the Hwasong-18 is of Russian design is disputed"
  from          = actor.russia
  to            = actor.north-korea
  gives         = technology(kind.icbm)
  rate          = uniform(0, 0.15) # with it 0 to two thirds of what is built in ten years; THEORY g1 U(0, .8), J
  lag           = "2 years"        # J
  in_return_for = flow.shells
  channel       = "technology"
  evidence      = [evidence.rok-2024-payment-to-north-korea, evidence.postol-hwasong-18]
}

# ---- Russia and Iran, Iran and its partners -----------------------------------------------

quantity "drones" {
  value    = between(0.5, 4)
  unit     = "bn USD a year"
  domain   = "positive"
  note     = "4,600 Shahed-136 in three years (D) and 200 short-range missiles: at the contract's prices about half a bn a year; by what they do, .01 to .06 of Russia's inflow, 1 to 7 bn (THEORY fI). The range spans both"
  evidence = [evidence.sipri-russia-from-iran-shahed-136, evidence.sipri-russia-from-iran-fath-360]
}

quantity "localisation" {
  value    = uniform(1.5, 5) # 6 to 20 quarters, THEORY local
  unit     = "years"
  domain   = "positive"
  note     = "half-life of the trade as Russia learns to build the drones"
  evidence = [evidence.c4ads-drones-localised]
}

flow "drones" {
  note      = "drones and short-range missiles"
  from      = actor.iran
  to        = actor.russia
  gives     = kind.strike
  rate      = quantity.drones
  half_life = quantity.localisation
  while     = theatre.ukraine.war
  need      = quantity.need
  after     = { level = quantity.after-level, slope = quantity.after-slope }
  channel   = "mutual-help"
  evidence  = [evidence.sipri-russia-from-iran-shahed-136]
}

flow "drone-money" {
  note          = "a contract of about 2 bn (V), partly in gold"
  from          = actor.russia
  to            = actor.iran
  gives         = money
  rate          = between(0.5, 2.5) # bn USD a year, J on the contract's years
  half_life     = quantity.localisation
  in_return_for = flow.drones
  channel       = "money"
  evidence      = [evidence.c4ads-iran-drone-contract, evidence.c4ads-iran-gold-part]
}

flow "money-to-hezbollah" {
  note      = "of Russia's money; 0 if the partners' budget is protected whatever comes in"
  from      = actor.iran
  to        = actor.hezbollah
  gives     = money
  rate      = uniform(0, 0.25) # share of what comes in; THEORY px from 0, J
  passes_on = flow.drone-money
  channel   = "money"
  evidence  = [evidence.fdd-hezbollah-money, evidence.dizaji-iran-spending-rise]
}

flow "money-to-hamas" {
  note      = "of Russia's money"
  from      = actor.iran
  to        = actor.hamas
  gives     = money
  rate      = uniform(0, 0.05) # a fifth or less of what Hezbollah gets, as of Iran's own money, J
  passes_on = flow.drone-money
  channel   = "money"
  evidence  = [evidence.fdd-hamas-money]
}

# ---- China and Russia ------------------------------------------------------------------------

flow "dual-use-goods" {
  note     = "machine tools, chips and engines: China says that it sends no arms (M)"
  from     = actor.china
  to       = actor.russia
  gives    = technology(kind.strike)
  rate     = uniform(0, 0.04) # growth of Russia's production a year, J
  while    = theatre.ukraine.war
  need     = quantity.need
  after    = { level = quantity.after-level, slope = quantity.after-slope }
  channel  = "mutual-help"
  evidence = [evidence.un-distance-russia-china]
}

quantity "need" {
  value  = uniform(0, 1) # THEORY need, J
  domain = "real"
  note   = "how much more a buyer pays when it stands worse (Morrow 1991)"
}

# Set by the theory `partners`; the values here would hold without it.

quantity "after-level" {
  value    = 0.5
  domain   = "real"
  note     = "activity of the trade after the war, 1 as in late 2024"
  evidence = [evidence.arms-delivery-continues]
}

quantity "after-slope" {
  value  = 0
  domain = "real"
  note   = "how much more is traded after terms that favour the buyer"
}

# ---- lessons about a supporter ------------------------------------------------------------------

quantity "lesson" {
  value    = 0 # set by the theory `reputation`
  domain   = "real"
  note     = "share of what one theatre shows about Washington that is believed in another"
  evidence = [evidence.weisiger-2015-past-action, evidence.huth-russett-1984-extended-deterrence]
}

watch "beijing-reads-washington" {
  note      = "what Washington does about Ukraine, read in Beijing"
  theatre   = theatre.taiwan
  about     = actor.usa
  in        = theatre.ukraine
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

watch "pyongyang-reads-washington" {
  theatre   = theatre.korea
  about     = actor.usa
  in        = theatre.ukraine
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

watch "tehran-reads-washington" {
  theatre   = theatre.middle-east
  about     = actor.usa
  in        = theatre.ukraine
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

watch "moscow-reads-washington" {
  note      = "what Washington does about Taiwan, read in Moscow"
  theatre   = theatre.ukraine
  about     = actor.usa
  in        = theatre.taiwan
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

watch "beijing-reads-the-middle-east" {
  theatre   = theatre.taiwan
  about     = actor.usa
  in        = theatre.middle-east
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

watch "pyongyang-reads-taiwan" {
  theatre   = theatre.korea
  about     = actor.usa
  in        = theatre.taiwan
  weight    = quantity.lesson
  half_life = quantity.memory
  renewal   = quantity.renewal
  channel   = "lesson"
}

# ---- lessons about conquest -------------------------------------------------------------------------

quantity "norm" {
  value    = 0 # set by the theory `precedent`
  domain   = "positive"
  note     = "how much one ended war teaches about whether conquest pays"
  evidence = [evidence.altman-2020-integrity-norm, evidence.zacher-2001-integrity-norm]
}

precedent "beijing-reads-conquest" {
  note    = "what Moscow keeps, and what becomes of the sanctions"
  theatre = theatre.taiwan
  in      = theatre.ukraine
  weight  = quantity.norm
  channel = "precedent"
}

precedent "pyongyang-reads-conquest" {
  theatre = theatre.korea
  in      = theatre.ukraine
  weight  = quantity.norm
  channel = "precedent"
}

precedent "tehran-reads-conquest" {
  theatre = theatre.middle-east
  in      = theatre.ukraine
  weight  = quantity.norm
  channel = "precedent"
}

# ---- what a Russia at peace can do elsewhere -----------------------------------------------------------

release "russia-for-china" {
  note    = "supplies, bases, a second front at sea; below 0 it drifts from China (THEORY k6). With the share, China is some 4 % stronger"
  of      = actor.russia
  from    = theatre.ukraine
  to      = [theatre.taiwan]
  share   = normal(0.1, 0.1) # of its ships, aircraft and missiles, J
  channel = "mutual-help"
}

release "russia-for-north-korea" {
  of      = actor.russia
  from    = theatre.ukraine
  to      = [theatre.korea]
  share   = normal(0.01, 0.01) # half of the effect in the strait or less, J
  channel = "mutual-help"
}

release "russia-for-iran" {
  of      = actor.russia
  from    = theatre.ukraine
  to      = [theatre.middle-east]
  share   = normal(0.004, 0.004) # half of the effect in the strait or less, J
  channel = "mutual-help"
}
