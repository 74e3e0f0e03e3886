package greenpair.evaluate.statistics;

import module java.base;

/// The random numbers of this package, reproducible by seed.
public final class Draws {
  /// An explicit algorithm, not the default of the JDK, so that a new JDK does not change published
  /// numbers.
  private static final String ALGORITHM = "L64X128MixRandom";

  private Draws() {}

  public static RandomGenerator from(long seed) {
    return RandomGeneratorFactory.of(ALGORITHM).create(seed);
  }
}
