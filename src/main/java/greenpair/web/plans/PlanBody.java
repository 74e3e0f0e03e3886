package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Money;
import greenpair.index.read.Snapshot;
import greenpair.message.Message;
import greenpair.plan.allocation.AllocationProblem;
import greenpair.plan.allocation.Requirement;
import greenpair.plan.cohort.CohortReport;
import greenpair.plan.input.AmountReader;
import greenpair.plan.input.PlanRequest;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads the body of a planning request and reports all its errors.
record PlanBody(Input input, BodyFields body) {
  private static final int MANY = 1_000;
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern COUNTED = Pattern.compile("([^=]+)=([0-9]{1,4})");
  private static final Pattern JOINED = Pattern.compile("([^=]+)=([^=]+)");
  private static final Pattern AT = Pattern.compile("([^@]+)(?:@([^@]+))?");

  PlanRequest.Cohort cohort() {
    Map<String, Integer> places = new TreeMap<>();
    counted("sides", form("CN=5"))
        .forEach(
            (at, each) -> {
              if (COUNTRY.matcher(each.word()).matches()) {
                places.put(each.word(), each.count());
              } else {
                wrong(at, each.word(), Message.of("plan.side"));
              }
            });
    if (places.isEmpty()) {
      places.putAll(Map.of("CN", 5, "US", 5));
    }
    Long draws = body.whole("draws", 1, 100_000);
    Long seed = body.whole("seed", 0, 1L << 50);
    return new PlanRequest.Cohort(
        places,
        new TreeSet<>(cities("must")),
        new TreeSet<>(cities("must_not")),
        whole("of_province", 1),
        body.number("difference", 0, 1),
        draws == null ? CohortReport.DRAWS : draws.intValue(),
        seed == null ? 1 : seed);
  }

  PlanRequest.Pairs pairs() {
    List<String> sides =
        body.list(
            "sides",
            (at, word) -> {
              if (COUNTRY.matcher(word).matches()) {
                return Optional.of(word);
              }
              wrong(at, word, Message.of("plan.country"));
              return Optional.empty();
            });
    if (!sides.isEmpty() && (sides.size() != 2 || sides.getFirst().equals(sides.getLast()))) {
      wrong("sides", String.join(", ", sides), Message.of("plan.countries"));
    }
    Integer perCity = whole("per_city", 1);
    Map<EntryId, List<EntryId>> preferences = new TreeMap<>();
    List<EntryId> cities = cities("cities");
    for (Joined each : joined("preferences", JOINED, form("CITY=CITY:CITY"))) {
      EntryId city = input.city(each.at(), each.left());
      List<EntryId> wished = new ArrayList<>();
      for (String word : String.valueOf(each.right()).split(":", -1)) {
        EntryId one = input.city(each.at(), word);
        if (one != null) {
          wished.add(one);
        }
      }
      if (city != null) {
        preferences.put(city, wished);
      }
    }
    return new PlanRequest.Pairs(
        sides.size() == 2 ? sides : List.of("CN", "US"),
        cities,
        perCity == null ? 1 : perCity,
        preferences);
  }

  /// @param kept places of an earlier plan
  /// @param declined what cities declined of it, which is ruled out
  PlanRequest.Partners partners(
      List<AllocationProblem.Place> kept, List<Requirement.Veto> declined) {
    Map<EntryId, Integer> capacities = new TreeMap<>();
    counted("capacities", form("PARTNER=2"))
        .forEach(
            (at, each) -> {
              EntryId partner = partner(at, each.word());
              if (partner != null) {
                capacities.put(partner, each.count());
              }
            });
    List<Requirement.Pin> pins = new ArrayList<>();
    for (Joined each : joined("pins", JOINED, form("NEED=PARTNER"))) {
      EntryId need = input.need(each.at(), each.left(), null);
      EntryId partner = partner(each.at(), String.valueOf(each.right()));
      if (need != null && partner != null) {
        pins.add(new Requirement.Pin(need, partner));
      }
    }
    List<Requirement.Veto> vetoes = new ArrayList<>();
    for (Joined each :
        joined(
            "vetoes",
            AT,
            Message.of("plan.form_or", "example", "PARTNER", "other", "PARTNER@CITY"))) {
      EntryId partner = partner(each.at(), each.left());
      if (partner != null) {
        veto(each, partner).ifPresent(vetoes::add);
      }
    }
    Integer least = whole("least", 0);
    Long days = body.whole("days_per_need", 1, 366);
    Integer levels = whole("worst_off", 0);
    return new PlanRequest.Partners(
        cities("cities"),
        whole("firms", 0),
        whole("financiers", 0),
        least == null ? 0 : least,
        whole("capacity", 1),
        capacities,
        pins,
        vetoes,
        levels == null ? 0 : levels,
        body.flag("prices"),
        kept,
        whole("experts", 0),
        whole("panel", 1),
        days == null ? null : days.intValue(),
        amounts(),
        body.flag("by_merit"),
        declined);
  }

  private Map<EntryId, Money> amounts() {
    Map<EntryId, Money> amounts = new TreeMap<>();
    body.list("amounts", (at, word) -> Optional.of(new Typed(at, word)))
        .forEach(
            each ->
                AmountReader.read(each.word())
                    .ifPresentOrElse(
                        found -> {
                          EntryId partner = partner(each.at(), found.partner());
                          if (partner != null) {
                            amounts.put(partner, found.amount());
                          }
                        },
                        () -> wrong(each.at(), each.word(), Message.of("plan.amount_form"))));
    return amounts;
  }

  private Optional<Requirement.Veto> veto(Joined each, EntryId partner) {
    String where = each.right();
    if (where == null) {
      return Optional.of(new Requirement.Veto(partner, null, null));
    }
    Snapshot snapshot = input.snapshot();
    Optional<EntryId> city = known(where).filter(id -> snapshot.entry(Kind.CITY, id).isPresent());
    if (city.isPresent()) {
      return Optional.of(new Requirement.Veto(partner, city.get(), null));
    }
    EntryId need = input.need(each.at(), where, null);
    return need == null ? Optional.empty() : Optional.of(new Requirement.Veto(partner, null, need));
  }

  private static Optional<EntryId> known(String word) {
    try {
      return Optional.of(new EntryId(word));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /// A number from `least` to 1,000; null without one or after an error.
  private @Nullable Integer whole(String key, int least) {
    Long value = body.whole(key, least, MANY);
    return value == null ? null : value.intValue();
  }

  private List<EntryId> cities(String key) {
    return body.list(key, (at, word) -> Optional.ofNullable(input.city(at, word)));
  }

  /// A firm, financier or expert; null after an error.
  @Nullable EntryId partner(String at, String word) {
    Optional<EntryId> other =
        known(word)
            .filter(
                id ->
                    Stream.of(Kind.FINANCIER, Kind.EXPERT)
                        .anyMatch(kind -> input.snapshot().entry(kind, id).isPresent()));
    return other.isPresent() ? other.get() : input.entry(at, word, Kind.FIRM);
  }

  private record Typed(String at, String word) {}

  private record Counted(String word, int count) {}

  /// A part of a list by its place.
  private record Joined(String at, String left, @Nullable String right) {}

  private Map<String, Counted> counted(String key, Message rule) {
    Map<String, Counted> all = new TreeMap<>();
    for (Joined each : joined(key, COUNTED, rule)) {
      int count = Integer.parseInt(String.valueOf(each.right()));
      if (count >= 1) {
        all.put(each.at(), new Counted(each.left(), count));
      } else {
        wrong(each.at(), each.left() + "=0", Message.of("plan.from_one"));
      }
    }
    return all;
  }

  private List<Joined> joined(String key, Pattern form, Message rule) {
    return body.list(
        key,
        (at, word) -> {
          Matcher read = form.matcher(word.strip());
          if (read.matches()) {
            return Optional.of(new Joined(at, read.group(1), read.group(2)));
          }
          wrong(at, word, rule);
          return Optional.empty();
        });
  }

  private static Message form(String example) {
    return Message.of("plan.form", "example", example);
  }

  private void wrong(String at, String word, Message rule) {
    body.checks().fault(at, word, rule, Message.of("next.correct_or_leave_out"));
  }
}
