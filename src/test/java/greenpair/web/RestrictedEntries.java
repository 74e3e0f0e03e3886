package greenpair.web;

import module java.base;

import greenpair.Records;
import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Preferences;
import greenpair.catalog.Profile;
import greenpair.catalog.Provenance;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.catalog.value.Money;

/// The entries of the cohort with restricted fields, each with a value that stands nowhere else.
final class RestrictedEntries {
  static final EntryId JILIN = new EntryId("cn-jilin");

  private static final Provenance WORD =
      new Provenance("letter", null, null, null, null, true, null, List.of("preferences"));

  private static final Set<String> ABOVE = Set.of("coordinator", "operator");
  private static final Set<String> STAFF = Set.of("staff", "coordinator", "operator");
  static final Set<String> MEMBERS = Set.of("reader", "others", "staff", "coordinator", "operator");

  /// Who may see which value: every field that can be restricted, in both tiers.
  static final Map<String, Set<String>> SEERS =
      Map.ofEntries(
          Map.entry("9483217", STAFF), // budgets of Jilin
          Map.entry("7321987", MEMBERS),
          Map.entry("8765432", ABOVE), // tickets
          Map.entry("8321976", MEMBERS),
          Map.entry("6543217", ABOVE), // deals
          Map.entry("6219873", MEMBERS),
          Map.entry("zyloterms", MEMBERS),
          Map.entry("qexaterms", ABOVE),
          Map.entry("zylocost", STAFF), // of cases in Jilin
          Map.entry("qexacost", MEMBERS),
          Map.entry("zylooutcome", MEMBERS),
          Map.entry("qexaoutcome", STAFF),
          Map.entry("zylofirmperson", ABOVE), // contact persons
          Map.entry("qexafirmperson", MEMBERS),
          Map.entry("zylobankperson", ABOVE),
          Map.entry("zylofirmwish", ABOVE), // preferences
          Map.entry("qexafirmwish", MEMBERS),
          Map.entry("zylobankwish", ABOVE),
          Map.entry("zylocityperson", STAFF));

  private static final String PERSONS = "contact_persons";
  private static final String WISHES = "preferences";

  private static final Map<String, String> FIRMS =
      Map.of("byd", "zylofirm", "new-flyer", "qexafirm");

  // Set while the fixtures are read.
  @SuppressWarnings("NullAway.Init")
  Need need;

  @SuppressWarnings("NullAway.Init")
  Financier financier;

  @SuppressWarnings("NullAway.Init")
  private EntryId otherFinancier;

  @SuppressWarnings("NullAway.Init")
  Deployment deployment;

  /// The entries that hold them, and their city.
  final Map<String, Kind> kinds = new TreeMap<>(Map.of(JILIN.value(), Kind.CITY));

  static Set<String> seers(String sign) {
    return SEERS.getOrDefault(sign, Set.of());
  }

  Entry restricted(Entry entry) {
    if (entry instanceof Need one && one.city().equals(JILIN) && !isSeededTwice(Kind.NEED)) {
      boolean isFirst = need == null;
      Tier tier = isFirst ? Tier.PRIVATE : Tier.PROGRAMME;
      double budget = isFirst ? 9_483_217 : 7_321_987;
      Need seeded =
          Records.with(
              one,
              "profile",
              profile(one, Map.of("budget", tier)),
              "budget",
              new Money(budget, budget, "USD"),
              "standing",
              null,
              "purchase",
              Need.Purchase.UNKNOWN);
      need = isFirst ? seeded : need;
      kinds.put(seeded.id().value(), Kind.NEED);
      return seeded;
    }
    if (entry instanceof Financier one) {
      boolean isFirst = one.id().value().equals("adb");
      if (isFirst) {
        financier =
            financier(
                one,
                Map.of(
                    "ticket",
                    Tier.PRIVATE,
                    "deals",
                    Tier.PRIVATE,
                    "terms",
                    Tier.PROGRAMME,
                    PERSONS,
                    Tier.PRIVATE,
                    WISHES,
                    Tier.PRIVATE),
                new Money(1.0, 8_765_432.0, "USD"),
                new Money(6_543_217.0, 6_543_217.0, "USD"),
                new Text("zyloterms", "zyloterms条款"));
        return financier;
      }
      if (otherFinancier == null) {
        otherFinancier = one.id();
        return financier(
            one,
            Map.of("ticket", Tier.PROGRAMME, "deals", Tier.PROGRAMME, "terms", Tier.PRIVATE),
            new Money(1.0, 8_321_976.0, "USD"),
            new Money(6_219_873.0, 6_219_873.0, "USD"),
            new Text("qexaterms", "qexaterms条款"));
      }
      return entry;
    }
    if (entry instanceof Firm one && FIRMS.containsKey(one.id().value())) {
      kinds.put(one.id().value(), Kind.FIRM);
      Tier tier = one.id().value().equals("byd") ? Tier.PRIVATE : Tier.PROGRAMME;
      return Records.with(
          one,
          "profile",
          profile(one, Map.of(PERSONS, tier, WISHES, tier)),
          "partner",
          partner(one.partner(), FIRMS.getOrDefault(one.id().value(), "")));
    }
    if (entry instanceof City one && one.id().equals(JILIN)) {
      return Records.with(
          one,
          "profile",
          profile(one, Map.of(PERSONS, Tier.PRIVATE)),
          "contactPersons",
          List.of(person("zylocityperson")));
    }
    if (entry instanceof Deployment one && deployment == null) {
      deployment =
          deployment(
              one,
              Map.of("cost", Tier.PRIVATE, "outcome", Tier.PROGRAMME),
              new Text("zylocost", null),
              new Text("zylooutcome", "zylooutcome成果"));
      return deployment;
    }
    if (entry instanceof Deployment one && !isSeededTwice(Kind.DEPLOYMENT)) {
      return deployment(
          one,
          Map.of("cost", Tier.PROGRAMME, "outcome", Tier.PRIVATE),
          new Text("qexacost", "qexacost"),
          new Text("qexaoutcome", null));
    }
    return entry;
  }

  private static ContactPerson person(String sign) {
    return new ContactPerson(
        new Text(sign, sign), new Text("Sales", "销售"), sign + "@example.org", "+1 510 555 0100");
  }

  private static Partner partner(Partner one, String sign) {
    return Records.with(
        one,
        "contactPersons",
        List.of(person(sign + "person")),
        "preferences",
        wishes(sign + "wish"));
  }

  /// Met by the needs of Chinese cities for electric buses.
  private static Preferences wishes(String sign) {
    return new Preferences(
        PartialDate.of("2026-05"),
        null,
        List.of("CN"),
        List.of(new Code("TRN.PUB.EBS")),
        List.of(sign),
        null);
  }

  private boolean isSeededTwice(Kind kind) {
    return Collections.frequency(kinds.values(), kind) >= 2;
  }

  private Financier financier(
      Financier one, Map<String, Tier> restricted, Money ticket, Money deal, Text terms) {
    kinds.put(one.id().value(), Kind.FINANCIER);
    return Records.with(
        one,
        "profile",
        profile(one, restricted),
        "partner",
        restricted.containsKey(PERSONS) ? partner(one.partner(), "zylobank") : one.partner(),
        "ticket",
        ticket,
        "deals",
        List.of(deal),
        "terms",
        terms);
  }

  private Deployment deployment(
      Deployment one, Map<String, Tier> restricted, Text cost, Text outcome) {
    kinds.put(one.id().value(), Kind.DEPLOYMENT);
    return Records.with(
        one, "profile", profile(one, restricted), "city", JILIN, "cost", cost, "outcome", outcome);
  }

  private static Profile profile(Entry entry, Map<String, Tier> restricted) {
    Profile open = entry.profile();
    return Records.with(
        open,
        "provenance",
        Stream.concat(open.provenance().stream(), Stream.of(WORD)).toList(),
        "restricted",
        restricted);
  }
}
