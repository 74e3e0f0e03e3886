package greenpair.cli.program;

import greenpair.cli.app.Places;
import greenpair.program.Caller;
import greenpair.program.ProgramStore;
import greenpair.program.Role;
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
}
