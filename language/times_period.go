package language

import (
	"fmt"
	"time"
)

// timeGrain is how fine a stretch of time is told.
type timeGrain int

// The grains, as the values of UNIT in times_words.txt.
const (
	noGrain timeGrain = iota
	secondGrain
	minuteGrain
	hourGrain
	dayGrain
	weekGrain
	weekendGrain
	monthGrain
	quarterGrain
	halfGrain
	yearGrain
	seasonGrain
	decadeGrain
	centuryGrain
	millenniumGrain
	fortnightGrain
)

// timePeriod is a stretch of the calendar: a day, the week that starts on a
// Monday, a quarter. The zero period is unknown.
type timePeriod struct {
	grain timeGrain
	start time.Time // first day
}

func (p timePeriod) known() bool {
	return p.grain != noGrain && p.start.Year() >= 1 && p.start.Year() <= 9999
}

// periodAt is the period of a grain that holds the day.
func periodAt(g timeGrain, day time.Time) timePeriod {
	y, m, d := day.Date()
	switch g {
	case dayGrain:
	case weekGrain, fortnightGrain:
		g, d = weekGrain, d-daysSinceMonday(day)
	case weekendGrain:
		d += 5 - daysSinceMonday(day)
	case monthGrain:
		d = 1
	case quarterGrain:
		m, d = (m-1)/3*3+1, 1
	case halfGrain:
		m, d = (m-1)/6*6+1, 1
	case seasonGrain:
		m, d = m/3*3, 1 // winter begins in December: month 0 is that of the year before
	case yearGrain:
		m, d = 1, 1
	case decadeGrain:
		y, m, d = y/10*10, 1, 1
	case centuryGrain:
		y, m, d = y/100*100, 1, 1
	default:
		return timePeriod{}
	}
	return timePeriod{g, time.Date(y, m, d, 0, 0, 0, 0, time.UTC)}
}

func daysSinceMonday(day time.Time) int { return (int(day.Weekday()) + 6) % 7 }

// shift is the period n further on; unknown if the calendar does not reach so far.
func (p timePeriod) shift(n int) timePeriod {
	const most = 1_000_000 // keeps the products below small
	if !p.known() || n > most || n < -most {
		return timePeriod{}
	}
	years, months, days := p.grain.step()
	p.start = p.start.AddDate(n*years, n*months, n*days)
	if !p.known() {
		return timePeriod{}
	}
	return p
}

// step is the length of a grain in the calendar's terms.
func (g timeGrain) step() (years, months, days int) {
	switch g {
	case weekGrain, weekendGrain:
		return 0, 0, 7
	case fortnightGrain:
		return 0, 0, 14
	case monthGrain:
		return 0, 1, 0
	case quarterGrain, seasonGrain:
		return 0, 3, 0
	case halfGrain:
		return 0, 6, 0
	case yearGrain:
		return 1, 0, 0
	case decadeGrain:
		return 10, 0, 0
	case centuryGrain:
		return 100, 0, 0
	case millenniumGrain:
		return 1000, 0, 0
	}
	return 0, 0, 1
}

// last is the last day of the period.
func (p timePeriod) last() time.Time {
	if p.grain == weekendGrain {
		return p.start.AddDate(0, 0, 1)
	}
	years, months, days := p.grain.step()
	return p.start.AddDate(years, months, days-1)
}

// value is the TIMEX3 value of the period.
func (p timePeriod) value() string {
	y, m := p.start.Year(), int(p.start.Month())
	switch p.grain {
	case dayGrain:
		return p.start.Format(time.DateOnly)
	case weekGrain, weekendGrain:
		year, week := p.start.ISOWeek()
		if p.grain == weekendGrain {
			return fmt.Sprintf("%04d-W%02d-WE", year, week)
		}
		return fmt.Sprintf("%04d-W%02d", year, week)
	case monthGrain:
		return fmt.Sprintf("%04d-%02d", y, m)
	case quarterGrain:
		return fmt.Sprintf("%04d-Q%d", y, (m-1)/3+1)
	case halfGrain:
		return fmt.Sprintf("%04d-H%d", y, (m-1)/6+1)
	case seasonGrain:
		return fmt.Sprintf("%04d-%s", y, seasonCodes[(m/3)%4])
	case decadeGrain:
		return fmt.Sprintf("%03d", y/10)
	case centuryGrain:
		return fmt.Sprintf("%02d", y/100)
	}
	return fmt.Sprintf("%04d", y)
}

// seasonCodes are the codes of the seasons that begin in December, March, June and
// September. Winter bears the year it begins in.
var seasonCodes = [4]string{"WI", "SP", "SU", "FA"}
