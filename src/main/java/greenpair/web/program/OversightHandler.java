package greenpair.web.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.program.access.AuditEntry;
import greenpair.program.access.Role;
import greenpair.program.access.Token;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens and the audit log, for operators. Tokens are created on the command line only, so that a
/// stolen token cannot create another.
public record OversightHandler(ReadEndpoint reading, WriteEndpoint writing) {
  record TokenView(
      String id,
      String name,
      Role role,
      List<EntryId> cities,
      Instant made,
      Instant expires,
      @Nullable Instant revoked)
      implements ReadEndpoint.View {
    static TokenView of(Token token) {
      return new TokenView(
          token.id(),
          token.name(),
          token.role(),
          token.cities().stream().sorted().toList(),
          token.made(),
          token.expires(),
          token.revoked());
    }
  }

  /// A line of the audit as it is shown.
  record AuditView(@JsonUnwrapped @JsonIgnoreProperties("seq") AuditEntry entry)
      implements ReadEndpoint.View {}

  public void tokens(Context context) {
    reading.list(
        context,
        (parameters, checks) ->
            (records, caller, before, limit) -> records.tokens().list(before, limit),
        (token, caller) -> TokenView.of(token));
  }

  public void revoke(Context context) {
    String id = context.pathParam("id");
    writing.write(
        context,
        (input, caller) -> {
          input.parameters();
          return (records, stamp) -> {
            Token revoked =
                records
                    .tokens()
                    .revoke(id, stamp.at())
                    .orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
            return WriteEndpoint.Done.changed("token.revoke", "token " + id, TokenView.of(revoked));
          };
        });
  }

  public void audit(Context context) {
    reading.list(
        context,
        (parameters, checks) -> {
          String word = parameters.one("who");
          String who = word == null ? null : checks.words("who", word);
          return (records, caller, before, limit) -> records.audit().list(who, before, limit);
        },
        (entry, caller) -> new AuditView(entry),
        "who");
  }
}
