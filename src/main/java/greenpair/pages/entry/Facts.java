package greenpair.pages.entry;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Expert;
import greenpair.catalog.Financier;
import greenpair.catalog.Firm;
import greenpair.catalog.Kind;
import greenpair.catalog.Language;
import greenpair.catalog.Need;
import greenpair.catalog.PartialDate;
import greenpair.catalog.Partner;
import greenpair.catalog.Partner.ContactPerson;
import greenpair.catalog.Provenance;
import greenpair.catalog.Solution;
import greenpair.catalog.Text;
import greenpair.catalog.value.Market;
import greenpair.catalog.value.SiteCondition;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.pages.view.CatalogNames;
import greenpair.pages.view.PageText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The fields of an entry in order of interest. Unknown fields are left out.
final class Facts {
  private final PageText view;
  private final Snapshot snapshot;
  private final Entry entry;
  private final List<Fact> facts = new ArrayList<>();

  private Facts(PageText view, Snapshot snapshot, Entry entry) {
    this.view = view;
    this.snapshot = snapshot;
    this.entry = entry;
  }

  static List<Fact> of(Entry entry, PageText view, Snapshot snapshot) {
    Facts all = new Facts(view, snapshot, entry);
    switch (entry) {
      case Firm firm -> all.firm(firm);
      case Financier financier -> all.financier(financier);
      case Expert expert -> all.expert(expert);
      case Solution solution -> all.solution(solution);
      case City city -> {}
      case Need need -> {}
      case Deployment deployment -> {}
      case greenpair.catalog.Programme programme -> {}
    }
    return List.copyOf(all.facts);
  }

  private void firm(Firm firm) {
    reach(firm.partner());
    add("role", firm.role(), each -> word("role", each));
    add("founded", firm.founded(), each -> same(view.year(each)));
    partner(firm.partner());
  }

  private void financier(Financier financier) {
    reach(financier.partner());
    add("type", financier.type(), view::label);
    add("instruments", labels(financier.instruments()));
    add("ticket", financier.ticket(), each -> same(view.formats().money(each)));
    add("deals", financier.deals().stream().map(each -> same(view.formats().money(each))).toList());
    add("terms", financier.terms(), text -> text);
    add("borrowers", financier.borrowers().stream().map(this::borrower).toList());
    add("memberships", financier.memberships().stream().map(Facts::same).toList());
    partner(financier.partner());
  }

  private void expert(Expert expert) {
    reach(expert.partner());
    add(
        "languages",
        expert.languages().stream().map(view.formats()::language).map(Facts::same).toList());
    Expert.Days days = expert.days();
    if (days != null) {
      String each = view.say("expert.days", "n", days.count());
      String when =
          days.from() == null && days.until() == null
              ? view.say("expert.each_year", "days", each)
              : Stream.of(period("expert.from", days.from()), period("expert.until", days.until()))
                  .filter(text -> !text.isEmpty())
                  .collect(Collectors.joining(view.say("comma"), each + view.say("comma"), ""));
      add("days", same(when));
    }
    add("affiliation", expert.affiliation(), this::named);
    add("declared", expert.declared(), each -> each.text());
    add("conflicts", expert.conflicts().stream().map(this::conflict).toList());
    partner(expert.partner());
  }

  private String period(String key, @Nullable PartialDate date) {
    return date == null ? "" : view.say(key, "date", view.plain(date.text()));
  }

  private Text named(Entry.Key entry) {
    Text id = same(entry.id().value());
    return snapshot.name(entry.kind(), entry.id()).orElse(id);
  }

  /// The party with the reason and the source.
  private Text conflict(Expert.Conflict conflict) {
    String party = view.plain(named(conflict.with()));
    String reason = conflict.reason() == null ? "" : view.plain(conflict.reason());
    String source = conflict.source().source();
    return same(
        view.say(
            reason.isEmpty() ? "expert.conflict" : "expert.conflict_reason",
            "party",
            party,
            "reason",
            reason,
            "source",
            source));
  }

  private void solution(Solution solution) {
    add("replaces", solution.replaces(), text -> text);
    add("readiness", solution.readiness(), each -> same(view.say("readiness", "level", each)));
    add("typical_size", solution.typicalSize(), each -> same(size(each)));
    add("suits", solution.suits().stream().map(Facts::condition).toList());
    add("avoid", solution.avoid().stream().map(Facts::condition).toList());
    add("conditions", solution.conditions(), text -> text);
    add(
        "grid_dependent",
        solution.gridDependent(),
        each -> same(view.say(each ? "table.yes" : "table.no")));
    Solution.Effect effect = solution.effect();
    if (effect != null) {
      add("effect", effect(effect));
    }
  }

  private List<Text> effect(Solution.Effect effect) {
    String low = view.percent(effect.min());
    String high = view.percent(effect.max());
    String sector = view.say("sector", "word", effect.sector());
    List<Text> values = new ArrayList<>();
    values.add(same(view.say("effect.cut", "low", low, "high", high, "sector", sector)));
    if (effect.investment() != null) {
      values.add(same(view.say("effect.investment", "word", effect.investment())));
    }
    if (effect.years() != null && effect.years().max() != null) {
      String min = effect.years().min() == null ? "0" : view.number(effect.years().min());
      String max = view.number(effect.years().max());
      values.add(same(view.say("effect.years", "min", min, "max", max)));
    } else if (effect.years() != null && effect.years().min() != null) {
      values.add(same(view.say("effect.longer", "min", view.number(effect.years().min()))));
    }
    if (effect.coBenefits() != null) {
      values.add(same(view.say("effect.co_benefits", "text", view.plain(effect.coBenefits()))));
    }
    if (effect.hazards() != null) {
      values.add(same(view.say("effect.hazards", "text", view.plain(effect.hazards()))));
    }
    return values;
  }

  /// How to reach it comes first: it is what most readers look for.
  private void reach(Partner partner) {
    add("website", partner.website(), Facts::same);
    add("contact", partner.contact(), Facts::same);
    add("contact_persons", partner.contactPersons().stream().map(Facts::person).toList());
  }

  private void partner(Partner partner) {
    if (partner.status() != null) {
      List<Text> values = new ArrayList<>(List.of(word("standing", partner.status())));
      if (partner.statusNote() != null) {
        values.add(partner.statusNote());
      }
      add("status", values);
    }
    Partner.Headquarters seat = partner.headquarters();
    if (seat != null) {
      String country = view.formats().country(seat.country());
      Text city = seat.city();
      add(
          "headquarters",
          same(
              city == null
                  ? country
                  : view.say("seat", "city", view.plain(city), "country", country)));
    }
    Market market = partner.market();
    if (market != null) {
      add("market", places(market.in()));
      add("market.unclear", places(market.unclear()));
      add("market.never", places(market.never()));
    }
    if (partner.preferences() != null) {
      PreferenceFacts.of(partner.preferences(), view).forEach(this::add);
    }
    add("aliases", partner.aliases().stream().map(Facts::same).toList());
  }

  private static Text person(ContactPerson person) {
    return new Text(person(person, Language.EN), person(person, Language.ZH));
  }

  private static String person(ContactPerson person, Language language) {
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
    Double min = size.min();
    Double max = size.max();
    String range =
        min == null || max == null
            ? view.number(Objects.requireNonNullElse(min == null ? max : min, 0.0))
            : view.number(min) + "–" + view.number(max);
    return view.measured(range, view.named("unit", size.unit()));
  }

  private List<Text> labels(List<Code> codes) {
    return codes.stream().map(view::label).toList();
  }

  private List<Text> places(List<String> names) {
    return names.stream().map(this::place).toList();
  }

  /// A name in a market: the world, a country, a region, a city or a list of countries.
  private Text place(String name) {
    if (name.matches("[A-Z]{2}")) {
      return same(view.formats().country(name));
    }
    return CatalogNames.find("market", name)
        .or(() -> view.taxonomy().region(name))
        .orElseGet(() -> city(name));
  }

  private Text city(String name) {
    return snapshot.name(Kind.CITY, new EntryId(name)).orElse(same(name));
  }

  private static Text condition(SiteCondition condition) {
    return Message.of("answer.condition." + condition.word()).text();
  }

  private Text borrower(String word) {
    return same(view.named("client", word));
  }

  private Text word(String group, Enum<?> value) {
    return same(view.say(group, "word", value.name()));
  }

  /// Words that are in the page's language already.
  private static Text same(String words) {
    return new Text(words, words);
  }

  private void add(String field, Text value) {
    add(field, List.of(value));
  }

  private <T> void add(String field, @Nullable T value, Function<T, Text> shown) {
    if (value != null) {
      add(field, shown.apply(value));
    }
  }

  private void add(String field, List<Text> values) {
    if (!values.isEmpty()) {
      String stem = field.contains(".") ? field.substring(0, field.indexOf('.')) : field;
      boolean isChecked = entry.verified() && !entry.profile().unverified().contains(stem);
      facts.add(
          new Fact(field, values, isChecked, Provenance.of(stem, entry.profile().provenance())));
    }
  }
}
