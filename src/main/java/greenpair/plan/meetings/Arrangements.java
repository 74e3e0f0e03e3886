package greenpair.plan.meetings;

import greenpair.catalog.EntryId;
import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.plan.meetings.Summit.Slot;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The conditions of a summit besides times and tables. Everything may be empty: what is not stated
/// limits nothing.
///
/// @param languages that a delegation speaks, as codes of ISO 639-1
/// @param remotes delegations that take part online
public record Arrangements(
    Map<EntryId, Set<String>> languages, List<Interpreter> interpreters, List<Remote> remotes) {
  public static final Arrangements NONE = new Arrangements(Map.of(), List.of(), List.of());

  public Arrangements {
    languages = Collections.unmodifiableMap(new TreeMap<>(languages));
    interpreters = List.copyOf(interpreters);
    remotes = List.copyOf(remotes);
  }

  /// The same without interpreters who do not come.
  public Arrangements without(Set<String> names) {
    return new Arrangements(
        languages,
        interpreters.stream().filter(each -> !names.contains(each.name())).toList(),
        remotes);
  }

  /// Whether an interpreter of that name comes.
  public boolean has(String interpreter) {
    return interpreters.stream().anyMatch(each -> each.name().equals(interpreter));
  }

  List<Text> problems() {
    List<Text> problems = new ArrayList<>();
    Set<String> named = new HashSet<>();
    Set<String> spoken = new TreeSet<>();
    languages.values().forEach(spoken::addAll);
    for (Interpreter each : interpreters) {
      if (!named.add(each.name())) {
        problems.add(Message.of("meeting.interpreter_twice", "name", each.name()).text());
      }
      for (String language : each.languages()) {
        if (!spoken.contains(language)) {
          problems.add(
              Message.of(
                      "meeting.unknown_language",
                      "name",
                      each.name(),
                      "language",
                      language,
                      "spoken",
                      List.copyOf(spoken))
                  .text());
        }
      }
    }
    Map<EntryId, Remote> hours = new TreeMap<>();
    for (Remote each : remotes) {
      Remote other = hours.putIfAbsent(each.who(), each);
      if (other != null) {
        problems.add(
            Message.of(
                    "meeting.two_zones",
                    "who",
                    each.who(),
                    "one",
                    other.zone(),
                    "other",
                    each.zone())
                .text());
      }
      if (!each.until().isAfter(each.from())) {
        problems.add(Message.of("meeting.no_hours", "who", each.who()).text());
      }
    }
    return problems;
  }

  @Nullable Remote remote(EntryId who) {
    return remotes.stream().filter(each -> each.who().equals(who)).findFirst().orElse(null);
  }

  /// Whether a meeting needs no table because both sides take part online.
  public boolean isOnline(EntryId one, EntryId other) {
    return remote(one) != null && remote(other) != null;
  }

  /// Whether the two sides have no common language. The languages of a delegation are not guessed:
  /// if it is not stated, no interpreter is planned.
  public boolean needInterpreter(EntryId one, EntryId other) {
    Set<String> first = languages.get(one);
    Set<String> second = languages.get(other);
    return first != null && second != null && Collections.disjoint(first, second);
  }

  List<Interpreter> between(EntryId one, EntryId other) {
    Set<String> first = languages.getOrDefault(one, Set.of());
    Set<String> second = languages.getOrDefault(other, Set.of());
    return interpreters.stream().filter(each -> each.isBetween(first, second)).toList();
  }

  /// A person who interprets at meetings, at most at one at a time.
  ///
  /// @param languages between which the person interprets, as codes of ISO 639-1, at least two
  public record Interpreter(String name, Set<String> languages) {
    public Interpreter {
      languages = Collections.unmodifiableSet(new TreeSet<>(languages));
    }

    boolean isBetween(Set<String> one, Set<String> other) {
      return !Collections.disjoint(languages, one) && !Collections.disjoint(languages, other);
    }
  }

  /// A delegation that takes part online, during its working hours from Monday to Friday. Public
  /// holidays are not known.
  ///
  /// @param zone where it works, a name of the time zone database
  public record Remote(EntryId who, String zone, LocalTime from, LocalTime until) {
    boolean covers(Slot slot) {
      ZoneId place = ZoneId.of(zone);
      LocalDate day = slot.start().atZone(place).toLocalDate();
      return day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0
          && !slot.start().isBefore(day.atTime(from).atZone(place).toInstant())
          && !slot.end().isAfter(day.atTime(until).atZone(place).toInstant());
    }
  }
}
