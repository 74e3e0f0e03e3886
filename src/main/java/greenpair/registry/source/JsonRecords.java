package greenpair.registry.source;

import greenpair.registry.Origin;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the records of a JSON document, which stand in lists at given JSON Pointers, or the
/// records of JSON Lines. Nested keys become columns such as `tags.operator`; a list of texts
/// becomes one cell that holds them all; the column `_path` tells which pointer led to the record.
final class JsonRecords implements RecordReader {
  static final String PATH = "_path";
  private static final int HEADERS = 10_000;

  private final String file;
  private final boolean lines;
  private final List<String> wanted;
  private final JsonParser json;
  private final FlatRecord flat;
  private final Deque<String> path = new ArrayDeque<>();
  private final Map<List<String>, Header> headers = new HashMap<>();
  private String at = "";
  private @Nullable String list;
  private long number;

  /// @param lines whether the text is JSON Lines
  JsonRecords(Reader text, String file, SourceFormat format, boolean lines, Limits limits) {
    this.file = file;
    this.lines = lines;
    this.wanted = format.records().isEmpty() ? List.of("") : format.records();
    this.flat = new FlatRecord(limits);
    this.json =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(limits.depth())
                    .maxStringLength(limits.cell())
                    .build())
            .build()
            .createParser(ObjectReadContext.empty(), text);
  }

  @Override
  public @Nullable SourceRecord next() throws IOException {
    try {
      return lines ? nextLine() : nextInDocument();
    } catch (JacksonException e) {
      throw new SourceException(
          file
              + ":"
              + Math.max(1, json.currentLocation().getLineNr())
              + ": not valid JSON: "
              + e.getOriginalMessage(),
          e);
    }
  }

  private @Nullable SourceRecord nextLine() {
    JsonToken token = json.nextToken();
    if (token == null) {
      return null;
    }
    long line = Math.max(1, json.currentTokenLocation().getLineNr());
    return record(token, line, "");
  }

  private @Nullable SourceRecord nextInDocument() {
    while (true) {
      JsonToken token = json.nextToken();
      if (token == null) {
        return null;
      }
      if (list != null) {
        if (token == JsonToken.END_ARRAY) {
          list = null;
          leave();
          continue;
        }
        return record(token, ++number, list);
      }
      switch (token) {
        case PROPERTY_NAME -> at = pointer(json.currentName());
        case START_OBJECT, START_ARRAY -> {
          SourceRecord only = enter(token);
          if (only != null) {
            return only;
          }
        }
        case END_OBJECT, END_ARRAY -> leave();
        default -> {}
      }
    }
  }

  /// Goes into a value that is, or may hold, a list of records; skips any other.
  private @Nullable SourceRecord enter(JsonToken token) {
    if (wanted.contains(at)) {
      if (token == JsonToken.START_OBJECT) {
        return record(token, ++number, at);
      }
      list = at;
      path.push(at);
      return null;
    }
    boolean leads =
        token == JsonToken.START_OBJECT
            && wanted.stream().anyMatch(pointer -> pointer.startsWith(at + "/"));
    if (leads) {
      path.push(at);
    } else {
      json.skipChildren();
    }
    return null;
  }

  private void leave() {
    path.poll();
    at = path.isEmpty() ? "" : path.peek();
  }

  private String pointer(String key) {
    String parent = path.isEmpty() ? "" : path.peek();
    return parent + "/" + key.replace("~", "~0").replace("/", "~1");
  }

  private SourceRecord record(JsonToken token, long place, String from) {
    Origin origin = new Origin(file, place);
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      Header none = new Header(List.of());
      return new SourceRecord(origin, none, List.of(), "a record is a JSON object; got " + token);
    }
    try {
      Map<String, String> cells = flat.read(json);
      if (!from.isEmpty()) {
        cells.put(PATH, from);
      }
      return new SourceRecord(
          origin, header(List.copyOf(cells.keySet())), List.copyOf(cells.values()), null);
    } catch (SourceException e) {
      throw new SourceException(origin + ": " + e.getMessage(), e);
    }
  }

  private Header header(List<String> columns) {
    if (headers.size() > HEADERS) {
      headers.clear();
    }
    return headers.computeIfAbsent(columns, Header::new);
  }

  @Override
  public void close() {
    json.close();
  }
}
