package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.message.Message;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Arrangements;
import greenpair.plan.meetings.Interpreter;
import greenpair.plan.meetings.Remote;
import greenpair.web.input.BodyFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads what a body says of rooms, languages, interpreters and online participants of a summit.
///
/// @param who reads a delegation
/// @param known delegations with a requested meeting
record ArrangementBody(
    BodyFields body, BiFunction<String, String, @Nullable EntryId> who, Set<EntryId> known) {
  private static final Pattern JOINED = Pattern.compile("([^=]+)=(.+)");
  private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,3}");

  Arrangements arrangements() {
    List<Integer> rooms = body.list("rooms", (at, word) -> read(at, word, count(word), "12"));
    Map<EntryId, Integer> people = new TreeMap<>();
    ofDelegations("people", "ID=6", (id, word) -> count(word))
        .forEach(each -> people.put(each.who(), each.value()));
    Map<EntryId, Set<String>> languages = new TreeMap<>();
    ofDelegations("languages", "ID=zh:en", (id, word) -> SummitInputs.languages(word))
        .forEach(each -> languages.put(each.who(), each.value()));
    List<Interpreter> interpreters =
        body.list(
            "interpreters",
            (at, word) -> {
              Matcher read = JOINED.matcher(word.strip());
              Optional<Interpreter> found =
                  read.matches()
                      ? SummitInputs.languages(read.group(2))
                          .filter(each -> each.size() > 1)
                          .map(each -> new Interpreter(read.group(1).strip(), each))
                      : Optional.empty();
              return read(at, word, found, "NAME=en:zh");
            });
    List<Remote> remotes =
        ofDelegations("online", "ID=America/Los_Angeles@08:00-17:00", SummitInputs::remote).stream()
            .map(Named::value)
            .toList();
    return new Arrangements(rooms, people, languages, interpreters, remotes);
  }

  private record Named<T>(EntryId who, T value) {}

  private <T> List<Named<T>> ofDelegations(
      String key, String example, BiFunction<EntryId, String, Optional<T>> reading) {
    return body.list(
        key,
        (at, word) -> {
          Matcher read = JOINED.matcher(word.strip());
          if (!read.matches()) {
            return read(at, word, Optional.empty(), example);
          }
          EntryId id = who.apply(at, read.group(1));
          if (id != null && !known.contains(id)) {
            wrong(at, id.value(), Message.of("plan.has_wish"));
          }
          return id == null
              ? Optional.empty()
              : read(at, word, reading.apply(id, read.group(2)), example)
                  .map(value -> new Named<>(id, value));
        });
  }

  private static Optional<Integer> count(String word) {
    return COUNT.matcher(word).matches() ? Optional.of(Integer.valueOf(word)) : Optional.empty();
  }

  private <T> Optional<T> read(String at, String word, Optional<T> value, String example) {
    if (value.isEmpty()) {
      wrong(at, word, Message.of("plan.form", "example", example));
    }
    return value;
  }

  private void wrong(String at, String word, Message rule) {
    body.checks().fault(at, word, rule, Message.of("next.correct_or_leave_out"));
  }
}
