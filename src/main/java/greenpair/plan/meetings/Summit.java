package greenpair.plan.meetings;

import module java.base;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.plan.ImpossibleException;
import greenpair.plan.meetings.Timetable.Meeting;
import org.jspecify.annotations.Nullable;

/// The input of a timetable.
///
/// @param slots in order of time, none over another
/// @param stays of delegations that are not present all the time, each once
/// @param wishes at most 10,000, none twice
/// @param previous meetings of an earlier timetable, which stay where they are; of two that cannot
///     both stay, the first
/// @param interpreters null if there are always enough
public record Summit(
    List<Slot> slots,
    List<Stay> stays,
    List<Wish> wishes,
    Set<EntryId> cancelled,
    List<Meeting> previous,
    @Nullable Interpreters interpreters) {
  static final int MOST = 10_000;

  /// @throws ImpossibleException with all that is wrong
  public Summit {
    slots = List.copyOf(slots);
    stays = List.copyOf(stays);
    wishes = List.copyOf(wishes);
    cancelled = java.util.Collections.unmodifiableSet(new TreeSet<>(cancelled));
    previous = List.copyOf(previous);
    List<Message> problems = new ArrayList<>();
    if (slots.isEmpty()) {
      problems.add(Message.of("meeting.no_time"));
    }
    for (int s = 1; s < slots.size(); s++) {
      if (slots.get(s).start().isBefore(slots.get(s - 1).end())) {
        problems.add(Message.of("meeting.overlap", "time", slots.get(s).start()));
      }
    }
    if (wishes.size() > MOST) {
      problems.add(Message.of("meeting.most_wishes", "most", MOST, "count", wishes.size()));
    }
    for (Stay each : stays) {
      if (each.from() != null && each.until() != null && !each.until().isAfter(each.from())) {
        problems.add(Message.of("meeting.leaves_early", "who", each.who()));
      }
    }
    Set<String> pairs = new HashSet<>();
    for (Wish each : wishes) {
      if (each.city().equals(each.partner())) {
        problems.add(Message.of("meeting.with_itself", "who", each.city()));
      }
      if (!pairs.add(each.pair())) {
        problems.add(
            Message.of("meeting.wished_twice", "city", each.city(), "partner", each.partner()));
      }
    }
    if (!problems.isEmpty()) {
      throw new ImpossibleException(problems);
    }
  }

  boolean isThere(EntryId who, Slot slot) {
    return !cancelled.contains(who)
        && stays.stream()
            .filter(each -> each.who().equals(who))
            .allMatch(each -> each.covers(slot));
  }

  boolean isInterpreted(EntryId one, EntryId other) {
    return interpreters != null && interpreters.isNeeded(one, other);
  }

  public boolean isInterpreted(Meeting meeting) {
    return isInterpreted(meeting.city(), meeting.partner());
  }

  /// How many meetings can be interpreted at a time.
  int interpretedAtOnce() {
    return interpreters == null ? Integer.MAX_VALUE : interpreters.count();
  }

  /// Why a requested meeting has no place.
  public Message whyWaiting(Wish wish) {
    EntryId one = wish.city();
    EntryId other = wish.partner();
    if (slots.stream().noneMatch(each -> isThere(one, each) && isThere(other, each))) {
      boolean absent = cancelled.contains(one) || cancelled.contains(other);
      return Message.of(absent ? "meeting.was_cancelled" : "meeting.never_together");
    }
    if (isInterpreted(one, other) && interpretedAtOnce() == 0) {
      return Message.of("meeting.no_interpreter");
    }
    return Message.of("meeting.no_place_left");
  }

  /// The interpreters of a slot, each for one meeting at a time.
  ///
  /// @param chinese delegations from China, whose meetings with all others are interpreted
  public record Interpreters(int count, Set<EntryId> chinese) {
    public Interpreters {
      chinese = java.util.Collections.unmodifiableSet(new TreeSet<>(chinese));
    }

    boolean isNeeded(EntryId one, EntryId other) {
      return chinese.contains(one) != chinese.contains(other);
    }
  }

  /// The time during which a delegation is present.
  ///
  /// @param from its arrival; null for the beginning
  /// @param until its departure; null for the end
  public record Stay(EntryId who, @Nullable Instant from, @Nullable Instant until) {
    boolean covers(Slot slot) {
      return (from == null || !slot.start().isBefore(from))
          && (until == null || !slot.end().isAfter(until));
    }
  }

  /// A time at which meetings can take place.
  ///
  /// @param day its day of the summit, from 0; waiting is counted within a day
  /// @param tables number of meetings at the same time, from 1
  public record Slot(Instant start, Instant end, int day, int tables) {
    public Slot {
      if (!end.isAfter(start)) {
        throw new IllegalArgumentException(
            "a slot must end after it begins, but is " + start + " to " + end);
      }
      if (tables < 1) {
        throw new IllegalArgumentException(
            "tables must be an integer of at least 1, but was " + tables);
      }
    }
  }

  /// A meeting of two delegations that would be worth having.
  ///
  /// @param partner whom the city would meet: a firm, a financier or another city
  /// @param millionths how much, from 1
  public record Wish(EntryId city, EntryId partner, int millionths) {
    public Wish {
      if (millionths < 1) {
        throw new IllegalArgumentException(
            "the worth of a wish must be an integer of at least 1, in millionths, but was "
                + millionths);
      }
    }

    public boolean isOf(EntryId who) {
      return city.equals(who) || partner.equals(who);
    }

    /// The same for both orders of its two sides.
    String pair() {
      return Meeting.pair(city, partner);
    }
  }
}
