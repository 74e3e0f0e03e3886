package greenpair.web.follow;

import java.net.Inet4Address;
import java.net.InetAddress;

/// Which addresses of the network are outside: those that the internet routes to anybody. All
/// others are inward: this machine, its network, the metadata of a cloud, and what is reserved.
final class PublicAddress {
  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] bytes = address.getAddress();
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    return address instanceof Inet4Address
        ? isOutside4(first, second, third)
        : isOutside6(first, second, third, bytes[3] & 0xff);
  }

  /// By the registry of special addresses of IANA (RFC 6890).
  private static boolean isOutside4(int first, int second, int third) {
    return !(first == 0
        || first >= 240
        || (first == 100 && second >= 64 && second < 128)
        || (first == 192 && second == 0 && (third == 0 || third == 2))
        || (first == 192 && second == 88 && third == 99)
        || (first == 198 && (second == 18 || second == 19))
        || (first == 198 && second == 51 && third == 100)
        || (first == 203 && second == 0 && third == 113));
  }

  /// Global unicast without what leads to an address of version 4 (Teredo, 6to4) or is reserved.
  private static boolean isOutside6(int first, int second, int third, int fourth) {
    boolean isGlobal = (first & 0xe0) == 0x20;
    boolean isSpecial = first == 0x20 && second == 0x01 && third < 2;
    boolean isExample = first == 0x20 && second == 0x01 && third == 0x0d && fourth == 0xb8;
    boolean is6to4 = first == 0x20 && second == 0x02;
    boolean isReserved = first == 0x3f && second == 0xff;
    return isGlobal && !isSpecial && !isExample && !is6to4 && !isReserved;
  }
}
