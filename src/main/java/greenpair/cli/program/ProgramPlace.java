package greenpair.cli.program;

import greenpair.cli.app.Places;
import greenpair.program.Decisions.Decision;
import greenpair.program.ImportCheck;
import greenpair.program.ProgramStore;
import greenpair.program.Revisions.Revision;
import greenpair.program.StoredPlan;
import greenpair.program.access.Audit.RequestOrigin;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.registry.config.ConfigFolder;
import greenpair.registry.format.CatalogJson;
import greenpair.web.decisions.DecisionRecord;
import greenpair.web.plans.PlanDocument;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import picocli.CommandLine.Mixin;

/// The location of the programme data, for commands that do not need the index.
final class ProgramPlace {
  /// A user who can read the files has the rights of an operator.
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

  static void audit(ProgramStore store, String action, Path file) {
    audit(store, action, file.toString());
  }

  static void audit(ProgramStore store, String action, String object) {
    Instant now = Instant.now();
    store.change(all -> all.audit().add(OPERATOR, now, action, object, RequestOrigin.NONE));
  }

  ImportCheck contents() {
    return new ImportedContents(new CatalogJson(new ConfigFolder(places.config()).taxonomy()));
  }

  /// Refuses to import entries and decision records that pages and lists could not show.
  record ImportedContents(CatalogJson catalog) implements ImportCheck {
    @Override
    public Revision checked(Revision revision) {
      var entry = catalog.accepted(revision.line().getBytes(StandardCharsets.UTF_8));
      if (entry.kind() != revision.kind() || !entry.id().equals(revision.entry())) {
        throw new IllegalArgumentException(
            "its line is of %s %s, and its row of %s %s"
                .formatted(
                    entry.kind().word(), entry.id(), revision.kind().word(), revision.entry()));
      }
      return revision;
    }

    @Override
    public Decision checked(Decision decision) {
      var _ = DecisionRecord.parse("record " + decision.id(), decision.document());
      return decision;
    }

    @Override
    public StoredPlan checked(StoredPlan plan) {
      if (plan.document() != null) {
        var _ = PlanDocument.parse("plan " + plan.id(), plan.document());
      }
      return plan;
    }
  }
}
