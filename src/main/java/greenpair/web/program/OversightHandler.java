package greenpair.web.program;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import greenpair.catalog.EntryId;
import greenpair.program.access.Audit.AuditEntry;
import greenpair.program.access.Caller;
import greenpair.program.access.Role;
import greenpair.program.access.Tokens.Token;
import greenpair.web.auth.Access;
import greenpair.web.auth.Route;
import greenpair.web.input.Input;
import greenpair.web.input.Request;
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

  record OfPerson(@Nullable String who) {}

  public List<Route> routes() {
    return List.of(
        reading.list(
            "tokens",
            "/api/v1/tokens",
            Access.OPERATE,
            Request.Nothing.class,
            TokenView.class,
            (nothing, records, caller, before, limit) -> records.tokens().list(before, limit),
            (token, caller) -> TokenView.of(token)),
        writing
            .delete("/api/v1/tokens/{id}", Access.OPERATE, this::revoke)
            .as("revokeToken", TokenView.class),
        reading.list(
            "audit",
            "/api/v1/audit",
            Access.OPERATE,
            OfPerson.class,
            AuditView.class,
            (of, records, caller, before, limit) -> records.audit().list(of.who(), before, limit),
            (entry, caller) -> new AuditView(entry)));
  }

  private WriteEndpoint.Work revoke(Input input, Caller caller) {
    String id = input.path("id");
    input.nothing();
    return (records, stamp) -> {
      Token revoked =
          records.tokens().revoke(id, stamp.at()).orElseThrow(() -> ReadEndpoint.noSuchRecord(id));
      return WriteEndpoint.Done.changed("token.revoke", "token " + id, TokenView.of(revoked));
    };
  }
}
