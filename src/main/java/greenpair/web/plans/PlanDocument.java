package greenpair.web.plans;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.decisions.SealedDocument;
import greenpair.web.http.Json;

/// A stored plan: the request, the result, and all data needed to check it without planning again.
///
/// @param sort `cohort`, `pairs`, `partners` or `meetings`
@JsonPropertyOrder("plan")
public record PlanDocument(
    String sort, String generation, String configuration, String request, String result)
    implements SealedDocument {
  private static final int FORMAT = 3;

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

  @JsonProperty("plan")
  int format() {
    return FORMAT;
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no plan, or was changed
  public static PlanDocument parse(String name, String text) {
    return SealedDocument.parse(PlanDocument.class, name, text, "plan", FORMAT, "record.no_plan");
  }
}
