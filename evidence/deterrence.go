package evidence

import "slices"

// deterrence holds challenges to states with and without protectors.
func deterrence() []Entry {
	return slices.Concat(
		batch{
			group: "deterrence", data: atopDisputes,
			period: "1946–2014",
			method: "Directed pairs of challenger and target by year (neighbours, or the challenger a major power; allied pairs dropped); the challenger is on the side that began the dispute; the pact is a defence pact of the target with a third state.",
			caveat: "Pacts are made where attack is feared, so that the comparison does not show what a pact does.",
			unit:   "per challenger, target and year",
			kind:   Rate,
			path:   "C3_extended_deterrence/rates",
		}.of(
			Entry{
				ID: "deterrence-rival-major-pact-dispute", Title: "A dispute is begun against a rival with a major power’s pact",
				K: 129, Years: 956, Value: 0.1349, Lo: 0.1147, Hi: 0.1581,
				Path: "rivals|target_has_major_power_pact(outside)/MID_initiation",
			},
			Entry{
				ID: "deterrence-rival-major-pact-force", Title: "Force is used against a rival with a major power’s pact",
				K: 82, Years: 956, Value: 0.0858, Lo: 0.0696, Hi: 0.1052,
				Path: "rivals|target_has_major_power_pact(outside)/force",
			},
			Entry{
				ID: "deterrence-rival-major-pact-war", Title: "A war is begun against a rival with a major power’s pact",
				K: 1, Years: 956, Value: 0.001, Lo: 0.0002, Hi: 0.0059,
				Path: "rivals|target_has_major_power_pact(outside)/war",
			},
			Entry{
				ID: "deterrence-rival-minor-pact-dispute", Title: "A dispute is begun against a rival with pacts of lesser powers only",
				K: 149, Years: 1136, Value: 0.1312, Lo: 0.1128, Hi: 0.152,
				Path: "rivals|target_has_only_nonmajor_pact/MID_initiation",
			},
			Entry{
				ID: "deterrence-rival-minor-pact-force", Title: "Force is used against a rival with pacts of lesser powers only",
				K: 111, Years: 1136, Value: 0.0977, Lo: 0.0818, Hi: 0.1164,
				Path: "rivals|target_has_only_nonmajor_pact/force",
			},
			Entry{
				ID: "deterrence-rival-minor-pact-war", Title: "A war is begun against a rival with pacts of lesser powers only",
				K: 4, Years: 1136, Value: 0.0035, Lo: 0.0014, Hi: 0.009,
				Path: "rivals|target_has_only_nonmajor_pact/war",
			},
			Entry{
				ID: "deterrence-rival-no-pact-dispute", Title: "A dispute is begun against a rival without a pact",
				K: 228, Years: 1775, Value: 0.1285, Lo: 0.1137, Hi: 0.1448,
				Path: "rivals|target_no_outside_pact/MID_initiation",
			},
			Entry{
				ID: "deterrence-rival-no-pact-force", Title: "Force is used against a rival without a pact",
				K: 159, Years: 1775, Value: 0.0896, Lo: 0.0772, Hi: 0.1038,
				Path: "rivals|target_no_outside_pact/force",
			},
			Entry{
				ID: "deterrence-rival-no-pact-war", Title: "A war is begun against a rival without a pact",
				K: 16, Years: 1775, Value: 0.009, Lo: 0.0056, Hi: 0.0146,
				Path: "rivals|target_no_outside_pact/war",
			},
			Entry{
				ID: "deterrence-relevant-major-pact-dispute", Title: "A dispute is begun against a politically relevant state with a major power’s pact",
				K: 314, Years: 26425, Value: 0.0119, Lo: 0.0106, Hi: 0.0133,
				Path: "politically_relevant|target_has_major_power_pact(outside)/MID_initiation",
			},
			Entry{
				ID: "deterrence-relevant-major-pact-force", Title: "Force is used against a politically relevant state with a major power’s pact",
				K: 177, Years: 26425, Value: 0.0067, Lo: 0.0058, Hi: 0.0078,
				Path: "politically_relevant|target_has_major_power_pact(outside)/force",
			},
			Entry{
				ID: "deterrence-relevant-major-pact-war", Title: "A war is begun against a politically relevant state with a major power’s pact",
				K: 1, Years: 26425, Value: 0, Lo: 0, Hi: 0.0002,
				Path: "politically_relevant|target_has_major_power_pact(outside)/war",
			},
			Entry{
				ID: "deterrence-relevant-minor-pact-dispute", Title: "A dispute is begun against a politically relevant state with pacts of lesser powers only",
				K: 292, Years: 19675, Value: 0.0148, Lo: 0.0132, Hi: 0.0166,
				Path: "politically_relevant|target_has_only_nonmajor_pact/MID_initiation",
			},
			Entry{
				ID: "deterrence-relevant-minor-pact-force", Title: "Force is used against a politically relevant state with pacts of lesser powers only",
				K: 203, Years: 19675, Value: 0.0103, Lo: 0.009, Hi: 0.0118,
				Path: "politically_relevant|target_has_only_nonmajor_pact/force",
			},
			Entry{
				ID: "deterrence-relevant-minor-pact-war", Title: "A war is begun against a politically relevant state with pacts of lesser powers only",
				K: 6, Years: 19675, Value: 0.0003, Lo: 0.0001, Hi: 0.0007,
				Path: "politically_relevant|target_has_only_nonmajor_pact/war",
			},
			Entry{
				ID: "deterrence-relevant-no-pact-dispute", Title: "A dispute is begun against a politically relevant state without a pact",
				K: 557, Years: 34919, Value: 0.016, Lo: 0.0147, Hi: 0.0173,
				Path: "politically_relevant|target_no_outside_pact/MID_initiation",
			},
			Entry{
				ID: "deterrence-relevant-no-pact-force", Title: "Force is used against a politically relevant state without a pact",
				K: 344, Years: 34919, Value: 0.0099, Lo: 0.0089, Hi: 0.0109,
				Path: "politically_relevant|target_no_outside_pact/force",
			},
			Entry{
				ID: "deterrence-relevant-no-pact-war", Title: "A war is begun against a politically relevant state without a pact",
				K: 18, Years: 34919, Value: 0.0005, Lo: 0.0003, Hi: 0.0008,
				Path: "politically_relevant|target_no_outside_pact/war",
			},
		),
		batch{
			group: "deterrence", data: atopDisputes,
			period: "1946–2014",
			method: "Logit over rival challenger–target years with pacts, ln capability ratio and contiguity.",
			caveat: "Pacts are made where attack is feared.",
			unit:   "log-odds",
			kind:   Coefficient,
			path:   "C3_extended_deterrence/rates",
		}.of(
			Entry{
				ID: "deterrence-major-pact-log-odds-dispute", Title: "Change in log-odds that a dispute is begun against a rival with a major power’s pact", Kind: Coefficient,
				Value: 0.102, StandardError: 0.126,
				Path: "logit_rivals_MID_initiation/major_pact",
			},
			Entry{
				ID: "deterrence-other-pact-log-odds-dispute", Title: "Change in log-odds that a dispute is begun against a rival with another pact", Kind: Coefficient,
				Value: 0.039, StandardError: 0.113,
				Path: "logit_rivals_MID_initiation/other_pact",
			},
			Entry{
				ID: "deterrence-capability-log-odds-dispute", Title: "Change in log-odds that a dispute is begun against a rival, per unit of ln capability ratio", Kind: Coefficient,
				Value: 0.058, StandardError: 0.028,
				Path: "logit_rivals_MID_initiation/ln(capratio)",
			},
			Entry{
				ID: "deterrence-major-pact-log-odds-force", Title: "Change in log-odds that force is used against a rival with a major power’s pact", Kind: Coefficient,
				Value: -0.027, StandardError: 0.15,
				Path: "logit_rivals_force_initiation/major_pact",
			},
			Entry{
				ID: "deterrence-other-pact-log-odds-force", Title: "Change in log-odds that force is used against a rival with another pact", Kind: Coefficient,
				Value: 0.096, StandardError: 0.13,
				Path: "logit_rivals_force_initiation/other_pact",
			},
			Entry{
				ID: "deterrence-capability-log-odds-force", Title: "Change in log-odds that force is used against a rival, per unit of ln capability ratio", Kind: Coefficient,
				Value: 0.001, StandardError: 0.033,
				Path: "logit_rivals_force_initiation/ln(capratio)",
			},
		),
	)
}
