package greenpair.plan.meetings;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/// A person who interprets at meetings, at most at one at a time.
///
/// @param languages between which the person interprets, as codes of ISO 639-1, at least two
public record Interpreter(String name, Set<String> languages) {
  public Interpreter {
    languages = Collections.unmodifiableSet(new TreeSet<>(languages));
  }

  boolean isBetween(Set<String> one, Set<String> other) {
    return !Collections.disjoint(languages, one) && !Collections.disjoint(languages, other);
  }
}
