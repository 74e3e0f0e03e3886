package greenpair.registry.source.read;

import module java.base;

import greenpair.message.Message;
import greenpair.registry.source.value.Limits;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Scans the parts of a workbook before it is parsed. The parser makes room for every column up to
/// the one that a cell names and holds a row as a whole, so a cell named `ZZZZZZ1` or a row without
/// end would take all memory, as would a reference to the shared text 999,999,999: the library adds
/// texts until it has so many.
final class SheetScan {
  /// With 56 bytes for each this is 112 MB beside the letters themselves.
  private static final int MOST_TEXTS = 2_000_000;

  /// Excel has as many rows in a sheet.
  private static final int MOST_ROWS = 1 << 20;

  /// The parser searches its list of sheets for each of them.
  private static final int MOST_SHEETS = 1_000;

  /// Excel has 65,490 cell formats; the parser holds all formats and relationships in memory.
  private static final int MOST_FORMATS = 100_000;

  /// A sheet has columns A to XFD.
  private static final Pattern PLACE = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

  private static final int MOST_DIGITS = 10;
  private static final XMLInputFactory XML = factory();

  private final String sheet;
  private final Limits limits;
  private final int shared;
  private final Set<String> places = new HashSet<>();
  private final StringBuilder reference = new StringBuilder();
  private boolean isReference;
  private boolean isSheet;
  private boolean isFrom1904;
  private int rows;
  private int sheets;
  private int formats;
  private int cells;
  private long letters;

  private SheetScan(String sheet, Limits limits, int shared) {
    this.sheet = sheet;
    this.limits = limits;
    this.shared = shared;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// Checks a part that may be a sheet: the workbook names its sheets as it likes.
  ///
  /// @param shared how many shared texts the workbook has
  /// @return whether it says with a 1, which the library does not read, that days count from 1904
  /// @throws SourceException if it is a sheet that is broken or would take too much memory
  static boolean check(InputStream in, String part, Limits limits, int shared) {
    SheetScan scan = new SheetScan(part, limits, shared);
    try {
      read(in, part, scan::takePart);
    } catch (SourceException e) {
      boolean isOtherPart = !scan.isSheet && e.getCause() instanceof XMLStreamException;
      if (!isOtherPart) {
        throw e;
      }
    }
    return scan.isFrom1904;
  }

  /// Counts the shared texts of a workbook.
  ///
  /// @throws SourceException if they are broken or would take too much memory
  static int countTexts(InputStream in, String part, Limits limits) {
    SheetScan scan = new SheetScan(part, limits, 0);
    read(in, part, scan::takeText);
    return scan.cells;
  }

  private static void read(InputStream in, String part, ObjIntConsumer<XMLStreamReader> taker) {
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw fault(part, Message.of("file.sheet_type"));
        }
        taker.accept(xml, event);
      }
    } catch (XMLStreamException e) {
      throw new SourceException(Message.of("file.damaged", "file", part), e);
    }
  }

  private void takeText(XMLStreamReader xml, int event) {
    if (event == XMLStreamConstants.START_ELEMENT
        && xml.getLocalName().equals("si")
        && ++cells > MOST_TEXTS) {
      throw fault(Message.of("file.sheet_texts", "most", MOST_TEXTS));
    }
  }

  private void takePart(XMLStreamReader xml, int event) {
    if (event == XMLStreamConstants.START_ELEMENT) {
      switch (xml.getLocalName()) {
        case "sheetData" -> isSheet = true;
        case "sheet" -> sheets++;
        case "workbookPr" -> isFrom1904 |= "1".equals(xml.getAttributeValue(null, "date1904"));
        case "xf", "numFmt", "Relationship" -> formats++;
        default -> {}
      }
    }
    if (sheets > MOST_SHEETS || formats > MOST_FORMATS) {
      throw fault(
          sheets > MOST_SHEETS
              ? Message.of("file.sheet_sheets", "most", MOST_SHEETS)
              : Message.of("file.sheet_formats", "most", MOST_FORMATS));
    }
    if (isSheet) {
      take(xml, event);
    }
  }

  private void take(XMLStreamReader xml, int event) {
    switch (event) {
      case XMLStreamConstants.CHARACTERS -> {
        letters += xml.getTextLength();
        if (isReference && reference.length() < MOST_DIGITS) {
          reference.append(xml.getText());
        }
        if (letters > limits.row()) {
          throw fault(Message.of("file.sheet_characters", "most", limits.row()));
        }
      }
      case XMLStreamConstants.START_ELEMENT -> {
        switch (xml.getLocalName()) {
          case "row" -> {
            if (++rows > MOST_ROWS) {
              throw fault(Message.of("file.sheet_rows", "most", MOST_ROWS));
            }
            cells = 0;
            letters = 0;
            places.clear();
          }
          case "c" -> {
            cell(xml.getAttributeValue(null, "r"));
            String type = xml.getAttributeValue(null, "t");
            if ("d".equals(type)) {
              throw fault(Message.of("file.sheet_strict"));
            }
            isReference = "s".equals(type);
            reference.setLength(0);
          }
          case "rPh" -> throw fault(Message.of("file.sheet_phonetic"));
          default -> {}
        }
      }
      case XMLStreamConstants.END_ELEMENT -> {
        if (isReference && xml.getLocalName().equals("v")) {
          checkReference(reference.toString().strip());
          isReference = false;
        }
      }
      default -> {}
    }
  }

  private void cell(@Nullable String place) {
    if (place != null && !PLACE.matcher(place).matches()) {
      throw fault(Message.of("file.sheet_cell", "cell", place));
    }
    if (place != null && !places.add(place.toUpperCase(Locale.ROOT))) {
      throw fault(Message.of("file.sheet_twice", "cell", place));
    }
    if (++cells > limits.columns()) {
      throw fault(Message.of("file.sheet_cells", "most", limits.columns()));
    }
  }

  private void checkReference(String number) {
    boolean isThere =
        number.matches("[0-9]{1," + (MOST_DIGITS - 1) + "}") && Long.parseLong(number) < shared;
    if (!isThere) {
      throw fault(Message.of("file.sheet_reference", "number", number, "count", shared));
    }
  }

  private SourceException fault(Message what) {
    return fault(sheet, what);
  }

  private static SourceException fault(String part, Message what) {
    return new SourceException(Message.of("file.not_read", "file", part, "fault", what));
  }
}
