package greenpair.cli.settings;

import greenpair.catalog.Language;
import greenpair.catalog.value.Word;
import greenpair.message.Message;

/// The settings of a server, each with its default. A setting is a key in `greenpair.yaml`, such as
/// `requests_per_minute`, and an environment variable, such as `GREENPAIR_REQUESTS_PER_MINUTE`.
public enum Setting implements Word {
  HOST("127.0.0.1"),
  HOSTS(""),
  PORT("8080"),
  DATA("data beside the launcher"),
  INDEX_CONFIG("index-config beside the launcher"),
  CATALOG("fixtures beside the launcher"),
  SOURCES(""),
  SOURCE_NAMES(""),
  GAZETTEER("the sources folder"),
  DATABASE("program.db in the data folder"),
  DATABASE_USER(""),
  DATABASE_PASSWORD(""),
  DATABASE_CONNECTIONS("4"),
  ANONYMOUS_READ("true"),
  REQUESTS_PER_MINUTE("0"),
  BEHIND_PROXY("false"),
  PROXIES("1"),
  AUDIT_DAYS("730"),
  TIME_ZONE(""),
  SHARE_REMARKS("false"),
  KEEP_SEARCHES("false"),
  PUBLIC_URL(""),
  OPENID_ISSUER(""),
  OPENID_CLIENT_ID(""),
  OPENID_CLIENT_SECRET(""),
  OPENID_ROLE_CLAIM("roles"),
  OPENID_ROLES(""),
  OPENID_CITY_CLAIM("cities"),
  OPENID_CITIES(""),
  SMTP_HOST(""),
  SMTP_PORT("587"),
  SMTP_SECURITY("starttls"),
  SMTP_USER(""),
  SMTP_PASSWORD_FILE(""),
  SMTP_FROM(""),
  DEADLINE_DAYS("30"),
  MAX_BODY_BYTES("1048576"),
  CACHE_BYTES("64000000"),
  ANSWER_WITHIN_SECONDS("10"),
  STOP_WITHIN_SECONDS("10"),
  ACCESS_LOG("false"),
  LOG_FORMAT("text");

  static final String VARIABLE_PREFIX = "GREENPAIR_";

  private final String fallback;

  Setting(String fallback) {
    this.fallback = fallback;
  }

  String variable() {
    return VARIABLE_PREFIX + name();
  }

  String fallback() {
    return fallback;
  }

  public String description(Language language) {
    return Message.of("setting.meaning", "word", word()).in(language);
  }

  boolean isSecret() {
    return switch (this) {
      case DATABASE_PASSWORD, OPENID_CLIENT_SECRET -> true;
      default -> false;
    };
  }
}
