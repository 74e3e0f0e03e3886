package greenpair.cli.settings;

import java.util.Locale;

/// The settings of a server, each with its default. A setting is a key in `greenpair.yaml`, such as
/// `requests_per_minute`, and an environment variable, such as `GREENPAIR_REQUESTS_PER_MINUTE`.
public enum Setting {
  HOST("127.0.0.1", "address to listen on"),
  HOSTS("", "names by which the server may be requested, by commas, besides localhost"),
  PORT("8080", "port to listen on, 0 for any"),
  DATA("data beside the launcher", "folder of the generations and of program.db"),
  INDEX_CONFIG("index-config beside the launcher", "folder of weights, rules and texts"),
  INDEX_BACKEND("lucene", "lucene, or opensearch for generations that several servers share"),
  CLUSTER("http://127.0.0.1:9200", "nodes of the OpenSearch cluster, by commas"),
  CLUSTER_NAME("greenpair", "prefix of the names of all indexes in the cluster"),
  CLUSTER_USER("", "user of the cluster; empty without one"),
  CLUSTER_PASSWORD("", "password of that user; best given by the environment"),
  CLUSTER_TOKEN("", "bearer token for the cluster instead; best given by the environment"),
  CLUSTER_AUTHORITY(
      "", "PEM file of the certificates that sign those of the nodes; empty for Java's own"),
  CLUSTER_SHARDS("1", "shards of a generation's entries"),
  CLUSTER_REPLICAS("0-1", "copies of each shard: a number, or 0-N as nodes allow"),
  CLUSTER_QUERIES("none", "none, or recommend: the cluster finds candidates for recommendations"),
  CLUSTER_WITHIN_SECONDS("30", "how long one request to the cluster may take"),
  CATALOG("fixtures beside the launcher", "catalog files and folders that jobs read, by commas"),
  SOURCES("", "folder of the registries' files; empty: jobs read no registry"),
  SOURCE_NAMES("", "mappings that jobs read, by commas; empty: all of index-config/sources"),
  GAZETTEER("the sources folder", "folder with geonames/ and koppen/"),
  SCHEDULE("", "schedule of automatic jobs, such as 30 3 * * *; empty: none"),
  DATABASE("program.db in the data folder", "jdbc:sqlite:FILE or jdbc:postgresql://HOST/DATABASE"),
  DATABASE_USER("", "user of PostgreSQL"),
  DATABASE_PASSWORD("", "password of PostgreSQL; best given by the environment"),
  DATABASE_CONNECTIONS("4", "connections to the database at most"),
  ANONYMOUS_READ("true", "whether visitors who are not signed in may read public data"),
  REQUESTS_PER_MINUTE("0", "requests that one address may send a minute, 0 for no limit"),
  BEHIND_PROXY("false", "whether to believe X-Forwarded-For and X-Forwarded-Proto"),
  PROXIES("1", "proxies that a request passes when behind_proxy is true"),
  AUDIT_DAYS("730", "days that lines of the audit are kept, 0 for good"),
  TIME_ZONE("", "time zone of the programme, such as Asia/Shanghai; empty: the machine's"),
  SHARE_REMARKS("false", "whether staff of a city see remarks of other cities"),
  MANAGEMENT_HOST("127.0.0.1", "address for health and metrics where management_port is set"),
  MANAGEMENT_PORT("0", "port for health and metrics; 0: /metrics is on the public port"),
  TRACES("", "OpenTelemetry collector for traces, such as http://127.0.0.1:4318; empty for none"),
  PUBLIC_URL(
      "",
      "address of the server as browsers see it; needed for openid_issuer and emails on changes"),
  OPENID_ISSUER("", "OpenID Connect provider at which people may sign in; empty for none"),
  OPENID_CLIENT_ID("", "what the provider calls this server"),
  OPENID_CLIENT_SECRET("", "secret of this server at the provider; best given by the environment"),
  OPENID_ROLE_CLAIM("roles", "claim that holds a person's roles or groups"),
  OPENID_ROLES("", "what its values mean here: VALUE=ROLE, …"),
  OPENID_CITY_CLAIM("cities", "claim that holds the cities of a city's staff"),
  OPENID_CITIES("", "what its values mean here, where they are not ids: VALUE=CITY, …"),
  SMTP_HOST("", "mail server that takes letters; empty for none"),
  SMTP_PORT("587", "its port"),
  SMTP_SECURITY("starttls", "starttls, tls or none"),
  SMTP_USER("", "user of the mail server; empty without one"),
  SMTP_PASSWORD_FILE("", "file with the password of that user"),
  SMTP_FROM("", "address from which letters come; needed for smtp_host"),
  DEADLINE_DAYS(
      "30", "days before its deadline at which followers of a need are told, 0 for never"),
  WEBHOOKS("true", "whether people may have webhooks called with what changed"),
  MAX_BODY_BYTES("1048576", "longest body of a request"),
  CACHE_BYTES("64000000", "weight of kept answers"),
  ANSWER_WITHIN_SECONDS("10", "how long one request may ask the index, 0 for no limit"),
  STOP_WITHIN_SECONDS("10", "how long a stop waits for requests that run"),
  ACCESS_LOG("false", "whether each request is a line of the log"),
  LOG_FORMAT("text", "text or json");

  private final String fallback;
  private final String description;

  Setting(String fallback, String description) {
    this.fallback = fallback;
    this.description = description;
  }

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  String variable() {
    return "GREENPAIR_" + name();
  }

  String fallback() {
    return fallback;
  }

  public String description() {
    return description;
  }

  boolean isSecret() {
    return switch (this) {
      case DATABASE_PASSWORD, OPENID_CLIENT_SECRET, CLUSTER_PASSWORD, CLUSTER_TOKEN -> true;
      default -> false;
    };
  }
}
