package greenpair.registry.source.convert;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/// Remembers 64-bit digests of ids in 16 bytes each. Among a million ids, the chance that two have
/// the same digest is 3 in 100 million, and only a count would then be off by one.
public final class SeenIds {
  private long[] table = new long[1 << 12];
  private int size;

  public boolean add(String id) {
    if (size * 2 >= table.length) {
      grow();
    }
    boolean fresh = put(table, digest(id));
    size += fresh ? 1 : 0;
    return fresh;
  }

  private void grow() {
    long[] old = table;
    table = new long[old.length * 2];
    Arrays.stream(old).filter(each -> each != 0).forEach(each -> put(table, each));
  }

  private static boolean put(long[] table, long digest) {
    int mask = table.length - 1;
    int at = (int) (digest ^ (digest >>> 32)) & mask;
    while (table[at] != 0) {
      if (table[at] == digest) {
        return false;
      }
      at = (at + 1) & mask;
    }
    table[at] = digest;
    return true;
  }

  /// Never 0, which marks a free place.
  private static long digest(String id) {
    long hash = MurmurHash3.hash128x64(id.getBytes(StandardCharsets.UTF_8))[0];
    return hash == 0 ? 1 : hash;
  }
}
