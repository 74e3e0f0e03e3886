package greenpair.index.contract;

import greenpair.catalog.Code;
import greenpair.catalog.DealSizes;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Firm;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.SiteCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of a candidate that ranking needs, read from doc values: no texts, no provenance.
public sealed interface Traits {
  List<Code> technologies();

  boolean verified();

  /// The data of an organisation that ranking needs.
  ///
  /// @param seen date of the latest source that shows it in business
  record Organisation(
      Partner.@Nullable Status status,
      @Nullable PartialDate seen,
      boolean statusVerified,
      @Nullable Market market,
      @Nullable String country,
      @Nullable String region,
      @Nullable Place place,
      @Nullable StatedPreferences preferences) {}

  /// Of a firm.
  ///
  /// @param roles what it does in projects; empty is unknown
  record OfFirm(
      List<Code> technologies,
      boolean verified,
      Organisation organisation,
      Firm.@Nullable Role role,
      List<Deployment.Role> roles)
      implements Traits {}

  /// Of a financier.
  ///
  /// @param sizes of its deals, which ranking compares and nothing can read
  record OfFinancier(
      List<Code> technologies,
      boolean verified,
      Organisation organisation,
      @Nullable Code type,
      List<Code> instruments,
      List<String> borrowers,
      List<String> memberships,
      DealSizes sizes)
      implements Traits {}

  /// Of an expert.
  ///
  /// @param days without restricted ones
  /// @param conflicts with their sources, which the gate shows
  record OfExpert(
      List<Code> technologies,
      boolean verified,
      Organisation organisation,
      List<String> languages,
      Expert.@Nullable Days days,
      Entry.@Nullable Key affiliation,
      @Nullable PartialDate declared,
      List<Expert.Conflict> conflicts)
      implements Traits {}

  record OfSolution(
      List<Code> technologies,
      boolean verified,
      @Nullable Integer readiness,
      List<SiteCondition> suits,
      List<SiteCondition> avoid,
      @Nullable Boolean gridDependent)
      implements Traits {}

  record Other(List<Code> technologies, boolean verified) implements Traits {}
}
