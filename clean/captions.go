package clean

import "strings"

// captionWords bounds a caption.
const captionWords = 70

// isCaption reports whether a block ends in the credit of a picture: "/doc.
// Ministry of ...", "(AP Photo/...)", "Photo: AFP", "/ AFP".
func isCaption(text string, shape shape) bool {
	if shape.words > captionWords || shape.words < 3 {
		return false
	}
	for _, mark := range []string{"(AP Photo/", "(Photo by ", "(Photo: ", "(Image: ", "[Photo: ", "/doc.", "| Photo: ", "(Photograph: ", "(Picture: ", "Photograph: ", "(REUTERS/", "REUTERS/"} {
		if at := strings.Index(text, mark); at >= 0 && len(text)-at < 120 {
			return true
		}
	}
	return hasPictureCredit(text) || endsInSource(text) || endsInPhotographer(text) || strings.HasPrefix(text, "FILE - ") || strings.HasPrefix(text, "FILE PHOTO")
}

// endsInSource reports whether a block closes with a source between brackets,
// "[File: Ann Teal/Example]", "(Governor Hal Merrit/Telegram)", or bare behind its
// last full stop: "Pool/Reuters".
func endsInSource(text string) bool {
	if strings.HasSuffix(text, "]") || strings.HasSuffix(text, ")") {
		at := strings.LastIndexAny(text, "[(")
		if at <= 0 || len(text)-at > 80 {
			return false
		}
		inside := text[at+1 : len(text)-1]
		owner, agency, ok := strings.Cut(inside, "/")
		return strings.HasPrefix(inside, "File: ") || owner == "File" || ok && !strings.Contains(agency, "/") && isPersonName(strings.TrimSpace(owner))
	}
	tail := text[strings.LastIndexAny(text, ".!?")+1:]
	owner, agency, ok := strings.Cut(strings.TrimSpace(tail), "/")
	return ok && len(tail) < 60 && len(tail) < len(text) && agencyNamed(agency) != "" && (isPersonName(owner) || len(strings.Fields(owner)) == 1)
}

// endsInPhotographer reports whether a block closes with a photographer and his
// agency between brackets: "(Ann Lee/Reuters)".
func endsInPhotographer(text string) bool {
	at := strings.LastIndex(text, "(")
	if at < 0 || !strings.HasSuffix(text, ")") || len(text)-at > 60 {
		return false
	}
	inside := text[at+1 : len(text)-1]
	slash := strings.LastIndex(inside, "/")
	if slash < 0 {
		return false
	}
	name, source := strings.TrimSpace(inside[:slash]), strings.TrimSpace(inside[slash+1:])
	return isPersonName(name) && (agencyNamed(source) != "" || source == "Pool" || strings.Contains(source, "Getty") || knownName(source))
}

// isCaptionLabel reports whether a line only announces a caption: "Image caption,".
func isCaptionLabel(b *block) bool {
	return b.shape.words <= 2 && (strings.HasSuffix(b.text, ",") || strings.HasSuffix(b.text, ":"))
}

// hasPictureCredit reports whether a block that is no sentence to its end closes
// with a source behind a stroke, a bar or the word for a picture.
func hasPictureCredit(text string) bool {
	for _, mark := range []string{"Photo: ", "Photos: ", "Image: ", "Picture: ", "Credit: ", "Photo/", "Source: ", "Foto: "} {
		if at := strings.LastIndex(text, mark); at > 0 && len(text)-at < 60 {
			return true
		}
	}
	return false
}
