package greenpair.index.contract;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.Programme;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.value.DealSizes;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Place;
import greenpair.catalog.value.SiteCondition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The data of a candidate that ranking needs, read from doc values: no texts, no provenance.
public sealed interface Traits {
  List<Code> technologies();

  /// Those of an entry.
  static Traits of(Entry entry) {
    List<Code> codes = entry.technologies();
    boolean verified = entry.verified();
    return switch (entry) {
      case Firm firm ->
          new OfFirm(
              codes, verified, Organisation.of(firm), firm.role(), firm.roles(), firm.group());
      case Financier financier ->
          new OfFinancier(
              codes,
              verified,
              Organisation.of(financier),
              financier.type(),
              financier.instruments(),
              financier.borrowers(),
              financier.memberships(),
              new DealSizes(
                  financier.ticket(), financier.deals(), Disclosure.hidesDeals(financier)));
      case Expert expert -> OfExpert.of((Expert) Disclosure.open(expert), Organisation.of(expert));
      case Solution solution ->
          new OfSolution(
              codes,
              verified,
              solution.readiness(),
              solution.suits(),
              solution.avoid(),
              solution.gridDependent());
      case City _, Need _, Deployment _, Programme _ -> new Other(codes, verified);
    };
  }

  boolean verified();

  /// Null for a solution and for what is no partner.
  default @Nullable Organisation organisation() {
    return null;
  }

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
      @Nullable StatedPreferences preferences) {
    private static Organisation of(Entry.OfPartner entry) {
      Partner partner = entry.partner();
      Partner.Headquarters seat = partner.headquarters();
      Preferences wanted = partner.preferences();
      return new Organisation(
          partner.status(),
          partner.seen(),
          !entry.profile().unverified().contains("status"),
          partner.market(),
          seat == null ? null : seat.country(),
          seat == null ? null : seat.region(),
          seat == null ? null : seat.place(),
          wanted == null
              ? null
              : new StatedPreferences(wanted, Disclosure.hidesPreferences(entry.profile())));
    }
  }

  /// Of a firm.
  ///
  /// @param roles what it does in projects; empty is unknown
  record OfFirm(
      List<Code> technologies,
      boolean verified,
      Organisation organisation,
      Firm.@Nullable Role role,
      List<Deployment.Role> roles,
      @Nullable String group)
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
      implements Traits {
    private static OfExpert of(Expert open, Organisation organisation) {
      return new OfExpert(
          open.technologies(),
          open.verified(),
          organisation,
          open.languages(),
          open.days(),
          open.affiliation(),
          open.declared(),
          open.conflicts().stream().map(OfExpert::shown).toList());
    }

    /// A conflict with what the gate shows of its source.
    private static Expert.Conflict shown(Expert.Conflict conflict) {
      Provenance source = conflict.source();
      return new Expert.Conflict(
          conflict.with(),
          null,
          new Provenance(
              source.source(),
              null,
              source.publisher(),
              source.published(),
              null,
              source.verified(),
              null,
              List.of()));
    }
  }

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
