package greenpair.web.decisions;

import greenpair.catalog.Text;
import greenpair.message.Message;
import greenpair.program.Decision;
import greenpair.program.Records;
import greenpair.program.access.Caller;
import greenpair.program.database.Stamp;
import greenpair.web.answers.StoredRequest;
import greenpair.web.http.RefusedException;
import greenpair.web.input.BodyFields;
import greenpair.web.input.Input;
import greenpair.web.input.Required;
import greenpair.web.program.ReadEndpoint;
import greenpair.web.program.WriteEndpoint;
import io.javalin.http.Context;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Saves the answer to a request as a decision record, shows it, and reproduces it.
public record DecisionHandler(
    ReadEndpoint reading, WriteEndpoint writing, Recorder recorder, Archive archive) {
  private static final String ADDRESS = "/api/v1/records/";

  record View(
      String id,
      String method,
      String address,
      String generation,
      String configuration,
      String digest,
      Stamp made)
      implements ReadEndpoint.View {
    public static View of(Decision decision) {
      DecisionRecord record = parsed(decision);
      return new View(
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
  record Whole(View about, String document) implements ReadEndpoint.View {}

  record Replayed(String id, boolean same, Text message) implements ReadEndpoint.View {}

  private static DecisionRecord parsed(Decision decision) {
    return DecisionRecord.parse("record " + decision.id(), decision.document());
  }

  public void list(Context context) {
    reading.list(
        context,
        (parameters, checks) ->
            (records, caller, before, limit) -> records.decisions().list(caller, before, limit),
        (decision, caller) -> View.of(decision));
  }

  public void one(Context context) {
    reading.one(
        context,
        DecisionHandler::find,
        (decision, caller) -> new Whole(View.of(decision), decision.document()));
  }

  private static Optional<Decision> find(Records records, Caller caller, String id) {
    return records.decisions().find(id, caller);
  }

  public void add(Context context) {
    writing.write(
        context,
        (input, caller) -> {
          StoredRequest question = question(input);
          DecisionRecord record = recorder.make(question, input.snapshot());
          archive.keep(record.configuration());
          return (records, stamp) -> {
            Decision made =
                records.decisions().add(record.digest(), record.document(), caller, stamp);
            return WriteEndpoint.Done.made(
                "record.add",
                "record " + made.id() + ": " + question.method() + " " + question.address(),
                View.of(made),
                ADDRESS + made.id());
          };
        });
  }

  private StoredRequest question(Input input) {
    BodyFields fields = input.body();
    String address = fields.string("address");
    JsonNode body = fields.any("body");
    Required.check(fields, "address", Message.of("what.question"));
    input.check();
    return of(String.valueOf(address), body);
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
  public void replay(Context context) {
    reading.made(
        context,
        DecisionHandler::find,
        decision -> {
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
