package greenpair.web.decisions;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.Decisions.Decision;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.web.answers.StoredRequest;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.http.RefusedException;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import greenpair.web.input.Rules;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Saves the answer to a request as a decision record, shows it, and reproduces it.
public record DecisionHandler(
    ReadEndpoint reading, WriteEndpoint writing, Recorder recorder, Archive archive) {
  private static final String ADDRESS = "/api/v1/records/";

  record DecisionView(
      String id,
      String method,
      String address,
      String generation,
      String configuration,
      String digest,
      Stamp made) {
    public static DecisionView of(Decision decision) {
      DecisionRecord record = parsed(decision);
      return new DecisionView(
          decision.id(),
          record.question().method(),
          record.question().address(),
          record.generation(),
          record.configuration(),
          decision.digest(),
          decision.made());
    }
  }

  /// A record with its document, which `greenpair replay` reads from a file.
  record DecisionDetails(DecisionView about, String document) {}

  record Replayed(String id, boolean same, Text message) {}

  private static DecisionRecord parsed(Decision decision) {
    return DecisionRecord.parse("record " + decision.id(), decision.document());
  }

  /// A question whose answer is to be saved.
  ///
  /// @param body of a POST; null for a GET
  record NewDecision(
      @Rules.Required(example = "/api/v1/gaps") String address, @Nullable JsonNode body) {}

  public List<Route> routes() {
    String path = "/api/v1/records";
    return List.of(
        reading.listRoute(
            "records",
            path,
            Access.MEMBER,
            Request.Nothing.class,
            DecisionView.class,
            (nothing, records, caller, before, limit) ->
                records.decisions().list(caller, before, limit).map(DecisionView::of)),
        writing
            .post(path, Access.EDIT, this::add)
            .asNew("keepAnswer", NewDecision.class, DecisionView.class)
            .example("{'address': '/api/v1/needs/us-ca-losangeles-n1/recommendations?limit=3'}")
            .example(
                "{'address': '/api/v1/recommendations', 'body': {'city': 'us-ca-berkeley',"
                    + " 'text': 'heat pumps for public housing'}}"),
        reading.oneRoute(
            "record",
            path + "/{id}",
            Access.MEMBER,
            DecisionDetails.class,
            (records, caller, id) ->
                find(records, caller, id)
                    .map(each -> new DecisionDetails(DecisionView.of(each), each.document()))),
        Route.get(path + "/{id}/replay", Access.MEMBER, this::replay)
            .as("replayRecord", Replayed.class));
  }

  private static Optional<Decision> find(Records records, Caller caller, String id) {
    return records.decisions().find(id, caller);
  }

  private WriteEndpoint.Work add(Input input, Caller caller) {
    NewDecision sent = input.body(NewDecision.class);
    StoredRequest question = of(sent.address(), sent.body());
    DecisionRecord record = recorder.record(question, input.snapshot());
    archive.keep(record.configuration());
    return (records, stamp) -> {
      Decision made = records.decisions().add(record.digest(), record.document(), caller, stamp);
      return WriteEndpoint.Done.made(
          "record.add",
          "record " + made.id() + ": " + question.method() + " " + question.address(),
          DecisionView.of(made),
          ADDRESS + made.id());
    };
  }

  private static StoredRequest of(String address, @Nullable JsonNode body) {
    try {
      return new StoredRequest(body == null ? "GET" : "POST", address, text(body));
    } catch (IllegalArgumentException e) {
      throw RefusedException.invalid(
          "address", address, Message.of("record.address"), Message.of("record.address.next"));
    }
  }

  private static @Nullable String text(@Nullable JsonNode body) {
    return body == null ? null : body.toString();
  }

  /// Reproduces a saved answer and reports whether it is the same.
  ///
  /// @throws Archive.GoneException if generation or configuration are gone
  private void replay(Context context) {
    reading.computedOf(
        context,
        Request.Nothing.class,
        DecisionHandler::find,
        (nothing, decision) -> {
          DecisionRecord record = parsed(decision);
          try (Archive.Past past = archive.open(record.generation(), record.configuration())) {
            boolean same = past.givesAgain(record);
            return new Replayed(decision.id(), same, says(same));
          }
        });
  }

  private static Text says(boolean same) {
    return Message.of(same ? "record.same" : "record.differs").text();
  }
}
