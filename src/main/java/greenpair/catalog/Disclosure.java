package greenpair.catalog;

import greenpair.catalog.value.InvalidException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which fields of an entry may be shown to which caller. Only these fields can be restricted.
/// Ranking still uses budget, ticket, deals and preferences, but then discloses only that a
/// confidential criterion is met. Contact persons are never public.
public final class Disclosure {
  private static final String BUDGET = "budget";
  private static final String TICKET = "ticket";
  private static final String DEALS = "deals";
  private static final String TERMS = "terms";
  private static final String COST = "cost";
  private static final String OUTCOME = "outcome";
  private static final String DAYS = "days";
  private static final String PERSONS = "contact_persons";

  private Disclosure() {}

  /// The fields of a kind that can be restricted.
  public static List<String> fields(Kind kind) {
    return switch (kind) {
      case NEED -> List.of(BUDGET);
      case FIRM -> List.of(PERSONS, Preferences.FIELD);
      case FINANCIER -> List.of(TICKET, DEALS, TERMS, PERSONS, Preferences.FIELD);
      case EXPERT -> List.of(DAYS, PERSONS);
      case DEPLOYMENT -> List.of(COST, OUTCOME);
      case CITY -> List.of(PERSONS);
      case SOLUTION, PROGRAMME -> List.of();
    };
  }

  /// Whether entries of the kind have contact persons.
  public static boolean hasPersons(Kind kind) {
    return fields(kind).contains(PERSONS);
  }

  /// The city whose staff may see the private fields of an entry; null if it belongs to no city.
  public static @Nullable EntryId city(Entry entry) {
    return switch (entry) {
      case Need need -> need.city();
      case Deployment deployment -> deployment.city();
      case City city -> city.id();
      case Entry.OfPartner _, Solution _, Programme _ -> null;
    };
  }

  /// The entry as all users may see it.
  public static Entry open(Entry entry) {
    return to(Set.of(Tier.PUBLIC), entry);
  }

  /// The entry without fields of other tiers. It still names these fields.
  public static Entry to(Collection<Tier> tiers, Entry entry) {
    Map<String, Tier> restricted = entry.profile().restricted();
    if (restricted.values().stream().allMatch(tiers::contains)) {
      return entry;
    }
    Seen seen = new Seen(restricted, tiers);
    return switch (entry) {
      case Need need -> need.with(need.profile(), seen.of(BUDGET, need.budget()));
      case Financier financier ->
          new Financier(
              financier.profile(),
              seen.of(financier.partner()),
              financier.type(),
              financier.instruments(),
              financier.borrowers(),
              financier.memberships(),
              seen.of(TICKET, financier.ticket()),
              seen.may(DEALS) ? financier.deals() : List.of(),
              seen.of(TERMS, financier.terms()));
      case Deployment deployment ->
          new Deployment(
              deployment.profile(),
              deployment.city(),
              deployment.location(),
              deployment.inCity(),
              deployment.scope(),
              deployment.firms(),
              seen.parties(deployment.parties()),
              deployment.financiers(),
              deployment.experts(),
              deployment.instruments(),
              deployment.start(),
              deployment.end(),
              deployment.quantity(),
              deployment.attributes(),
              seen.of(COST, deployment.cost()),
              seen.of(OUTCOME, deployment.outcome()),
              deployment.status(),
              deployment.grade(),
              seen.of(OUTCOME, deployment.reason()),
              deployment.uses(),
              seen.may(OUTCOME) ? deployment.results() : List.of());
      case City city -> seen.may(PERSONS) ? city : city.with(city.profile(), List.of());
      case Firm firm ->
          new Firm(
              firm.profile(), seen.of(firm.partner()), firm.role(), firm.roles(), firm.founded());
      case Expert expert ->
          new Expert(
              expert.profile(),
              seen.of(expert.partner()),
              expert.languages(),
              seen.of(DAYS, expert.days()),
              expert.affiliation(),
              expert.declared(),
              expert.conflicts());
      case Solution solution -> solution;
      case Programme programme -> programme;
    };
  }

  /// The entry with further contact persons, which are private unless it gives them another tier.
  public static Entry withPersons(
      Entry entry, List<Partner.ContactPerson> further, Provenance source) {
    return switch (entry) {
      case Firm firm ->
          new Firm(
              restricting(firm.profile(), source),
              with(firm.partner(), further),
              firm.role(),
              firm.roles(),
              firm.founded());
      case Financier financier ->
          new Financier(
              restricting(financier.profile(), source),
              with(financier.partner(), further),
              financier.type(),
              financier.instruments(),
              financier.borrowers(),
              financier.memberships(),
              financier.ticket(),
              financier.deals(),
              financier.terms());
      case Expert expert ->
          new Expert(
              restricting(expert.profile(), source),
              with(expert.partner(), further),
              expert.languages(),
              expert.days(),
              expert.affiliation(),
              expert.declared(),
              expert.conflicts());
      case City city ->
          city.with(restricting(city.profile(), source), joined(city.contactPersons(), further));
      case Need _, Solution _, Deployment _, Programme _ -> entry;
    };
  }

  private static Partner with(Partner partner, List<Partner.ContactPerson> further) {
    return partner.with(joined(partner.contactPersons(), further), partner.preferences());
  }

  private static Profile restricting(Profile profile, Provenance source) {
    Map<String, Tier> restricted = new TreeMap<>(profile.restricted());
    restricted.putIfAbsent(PERSONS, Tier.PRIVATE);
    return new Profile(
        profile.id(),
        profile.name(),
        profile.description(),
        profile.technologies(),
        joined(profile.provenance(), List.of(source)),
        profile.unverified(),
        restricted);
  }

  private static <T> List<T> joined(List<T> first, List<T> then) {
    return Stream.concat(first.stream(), then.stream()).toList();
  }

  private record Seen(Map<String, Tier> restricted, Collection<Tier> tiers) {
    boolean may(String field) {
      return tiers.contains(restricted.getOrDefault(field, Tier.PUBLIC));
    }

    <T> @Nullable T of(String field, @Nullable T value) {
      return may(field) ? value : null;
    }

    /// How it went for a firm is a part of the outcome.
    List<Deployment.Party> parties(List<Deployment.Party> parties) {
      return may(OUTCOME)
          ? parties
          : parties.stream()
              .map(
                  each ->
                      new Deployment.Party(
                          each.firm(), each.role(), each.share(), each.did(), null, null, null))
              .toList();
    }

    Partner of(Partner partner) {
      return partner.with(
          may(PERSONS) ? partner.contactPersons() : List.of(),
          of(Preferences.FIELD, partner.preferences()));
    }
  }

  /// Rejects contact persons without a tier.
  static void checkPersons(Profile profile, List<Partner.ContactPerson> persons) {
    if (!persons.isEmpty() && !profile.restricted().containsKey(PERSONS)) {
      throw new InvalidException(
          "contact_persons",
          "contact_persons must be restricted; add \"restricted\":"
              + " {\"contact_persons\": \"private\"} or \"programme\"");
    }
  }

  /// Whether ranking uses deal sizes of a financier that some users may not see.
  public static boolean hidesDeals(Financier financier) {
    return financier.profile().restricted().containsKey(TICKET)
        || financier.profile().restricted().containsKey(DEALS);
  }

  /// Whether some users may not see what a partner has stated that it wants.
  public static boolean hidesPreferences(Profile profile) {
    return profile.restricted().containsKey(Preferences.FIELD);
  }

  /// Whether ranking uses a budget that some users may not see.
  public static boolean hidesBudget(Need need) {
    return need.profile().restricted().containsKey(BUDGET);
  }
}
