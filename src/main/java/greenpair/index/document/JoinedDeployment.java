package greenpair.index.document;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.index.contract.Precedent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment as its firms, its financiers and the solutions of its technologies carry it.
///
/// @param packed its precedent; empty where nobody carries it
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record JoinedDeployment(byte[] packed, int city, Common common) {
  /// What many deployments have in common.
  ///
  /// @param proves whether it is evidence of completed work
  /// @param isPending whether it is planned, approved or under construction: presence, but not
  ///     evidence
  /// @param inCity whether it is in its city, not near it
  record Common(List<Code> codes, Grade grade, boolean proves, boolean isPending, boolean inCity) {}

  JoinedDeployment(byte[] packed, int city, Precedent precedent) {
    this(
        packed,
        city,
        new Common(
            precedent.technologies(),
            precedent.grade(),
            precedent.proves(),
            isPending(precedent.status()),
            precedent.inCity()));
  }

  static boolean isPending(Deployment.@Nullable Status status) {
    return status == Deployment.Status.PLANNED
        || status == Deployment.Status.APPROVED
        || status == Deployment.Status.BUILDING;
  }
}
