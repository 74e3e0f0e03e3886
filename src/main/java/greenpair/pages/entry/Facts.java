package greenpair.pages.entry;

import module java.base;

import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.FieldTable;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Preferences;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.Money;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.view.CatalogNames;
import greenpair.pages.view.PageText;
import org.jspecify.annotations.Nullable;

/// The known fields of partners and solutions in order of interest: how to reach a partner comes
/// first, since most readers look for that. How a value is shown follows from its type.
record Facts(Entry entry, PageText view, Snapshot snapshot) {
  private static final List<String> FIELDS =
      List.of(
          "website",
          "contact",
          "contact_persons",
          "role",
          "founded",
          "type",
          "instruments",
          "ticket",
          "deals",
          "terms",
          "borrowers",
          "memberships",
          "languages",
          "days",
          "affiliation",
          "declared",
          "conflicts",
          "replaces",
          "readiness",
          "typical_size",
          "suits",
          "avoid",
          "conditions",
          "grid_dependent",
          "effect",
          "status",
          "headquarters",
          "market",
          "preferences",
          "aliases");

  private static final List<String> PREFERENCES =
      List.of("technologies", "places", "project_size", "clients", "capacity", "stated");

  static List<Fact> of(Entry entry, PageText view, Snapshot snapshot) {
    Facts facts = new Facts(entry, view, snapshot);
    Map<String, Object> known = FieldTable.known(entry);
    return FIELDS.stream()
        .filter(known::containsKey)
        .flatMap(field -> facts.of(field, Objects.requireNonNull(known.get(field))))
        .toList();
  }

  /// The facts of a field; one whose parts are fields for the reader has one for each.
  private Stream<Fact> of(String field, Object value) {
    return switch (value) {
      case Market market ->
          Stream.of(
                  fact(field, field, market.in()),
                  fact(field, "market.unclear", market.unclear()),
                  fact(field, "market.never", market.never()))
              .flatMap(each -> each);
      case Preferences stated -> {
        Map<String, Object> known = FieldTable.known(stated);
        yield PREFERENCES.stream()
            .filter(known::containsKey)
            .flatMap(
                part ->
                    fact(
                        field,
                        Preferences.FIELD + "." + part,
                        Objects.requireNonNull(known.get(part))));
      }
      default -> fact(field, field, value);
    };
  }

  /// @param field of the entry, whose sources are those of the fact
  private Stream<Fact> fact(String field, String name, Object value) {
    List<Text> values = values(name, value);
    boolean isChecked = entry.verified() && !entry.profile().unverified().contains(field);
    return values.isEmpty()
        ? Stream.empty()
        : Stream.of(
            new Fact(name, values, isChecked, Provenance.of(field, entry.profile().provenance())));
  }

  private List<Text> values(String field, Object value) {
    return switch (value) {
      case Collection<?> all -> all.stream().flatMap(each -> values(field, each).stream()).toList();
      case Partner.Status status -> {
        Text note = Entry.partner(entry).statusNote();
        Text word = same(view.say("standing", "word", status.name()));
        yield note == null ? List.of(word) : List.of(word, note);
      }
      case Solution.Effect effect -> effect(effect);
      case Preferences.Capacity capacity ->
          Stream.of(
                  counted("capacity.cities", capacity.cities()),
                  counted("capacity.projects", capacity.projects()))
              .flatMap(each -> each)
              .toList();
      default -> List.of(value(field, value));
    };
  }

  private Stream<Text> counted(String key, @Nullable Integer number) {
    return number == null ? Stream.empty() : Stream.of(same(view.say(key, "n", number)));
  }

  private Text value(String field, Object value) {
    return switch (value) {
      case Text text -> text;
      case Code code -> view.label(code);
      case PartialDate date -> date.text();
      case Entry.Key key -> named(key);
      case Partner.ContactPerson person ->
          new Text(person(person, Language.EN), person(person, Language.ZH));
      case SiteCondition condition -> Message.of("answer.condition." + condition.word()).text();
      case Money money -> same(view.formats().money(money));
      case Enum<?> word -> same(view.say(field, "word", word.name()));
      case Boolean isSo -> same(view.say(isSo ? "table.yes" : "table.no"));
      case Expert.Days days -> same(days(days));
      case Expert.Conflict conflict -> same(conflict(conflict));
      case Solution.Size size -> same(size(size));
      case Partner.Headquarters seat -> {
        String country = view.formats().country(seat.country());
        Text city = seat.city();
        yield same(city == null ? country : seat(view.plain(city), country));
      }
      default -> word(field, value);
    };
  }

  /// A word or number, which means what its field says.
  private Text word(String field, Object value) {
    String word = String.valueOf(value);
    return switch (field) {
      case "founded" -> same(view.year(Integer.valueOf(word)));
      case "readiness" -> same(view.say("readiness", "level", value));
      case "languages" -> same(view.formats().language(word));
      case "borrowers", "preferences.clients" -> same(view.named("client", word));
      case "preferences.places", "market", "market.unclear", "market.never" -> place(word);
      default -> same(word);
    };
  }

  /// The world, a country, a region, a city or a list of countries.
  private Text place(String name) {
    if (name.matches("[A-Z]{2}")) {
      return same(view.formats().country(name));
    }
    return CatalogNames.find("market", name)
        .or(() -> view.taxonomy().region(name))
        .or(() -> EntryId.parse(name).flatMap(id -> snapshot.name(Kind.CITY, id)))
        .orElseGet(
            () ->
                same(
                    name.matches("[A-Z]{2}-.*")
                        ? seat(name, view.formats().country(name.substring(0, 2)))
                        : name));
  }

  private String seat(String city, String country) {
    return view.say("seat", "city", city, "country", country);
  }

  private String days(Expert.Days days) {
    String each = view.say("expert.days", "n", days.count());
    return days.from() == null && days.until() == null
        ? view.say("expert.each_year", "days", each)
        : Stream.of(period("expert.from", days.from()), period("expert.until", days.until()))
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining(view.say("comma"), each + view.say("comma"), ""));
  }

  private String period(String key, @Nullable PartialDate date) {
    return date == null ? "" : view.say(key, "date", view.plain(date.text()));
  }

  private Text named(Entry.Key key) {
    return snapshot.nameOrId(key.kind(), key.id());
  }

  /// The party with the reason and the source.
  private String conflict(Expert.Conflict conflict) {
    String reason = conflict.reason() == null ? "" : view.plain(conflict.reason());
    return view.say(
        reason.isEmpty() ? "expert.conflict" : "expert.conflict_reason",
        "party",
        view.plain(named(conflict.with())),
        "reason",
        reason,
        "source",
        conflict.source().source());
  }

  private List<Text> effect(Solution.Effect effect) {
    List<String> values = new ArrayList<>();
    values.add(
        view.say(
            "effect.cut",
            "low",
            view.formats().percent(effect.min()),
            "high",
            view.formats().percent(effect.max()),
            "sector",
            view.say("sector", "word", effect.sector())));
    if (effect.investment() != null) {
      values.add(view.say("effect.investment", "word", effect.investment()));
    }
    if (effect.years() != null && effect.years().max() != null) {
      String min = effect.years().min() == null ? "0" : view.number(effect.years().min());
      values.add(view.say("effect.years", "min", min, "max", view.number(effect.years().max())));
    } else if (effect.years() != null && effect.years().min() != null) {
      values.add(view.say("effect.longer", "min", view.number(effect.years().min())));
    }
    if (effect.coBenefits() != null) {
      values.add(view.say("effect.co_benefits", "text", view.plain(effect.coBenefits())));
    }
    if (effect.hazards() != null) {
      values.add(view.say("effect.hazards", "text", view.plain(effect.hazards())));
    }
    return values.stream().map(Facts::same).toList();
  }

  private static String person(Partner.ContactPerson person, Language language) {
    Text role = person.role();
    return Stream.of(
            person.name().best(language),
            role == null ? null : role.best(language),
            person.email(),
            person.phone())
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private String size(Solution.Size size) {
    String range =
        Stream.of(size.min(), size.max())
            .filter(Objects::nonNull)
            .map(view::number)
            .collect(Collectors.joining("–"));
    return view.measured(range.isEmpty() ? view.number(0) : range, view.named("unit", size.unit()));
  }

  /// Words that are in the page's language already.
  private static Text same(String words) {
    return new Text(words, words);
  }
}
