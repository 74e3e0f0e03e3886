package greenpair.registry.source.read;

import greenpair.registry.source.value.Limits;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Looks through a sheet before its workbook is parsed. The parser makes room for every column up
/// to the one that a cell names and holds a row as a whole, so a cell named `ZZZZZZ1` or a row
/// without end would take all memory.
final class SheetScan {
  /// A sheet has columns A to XFD.
  private static final Pattern PLACE = Pattern.compile("[A-Za-z]{1,3}[0-9]{1,7}");

  private static final XMLInputFactory XML = factory();

  private final String sheet;
  private final Limits limits;
  private int cells;
  private long letters;

  private SheetScan(String sheet, Limits limits) {
    this.sheet = sheet;
    this.limits = limits;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    return factory;
  }

  /// @throws SourceException when the sheet is broken or would take too much memory
  static void check(InputStream in, String sheet, Limits limits) {
    SheetScan scan = new SheetScan(sheet, limits);
    try {
      XMLStreamReader xml = XML.createXMLStreamReader(in);
      while (xml.hasNext()) {
        scan.take(xml.next(), xml);
      }
    } catch (XMLStreamException e) {
      throw new SourceException(sheet + " is no good sheet: " + e.getMessage(), e);
    }
  }

  private void take(int event, XMLStreamReader xml) {
    switch (event) {
      case XMLStreamConstants.DTD -> throw fault("has a document type, which no sheet needs");
      case XMLStreamConstants.CHARACTERS -> {
        letters += xml.getTextLength();
        if (letters > limits.row()) {
          throw fault("has more than " + limits.row() + " characters in a row");
        }
      }
      case XMLStreamConstants.START_ELEMENT -> {
        switch (xml.getLocalName()) {
          case "row" -> {
            cells = 0;
            letters = 0;
          }
          case "c" -> cell(xml.getAttributeValue(null, "r"));
          default -> {}
        }
      }
      default -> {}
    }
  }

  private void cell(@org.jspecify.annotations.Nullable String place) {
    if (place != null && !PLACE.matcher(place).matches()) {
      throw fault("has a cell at \"" + place + "\", beyond the last column XFD");
    }
    if (++cells > limits.columns()) {
      throw fault("has more than " + limits.columns() + " cells in a row");
    }
  }

  private SourceException fault(String what) {
    return new SourceException(sheet + " " + what + "; nothing was read");
  }
}
