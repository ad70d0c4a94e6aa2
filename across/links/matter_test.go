package links

import "testing"

func TestMatter(t *testing.T) {
	dam := matterOf([]string{"Sudan backs the Merowe dam. The dam at Merowe would give power to Khartoum, Sudan said."})
	same := matterOf([]string{"Khartoum wants power from the dam. Merowe will be flooded."})
	other := matterOf([]string{"Peru fines a fishing fleet. The fleet had caught squid off Callao."})
	if n := dam.shared(same); n < leastKin {
		t.Errorf("one matter shares %d words", n)
	}
	if n := dam.shared(other); n != 0 {
		t.Errorf("two matters share %d words", n)
	}
	if len(dam)%wordSize != 0 || len(dam) == 0 {
		t.Errorf("matter %q is not made of words of %d letters", dam, wordSize)
	}
	if first := packMatter([]string{"merow"}); dam[:wordSize] != first {
		t.Error("the name said most does not stand out most")
	}
	if Matter("ab").shared("ab") != 0 || Matter("").shared(dam) != 0 {
		t.Error("a broken matter has words")
	}
}
