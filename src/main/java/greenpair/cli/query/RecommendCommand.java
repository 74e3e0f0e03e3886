package greenpair.cli.query;

import module java.base;

import greenpair.index.read.Snapshot;
import greenpair.match.reason.Answer;
import greenpair.web.answers.RecommendationHandler;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "recommend")
public final class RecommendCommand extends Question {
  /// Fields that describe a need which is not in the catalog.
  private static final List<String> DESCRIBED = List.of("text", "technologies", "instruments");

  @Parameters(paramLabel = "CITY")
  private String city = "";

  RecommendCommand() {
    super(RecommendationHandler.DescribedNeed.class, Set.of("city", "budget", "lang"));
  }

  @Override
  StoredRequest question(Map<String, Object> given) {
    if (DESCRIBED.stream().noneMatch(given::containsKey)) {
      return get("/api/v1/cities/" + encoded(city) + "/recommendations", given);
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("city", city);
    given.forEach((key, value) -> body.put(key, typed(key, value)));
    return new StoredRequest("POST", "/api/v1/recommendations", Json.text(body));
  }

  /// Only counts are numbers; a text and an id of digits are not.
  private static Object typed(String key, Object value) {
    if (value instanceof List<?>) {
      return texts(value);
    }
    return !Set.of("text", "need").contains(key) && value.toString().matches("[0-9]{1,9}")
        ? Integer.valueOf(value.toString())
        : value;
  }

  @Override
  String text(Object answer, Snapshot snapshot) {
    return new AnswerText(output.language()).of((Answer) answer, snapshot);
  }
}
