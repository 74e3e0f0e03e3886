package greenpair.program.introduction;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;

/// The number of introductions at a stage.
///
/// @param overdue number of those whose task is overdue
/// @param amounts sums of the effective steps, by currency (ISO 4217), in whole units
public record StageCount(
    Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts) {
  public StageCount {
    amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(amounts));
  }
}
