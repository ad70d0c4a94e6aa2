package store

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"

	"onrecord"
)

// Digest names a provenance: entries with equal digests were made by the same
// program, codebook and models, so that one report gives one entry.
func Digest(made onrecord.Provenance) string {
	form, err := json.Marshal(made) // keys of maps come out sorted
	if err != nil {
		panic("a provenance of strings has a JSON form: " + err.Error())
	}
	sum := sha256.Sum256(form)
	return hex.EncodeToString(sum[:16])
}
