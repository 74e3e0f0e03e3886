package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Arrangements;
import greenpair.plan.meetings.Changes;
import greenpair.plan.meetings.Stay;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Timetable;
import greenpair.plan.meetings.TimetableCheck;
import greenpair.plan.meetings.Wish;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Ids;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.program.Days;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads what a body asks of a timetable, with all its faults.
final class MeetingBody {
  private static final Pattern WISH = Pattern.compile("([^=]+)=([^=:]+)(?::(0?\\.[0-9]{1,6}|1))?");
  private static final Pattern PIN =
      Pattern.compile("([^=@]+)=([^=@]+)@([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})");
  private static final Pattern BREAK = Pattern.compile("([0-9:]{5})-([0-9:]{5})");
  private static final Pattern WHEN = Pattern.compile("([^=]+)=([0-9T:-]{16})");
  private static final int WORTH = 1_000_000;
  private static final int MOST_DAYS = 10;

  private final Input input;
  private final BodyFields body;
  private final Delegations delegations;
  private final Function<String, Optional<PlanHandler.Kept>> plans;

  /// @param plans finds a plan that the caller may see
  MeetingBody(Input input, BodyFields body, Function<String, Optional<PlanHandler.Kept>> plans) {
    this.input = input;
    this.body = body;
    this.delegations = new Delegations(input, body);
    this.plans = plans;
  }

  /// The requested timetable; null after an error.
  PlanRequest.@Nullable Meetings meetings() {
    String keep = body.string("keep");
    return keep != null ? again(keep) : first();
  }

  private PlanRequest.@Nullable Meetings again(String keep) {
    PlanHandler.Kept kept = plans.apply(keep).orElse(null);
    if (kept == null
        || !(kept.asked() instanceof PlanRequest.Meetings asked)
        || !(kept.made() instanceof PlanResult.Meetings made)) {
      wrong("keep", keep, Message.of("plan.made_timetable"));
      return null;
    }
    Set<String> interpreters = new TreeSet<>();
    List<EntryId> cancelled =
        body.list(
            "cancelled",
            (at, word) -> {
              if (asked.summit().conditions().has(word)) {
                interpreters.add(word);
                return Optional.empty();
              }
              return Optional.ofNullable(delegations.who(at, word));
            });
    Changes changes = changes(asked, made.timetable());
    if (!body.checks().faults().isEmpty()) {
      return null;
    }
    try {
      PlanRequest.Meetings next =
          asked.again(Set.copyOf(cancelled), interpreters, changes, made.timetable().meetings());
      TimetableCheck.clashes(
              next.summit(),
              next.summit().previous().subList(0, changes.pins().size()),
              this::name,
              next::time)
          .forEach(each -> wrong("pins", null, Message.of("plan.clash", "clash", each)));
      return next;
    } catch (ImpossibleException e) {
      e.says().forEach(each -> wrong("pins", null, Message.of("plan.impossible", "why", each)));
      return null;
    }
  }

  private Text name(EntryId id) {
    return Stream.concat(Stream.of(Kind.CITY), Kind.PARTNERS.stream())
        .flatMap(kind -> input.snapshot().name(kind, id).stream())
        .findFirst()
        .orElse(new Text(id.value(), null));
  }

  private Changes changes(PlanRequest.Meetings asked, Timetable made) {
    Set<String> held = new TreeSet<>();
    made.meetings().forEach(each -> held.add(each.pair()));
    List<Changes.Veto> vetoes =
        body.list(
            "vetoes",
            (at, word) -> {
              String[] sides = word.strip().split("=", -1);
              EntryId city = sides.length == 2 ? Ids.read(at, sides[0], body.checks()) : null;
              EntryId partner = sides.length == 2 ? Ids.read(at, sides[1], body.checks()) : null;
              if (sides.length != 2) {
                wrong(at, word, Message.of("plan.form", "example", "CITY=PARTNER"));
              }
              if (city == null || partner == null) {
                return Optional.empty();
              }
              Changes.Veto veto = new Changes.Veto(city, partner);
              if (!held.contains(veto.pair())) {
                wrong(at, word, Message.of("plan.meets_not"));
              }
              return Optional.of(veto);
            });
    List<Changes.Pin> pins =
        body.list(
            "pins",
            (at, word) -> {
              Matcher read = PIN.matcher(word.strip());
              if (!read.matches()) {
                wrong(
                    at, word, Message.of("plan.form", "example", "CITY=PARTNER@2027-05-10T13:00"));
                return Optional.empty();
              }
              EntryId city = side(at, read.group(1), read.group(2), held);
              EntryId partner = side(at, read.group(2), read.group(1), held);
              OptionalInt slot = asked.slot(read.group(3));
              if (slot.isEmpty()) {
                wrong(at, word, Message.of("plan.slot", "slots", asked.times()));
              }
              if (city != null && city.equals(partner)) {
                wrong(at, word, Message.of("meeting.with_itself", "who", city));
                return Optional.empty();
              }
              return city == null || partner == null || slot.isEmpty()
                  ? Optional.empty()
                  : Optional.of(new Changes.Pin(city, partner, slot.getAsInt()));
            });
    return new Changes(pins, vetoes);
  }

  /// A delegation of a pinned meeting: of the timetable, whose partner may have left the catalog,
  /// or of the catalog.
  private @Nullable EntryId side(String at, String word, String other, Set<String> held) {
    return held.contains(word + " " + other) || held.contains(other + " " + word)
        ? new EntryId(word)
        : delegations.who(at, word);
  }

  private PlanRequest.@Nullable Meetings first() {
    Set<EntryId> cancelled =
        Set.copyOf(
            body.list("cancelled", (at, word) -> Optional.ofNullable(delegations.who(at, word))));
    List<Wish> wishes = wishes();
    SummitInputs.Hours hours = hours();
    Map<EntryId, Instant> arrivals = whens("arrivals", hours);
    Map<EntryId, Instant> departures = whens("departures", hours);
    Set<EntryId> known = new TreeSet<>();
    wishes.forEach(each -> known.addAll(List.of(each.city(), each.partner())));
    ArrangementBody orders = new ArrangementBody(body, delegations::who, known);
    Arrangements arrangements = orders.arrangements();
    Required.check(body, "days", Message.of("what.days"));
    if (!body.checks().faults().isEmpty()) {
      return null;
    }
    Set<EntryId> named = new TreeSet<>(arrivals.keySet());
    named.addAll(departures.keySet());
    List<Stay> stays = new ArrayList<>();
    for (EntryId each : named) {
      if (!known.contains(each)) {
        wrong("arrivals", each.value(), Message.of("plan.has_wish"));
      }
      stays.add(new Stay(each, arrivals.get(each), departures.get(each)));
    }
    try {
      Summit summit =
          new Summit(SummitInputs.slots(hours), stays, wishes, cancelled, List.of(), arrangements);
      return new PlanRequest.Meetings(
          summit, hours.zone().getId(), UUID.randomUUID().toString(), 0);
    } catch (ImpossibleException e) {
      e.says().forEach(each -> wrong("days", null, Message.of("plan.impossible", "why", each)));
      return null;
    }
  }

  private List<Wish> wishes() {
    List<Wish> wishes = new ArrayList<>(named());
    String plan = body.string("plan");
    if (plan != null) {
      if (made(plan) instanceof PlanResult.Partners made && made.plan() != null) {
        wishes.addAll(SummitInputs.wishes(made));
      } else {
        wrong("plan", plan, Message.of("plan.made_partners"));
      }
    }
    String pairs = body.string("pairs");
    if (pairs != null) {
      if (made(pairs) instanceof PlanResult.Pairs made) {
        wishes.addAll(SummitInputs.wishes(made));
      } else {
        wrong("pairs", pairs, Message.of("plan.made_pairs"));
      }
    }
    if (body.isMissing("plan") && body.isMissing("pairs") && body.isMissing("wishes")) {
      Required.missing(body, "plan", Message.of("what.plan_or_wishes"));
    }
    return wishes;
  }

  private @Nullable PlanResult made(String plan) {
    return plans.apply(plan).map(PlanHandler.Kept::made).orElse(null);
  }

  private List<Wish> named() {
    return body.list(
        "wishes",
        (at, word) -> {
          Matcher read = WISH.matcher(word.strip());
          if (!read.matches()) {
            wrong(
                at,
                word,
                Message.of("plan.form_or", "example", "CITY=PARTNER", "other", "CITY=PARTNER:0.8"));
            return Optional.empty();
          }
          EntryId city = input.city(at, read.group(1));
          EntryId partner = delegations.who(at, read.group(2));
          String worth = read.group(3);
          int millionths =
              worth == null
                  ? WORTH
                  : (int) Math.max(1, Math.round(Double.parseDouble(worth) * WORTH));
          return city == null || partner == null
              ? Optional.empty()
              : Optional.of(new Wish(city, partner, millionths));
        });
  }

  private SummitInputs.Hours hours() {
    List<LocalDate> days =
        body.list("days", (at, word) -> read(at, word, Days::parse, "2027-05-10"));
    if (days.size() > MOST_DAYS) {
      wrong("days", days.size() + "", Message.of("plan.most_days", "most", MOST_DAYS));
    }
    LocalTime from = time("from", LocalTime.of(9, 0));
    LocalTime until = time("until", LocalTime.of(17, 0));
    List<SummitInputs.Pause> pauses =
        body.list(
            "breaks",
            (at, word) -> {
              Matcher read = BREAK.matcher(word.strip());
              Optional<LocalTime> begin =
                  read.matches()
                      ? read(at, read.group(1), LocalTime::parse, "12:00-13:30")
                      : read(at, word, LocalTime::parse, "12:00-13:30");
              Optional<LocalTime> end =
                  read.matches()
                      ? read(at, read.group(2), LocalTime::parse, "12:00-13:30")
                      : Optional.empty();
              if (begin.isEmpty() || end.isEmpty()) {
                return Optional.empty();
              }
              if (!end.get().isAfter(begin.get())) {
                wrong(at, word, Message.of("plan.break_order"));
                return Optional.empty();
              }
              return Optional.of(new SummitInputs.Pause(begin.get(), end.get()));
            });
    Long minutes = body.whole("minutes", 5, 240);
    Long between = body.whole("between", 0, 120);
    Integer tables = tables();
    return new SummitInputs.Hours(
        days.size() > MOST_DAYS ? List.of() : days,
        from,
        until,
        zone(),
        minutes == null ? 30 : minutes.intValue(),
        between == null ? 5 : between.intValue(),
        pauses,
        tables == null ? 10 : tables);
  }

  /// The number of tables, which the list of rooms states, too.
  private @Nullable Integer tables() {
    Long tables = body.whole("tables", 1, 1_000);
    JsonNode rooms = body.any("rooms");
    if (rooms != null && tables != null && tables != rooms.size()) {
      wrong("tables", tables.toString(), Message.of("plan.tables_or_rooms", "rooms", rooms.size()));
    }
    return rooms != null && !rooms.isEmpty()
        ? Integer.valueOf(rooms.size())
        : tables == null ? null : Integer.valueOf(tables.intValue());
  }

  private ZoneId zone() {
    String word = body.string("zone");
    if (word == null) {
      return ZoneOffset.UTC;
    }
    return read("zone", word, ZoneId::of, "Asia/Shanghai").orElse(ZoneOffset.UTC);
  }

  private LocalTime time(String key, LocalTime otherwise) {
    String word = body.string(key);
    return word == null ? otherwise : read(key, word, LocalTime::parse, "09:00").orElse(otherwise);
  }

  private Map<EntryId, Instant> whens(String key, SummitInputs.Hours hours) {
    Map<EntryId, Instant> whens = new TreeMap<>();
    body.list(
            key,
            (at, word) -> {
              Matcher read = WHEN.matcher(word.strip());
              if (!read.matches()) {
                wrong(at, word, Message.of("plan.form", "example", "ID=2027-05-10T13:00"));
                return Optional.empty();
              }
              EntryId who = delegations.who(at, read.group(1));
              Optional<LocalDateTime> when =
                  read(at, read.group(2), LocalDateTime::parse, "2027-05-10T13:00");
              if (who != null && when.isPresent()) {
                whens.put(who, when.get().atZone(hours.zone()).toInstant());
              }
              return Optional.of(word);
            })
        .forEach(each -> {});
    return whens;
  }

  private <T> Optional<T> read(
      String at, String word, Function<String, T> reading, String example) {
    try {
      return Optional.of(reading.apply(word.strip()));
    } catch (DateTimeException e) {
      wrong(at, word, Message.of("plan.form", "example", example));
      return Optional.empty();
    }
  }

  private void wrong(String at, @Nullable String word, Message rule) {
    body.checks().fault(at, word, rule, Message.of("next.correct_or_leave_out"));
  }
}
