package greenpair.cli.evaluate;

import static java.util.stream.Collectors.joining;

import greenpair.resolve.UncertainPair;
import greenpair.resolve.name.Party;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Candidate pairs of entity resolution for a person to judge.
final class PairSample {
  /// Bits between which a sample takes as many pairs from each band.
  private static final double[] BANDS = {0, 4, 9};

  private PairSample() {}

  /// Pairs to judge, as many from each band of evidence, in an order that shows nothing of it.
  static List<UncertainPair> of(List<UncertainPair> candidates, int count, long seed) {
    Random random = new Random(seed);
    List<UncertainPair> sample = new ArrayList<>();
    for (int band = 0; band <= BANDS.length; band++) {
      double from = band == 0 ? Double.NEGATIVE_INFINITY : BANDS[band - 1];
      double to = band == BANDS.length ? Double.POSITIVE_INFINITY : BANDS[band];
      List<UncertainPair> of =
          new ArrayList<>(
              candidates.stream().filter(each -> each.bits() >= from && each.bits() < to).toList());
      Collections.shuffle(of, random);
      sample.addAll(of.subList(0, Math.min(count / (BANDS.length + 1), of.size())));
    }
    Collections.shuffle(sample, random);
    return sample;
  }

  /// A judgement to complete, with the data of both firms.
  static String line(UncertainPair pair, Map<String, Party> parties) {
    return name(pair.one())
        + " 0 "
        + name(pair.two())
        + " ?\t"
        + known(parties.get(pair.one()))
        + "\t"
        + known(parties.get(pair.two()))
        + "\n";
  }

  private static String known(@Nullable Party party) {
    return party == null
        ? ""
        : Stream.of(
                String.join(" = ", party.names()),
                party.website(),
                String.join(" = ", party.cities()),
                party.region(),
                party.country(),
                party.founded(),
                String.join(" ", party.fields()))
            .filter(Objects::nonNull)
            .map(String::valueOf)
            .filter(each -> !each.isEmpty())
            .collect(joining(", "));
  }

  /// A key without its kind, such as `gbfs/lime`.
  static String name(String key) {
    return key.substring(key.indexOf(' ') + 1);
  }
}
