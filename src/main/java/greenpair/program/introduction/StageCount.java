package greenpair.program.introduction;

import java.math.BigInteger;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The number of introductions at a stage.
///
/// @param overdue number of those whose task is overdue
/// @param amounts sums of the effective steps, by currency (ISO 4217), in whole units
public record StageCount(
    Introduction.Stage stage, int introductions, int overdue, Map<String, BigInteger> amounts) {
  public StageCount {
    amounts = java.util.Collections.unmodifiableMap(new TreeMap<>(amounts));
  }

  /// With one more introduction.
  ///
  /// @param late 1 if its task is overdue, else 0
  StageCount plus(int late, Introduction.@Nullable Amount amount) {
    Map<String, BigInteger> sums = new TreeMap<>(amounts);
    if (amount != null) {
      sums.merge(amount.currency(), BigInteger.valueOf(amount.value()), BigInteger::add);
    }
    return new StageCount(stage, introductions + 1, overdue + late, sums);
  }
}
