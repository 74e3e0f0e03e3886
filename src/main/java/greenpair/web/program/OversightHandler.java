package greenpair.web.program;

import greenpair.program.access.Audit.AuditEntry;
import greenpair.program.access.Caller;
import greenpair.program.access.Tokens.Token;
import greenpair.web.auth.Route;
import greenpair.web.auth.Route.Access;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tokens and the audit log, for operators. Tokens are created on the command line only, so that a
/// stolen token cannot create another.
public record OversightHandler(ReadEndpoint reading, WriteEndpoint writing) {
  record OfPerson(@Nullable String who) {}

  public List<Route> routes() {
    return List.of(
        reading.listRoute(
            "tokens",
            "/api/v1/tokens",
            Access.OPERATE,
            Request.Nothing.class,
            Token.class,
            (nothing, records, caller, before, limit) -> records.tokens().list(before, limit)),
        writing
            .delete("/api/v1/tokens/{id}", Access.OPERATE, this::revoke)
            .as("revokeToken", Token.class),
        reading.listRoute(
            "audit",
            "/api/v1/audit",
            Access.OPERATE,
            OfPerson.class,
            AuditEntry.class,
            (of, records, caller, before, limit) -> records.audit().list(of.who(), before, limit)));
  }

  private WriteEndpoint.Work revoke(Input input, Caller caller) {
    String id = input.path("id");
    return (records, stamp) -> {
      Token revoked =
          records.tokens().revoke(id, stamp.at()).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
      return WriteEndpoint.Done.changed("token.revoke", "token " + id, revoked);
    };
  }
}
