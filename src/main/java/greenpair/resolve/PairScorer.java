package greenpair.resolve;

import greenpair.resolve.block.PartyFeatures;
import greenpair.resolve.name.Frequencies;
import greenpair.resolve.name.NameScorer;
import greenpair.resolve.name.ResolveSettings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adds up the evidence that two parties are the same.
final class PairScorer {
  private final ResolveSettings.Facts weights;
  private static final double A_LITTLE = 0.1;

  private final NameScorer names;
  private final double mostPartial;

  PairScorer(ResolveSettings settings, Frequencies frequencies) {
    this.weights = settings.fact();
    this.mostPartial = settings.match() - A_LITTLE;
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
        !shares(one.identifiers(), two.identifiers())
            && (one.website() == 0 || one.website() != two.website());
    return new Score(sum.bits, comparable, byName);
  }

  List<MatchWeight> explain(PartyFeatures one, PartyFeatures two) {
    List<MatchWeight> evidence = new ArrayList<>();
    collect(one, two, new Sum(evidence));
    return evidence;
  }

  /// The sum of bits; the facts are kept only if they are needed.
  private static final class Sum {
    private final @Nullable List<MatchWeight> facts;
    private double bits;

    Sum(@Nullable List<MatchWeight> facts) {
      this.facts = facts;
    }

    void add(String fact, double more) {
      bits += more;
      if (facts != null) {
        facts.add(new MatchWeight(fact, more));
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
    fact(
        "website",
        one.website(),
        two.website(),
        weights.websiteSame(),
        weights.websiteDiffers(),
        out);
    fact(
        "country",
        one.country(),
        two.country(),
        weights.countrySame(),
        weights.countryDiffers(),
        out);
    fact("region", one.region(), two.region(), weights.regionSame(), weights.regionDiffers(), out);
    if (one.cities().length > 0 && two.cities().length > 0) {
      boolean same = shares(one.cities(), two.cities());
      out.add("city", same ? weights.citySame() : weights.cityDiffers());
    }
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
        && !shares(one.markets(), two.markets())) {
      out.add("market", weights.marketDiffers());
    }
    if (name.partial() && !numbered) {
      limit(out);
    }
    return comparable;
  }

  /// A subsidiary shares city, website and field with its parent, so if only one name has certain
  /// words, such facts can lead to a review but not to a merge.
  private void limit(Sum out) {
    if (out.bits > mostPartial) {
      out.add("subsidiary", mostPartial - out.bits);
    }
  }

  private boolean identifiers(PartyFeatures one, PartyFeatures two, Sum out) {
    if (shares(one.identifiers(), two.identifiers())) {
      out.add("identifier", weights.identifierSame());
      return true;
    }
    if (shares(one.schemes(), two.schemes())) {
      out.add("identifier", weights.identifierDiffers());
      return true;
    }
    return false;
  }

  private static void fact(String name, int one, int two, double same, double differs, Sum out) {
    if (one != 0 && two != 0) {
      out.add(name, one == two ? same : differs);
    }
  }

  private static boolean shares(int[] one, int[] two) {
    for (int each : one) {
      for (int other : two) {
        if (each == other) {
          return true;
        }
      }
    }
    return false;
  }
}
