package greenpair.program.introduction;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/// How many introductions stand at a stage.
///
/// @param overdue those of them whose task is past its last day
/// @param amounts sums of the steps that stand, by currency (ISO 4217), in whole units
public record StageCount(
    Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts) {
  public StageCount {
    amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(amounts));
  }
}
