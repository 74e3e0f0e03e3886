package greenpair.match.settings;

import module java.base;

import greenpair.catalog.Grade;
import greenpair.catalog.value.Rule;
import greenpair.config.Settings;

/// How deployments are weighed: `cases` of `ranking.yaml`.
///
/// @param grades weight of each grade; D never counts and is not read
/// @param fading decay with age of the part above the floor
/// @param oldestShare share that a very old case still counts
/// @param unknownYear share of a case whose year is unknown
/// @param closed share of a case that has closed
/// @param unverified share of a case that was not checked
/// @param discount of each further case of the same candidate, strongest first
/// @param failureShare share of its proof that a candidate can lose by failures
/// @param good as how many cases one counts that went well for the firm
/// @param mixed the same of one that went partly well
/// @param unknownResult share of a case that states how it went for others, but not for the firm
/// @param unknownShare share of its score, from 0.1, that a firm keeps of which no good result is
///     known, or a financier whose status is uncertain
/// @param newField the same of a financier without a case in the field
/// @param otherInstrument the same of one that offers no instrument that the need asks for
/// @param unknownRole share of a case in which the role of the firm is unknown
/// @param otherRole share of a case in which it had a role that cannot deliver the need
public record CaseSettings(
    Map<Grade, Double> grades,
    ExponentialDecay fading,
    double oldestShare,
    double unknownYear,
    double closed,
    double unverified,
    double discount,
    double failureShare,
    @Rule.Range(min = 1, max = 10) double good,
    double mixed,
    double unknownResult,
    @Rule.Range(min = 0.1, max = 1) double unknownShare,
    @Rule.Range(min = 0.1, max = 1) double newField,
    @Rule.Range(min = 0.1, max = 1) double otherInstrument,
    double unknownRole,
    double otherRole) {
  static CaseSettings read(Settings of) {
    Settings grade = of.child("grades");
    Map<Grade, Double> grades = new EnumMap<>(Grade.class);
    for (Grade each : List.of(Grade.A, Grade.B, Grade.C)) {
      grades.put(each, grade.number(each.name(), 0, 1));
    }
    grades.put(Grade.D, 0.0);
    ExponentialDecay fading = new ExponentialDecay(of.number("half_life", 1, 1000));
    return of.record(CaseSettings.class, Map.of("grades", grades, "fading", fading));
  }
}
