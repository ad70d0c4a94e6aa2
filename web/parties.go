package web

import (
	"context"
	"fmt"
	"net/url"

	"onrecord"
	"onrecord/across"
	"onrecord/store"
)

// partiesPage is what one actor did to another.
type partiesPage struct {
	Doer, Recipient across.Actor
	Lines           []line
	Next            int
	At              string
}

func partiesAt(doer, recipient onrecord.ActorID) string {
	return "/between?" + url.Values{"doer": {string(doer)}, "recipient": {string(recipient)}}.Encode()
}

func (s *site) parties(ctx context.Context, v *visit) (p view, err error) {
	n, err := v.pageNumber()
	if err != nil {
		return view{}, err
	}
	who := store.Parties{Doer: onrecord.ActorID(v.FormValue("doer")), Recipient: onrecord.ActorID(v.FormValue("recipient"))}
	if who.Doer == "" || who.Recipient == "" {
		return view{}, fmt.Errorf("%w: name both a doer and a recipient", errBadRequest)
	}
	page := partiesPage{At: partiesAt(who.Doer, who.Recipient)}
	if page.Doer, err = v.across.Actor(ctx, who.Doer); err != nil {
		return view{}, err
	}
	if page.Recipient, err = v.across.Actor(ctx, who.Recipient); err != nil {
		return view{}, err
	}
	page.Lines, err = v.lines(ctx, store.Query{Where: who, Limit: perPage + 1, Skip: (n - 1) * perPage})
	if len(page.Lines) > perPage {
		page.Lines, page.Next = page.Lines[:perPage], n+1
	}
	return view{template: "parties", title: page.Doer.Name + " and " + page.Recipient.Name, data: page}, err
}
