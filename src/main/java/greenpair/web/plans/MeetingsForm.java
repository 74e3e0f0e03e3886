package greenpair.web.plans;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.catalog.value.Rule;
import greenpair.message.Message;
import greenpair.plan.allocation.Fit;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Summit;
import greenpair.plan.meetings.Summit.Interpreters;
import greenpair.plan.meetings.Summit.Stay;
import greenpair.plan.meetings.Summit.Wish;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import org.jspecify.annotations.Nullable;

/// What a timetable is asked with.
///
/// @param keep id of a timetable whose other meetings do not move; then only `title`, `cancelled`,
///     `pins` and `vetoes` may be given
/// @param plan id of a plan of partners, whose lists give the requested meetings
/// @param pairs id of a plan of pairs, whose cities also meet
/// @param zone of the venue; null for UTC
/// @param tables meetings at the same time
/// @param interpreters meetings at the same time that can be interpreted; null for all
/// @param pins with `keep`: meetings with their slot, requested or not
/// @param vetoes with `keep`: meetings that are not held
public record MeetingsForm(
    @Rules.Line @Rules.Default("") String title,
    @Nullable String keep,
    @Nullable String plan,
    @Nullable String pairs,
    List<Wished> wishes,
    @Rules.Lines @Rule.Most(10) List<LocalDate> days,
    @Nullable LocalTime from,
    @Nullable LocalTime until,
    @Nullable ZoneId zone,
    @Rule.Range(min = 5, max = 240) @Rules.Default("30") int minutes,
    @Rule.Range(min = 0, max = 120) @Rules.Default("5") int between,
    List<Break> breaks,
    @Rule.Range(min = 1, max = 1_000) @Rules.Default("10") int tables,
    @Rule.Range(min = 0, max = 1_000) @Nullable Integer interpreters,
    List<Moment> arrivals,
    List<Moment> departures,
    @Rules.Known({Kind.CITY, Kind.FINANCIER, Kind.FIRM}) List<EntryId> cancelled,
    List<Pin> pins,
    List<Veto> vetoes)
    implements PlanForms.PlanForm, Request {
  /// What may be said of a changed timetable; an earlier one decides all else.
  private static final Set<String> OF_CHANGES =
      Set.of("title", "keep", "cancelled", "pins", "vetoes");

  static final List<Kind> DELEGATIONS = List.of(Kind.CITY, Kind.FINANCIER, Kind.FIRM);

  /// A requested meeting.
  ///
  /// @param share what it is worth, from a millionth to 1; null for 1
  @Rules.Notation(value = "([^=]+)=([^=:]+)(?::(0?\\.[0-9]{1,6}|1))?", example = "CITY=PARTNER:0.8")
  public record Wished(
      @Rules.Once @Rules.Known(Kind.CITY) @Rules.Required EntryId city,
      @Rules.Once @Rules.Known({Kind.CITY, Kind.FINANCIER, Kind.FIRM}) @Rules.Required EntryId with,
      @Rule.Range(min = 0.000001, max = 1) @Nullable Double share) {
    Wish wish() {
      double worth = share == null ? 1 : share;
      return new Wish(city, with, (int) Math.max(1, Math.round(worth * Fit.WHOLE)));
    }
  }

  /// A time without meetings, of every day.
  @Rules.Notation(value = "([0-9:]{5})-([0-9:]{5})", example = "12:00-13:30")
  public record Break(@Rules.Required LocalTime from, @Rules.Required LocalTime until) {}

  /// A late arrival or an early departure, in the time of the venue.
  @Rules.Notation(value = "([^=]+)=([0-9T:-]{16})", example = "ID=2027-05-10T13:00")
  public record Moment(
      @Rules.Once @Rules.Known({Kind.CITY, Kind.FINANCIER, Kind.FIRM}) @Rules.Required EntryId who,
      @Rules.Required LocalDateTime at) {}

  /// A meeting that must be held, in the time of the venue. A partner of the timetable may have
  /// left the catalog.
  @Rules.Notation(
      value = "([^=@]+)=([^=@]+)@([0-9T:-]{16})",
      example = "CITY=PARTNER@2027-05-10T13:00")
  public record Pin(
      @Rules.Once @Rules.Required EntryId city,
      @Rules.Once @Rules.Required EntryId partner,
      @Rules.Required LocalDateTime start) {}

  @Rules.Notation(value = "([^=]+)=([^=]+)", example = "CITY=PARTNER")
  public record Veto(
      @Rules.Once @Rules.Required EntryId city, @Rules.Once @Rules.Required EntryId partner) {}

  @Override
  public void check(BodyFields fields) {
    if (!fields.isMissing("keep")) {
      checkChanges(fields);
      return;
    }
    if (!pins.isEmpty() || !vetoes.isEmpty()) {
      fields.missing("keep");
    }
    if (fields.isMissing("plan") && fields.isMissing("pairs") && wishes.isEmpty()) {
      fields.missing("plan", Message.of("what.plan_or_wishes"));
    }
    fields.require("days");
    for (int at = 0; at < days.size(); at++) {
      if (days.get(at).isBefore(LocalDate.now(PlanHandler.WESTERNMOST))) {
        String day = days.get(at).toString();
        PlanForms.wrong(fields, "days[" + at + "]", day, Message.of("check.not_past"));
      }
    }
    if (!closes().isAfter(opens())) {
      String words = opens() + "-" + closes();
      PlanForms.wrong(fields, "until", words, Message.of("plan.break_order"));
    }
    for (int at = 0; at < wishes.size(); at++) {
      Wished each = wishes.get(at);
      if (each.city() != null && each.city().equals(each.with())) {
        Message rule = Message.of("meeting.with_itself", "who", each.city());
        String key = "wishes[" + at + "].with";
        PlanForms.wrong(
            fields, key, each.with().value(), Message.of("plan.impossible", "why", rule));
      }
    }
    for (int at = 0; at < breaks.size(); at++) {
      Break each = breaks.get(at);
      if (each.from() != null && each.until() != null && !each.until().isAfter(each.from())) {
        String words = each.from() + "-" + each.until();
        PlanForms.wrong(fields, "breaks[" + at + "]", words, Message.of("plan.break_order"));
      }
    }
  }

  /// What an earlier timetable decides, and a meeting that is to be held and is not.
  private void checkChanges(BodyFields fields) {
    Rules.keys(MeetingsForm.class).stream()
        .filter(key -> !OF_CHANGES.contains(key) && !fields.isMissing(key))
        .forEach(
            key -> fields.fault(key, Message.of("plan.with_keep"), Message.of("next.leave_out")));
    Set<String> held =
        pins.stream().map(each -> pair(each.city(), each.partner())).collect(Collectors.toSet());
    for (int at = 0; at < vetoes.size(); at++) {
      String pair = pair(vetoes.get(at).city(), vetoes.get(at).partner());
      if (held.contains(pair)) {
        PlanForms.wrong(fields, "vetoes[" + at + "]", pair, Message.of("plan.is_pinned"));
      }
    }
  }

  private static String pair(@Nullable EntryId city, @Nullable EntryId partner) {
    return Stream.of(city, partner).map(String::valueOf).sorted().collect(Collectors.joining("="));
  }

  SummitInputs.Hours hours() {
    return new SummitInputs.Hours(
        days,
        opens(),
        closes(),
        venue(),
        minutes,
        between,
        breaks.stream().map(each -> new SummitInputs.Pause(each.from(), each.until())).toList(),
        tables);
  }

  private LocalTime opens() {
    return from == null ? LocalTime.of(9, 0) : from;
  }

  private LocalTime closes() {
    return until == null ? LocalTime.of(17, 0) : until;
  }

  private ZoneId venue() {
    return zone == null ? ZoneOffset.UTC : zone;
  }

  private List<Stay> stays() {
    Map<EntryId, Instant> first = moments(arrivals);
    Map<EntryId, Instant> last = moments(departures);
    Set<EntryId> named = new TreeSet<>(first.keySet());
    named.addAll(last.keySet());
    return named.stream().map(each -> new Stay(each, first.get(each), last.get(each))).toList();
  }

  private Map<EntryId, Instant> moments(List<Moment> moments) {
    Map<EntryId, Instant> all = new TreeMap<>();
    moments.forEach(each -> all.put(each.who(), each.at().atZone(venue()).toInstant()));
    return all;
  }

  /// Delegations for which something is stated although nobody wants to meet them.
  ///
  /// @param field takes the key and the delegation
  private void checkKnown(List<Wish> all, BiConsumer<String, EntryId> field) {
    Set<EntryId> known = new HashSet<>();
    all.forEach(each -> known.addAll(List.of(each.city(), each.partner())));
    Map<String, List<EntryId>> named = new LinkedHashMap<>();
    named.put("arrivals", arrivals.stream().map(Moment::who).toList());
    named.put("departures", departures.stream().map(Moment::who).toList());
    named.put("cancelled", cancelled);
    named.forEach(
        (key, delegations) ->
            delegations.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> field.accept(key, each)));
  }

  /// The request for a new timetable.
  ///
  /// @param more meetings that plans request
  /// @param root what all timetables of the summit have in common
  /// @param isChinese whether a delegation is from China
  /// @param field takes the key and the delegation of what concerns no meeting
  /// @throws greenpair.plan.ImpossibleException if no timetable can be
  public PlanRequest.Meetings request(
      List<Wish> more,
      String root,
      Predicate<EntryId> isChinese,
      BiConsumer<String, EntryId> field) {
    List<Wish> all = new ArrayList<>(wishes.stream().map(Wished::wish).toList());
    all.addAll(more);
    checkKnown(all, field);
    Set<EntryId> chinese =
        all.stream()
            .flatMap(each -> Stream.of(each.city(), each.partner()))
            .filter(isChinese)
            .collect(Collectors.toSet());
    Summit summit =
        new Summit(
            SummitInputs.slots(hours()),
            stays(),
            all,
            Set.copyOf(cancelled),
            List.of(),
            interpreters == null ? null : new Interpreters(interpreters, chinese));
    return new PlanRequest.Meetings(summit, venue().getId(), root, 0);
  }
}
