package greenpair.bench;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.Place;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Random choices and changes of single values, of which [CatalogGenerator] makes entries.
final class Variation {
  private static final double DEGREES = 1.5;

  private Variation() {}

  static <T> T any(List<T> list, RandomGenerator random) {
    return list.get(random.nextInt(list.size()));
  }

  /// As many of the firm's codes as the fixture has, most important first more often.
  static List<Code> some(List<Code> codes, Entry base, RandomGenerator random) {
    int size = Math.min(codes.size(), Math.max(1, base.technologies().size()));
    int from = random.nextInt(codes.size() - size + 1);
    return codes.subList(from, from + size);
  }

  /// A number below `size`; the power says how much the first ones are preferred.
  static int skewed(int size, double power, RandomGenerator random) {
    return (int) (size * Math.pow(random.nextDouble(), power));
  }

  static @Nullable Place near(@Nullable Place base, RandomGenerator random) {
    if (base == null) {
      return null;
    }
    return new Place(
        degrees(base.lat() + shift(random), 90), degrees(base.lon() + shift(random), 180));
  }

  /// At most half a degree, or a place on the coast would be moved into the sea, which a catalog
  /// may not have.
  private static double shift(RandomGenerator random) {
    return Math.clamp(DEGREES * random.nextGaussian(), -0.5, 0.5);
  }

  private static double degrees(double value, double most) {
    return Math.rint(Math.max(-most, Math.min(most, value)) * 1e5) / 1e5;
  }

  static Money scaled(Money base, RandomGenerator random) {
    double factor = Math.exp(random.nextGaussian());
    return new Money(
        base.min() == null ? null : (Double) Math.rint(base.min() * factor),
        base.max() == null ? null : (Double) Math.rint(base.max() * factor),
        base.currency());
  }
}
