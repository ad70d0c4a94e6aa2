package api

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"onrecord"
	"onrecord/across"
)

// countedActor is an actor with how many statements and events are its own.
type countedActor struct {
	across.Actor
	N int `json:"lines"`
}

type LimitField struct {
	Limit int `query:"limit" minimum:"1" maximum:"200" default:"50" doc:"Most items."`
}

type actorQuestion struct {
	Name string `path:"name" maxLength:"300" doc:"Any name that a report gives, a state's usual name, or its capital." example:"Moscow"`
	Last int    `query:"last" minimum:"0" maximum:"50" default:"10" doc:"How many of the last statements."`
}

func (a *api) registerActors(routes huma.API) {
	get(routes, a, "/actors", "actors", "Those who speak and act most", a.actors)
	get(routes, a, "/actors/{name}", "actor", "An actor's names, roles with dates, who speaks for it, last statements", a.actor)
}

func (a *api) actors(ctx context.Context, in *LimitField) (list[countedActor], error) {
	counts, err := a.Record.Doers(ctx, in.Limit)
	if err != nil {
		return list[countedActor]{}, err
	}
	asked := a.across()
	var all []countedActor
	for _, c := range counts {
		who, err := asked.Actor(ctx, c.Actor)
		if err != nil {
			return list[countedActor]{}, err
		}
		all = append(all, countedActor{who, c.N})
	}
	return whole(all), nil
}

func (a *api) actor(ctx context.Context, in *actorQuestion) (*across.Profile, error) {
	asked := a.across()
	who, err := asked.Find(ctx, in.Name)
	if err != nil {
		return nil, err
	}
	return asked.Profile(ctx, a.Record, who, in.Last)
}

// find gives the actor that a name means; nobody for "".
func find(ctx context.Context, asked *across.Record, name string) (onrecord.ActorID, error) {
	if name == "" {
		return "", nil
	}
	who, err := asked.Find(ctx, name)
	return who.ID, err
}
