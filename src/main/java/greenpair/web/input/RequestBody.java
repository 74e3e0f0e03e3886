package greenpair.web.input;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.format.JsonFaults;
import greenpair.web.http.Fault;
import greenpair.web.http.ProblemKind;
import greenpair.web.http.RefusedException;
import io.javalin.http.Context;
import io.javalin.http.Header;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Reads the body of a request: one JSON object within the size limit, without duplicate keys and
/// with nothing after it. A body that is too long is not read to its end.
public final class RequestBody {
  /// The deepest body that is described has 3 levels.
  private static final int DEEPEST = 16;

  private static final String FIELD = "body";
  private static final String TAKEN = "greenpair.body";
  private static final String READ = "greenpair.form";
  private static final String MOST = "greenpair.most";
  private static final String JSON = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String UTF_8 = "utf-8";
  private static final Pattern CHARSET =
      Pattern.compile(";\\s*charset\\s*=\\s*\"?([^\";\\s]*)", Pattern.CASE_INSENSITIVE);

  /// The longest form of a page, a need with all its fields, has fewer than a hundred.
  private static final int MOST_FIELDS = 1_000;

  /// How long a body may take to arrive, and the bytes for which it gets a second more.
  static final Duration WITHIN = Duration.ofSeconds(20);

  static final int LEAST_PER_SECOND = 10_000;
  private static final int BUFFER = 64 * 1024;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS) // 1e400 is not Infinity.
          .build();

  private RequestBody() {}

  /// Reads the body as a JSON object.
  ///
  /// @throws RefusedException if the body is too long, not declared as JSON, or no JSON object
  public static ObjectNode read(Context context) {
    checkType(context, JSON);
    byte[] bytes = bytes(context);
    context.attribute(TAKEN, bytes);
    return object(bytes);
  }

  /// The JSON object that these bytes are.
  ///
  /// @throws RefusedException if they are none
  public static ObjectNode object(byte[] bytes) {
    JsonNode value;
    try {
      // The library would also read UTF-16, as which the body was not declared.
      CharBuffer text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      value = MAPPER.readTree(text.toString().replaceFirst("^\uFEFF", ""));
    } catch (CharacterCodingException e) {
      throw malformed(Message.of("body.utf8"));
    } catch (JacksonException e) {
      throw malformed(JsonFaults.at(e));
    }
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw RefusedException.invalid(
        FIELD,
        value.isMissingNode() ? null : value.toString(),
        Message.of("body.object"),
        Message.of("body.object.next"));
  }

  /// The body that [#read] read; empty if nothing was.
  public static byte[] taken(Context context) {
    byte[] bytes = context.attribute(TAKEN);
    return bytes == null ? new byte[0] : bytes;
  }

  /// Stores the maximum length of the body for its later reader.
  public static void begin(Context context, int maxBytes) {
    context.attribute(MOST, maxBytes);
  }

  public static boolean isForm(Context context) {
    return media(context.header(Header.CONTENT_TYPE)).equals(FORM);
  }

  /// The fields of a form with their values, in order. Only `application/x-www-form-urlencoded` is
  /// read: a form of several parts would be written to disk before the sender is authenticated.
  ///
  /// @throws RefusedException if the body is too long, of another type, or no form
  public static Map<String, List<String>> form(Context context) {
    Map<String, List<String>> read = context.attribute(READ);
    if (read == null) {
      read = readForm(context);
      context.attribute(READ, read);
    }
    return read;
  }

  private static Map<String, List<String>> readForm(Context context) {
    checkType(context, FORM);
    String text = new String(bytes(context), StandardCharsets.UTF_8);
    String[] pairs = text.split("&", MOST_FIELDS + 1);
    if (pairs.length > MOST_FIELDS) {
      throw notAForm();
    }
    Map<String, List<String>> fields = new LinkedHashMap<>();
    for (String pair : pairs) {
      if (pair.isEmpty()) {
        continue;
      }
      int end = pair.indexOf('=');
      String name = end < 0 ? pair : pair.substring(0, end);
      fields
          .computeIfAbsent(decoded(name), key -> new ArrayList<>())
          .add(end < 0 ? "" : decoded(pair.substring(end + 1)));
    }
    return fields;
  }

  private static String decoded(String written) {
    try {
      return URLDecoder.decode(written, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw notAForm();
    }
  }

  private static RefusedException notAForm() {
    return RefusedException.invalid(
        FIELD, null, Message.of("body.form", "most", MOST_FIELDS), Message.of("body.form.next"));
  }

  private static String media(@Nullable String type) {
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /// Refuses a body where none is read: its sender would believe that it had an effect.
  ///
  /// @throws RefusedException if there is one
  public static void refuse(Context context) {
    String body = new String(bytes(context), StandardCharsets.UTF_8).strip();
    if (!body.isEmpty() && !body.equals("{}")) {
      Message rule = Message.of("body.none");
      throw RefusedException.invalid(FIELD, null, rule, Message.of("next.leave_out"));
    }
  }

  private static void checkType(Context context, String wanted) {
    String type = context.header(Header.CONTENT_TYPE);
    String encoding = context.header(Header.CONTENT_ENCODING);
    if (type == null || !media(type).equals(wanted)) {
      throw unsupportedType(type, wanted);
    }
    Matcher charset = CHARSET.matcher(type);
    if (charset.find() && !charset.group(1).equalsIgnoreCase(UTF_8)) {
      throw unsupportedType(type, wanted + "; charset=" + UTF_8);
    }
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw unsupported(
          Header.CONTENT_ENCODING,
          encoding,
          Message.of("body.compressed"),
          Message.of("body.compressed.next"));
    }
  }

  private static RefusedException unsupportedType(@Nullable String type, String wanted) {
    return unsupported(
        Header.CONTENT_TYPE,
        type,
        Message.of("body.media_type", "wanted", wanted),
        Message.of("body.media_type.next", "wanted", wanted));
  }

  private static RefusedException unsupported(
      String header, @Nullable String value, Message rule, Message next) {
    return new RefusedException(
        ProblemKind.UNSUPPORTED_MEDIA_TYPE, Fault.of(header, value, rule, next));
  }

  private static byte[] bytes(Context context) {
    int maxBytes = Objects.requireNonNull(context.<Integer>attribute(MOST));
    long declared = context.req().getContentLengthLong();
    if (declared > maxBytes) {
      throw tooLarge(Long.toString(declared), maxBytes);
    }
    try (InputStream in = context.req().getInputStream()) {
      return arriving(in, maxBytes);
    } catch (IOException e) {
      Message detail = Message.of("body.broke_off");
      throw new RefusedException(ProblemKind.MALFORMED_HTTP, detail);
    }
  }

  /// Reads the body as long as it arrives fast enough. A client that sends a byte from time to time
  /// would never be idle and could occupy its thread for days.
  private static byte[] arriving(InputStream in, int maxBytes) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[Math.min(maxBytes, BUFFER - 1) + 1];
    long begun = System.nanoTime();
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      bytes.write(buffer, 0, read);
      if (bytes.size() > maxBytes) {
        throw tooLarge(null, maxBytes);
      }
      Duration most = WITHIN.plusMillis(bytes.size() * 1000L / LEAST_PER_SECOND);
      if (System.nanoTime() - begun > most.toNanos()) {
        throw tooSlow();
      }
    }
    return bytes.toByteArray();
  }

  private static RefusedException tooSlow() {
    Message detail =
        Message.of("body.too_slow", "seconds", WITHIN.toSeconds(), "bytes", LEAST_PER_SECOND);
    return new RefusedException(ProblemKind.BODY_TOO_SLOW, detail);
  }

  private static RefusedException tooLarge(@Nullable String declared, int maxBytes) {
    return new RefusedException(
        ProblemKind.BODY_TOO_LARGE,
        Fault.of(
            FIELD,
            declared,
            Message.of("body.bytes", "most", maxBytes),
            Message.of("next.shorten")));
  }

  private static RefusedException malformed(Message reason) {
    return new RefusedException(
        ProblemKind.MALFORMED_JSON,
        Fault.of(
            FIELD,
            null,
            Message.of("body.malformed", "most", DEEPEST, "reason", reason),
            Message.of("next.correct")));
  }
}
