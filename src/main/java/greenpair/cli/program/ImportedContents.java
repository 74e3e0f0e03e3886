package greenpair.cli.program;

import greenpair.program.Decision;
import greenpair.program.ImportCheck;
import greenpair.program.Revision;
import greenpair.program.StoredPlan;
import greenpair.registry.format.CatalogJson;
import greenpair.web.decisions.DecisionRecord;
import greenpair.web.plans.PlanDocument;
import java.nio.charset.StandardCharsets;

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
