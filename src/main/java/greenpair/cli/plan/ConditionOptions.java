package greenpair.cli.plan;

import greenpair.catalog.EntryId;
import greenpair.cli.app.UsageException;
import greenpair.message.Message;
import greenpair.plan.input.SummitInputs;
import greenpair.plan.meetings.Arrangements;
import greenpair.plan.meetings.Interpreter;
import greenpair.plan.meetings.Remote;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// The options of a summit for rooms, languages, interpreters and online participants.
final class ConditionOptions {
  @Option(names = "--room", paramLabel = "PLACES", split = ",")
  private List<Integer> rooms = new ArrayList<>();

  @Option(names = "--people", paramLabel = "ID=COUNT")
  private Map<String, Integer> people = new TreeMap<>();

  @Option(names = "--language", paramLabel = "ID=CODES")
  private Map<String, String> languages = new TreeMap<>();

  @Option(names = "--interpreter", paramLabel = "NAME=CODES")
  private Map<String, String> interpreters = new TreeMap<>();

  @Option(names = "--online", paramLabel = "ID=ZONE")
  private Map<String, String> online = new TreeMap<>();

  /// The number of tables: of the rooms, or as given.
  int tables(int given) {
    return rooms.isEmpty() ? given : rooms.size();
  }

  Arrangements arrangements() {
    if (rooms.stream().anyMatch(each -> each < 1)
        || people.values().stream().anyMatch(e -> e < 1)) {
      throw new UsageException(
          Message.of(
              "usage.rule",
              "name",
              "--room, --people",
              "rule",
              Message.of("check.integer", "min", 1, "max", Integer.MAX_VALUE)));
    }
    Map<EntryId, Integer> sizes = new TreeMap<>();
    people.forEach((id, count) -> sizes.put(new EntryId(id), count));
    Map<EntryId, Set<String>> spoken = new TreeMap<>();
    languages.forEach((id, codes) -> spoken.put(new EntryId(id), codes("--language", codes)));
    List<Interpreter> persons = new ArrayList<>();
    interpreters.forEach(
        (name, codes) -> persons.add(new Interpreter(name, codes("--interpreter", codes))));
    List<Remote> remotes = new ArrayList<>();
    online.forEach((id, words) -> remotes.add(remote(id, words)));
    return new Arrangements(rooms, sizes, spoken, persons, remotes);
  }

  private static Set<String> codes(String option, String words) {
    return SummitInputs.languages(words)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be codes of ISO 639-1, such as en:zh, but was \"%s\""
                        .formatted(option, words)));
  }

  private static Remote remote(String id, String words) {
    return SummitInputs.remote(new EntryId(id), words)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--online must be a time zone with hours, such as"
                        + " America/Los_Angeles@08:00-17:00, but was \""
                        + words
                        + "\""));
  }
}
