package greenpair.index.document;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Need;
import greenpair.catalog.Partner;
import greenpair.catalog.Programme;
import greenpair.catalog.Solution;
import greenpair.catalog.value.Market;
import greenpair.index.contract.Precedent;
import org.jspecify.annotations.Nullable;

/// The features by which candidate generation finds an entry: the strength of each technology code,
/// overall and in each country and region. Stored as a Lucene feature field, the `rank_features` of
/// OpenSearch, whose impacts let a search skip weak documents.
///
/// Strength of a code = 1 + sum over deployments that prove it of A 3, B 2, C 1, and 1/2 of each
/// that is planned, approved or being built. Only the order matters here; evidence is weighed
/// exactly when candidates are ranked.
public final class CandidateFeatures {
  private final Map<String, Float> strengths = new HashMap<>();

  /// Strengths of a code of its own and of what deployments add.
  void add(Entry entry) {
    for (Code code : entry.technologies()) {
      raise(code.value(), 1);
      switch (entry) {
        case Entry.OfPartner partner -> addPlaces(code, partner.partner());
        case City _, Need _, Solution _, Deployment _, Programme _ -> {}
      }
    }
  }

  private void addPlaces(Code code, Partner partner) {
    Partner.Headquarters seat = partner.headquarters();
    if (seat != null) {
      add(code, seat.country(), seat.region(), 0);
    }
    Market market = partner.market();
    if (market != null) {
      market.in().forEach(place -> raise(at(code, place), 1));
    }
  }

  /// The strength that one deployment adds; a planned one proves nothing and adds little.
  void add(Precedent proof) {
    float strength =
        switch (proof.grade()) {
          case A -> 3;
          case B -> 2;
          case C -> 1;
          case D -> isPending(proof.status()) ? 0.5f : 0;
        };
    if (strength == 0) {
      return;
    }
    for (Code code : proof.technologies()) {
      raise(code.value(), 1);
      strengths.merge(code.value(), strength, Float::sum);
      add(code, proof.city().country(), proof.city().region(), strength);
    }
  }

  private static boolean isPending(Deployment.@Nullable Status status) {
    return status == Deployment.Status.PLANNED
        || status == Deployment.Status.APPROVED
        || status == Deployment.Status.BUILDING;
  }

  private void add(Code code, String country, @Nullable String region, float strength) {
    raise(at(code, country), 1);
    strengths.merge(at(code, country), strength, Float::sum);
    if (region != null) {
      raise(at(code, region), 1);
      strengths.merge(at(code, region), strength, Float::sum);
    }
  }

  private void raise(String name, float least) {
    strengths.merge(name, least, Math::max);
  }

  public static String at(Code code, String place) {
    return code.value() + '@' + place;
  }

  Map<String, Float> strengths() {
    return strengths;
  }
}
