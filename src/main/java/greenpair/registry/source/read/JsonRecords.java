package greenpair.registry.source.read;

import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.source.value.Limits;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// Reads the records of a JSON document, which are in lists at given JSON Pointers, or the records
/// of JSON Lines. A document without any of these places is an error: an error in a pointer must
/// not look like an empty registry. Nested keys become columns such as `tags.operator`; a list of
/// texts becomes one cell that holds them all; the column `_path` contains the pointer to the
/// record, and `../name` is the key `name` of the object around its list, `../../name` of the
/// object around that, if it precedes the list in the file.
public final class JsonRecords implements RecordReader {
  public static final String PATH = "_path";
  private static final int HEADERS = 10_000;
  private static final int SHOWN = 10;
  private static final String AROUND = "../";

  private static final class Open {
    private final String at;
    private final boolean list;
    private final Map<String, String> texts = new LinkedHashMap<>();
    private long next;

    Open(String at, boolean list) {
      this.at = at;
      this.list = list;
    }
  }

  private final String file;
  private final boolean lines;
  private final List<String> pointers;
  private final RecordPaths wanted;
  private final JsonParser json;
  private final FlatRecord flat;
  private final Limits limits;
  private final Deque<Open> path = new ArrayDeque<>();
  private final List<String> passed = new ArrayList<>();
  private final Map<List<String>, Header> headers = new HashMap<>();
  private String at = "";
  private boolean inRecords;
  private boolean found;
  private long number;

  JsonRecords(Reader text, String file, SourceFormat format, boolean lines, Limits limits) {
    this.file = file;
    this.lines = lines;
    this.pointers = format.records();
    this.wanted = new RecordPaths(pointers);
    this.flat = new FlatRecord(limits);
    this.limits = limits;
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
          "%s:%s: not valid JSON: %s"
              .formatted(
                  file, Math.max(1, json.currentLocation().getLineNr()), e.getOriginalMessage()),
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
        checkFound();
        return null;
      }
      if (token == JsonToken.PROPERTY_NAME) {
        at = within(json.currentName().replace("~", "~0").replace("/", "~1"));
      } else if (token.isStructEnd()) {
        path.poll();
        inRecords = false;
      } else if (inRecords) {
        return record(token, ++number, path.element().at);
      } else {
        SourceRecord only = enter(token);
        if (only != null) {
          return only;
        }
      }
    }
  }

  /// Goes into a value that is, or may hold, a list of records; skips any other.
  private @Nullable SourceRecord enter(JsonToken token) {
    Open around = path.peek();
    if (around == null) {
      at = "";
    } else if (around.list) {
      at = within(String.valueOf(around.next++));
    }
    boolean list = token == JsonToken.START_ARRAY;
    if (passed.size() < SHOWN) {
      passed.add(at);
    }
    if (!token.isStructStart()) {
      if (around != null && !around.list && token != JsonToken.VALUE_NULL) {
        keep(around);
      }
      return null;
    }
    if (wanted.is(at)) {
      found = true;
      if (!list) {
        return record(token, ++number, at);
      }
      inRecords = true;
      path.push(new Open(at, true));
    } else if (wanted.lead(at)) {
      path.push(new Open(at, list));
    } else {
      json.skipChildren();
    }
    return null;
  }

  /// What records within may need of the object around them.
  private void keep(Open around) {
    if (around.texts.size() >= limits.columns()) {
      throw new SourceException(
          file + around.at + ": an object has at most " + limits.columns() + " keys");
    }
    around.texts.put(Header.plain(json.currentName()), json.getString());
  }

  /// Puts what the objects around a record say into its cells, the nearest first.
  private void addAround(Map<String, String> cells) {
    String prefix = "";
    for (Open each : path) {
      if (!each.list) {
        prefix += AROUND;
        for (Map.Entry<String, String> text : each.texts.entrySet()) {
          cells.put(prefix + text.getKey(), text.getValue());
        }
      }
    }
  }

  private String within(String key) {
    return path.element().at + "/" + key;
  }

  /// @throws SourceException if the document has no such place
  private void checkFound() {
    if (!found && !passed.isEmpty()) {
      throw new SourceException(
          "%s has no list or object at %s%s; correct format.records"
              .formatted(
                  file,
                  pointers.isEmpty() ? "its top" : String.join(", ", pointers),
                  passed.size() == 1
                      ? ""
                      : "; it has " + String.join(", ", passed.subList(1, passed.size()))));
    }
  }

  private SourceRecord record(JsonToken token, long place, String from) {
    Origin origin = new Origin(file, place);
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      Header none = new Header(List.of());
      return new SourceRecord(origin, none, List.of(), Message.of("row.object", "value", token));
    }
    try {
      Map<String, String> cells = flat.read(json);
      addAround(cells);
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
