package greenpair.resolve;

import module java.base;

import greenpair.resolve.block.PartyFeatures;
import greenpair.resolve.name.Frequencies;
import greenpair.resolve.name.NameScorer;
import greenpair.resolve.name.ResolveSettings;
import org.jspecify.annotations.Nullable;

/// Adds up the evidence that two parties are the same.
final class PairScorer {
  private final ResolveSettings.Facts weights;
  private static final double A_LITTLE = 0.1;

  private final NameScorer names;
  private final Frequencies frequencies;
  private final double mostUnidentified;

  PairScorer(ResolveSettings settings, Frequencies frequencies) {
    this.weights = settings.fact();
    this.frequencies = frequencies;
    this.mostUnidentified = settings.match() - A_LITTLE;
    this.names = new NameScorer(settings, frequencies);
  }

  /// Everything that was compared.
  ///
  /// @param comparable false if neither names nor numbers can be compared, so that a low sum is no
  ///     evidence against
  /// @param byName whether they share neither a number nor a website
  record Score(double bits, boolean comparable, boolean byName) {}

  Score score(PartyFeatures one, PartyFeatures two) {
    Sum sum = new Sum(null);
    boolean comparable = collect(one, two, sum);
    boolean byName =
        shared(one.identifiers(), two.identifiers()) == 0
            && (one.website() == 0 || one.website() != two.website());
    return new Score(sum.bits, comparable, byName);
  }

  Map<String, Double> explain(PartyFeatures one, PartyFeatures two) {
    Map<String, Double> evidence = new LinkedHashMap<>();
    collect(one, two, new Sum(evidence));
    return evidence;
  }

  /// The sum of bits; the facts are kept only if they are needed.
  private static final class Sum {
    private final @Nullable Map<String, Double> facts;
    private double bits;

    Sum(@Nullable Map<String, Double> facts) {
      this.facts = facts;
    }

    void add(String fact, double more) {
      bits += more;
      if (facts != null) {
        facts.put(fact, more);
      }
    }
  }

  private boolean collect(PartyFeatures one, PartyFeatures two, Sum out) {
    NameScorer.Similarity name = names.best(one.names(), two.names());
    boolean comparable = name.comparable();
    if (name.comparable()) {
      out.add("name", name.bits());
    }
    boolean numbered = identifiers(one, two, out);
    comparable |= numbered;
    boolean oneSite = one.website() != 0 && one.website() == two.website();
    if (one.website() != 0 && two.website() != 0) {
      out.add("website", oneSite ? weights.websiteSame() : weights.websiteDiffers());
    }
    boolean elsewhere = places(one, two, out);
    if (one.founded() != 0 && two.founded() != 0) {
      int years = Math.abs(one.founded() - two.founded());
      if (years == 0) {
        out.add("founded", weights.foundedSame());
      } else if (years > 2) {
        out.add("founded", weights.foundedDiffers());
      }
    }
    if (one.fields() != 0 && two.fields() != 0) {
      boolean same = (one.fields() & two.fields()) != 0;
      out.add("field", same ? weights.fieldSame() : weights.fieldDiffers());
    }
    if (one.markets().length > 0
        && two.markets().length > 0
        && shared(one.markets(), two.markets()) == 0) {
      out.add("market", weights.marketDiffers());
    }
    if (name.comparable() && !numbered && !name.identifies(elsewhere, oneSite)) {
      limit(out);
    }
    return comparable;
  }

  /// Firms of one town, trade or owner share many facts, and a subsidiary has the website of its
  /// parent. If their names have no distinctive part in common, such facts lead to a review but not
  /// to a merge.
  private void limit(Sum out) {
    if (out.bits > mostUnidentified) {
      out.add("not_distinctive", mostUnidentified - out.bits);
    }
  }

  /// Adds the narrowest place that both have, since it implies the wider ones, and the widest in
  /// which they differ; true if there is one.
  private boolean places(PartyFeatures one, PartyFeatures two, Sum out) {
    if (differ(one.country(), two.country())) {
      out.add("country", weights.countryDiffers());
      return true;
    }
    boolean cities = one.cities().length > 0 && two.cities().length > 0;
    int city = cities ? shared(one.cities(), two.cities()) : 0;
    if (city != 0) {
      out.add("city", place(city, weights.citySame()));
      return false;
    }
    if (differ(one.region(), two.region())) {
      country(one, two, out);
      out.add("region", weights.regionDiffers());
      return true;
    }
    if (one.region() != 0 && one.region() == two.region()) {
      out.add("region", place(one.region(), weights.regionSame()));
    } else {
      country(one, two, out);
    }
    if (cities) {
      out.add("city", weights.cityDiffers());
    }
    return cities;
  }

  private static boolean differ(int one, int two) {
    return one != 0 && two != 0 && one != two;
  }

  private void country(PartyFeatures one, PartyFeatures two, Sum out) {
    if (one.country() != 0 && one.country() == two.country()) {
      out.add("country", weights.countrySame());
    }
  }

  /// Evidence of one place: less if many parties are in it.
  private double place(int place, double same) {
    return Math.clamp(frequencies.ofPlace(place), 0, same);
  }

  private boolean identifiers(PartyFeatures one, PartyFeatures two, Sum out) {
    if (shared(one.identifiers(), two.identifiers()) != 0) {
      out.add("identifier", weights.identifierSame());
      return true;
    }
    if (shared(one.schemes(), two.schemes()) != 0) {
      out.add("identifier", weights.identifierDiffers());
      return true;
    }
    return false;
  }

  /// The first that both have; 0 if there is none.
  private static int shared(int[] one, int[] two) {
    for (int each : one) {
      for (int other : two) {
        if (each == other) {
          return each;
        }
      }
    }
    return 0;
  }
}
