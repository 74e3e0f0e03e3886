package greenpair.web.decisions;

import greenpair.index.read.Snapshot;
import greenpair.web.answers.AnswerEndpoint;
import greenpair.web.answers.LiveAnswerParts.AnswerParts;
import greenpair.web.answers.MatchAndSearchRoutes;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.Json;
import greenpair.web.http.RefusedException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Answers stored questions as the server would, and creates decision records of the answers.
public record Recorder(MatchAndSearchRoutes questions) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  public Recorder(AnswerParts answerParts) {
    this(new MatchAndSearchRoutes(configuration -> answerParts));
  }

  /// The current answer to a question.
  ///
  /// @throws RefusedException with all faults of the question
  public Object answer(StoredRequest question, Snapshot snapshot) {
    return questions.read(question, snapshot).making().make(snapshot);
  }

  /// The current answer to a question, with the data needed to reproduce it.
  ///
  /// @throws RefusedException with all faults of the question
  public DecisionRecord record(StoredRequest question, Snapshot snapshot) {
    AnswerEndpoint.ParsedRequest wanted = questions.read(question, snapshot);
    byte[] bytes = Json.write(wanted.making().make(snapshot), wanted.language());
    String answer = new String(bytes, StandardCharsets.UTF_8);
    JsonNode read = MAPPER.readTree(answer);
    return new DecisionRecord(
        question,
        read.path("generation").asString(""),
        read.path("configuration").asString(""),
        answer);
  }
}
