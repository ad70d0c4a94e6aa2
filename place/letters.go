package place

import "sync"

// plainLetters gives Latin letters with marks without them.
var plainLetters = sync.OnceValue(func() map[rune]string {
	return letters(map[string]string{
		"a":  "àáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ",
		"ae": "æ",
		"b":  "ḃḅḇ",
		"c":  "çćĉċčḉ",
		"d":  "ðďđḋḍḏḑḓ",
		"e":  "èéêëēĕėęěȅȇȩəḕḗḙḛḝẹẻẽếềểễệ",
		"f":  "ḟ",
		"g":  "ĝğġģǧǵḡ",
		"h":  "ĥħȟḣḥḧḩḫẖ",
		"i":  "ìíîïĩīĭįıǐȉȋḭḯỉị",
		"j":  "ĵǰ",
		"k":  "ķǩḱḳḵ",
		"l":  "ĺļľłḷḹḻḽ",
		"m":  "ḿṁṃ",
		"n":  "ñńņňŋǹṅṇṉṋ",
		"o":  "òóôõöøōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợ",
		"oe": "œ",
		"p":  "ṕṗ",
		"r":  "ŕŗřȑȓṙṛṝṟ",
		"s":  "śŝşšșṡṣṥṧṩ",
		"ss": "ß",
		"t":  "ţťŧțṫṭṯṱẗ",
		"th": "þ",
		"u":  "ùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự",
		"v":  "ṽṿ",
		"w":  "ŵẁẃẅẇẉẘ",
		"x":  "ẋẍ",
		"y":  "ýÿŷȳẏẙỳỵỷỹ",
		"z":  "źżžẑẓẕ",
	})
})

// letters turns a list of letters by what they become into a table by letter.
func letters(byPlain map[string]string) map[rune]string {
	table := map[rune]string{}
	for plain, marked := range byPlain {
		for _, r := range marked {
			table[r] = plain
		}
	}
	return table
}
