package clean

import "strings"

// isMenu reports whether a line is cells between bars: "Eng | Geo | Rus".
func isMenu(shape shape) bool {
	return shape.cells >= 2 && len(shape.stamp.dates) == 0 && shape.words <= shape.cells*6 && !shape.ends
}

// isPointer reports whether a line between brackets points to another story,
// "(PHOTOS: Ten faces of the vote)", or is a mark of the page's maker, "[break]".
func isPointer(text string, shape shape) bool {
	switch {
	case strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]"):
		return shape.words <= 2
	case isShareLine(text, shape):
		return true
	case shape.words <= 20 && !endsSentence(text) && !strings.HasPrefix(text, "("):
		label, rest, ok := strings.Cut(text, ":")
		return ok && strings.HasPrefix(rest, " ") && len(strings.Fields(label)) <= 3 && isStoryLabel(label)
	case strings.HasPrefix(text, "(") && strings.HasSuffix(text, ")") && shape.words <= 24:
		label, rest, ok := strings.Cut(text[1:len(text)-1], ":")
		return ok && rest != "" && len(strings.Fields(label)) <= 4 && !endsSentence(strings.TrimSpace(rest)) && isStoryLabel(label)
	}
	return false
}

// isShareLine reports whether a line holds nothing but the names of buttons: "SHARE
// TWEET EMAIL".
func isShareLine(text string, shape shape) bool {
	if shape.words == 0 || shape.words > 12 || shape.ends {
		return false
	}
	for word := range wordsOf(text) {
		switch strings.ToLower(word) {
		case "share", "shares", "tweet", "tweets", "email", "e-mail", "mail", "print", "facebook", "twitter", "whatsapp", "linkedin", "reddit", "pinterest", "telegram",
			"instagram", "youtube", "save", "copy", "link", "pin", "like", "messenger", "flipboard", "bluesky", "threads", "x", "comment", "comments", "post", "it", "on", "this":
		default:
			return false
		}
	}
	return true
}

// isStoryLabel reports whether a label announces something to look at elsewhere.
func isStoryLabel(label string) bool {
	first, _, _ := strings.Cut(strings.ToLower(strings.TrimSpace(label)), " ")
	switch first {
	case "photos", "photo", "video", "watch", "related", "also", "see", "read", "more", "full", "listen", "gallery", "poll", "click":
		return true
	}
	return false
}
