package greenpair.registry.review;

import java.util.Map;
import java.util.TreeMap;

/// Two entries for which a person can decide whether they are the same.
///
/// @param one kind, source and id of an entry, such as `firm gbfs/lime`
/// @param evidence bits by fact
public record OpenReview(
    String one,
    String two,
    double bits,
    Map<String, Double> evidence,
    Map<String, Object> first,
    Map<String, Object> second) {
  private static final int SHORT = 8;

  public OpenReview {
    evidence = java.util.Collections.unmodifiableMap(new TreeMap<>(evidence));
    first = java.util.Collections.unmodifiableMap(new TreeMap<>(first));
    second = java.util.Collections.unmodifiableMap(new TreeMap<>(second));
  }

  /// A short name of the pair that stays the same from run to run.
  public String id() {
    return Review.pair(one, two).substring(0, SHORT);
  }

  /// Whether that is the short name or the full name, which is unique.
  public boolean isCalled(String name) {
    return name.length() >= SHORT && Review.pair(one, two).startsWith(name);
  }
}
