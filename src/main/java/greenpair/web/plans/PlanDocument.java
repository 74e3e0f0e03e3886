package greenpair.web.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import greenpair.match.NotFoundException;
import greenpair.plan.ImpossibleException;
import greenpair.plan.PlanObserver;
import greenpair.plan.UndecidedException;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.decisions.Archive;
import greenpair.web.decisions.SealedDocument;
import greenpair.web.http.Json;
import tools.jackson.core.JacksonException;

/// A stored plan: the request, the result, and what it is based on, so that it can be made again.
///
/// @param sort `cohort`, `pairs`, `partners` or `meetings`
@JsonPropertyOrder(PlanDocument.KEY)
public record PlanDocument(
    String sort, String generation, String configuration, String request, String result)
    implements SealedDocument {
  static final String KEY = "plan";
  private static final int FORMAT = 2;

  public static PlanDocument of(
      PlanRequest request, PlanResult result, String generation, String configuration) {
    return new PlanDocument(
        request.sort(), generation, configuration, Json.stored(request), Json.stored(result));
  }

  public PlanRequest asked() {
    return PlanJson.read(PlanRequest.class, sort, request);
  }

  public PlanResult made() {
    return PlanJson.read(PlanResult.class, sort, result);
  }

  @JsonProperty(KEY)
  int format() {
    return FORMAT;
  }

  /// Solves the plan again: the search is limited by steps, not by time, so that all machines find
  /// the same.
  @Override
  public boolean isGivenAgain(Archive.Past past) {
    try {
      PlanResult again = past.planner().make(asked(), past.snapshot(), PlanObserver.NONE);
      return Json.stored(again).equals(result);
    } catch (ImpossibleException | UndecidedException | NotFoundException e) {
      return false;
    }
  }

  /// Whether a document is a plan.
  public static boolean isIn(String text) {
    try {
      return SealedDocument.root(text).has(KEY);
    } catch (JacksonException e) {
      return false;
    }
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no plan, or was changed
  public static PlanDocument parse(String name, String text) {
    return SealedDocument.parse(PlanDocument.class, name, text, KEY, FORMAT, "record.no_plan");
  }
}
