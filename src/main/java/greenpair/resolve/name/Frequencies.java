package greenpair.resolve.name;

import module java.base;

/// How many parties have a word in their names, and how many a place, counted in buckets: two in
/// one bucket look more frequent than they are, which only makes the answer more careful.
public final class Frequencies {
  private static final int BUCKETS = 1 << 21;

  /// A common word counts as if this share of as many other parties had it, so that few parties say
  /// little about its frequency.
  private static final double USUAL_SHARE = 0.05;

  private static final double USUAL_PARTIES = 50;

  private final int[] counts = new int[BUCKETS];
  private int parties;

  /// Counts the words and places of a party, each once.
  public void add(List<NameForm> names, int... places) {
    Set<String> words = new HashSet<>();
    for (NameForm name : names) {
      words.addAll(
          name.chinese() ? Set.of(name.core()) : Arrays.asList(name.core().split(" ", -1)));
      for (short each : name.words()) {
        words.add(common(each));
      }
    }
    words.remove("");
    for (int each : places) {
      words.add(place(each));
    }
    words.forEach(word -> counts[bucket(word)]++);
    parties++;
  }

  int of(String word) {
    return counts[bucket(word)];
  }

  /// Bits by which a common word tells parties apart: -log2 of the share that have it.
  double information(short word) {
    return information(common(word));
  }

  /// Bits by which a place tells parties apart: next to none where all of a list are in it.
  public double ofPlace(int place) {
    return information(place(place));
  }

  private double information(String word) {
    double bearers = counts[bucket(word)] + USUAL_SHARE * USUAL_PARTIES;
    return Math.log((parties + USUAL_PARTIES) / bearers) / Math.log(2);
  }

  private static String place(int place) {
    return "place " + place;
  }

  private static String common(short word) {
    return "common " + word;
  }

  private static int bucket(String word) {
    return (int) (Hashes.of('w', word) >>> 40) & (BUCKETS - 1);
  }
}
