package greenpair.resolve.name;

/// How many parties have a distinctive word, counted in buckets: two words in one bucket look
/// more frequent than they are, which only makes the answer more careful.
public final class Frequencies {
  private static final int BUCKETS = 1 << 21;

  private final int[] counts = new int[BUCKETS];

  public void add(String word) {
    counts[bucket(word)]++;
  }

  int of(String word) {
    return counts[bucket(word)];
  }

  private static int bucket(String word) {
    return (int) (Hashes.of('w', word) >>> 40) & (BUCKETS - 1);
  }
}
