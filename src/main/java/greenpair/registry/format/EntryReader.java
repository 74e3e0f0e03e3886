package greenpair.registry.format;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Disclosure;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Grade;
import greenpair.catalog.Kind;
import greenpair.catalog.Need;
import greenpair.catalog.Profile;
import greenpair.catalog.Programme;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.Tier;
import greenpair.message.Message;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Reads the eight kinds of entries from JSON objects.
final class EntryReader {
  private static final int OLDEST_FIRM = 500;

  private final Codes codes;
  private final Map<Kind, Set<String>> keys = new EnumMap<>(Kind.class);

  EntryReader(Codes codes) {
    this.codes = codes;
    ObjectNode empty = JsonNodeFactory.instance.objectNode();
    for (Kind kind : Kind.values()) {
      keys.put(kind, Set.copyOf(Fields.keys(empty, fields -> entry(kind, fields))));
    }
  }

  /// The entry, or null after its problems were recorded.
  @Nullable Entry read(ObjectNode object, List<Message> problems) {
    return Fields.read(object, null, problems, this::line);
  }

  private @Nullable Entry line(Fields fields) {
    Kind kind = fields.may("kind", field -> field.word(Vocabulary.KIND));
    if (kind == null) {
      fields.missing("kind");
      fields.leaveRest();
      return null;
    }
    return entry(kind, fields);
  }

  private Entry entry(Kind kind, Fields fields) {
    Profile profile = profile(kind, fields);
    return switch (kind) {
      case CITY -> city(profile, fields);
      case NEED -> need(profile, fields);
      case FIRM -> firm(profile, fields);
      case FINANCIER -> financier(profile, fields);
      case SOLUTION -> solution(profile, fields);
      case DEPLOYMENT -> deployment(profile, fields);
      case PROGRAMME -> programme(profile, fields);
      case EXPERT -> ExpertValues.expert(profile, codes, fields);
    };
  }

  private Profile profile(Kind kind, Fields fields) {
    return new Profile(
        fields.must("id", Field::id, Values.SOME_ID),
        fields.must("name", kind.isPartner() ? Values::somebody : Values::text, Values.SOME_TEXT),
        fields.may("description", Values::text),
        fields.list("technologies", codes::any),
        provenance(fields),
        new TreeSet<>(fields.list("unverified", field -> fieldName(kind, field))),
        restricted(kind, fields));
  }

  private static Map<String, Tier> restricted(Kind kind, Fields fields) {
    List<String> names = Disclosure.fields(kind);
    Map<String, Tier> tiers =
        names.isEmpty()
            ? null
            : fields.may(
                "restricted",
                field ->
                    field.object(
                        Message.of("value.tiers", "example", names.getFirst()),
                        each -> tiers(names, each)));
    return tiers == null ? Map.of() : tiers;
  }

  private static Map<String, Tier> tiers(List<String> names, Fields fields) {
    Map<String, Tier> tiers = new TreeMap<>();
    for (String name : names) {
      Tier tier = fields.may(name, field -> field.word(Vocabulary.TIER));
      if (tier != null) {
        tiers.put(name, tier);
      }
    }
    return tiers;
  }

  /// Never empty, since a profile without a source would throw before the other fields are read.
  private static List<Provenance> provenance(Fields fields) {
    List<Provenance> sources =
        fields.must("provenance", field -> field.list(Values::provenance), List.of());
    return sources.isEmpty() ? List.of(Values.SOME_SOURCE) : sources;
  }

  /// A field of this kind, or a part of one, such as `grid` or `grid.factor`.
  private @Nullable String fieldName(Kind kind, Field field) {
    String name = field.string();
    Set<String> names = keys.getOrDefault(kind, Set.of());
    if (name == null || names.contains(name)) {
      return name;
    }
    int dot = name.indexOf('.');
    return dot > 0 && dot < name.length() - 1 && names.contains(name.substring(0, dot))
        ? name
        : field.refuse(
            Field.near(
                Message.of("value.field_of", "kind", Message.of("kind." + kind.word())),
                name,
                names));
  }

  private City city(Profile profile, Fields fields) {
    String country = fields.must("country", Values::country, Values.NOWHERE);
    return new City(
        profile,
        country,
        fields.may("region", field -> Values.region(country, field)),
        fields.may("region_name", Values::text),
        fields.may("place", field -> Values.place(codes, field)),
        fields.may("population", CityValues::population),
        fields.may("koppen", CityValues::koppen),
        fields.may("building_zone", CityValues::buildingZone),
        fields.may("heating_network", field -> field.word(Vocabulary.HEATING)),
        fields.may("grid", CityValues::grid),
        fields.may("target", CityValues::target),
        fields.list("memberships", Field::string),
        fields.may("website", Values::address),
        fields.may("contact", Values::address),
        fields.list("contact_persons", Values::person));
  }

  private Need need(Profile profile, Fields fields) {
    return new Need(
        profile,
        fields.must("city", Field::id, Values.SOME_ID),
        fields.list("instruments", codes::instrument),
        fields.may("budget", Values::money),
        fields.may("stage", field -> field.word(Vocabulary.STAGE)),
        Values.attributes(fields),
        fields.may("standing", NeedValues::standing),
        known(fields.may("purchase", NeedValues::purchase)),
        NeedValues.excludes(fields),
        fields.may("replaces", NeedValues::name));
  }

  private static Need.Purchase known(Need.@Nullable Purchase purchase) {
    return purchase == null ? Need.Purchase.UNKNOWN : purchase;
  }

  private Firm firm(Profile profile, Fields fields) {
    return new Firm(
        profile,
        Values.partner(codes, fields, true),
        fields.may("role", field -> field.word(Vocabulary.ROLE)),
        fields.list("roles", field -> field.word(Vocabulary.PARTY_ROLE)),
        fields.may("founded", field -> field.small(OLDEST_FIRM, Values.LAST_YEAR)));
  }

  private Financier financier(Profile profile, Fields fields) {
    return new Financier(
        profile,
        Values.partner(codes, fields, true),
        fields.may("type", codes::financierType),
        fields.list("instruments", codes::instrument),
        fields.list("borrowers", field -> field.word(Vocabulary.BORROWER)),
        fields.list("memberships", Field::string),
        fields.may("ticket", Values::money),
        fields.list("deals", Values::money),
        fields.may("terms", Values::text));
  }

  private static Solution solution(Profile profile, Fields fields) {
    return new Solution(
        profile,
        fields.may("replaces", Values::text),
        fields.may("readiness", field -> field.small(1, 9)),
        fields.may("typical_size", EntryReader::size),
        fields.list("suits", field -> field.word(Vocabulary.CONDITION)),
        fields.list("avoid", field -> field.word(Vocabulary.CONDITION)),
        fields.may("conditions", Values::text),
        fields.may("grid_dependent", Field::flag));
  }

  private static Solution.@Nullable Size size(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("min", "max", "unit")),
        fields -> {
          Double min = fields.may("min", Values::amount);
          Double max = fields.may("max", each -> Values.amountFrom(min, each));
          return new Solution.Size(min, max, fields.must("unit", Field::string, "missing"));
        });
  }

  private Deployment deployment(Profile profile, Fields fields) {
    EntryId city = fields.must("city", Field::id, Values.SOME_ID);
    Text location = fields.may("location", Values::text);
    Boolean inCity = fields.may("in_city", Field::flag);
    Deployment.Scope scope = fields.may("scope", field -> field.word(Vocabulary.DEPLOYMENT_SCOPE));
    List<EntryId> firms = fields.list("firms", Field::id);
    List<Deployment.Party> parties = fields.list("parties", Values::party);
    List<EntryId> financiers = fields.list("financiers", Field::id);
    List<EntryId> experts = fields.list("experts", Field::id);
    List<Code> instruments = fields.list("instruments", codes::instrument);
    Integer start = fields.may("start", Values::year);
    return new Deployment(
        profile,
        city,
        location,
        inCity,
        scope,
        firms,
        parties,
        financiers,
        experts,
        instruments,
        start,
        fields.may("end", field -> Values.yearFrom(start, field)),
        fields.may("quantity", Values::quantity),
        Values.attributes(fields),
        fields.may("cost", Values::text),
        fields.may("outcome", Values::text),
        fields.may("status", field -> field.word(Vocabulary.DEPLOYMENT_STATUS)),
        fields.must("grade", field -> field.word(Vocabulary.GRADE), Grade.D),
        fields.may("reason", Values::text),
        fields.list("uses", field -> field.word(Vocabulary.FUEL)),
        fields.list("results", EntryReader::result));
  }

  private static Programme programme(Profile profile, Fields fields) {
    return new Programme(
        profile,
        fields.must(
            "participants",
            field -> field.list(EntryReader::participant),
            List.of(new Programme.Participant(Values.SOME_ID, null, List.of()))),
        fields.list("organisers", Values::text),
        fields.may("since", Values::partialDate),
        fields.may("until", Values::partialDate),
        fields.may("website", Values::address),
        fields.may("contact", Values::address));
  }

  private static Programme.@Nullable Participant participant(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("city")),
        fields ->
            new Programme.Participant(
                fields.must("city", Field::id, Values.SOME_ID),
                fields.may("since", Values::partialDate),
                fields.list("needs", Field::id)));
  }

  private static Deployment.@Nullable Result result(Field field) {
    return field.object(
        Message.of("value.object_with", "keys", List.of("measure", "value", "unit", "basis")),
        fields ->
            new Deployment.Result(
                fields.must(
                    "measure", each -> each.word(Vocabulary.MEASURE), Deployment.Measure.COST),
                fields.must("value", each -> each.number(-Field.OPEN, Field.OPEN), 0.0),
                fields.must("unit", Values::text, Values.SOME_TEXT),
                fields.must(
                    "basis", each -> each.word(Vocabulary.BASIS), Deployment.Basis.EXPECTED)));
  }
}
