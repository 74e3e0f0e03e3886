package greenpair.web.plans;

import greenpair.catalog.EntryId;
import greenpair.catalog.Kind;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import org.jspecify.annotations.Nullable;

/// Reads the delegations from a request body.
record Delegations(Input input, BodyFields body) {
  /// A city or partner; null after an error.
  @Nullable EntryId who(String at, String word) {
    try {
      EntryId id = new EntryId(word);
      if (input.snapshot().entry(Kind.CITY, id).isPresent()) {
        return id;
      }
    } catch (IllegalArgumentException e) {
      return new PlanBody(input, body).partner(at, word); // Reports the error.
    }
    return new PlanBody(input, body).partner(at, word);
  }
}
