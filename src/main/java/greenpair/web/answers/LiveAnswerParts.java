package greenpair.web.answers;

import java.util.List;

/// The [AnswerParts] of each configuration, which may be replaced while the server runs.
public interface LiveAnswerParts {
  /// Those for a snapshot of that configuration. While another one is loaded, both are there, so
  /// that no answer is made of two.
  AnswerParts of(String configuration);

  /// Why a newer configuration could not be taken; empty when all is well.
  default List<String> faults() {
    return List.of();
  }
}
