package greenpair.cli.program;

import greenpair.cli.app.Places;
import greenpair.program.Caller;
import greenpair.program.ImportCheck;
import greenpair.program.ProgramStore;
import greenpair.program.RequestOrigin;
import greenpair.program.Role;
import greenpair.registry.CatalogJson;
import greenpair.registry.config.ConfigFolder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import picocli.CommandLine.Mixin;

/// Where the program data are, for commands that need them and nothing of the index.
final class ProgramPlace {
  /// Who has the files has the rights of an operator.
  static final Caller OPERATOR =
      new Caller("command line", "command line", Role.OPERATOR, Set.of());

  @Mixin private Places places = new Places();

  ProgramStore store() {
    return new ProgramStore(places.settings().database());
  }

  ZoneId zone() {
    return places.settings().zone();
  }

  Path data() {
    return places.data();
  }

  /// Writes down what was taken out of the program data.
  static void audit(ProgramStore store, String action, Path file) {
    audit(store, action, file.toString());
  }

  static void audit(ProgramStore store, String action, String object) {
    Instant now = Instant.now();
    store.write(
        all -> {
          all.audit().add(OPERATOR, now, action, object, RequestOrigin.NONE);
          return now;
        });
  }

  /// Looks at what an import holds, by the taxonomy of the configuration.
  ImportCheck contents() {
    return new ImportedContents(new CatalogJson(new ConfigFolder(places.config()).taxonomy()));
  }
}
