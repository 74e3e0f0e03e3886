package greenpair.web.http;

import com.fasterxml.jackson.annotation.JsonProperty;
import greenpair.catalog.Language;
import greenpair.message.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The error document for clients: RFC 9457 `application/problem+json`, in both languages.
///
/// @param type what sort of error, a stable reference such as `/problems/invalid-request`, where
///     the server explains it
/// @param errors every fault of the request; empty where the request is not at fault
/// @param id of a failure, to be found in the server's log; null if there is none
public record Problem(
    String type,
    String title,
    @JsonProperty("title_zh") String titleZh,
    int status,
    String detail,
    @JsonProperty("detail_zh") String detailZh,
    String instance,
    List<Detail> errors,
    @Nullable String id) {
  public static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";
  private static final int LONGEST_INSTANCE = 500;

  /// A fault as a client gets it, as [Fault] has it.
  ///
  /// @param rule as the end of a sentence that begins with the field
  public record Detail(
      String field,
      @Nullable String value,
      String rule,
      @JsonProperty("rule_zh") String ruleZh,
      String next,
      @JsonProperty("next_zh") String nextZh) {
    static Detail of(Fault fault) {
      return new Detail(
          fault.field(),
          fault.value(),
          fault.rule().in(Language.EN),
          fault.rule().in(Language.ZH),
          fault.next().in(Language.EN),
          fault.next().in(Language.ZH));
    }
  }

  public Problem {
    errors = List.copyOf(errors);
    instance = Fault.show(instance, LONGEST_INSTANCE);
  }

  /// A request that is no HTTP.
  ///
  /// @param reason message of the server's parser, in English
  public static Problem malformed(int status, String reason, String instance) {
    Message detail =
        switch (status) {
          case 414 -> Message.of("error.address_too_long");
          case 431 -> Message.of("error.headers_too_large");
          default -> Message.of("error.malformed_http", "reason", Fault.show(reason));
        };
    return of(ProblemKind.MALFORMED_HTTP, status, detail, instance, List.of(), null);
  }

  public static Problem of(ProblemKind kind, Message detail, String instance, List<Fault> errors) {
    return of(kind, kind.status(), detail, instance, errors, null);
  }

  public static Problem of(
      ProblemKind kind,
      int status,
      Message detail,
      String instance,
      List<Fault> errors,
      @Nullable String id) {
    return new Problem(
        kind.type(),
        kind.title().in(Language.EN),
        kind.title().in(Language.ZH),
        status,
        detail.in(Language.EN),
        detail.in(Language.ZH),
        instance,
        errors.stream().map(Detail::of).toList(),
        id);
  }
}
