package greenpair.index.document;

import greenpair.catalog.Code;
import greenpair.catalog.Deployment;
import greenpair.catalog.Grade;
import greenpair.index.query.Precedent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A deployment as its firms, its financiers and the solutions of its technologies carry it.
public final class Joined {
  final byte[] packed;
  final int city;
  final List<Code> codes;
  final Grade grade;

  /// Whether it is evidence of completed work.
  final boolean proves;

  /// Whether it is planned, approved or under construction: presence, but not evidence.
  final boolean isPending;

  /// Whether it is in its city, not near it.
  final boolean inCity;

  /// Whether it refers to a missing entry and will therefore not be added.
  boolean isDangling;

  /// @param codes those of the deployment, in a list that others share
  Joined(byte[] packed, int city, Deployment deployment, List<Code> codes) {
    this.packed = packed;
    this.city = city;
    this.codes = codes;
    this.grade = deployment.grade();
    this.proves = Deployment.proves(deployment.grade(), deployment.status());
    this.isPending = isPending(deployment.status());
    this.inCity = !Boolean.FALSE.equals(deployment.inCity());
  }

  /// The same, of what an index holds of it.
  public Joined(byte[] packed, int city, Precedent precedent) {
    this.packed = packed;
    this.city = city;
    this.codes = precedent.technologies();
    this.grade = precedent.grade();
    this.proves = precedent.proves();
    this.isPending = isPending(precedent.status());
    this.inCity = precedent.inCity();
  }

  static boolean isPending(Deployment.@Nullable Status status) {
    return status == Deployment.Status.PLANNED
        || status == Deployment.Status.APPROVED
        || status == Deployment.Status.BUILDING;
  }
}
