package greenpair.web.plans;

import greenpair.plan.input.PlanRequest;
import greenpair.plan.input.PlanResult;
import greenpair.web.decisions.SealedDocument;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// A stored plan: the request, the result, and all data needed to check it without planning again.
///
/// @param sort `cohort`, `pairs`, `partners` or `meetings`
public record PlanDocument(
    String sort, String generation, String configuration, String request, String result)
    implements SealedDocument {
  private static final int FORMAT = 1;

  public static PlanDocument of(
      PlanRequest request,
      PlanResult result,
      String generation,
      String configuration,
      Function<Object, String> json) {
    return new PlanDocument(
        request.sort(), generation, configuration, json.apply(request), json.apply(result));
  }

  public PlanRequest asked() {
    return PlanJson.request(sort, request);
  }

  public PlanResult made() {
    return PlanJson.result(sort, result);
  }

  @Override
  public ObjectNode body() {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("plan", FORMAT);
    root.put("sort", sort);
    root.put("generation", generation);
    root.put("configuration", configuration);
    root.put("request", request);
    root.put("result", result);
    return root;
  }

  /// Reads a document.
  ///
  /// @throws IllegalArgumentException if it is no plan, or was changed
  public static PlanDocument parse(String name, String text) {
    JsonNode root = SealedDocument.parse(name, text, "plan", FORMAT, "record.no_plan");
    PlanDocument document =
        new PlanDocument(
            root.path("sort").asString(""),
            root.path("generation").asString(""),
            root.path("configuration").asString(""),
            root.path("request").asString(""),
            root.path("result").asString(""));
    return SealedDocument.unchanged(name, document, root);
  }
}
