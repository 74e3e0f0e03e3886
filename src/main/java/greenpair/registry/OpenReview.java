package greenpair.registry;

import java.util.Map;
import java.util.TreeMap;

/// A question that the last run left open: are these two entries one?
///
/// @param one kind, source and id of an entry, such as `firm gbfs/lime`
/// @param bits the sum of the evidence
/// @param evidence bits by fact
/// @param first the entry in the catalog format
public record OpenReview(
    String one,
    String two,
    double bits,
    Map<String, Double> evidence,
    Map<String, Object> first,
    Map<String, Object> second) {
  public OpenReview {
    evidence = java.util.Collections.unmodifiableMap(new TreeMap<>(evidence));
    first = java.util.Collections.unmodifiableMap(new TreeMap<>(first));
    second = java.util.Collections.unmodifiableMap(new TreeMap<>(second));
  }

  /// A short name of the pair that stays the same from run to run.
  public String id() {
    var digest = Digest.sha256();
    String both = one.compareTo(two) < 0 ? one + "|" + two : two + "|" + one;
    digest.update(both.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return Digest.hex(digest).substring(0, 8);
  }
}
