package queue

import (
	"context"
	"fmt"
	"time"

	"onrecord"
	"onrecord/store"
	"onrecord/store/postgres"
)

const (
	// chunkReports and chunkBytes bound what is stored in one transaction, and so what is read
	// once more after a death.
	chunkReports = 64
	chunkBytes   = 8 << 20
	// mostDeaths is how often workers may die at one report, and at nothing else between, before
	// it is set aside.
	mostDeaths = 3
)

// chunk is what is stored next.
type chunk struct {
	items   []item // not read yet
	bytes   int    // of all that came in
	count   int    // likewise
	entries []postgres.Item
	rejects []reject
}

// reject is a report of which no entry could be made.
type reject struct {
	number               int64
	place, reason, input string
}

func (c *chunk) add(one item) {
	c.items = append(c.items, one)
	c.count++
	if c.bytes += len(one.input); one.report != nil {
		c.bytes += len(one.report.Raw)
	}
}

func (c *chunk) isFull() bool { return c.count >= chunkReports || c.bytes >= chunkBytes }

// taken is how many reports were read or set aside.
func (c *chunk) taken() int64 { return int64(c.count - len(c.items)) }

// read takes items off the chunk until a stop is asked for.
func (s *shardRun) read(ctx context.Context) error {
	held, err := s.held(ctx)
	for ; err == nil && len(s.chunk.items) > 0 && s.stopping.Err() == nil; s.chunk.items = s.chunk.items[1:] {
		one := s.chunk.items[0]
		switch {
		case one.err != nil:
			s.setAside(one, one.err)
		case held[one.report.ID]:
			s.metrics.report(store.Unchanged)
		default:
			err = s.readOne(ctx, one)
		}
		if err != nil {
			break
		}
	}
	return err
}

// held gives the reports of the chunk that are stored already, made by the same program.
func (s *shardRun) held(ctx context.Context) (map[onrecord.ReportID]bool, error) {
	var ids []onrecord.ReportID
	for _, one := range s.chunk.items {
		if one.report != nil {
			ids = append(ids, one.report.ID)
		}
	}
	if len(ids) == 0 {
		return nil, nil
	}
	return s.q.store.HoldsOf(ctx, ids, s.Made)
}

// readOne makes the entry of a report. One at which workers die is set aside.
func (s *shardRun) readOne(ctx context.Context, one item) error {
	if s.careful {
		deaths, err := s.suspect(ctx)
		if err != nil {
			return err
		}
		if deaths >= mostDeaths {
			s.setAside(one, fmt.Errorf("the program died %d times while it read this report", deaths))
			return nil
		}
	}
	began := time.Now()
	entry, err := s.Read(ctx, one.report)
	s.metrics.read(time.Since(began))
	switch {
	case ctx.Err() != nil: // not the report's fault
		return ctx.Err()
	case err != nil:
		s.setAside(one, err)
	default:
		page := store.Page{MediaType: one.report.MediaType, Raw: one.report.Raw, DigestOnly: s.NoRaw}
		s.chunk.entries = append(s.chunk.entries, postgres.Item{Entry: entry, Page: page})
	}
	return nil
}

func (s *shardRun) setAside(one item, why error) {
	s.chunk.rejects = append(s.chunk.rejects, reject{s.done + s.chunk.taken(), one.place, why.Error(), one.input})
	s.log.Warn("report set aside", "place", one.place, "reason", why)
	s.metrics.setAside()
}

// suspect notes the report that is read next, and tells how often workers died at it.
func (s *shardRun) suspect(ctx context.Context) (deaths int, err error) {
	err = s.q.pool.QueryRow(ctx, `UPDATE shards SET suspect = $2, begun = CASE WHEN suspect = $2 THEN begun + 1 ELSE 1 END
WHERE id = $1 RETURNING begun - 1`, s.id, s.done+s.chunk.taken()).Scan(&deaths)
	return deaths, err
}
