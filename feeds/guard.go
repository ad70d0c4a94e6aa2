package feeds

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"syscall"
	"time"
)

// ErrPrivate is wrapped where an address leads into a private network.
var ErrPrivate = errors.New("a private address; allow it with --allow-private if that is meant")

// reserved are the blocks that lead nowhere on the public internet, beside those that netip knows:
// this network, carriers' NAT, protocol assignments, documentation, benchmarks, the future; and
// the IPv6 blocks whose addresses carry one of IPv4 that the guard would not see.
var reserved = [...]string{
	"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "240.0.0.0/4",
	"64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10", "::/96",
}

// isPublic reports whether an address is one of the public internet.
func isPublic(a netip.Addr) bool {
	a = a.Unmap().WithZone("")
	if !a.IsGlobalUnicast() || a.IsPrivate() {
		return false
	}
	for _, block := range reserved {
		if netip.MustParsePrefix(block).Contains(a) {
			return false
		}
	}
	return true
}

// newDialer makes a dialer that tries the address itself, behind all names and redirects, before
// it connects: so no name can lead into a private network, not even one that changes meanwhile.
func newDialer(allowPrivate bool) *net.Dialer {
	return &net.Dialer{
		Timeout: 10 * time.Second,
		Control: func(_, address string, _ syscall.RawConn) error {
			at, err := netip.ParseAddrPort(address)
			if err != nil {
				return fmt.Errorf("dial %s: %w", address, err)
			}
			if !allowPrivate && !isPublic(at.Addr()) {
				return fmt.Errorf("dial %s: %w", at.Addr(), ErrPrivate)
			}
			return nil
		},
	}
}
