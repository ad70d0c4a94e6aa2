package across

import (
	"fmt"

	"github.com/BurntSushi/toml"

	"onrecord"
)

// Issues are the user's own names for topics, of a file issues.toml:
//
//	[[issue]]
//	name = "fight against the Islamic State"
//	topics = ["fight/islamic-state", "defeat/islamic-state"]
//	contexts = ["terrorism"]
//
// All its topics are shown and asked for as one, by its name.
type Issues struct {
	Issue []Issue `toml:"issue"`
}

// Issue is what a user calls some topics.
type Issue struct {
	Name     string             `toml:"name"`
	Topics   []onrecord.TopicID `toml:"topics"`
	Contexts []string           `toml:"contexts"` // of the codebook; found from the words if left out
}

// ReadIssues reads a file issues.toml.
func ReadIssues(path string) (Issues, error) {
	var i Issues
	meta, err := toml.DecodeFile(path, &i)
	if err != nil {
		return i, fmt.Errorf("read %s: %w", path, err)
	}
	if unknown := meta.Undecoded(); len(unknown) > 0 {
		return i, fmt.Errorf("read %s: there is no setting %q; an issue has name, topics and contexts", path, unknown[0])
	}
	for n, one := range i.Issue {
		if one.Name == "" || len(one.Topics) == 0 {
			return i, fmt.Errorf("read %s: issue %d needs a name and topics", path, n+1)
		}
	}
	return i, nil
}
