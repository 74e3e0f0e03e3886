package greenpair.resolve.name;

/// 64-bit hashes of texts: FNV-1a with a final mix, so that all bits are good.
public final class Hashes {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;
  private static final long MIX = 0xff51afd7ed558ccdL;

  private Hashes() {}

  public static long of(CharSequence text) {
    long hash = OFFSET;
    for (int at = 0; at < text.length(); at++) {
      hash = (hash ^ text.charAt(at)) * PRIME;
    }
    return mix(hash);
  }

  /// 32 bits of the hash, never 0, which means unknown.
  public static int shortOf(CharSequence text) {
    int hash = (int) (of(text) >>> 32);
    return hash == 0 ? 1 : hash;
  }

  /// The hash of a text among those of another sort, such as websites.
  public static long of(char sort, CharSequence text) {
    return mix(of(text) + sort * PRIME);
  }

  private static long mix(long value) {
    long hash = (value ^ (value >>> 33)) * MIX;
    return hash ^ (hash >>> 29);
  }
}
