package links

import "onrecord"

// beside is how much weaker than the strongest of its kind a link may be that a statement has inside its report.
const beside = 0.12

// Within links the statements of one report, every two of them. A statement mostly answers one other there: of
// several that it may repeat or deny only those that fit about as well as the best are kept.
func Within(claims []Claim) []onrecord.Link { return learned().Within(claims) }

// Within is as [Within], by the weights of a model.
func (m *Model) Within(claims []Claim) (all []onrecord.Link) {
	type answer struct {
		from onrecord.StatementRef
		kind onrecord.LinkKind
	}
	type strong struct {
		onrecord.Link
		strength float64
	}
	var found []strong
	strongest := map[answer]float64{}
	for i := range claims {
		for j := range i {
			if link, strength, ok := m.compare(&claims[j], &claims[i]); ok {
				found = append(found, strong{link, strength})
				a := answer{link.From, link.Kind}
				strongest[a] = max(strongest[a], strength)
			}
		}
	}
	for _, link := range found {
		if link.strength >= strongest[answer{link.From, link.Kind}]-beside {
			all = append(all, link.Link)
		}
	}
	return all
}
