package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.Origin;
import greenpair.registry.format.JsonFaults;
import greenpair.registry.source.value.Limits;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Reads the records of a JSON document, which are in lists at given JSON Pointers, or the records
/// of JSON Lines. A document without any of these places is an error: an error in a pointer must
/// not look like an empty registry. Nested keys become columns such as `tags.operator`; a list of
/// texts becomes one cell that holds them all; the column `_path` contains the pointer to the
/// record, and `../name` is the key `name` of the object around its list, `../../name` of the
/// object around that, if it precedes the list in the file.
public final class JsonRecords implements RecordReader {
  public static final String PATH = "_path";
  private static final String TEXT = "_text";
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
  private final @Nullable Reader lines;
  private final List<String> pointers;
  private final RecordPaths wanted;
  private JsonParser json;
  private final FlatRecord flat;
  private final Limits limits;
  private final Deque<Open> path = new ArrayDeque<>();
  private final List<String> passed = new ArrayList<>();
  private final Map<List<String>, Header> headers = new HashMap<>();
  private String at = "";
  private boolean inRecords;
  private boolean found;
  private long number;

  /// Whether the last line that was read has no end.
  private boolean isUnended;

  JsonRecords(Reader text, String file, SourceFormat format, boolean lines, Limits limits) {
    this.file = file;
    this.lines = lines ? new BufferedReader(text) : null;
    this.pointers = format.records();
    this.wanted = new RecordPaths(pointers);
    this.flat = new FlatRecord(limits);
    this.limits = limits;
    this.json = parser(text);
  }

  private JsonParser parser(Reader text) {
    return JsonFactory.builder()
        .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
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
      return lines == null ? nextInDocument() : nextLine(lines);
    } catch (CharacterCodingException e) {
      throw new SourceException(Encodings.wrong(file + ":" + (number + 1)), e);
    } catch (JacksonException e) {
      String place = file + ":" + Math.max(1, json.currentLocation().getLineNr());
      throw new SourceException(
          e.getCause() instanceof CharacterCodingException
              ? Encodings.wrong(place)
              : Message.of("file.json", "file", place, "why", JsonFaults.reason(e)),
          e);
    }
  }

  private @Nullable SourceRecord nextLine(Reader in) throws IOException {
    for (String line = line(in); line != null; line = line(in)) {
      number++;
      if (!line.isBlank()) {
        return ofLine(line);
      }
    }
    return null;
  }

  /// The next line without its end, one character longer than a row may be if it is too long; null
  /// at the end of the file.
  private @Nullable String line(Reader in) throws IOException {
    StringBuilder line = new StringBuilder();
    int letter = in.read();
    boolean isEnd = letter < 0;
    for (; letter >= 0 && letter != '\n'; letter = in.read()) {
      if (line.length() <= limits.row()) {
        line.append((char) letter);
      }
    }
    isUnended = letter < 0;
    return isEnd ? null : line.toString();
  }

  /// A line that is no valid record is rejected by itself; its text is kept in the column `_text`.
  private SourceRecord ofLine(String line) {
    Message rule;
    try {
      if (line.length() > limits.row()) {
        throw new SourceException(Message.of("file.characters", "most", limits.row()));
      }
      json = parser(new StringReader(line));
      JsonToken first = Objects.requireNonNull(json.nextToken());
      SourceRecord record = record(first, number, "");
      boolean isAlone = json.nextToken() == null;
      if (isAlone && first == JsonToken.START_OBJECT) {
        return record;
      }
      rule =
          isAlone
              ? Message.of("row.object")
              : Message.of("row.json", "column", json.currentTokenLocation().getColumnNr());
    } catch (UnexpectedEndOfInputException e) {
      if (isUnended) { // Half of a file must not replace the whole.
        throw new SourceException(Message.of("file.cut_record", "file", file + ":" + number), e);
      }
      rule = Message.of("row.json", "column", line.length());
    } catch (JacksonException e) {
      rule = Message.of("row.json", "column", Math.max(1, json.currentLocation().getColumnNr()));
    } catch (SourceException e) {
      rule = Message.of("row.json_size", "most", limits.row(), "columns", limits.columns());
    }
    return new SourceRecord(new Origin(file, number), header(List.of(TEXT)), List.of(line), rule);
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
      if (around != null && !around.list && !FlatRecord.isUnknown(json)) {
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
          Message.of("file.keys", "file", file + around.at, "most", limits.columns()));
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
          Message.of(
              "file.no_records",
              "file",
              file,
              "places",
              pointers.isEmpty() ? List.of("/") : pointers,
              "has",
              passed.size() == 1 ? List.of("/") : passed.subList(1, passed.size())));
    }
  }

  private SourceRecord record(JsonToken token, long place, String from) {
    Origin origin = new Origin(file, place, lines == null);
    if (token != JsonToken.START_OBJECT) {
      json.skipChildren();
      Header none = new Header(List.of());
      return new SourceRecord(origin, none, List.of(), Message.of("row.object"));
    }
    try {
      Map<String, String> cells = flat.read(json);
      addAround(cells);
      if (!from.isEmpty()) {
        cells.put(PATH, from);
      }
      Message fault = flat.twice() == null ? null : Message.of("row.twice", "key", flat.twice());
      return new SourceRecord(
          origin, header(List.copyOf(cells.keySet())), List.copyOf(cells.values()), fault);
    } catch (SourceException e) {
      throw new SourceException(
          Message.of("line.at", "place", origin.toString(), "problem", e.text()), e);
    }
  }

  private Header header(List<String> columns) {
    if (headers.size() > HEADERS) {
      headers.clear();
    }
    return headers.computeIfAbsent(columns, Header::new);
  }

  @Override
  public void close() throws IOException {
    json.close();
    if (lines != null) {
      lines.close();
    }
  }
}
