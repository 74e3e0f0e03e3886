package greenpair.cli.plan;

import greenpair.catalog.City;
import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.cli.app.Engine;
import greenpair.config.Problems;
import greenpair.index.read.Snapshot;
import greenpair.match.NotFoundException;
import greenpair.plan.ask.PlanSettings;
import java.util.List;

/// What the commands below `plan` share.
final class Planning {
  private Planning() {}

  /// The rules of planning.
  ///
  /// @throws IllegalArgumentException with all faults of the file
  static PlanSettings settings(Engine engine) {
    Problems problems = new Problems();
    PlanSettings settings =
        PlanSettings.read(engine.folder().settings(PlanSettings.FILE, problems));
    problems.throwIfAny("faults in the rules");
    return settings;
  }

  static List<EntryId> ids(List<String> words) {
    return words.stream().map(EntryId::new).toList();
  }

  /// The named cities, all of the catalog where none is named.
  static List<City> cities(List<String> words, List<City> all, Snapshot snapshot) {
    return words.isEmpty()
        ? all
        : ids(words).stream()
            .map(
                id ->
                    (City)
                        snapshot
                            .entry(Kind.CITY, id)
                            .orElseThrow(() -> new NotFoundException(Kind.CITY, id, "")))
            .toList();
  }
}
