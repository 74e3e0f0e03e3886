package greenpair.cli.program;

import greenpair.cli.app.Subcommand;
import greenpair.program.ProgramStore;
import greenpair.program.Records;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.access.Caller.Role;
import java.time.Instant;
import java.util.Set;

/// A command on the programme data, which does not need the index.
abstract class ProgramCommand extends Subcommand {
  /// A user who can read the files has the rights of an operator.
  static final Caller OPERATOR =
      new Caller("command line", "command line", Role.OPERATOR, Set.of());

  final ProgramStore store() {
    return new ProgramStore(places.settings().database());
  }

  static void audit(ProgramStore store, String action, Object object) {
    store.change(all -> audit(all, Instant.now(), action, object));
  }

  static void audit(Records all, Instant at, String action, Object object) {
    all.audit().add(OPERATOR, at, action, object.toString(), RequestOrigin.NONE);
  }
}
