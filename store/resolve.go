package store

import (
	"context"
	"slices"
	"strings"

	"onrecord"
)

// Namer knows the names of the whole record.
type Namer interface {
	ActorsNamed(ctx context.Context, name string) ([]ActorCount, error)
	AliasesOf(context.Context, onrecord.ActorID) ([]ActorCount, error)
}

// Resolve looks up, in the whole record, who is meant by the names of a query, and asks for all
// their names. Implementations of Search begin with it.
func Resolve(ctx context.Context, s Namer, q Q) (Q, error) {
	switch q := q.(type) {
	case And:
		all, err := resolveAll(ctx, s, q)
		return And(all), err
	case Or:
		all, err := resolveAll(ctx, s, q)
		return Or(all), err
	case Not:
		inner, err := Resolve(ctx, s, q.Q)
		return Not{Q: inner}, err
	case Name:
		return resolveName(ctx, s, q)
	}
	return q, nil
}

func resolveAll(ctx context.Context, s Namer, all []Q) ([]Q, error) {
	resolved := make([]Q, 0, len(all))
	for _, q := range all {
		one, err := Resolve(ctx, s, q)
		if err != nil {
			return nil, err
		}
		resolved = append(resolved, one)
	}
	return resolved, nil
}

// Bounds of what one name may stand for.
const (
	mostMeant = 5
	mostNames = 40
)

func resolveName(ctx context.Context, s Namer, q Name) (Q, error) {
	var meant []ActorCount
	switch q.Part {
	case By, For, About, Actor, Recipient, Via, Toward:
		if q.Prefix {
			break
		}
		counts, err := s.ActorsNamed(ctx, q.Text)
		if err != nil {
			return nil, err
		}
		meant = counts[:min(mostMeant, len(counts))]
	}
	part := q.Part
	if part == Toward {
		part = Recipient
	}
	names := Or{Name{Part: part, Text: q.Text, Prefix: q.Prefix}}
	var ids Concerns
	for _, m := range meant {
		ids = append(ids, m.Actor)
		aliases, err := s.AliasesOf(ctx, m.Actor)
		if err != nil {
			return nil, err
		}
		for _, a := range usualNames(aliases) {
			if a.Name != FoldName(q.Text) {
				names = append(names, Name{Part: part, Text: a.Name})
			}
		}
	}
	asked := onlyShortest(names)
	if q.Part == Toward && len(ids) > 0 {
		return Or{asked, ids}, nil
	}
	return asked, nil
}

// onlyShortest leaves out names that hold the words of another, which finds what they would: "Trump" all of "Donald Trump".
// A long name costs as many lists as it has words, those of common words too.
func onlyShortest(names Or) Q {
	words := make([]string, len(names)) // between spaces; without any, a name finds nothing
	for i, name := range names {
		words[i] = " " + strings.Join(foldedWords(name.(Name).Text), " ") + " "
	}
	var kept Or
	for i, own := range words {
		holds := func(other string) bool { return len(other) < len(own) && other != "  " && strings.Contains(own, other) }
		if !slices.Contains(words[:i], own) && !slices.ContainsFunc(words, holds) {
			kept = append(kept, names[i])
		}
	}
	if len(kept) == 1 {
		return kept[0]
	}
	return kept
}

// usualNames leaves out what an actor is called in fewer than one of a thousand reports of those that call it by its
// most usual name: a report that uses such a name uses another too, and each name costs a search.
func usualNames(aliases []ActorCount) []ActorCount {
	for i := range aliases {
		if i == mostNames || aliases[i].N < aliases[0].N/1000 {
			return aliases[:i]
		}
	}
	return aliases
}
