package language

import "onrecord"

// findMentions finds the noun phrases, pronouns and names that mention something.
func (r *Reader) findMentions(a *onrecord.Analysis, names []nameSpan) {}
