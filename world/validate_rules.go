package world

func (v *validator) actorsAndTheatres() {}
func (v *validator) supportLinks()      {}
func (v *validator) flowLinks()         {}
func (v *validator) lessonLinks()       {}
func (v *validator) theories()          {}
func (v *validator) bodies()            {}
func (v *validator) exposures()         {}
func (v *validator) scenarios()         {}
func (v *validator) texts()             {}
func (v *validator) unused()            {}
