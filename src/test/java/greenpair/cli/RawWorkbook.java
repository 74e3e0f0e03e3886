package greenpair.cli;

import static greenpair.cli.Content.put;
import static greenpair.cli.Content.text;
import static greenpair.cli.Content.zip;

import java.util.zip.ZipOutputStream;

/// A workbook of one sheet in its own markup.
final class RawWorkbook {
  static final String SHEET =
      "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
  static final String SHEET_END = "</sheetData></worksheet>";

  private RawWorkbook() {}

  /// A workbook of one sheet, written by hand, since no library writes a broken one.
  static Content workbook(Content sheet) {
    return out -> {
      ZipOutputStream zip = new ZipOutputStream(out);
      put(
          zip,
          "[Content_Types].xml",
          text(
              "<Types"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default"
                  + " Extension=\"xml\" ContentType=\"application/xml\"/><Default"
                  + " Extension=\"rels\""
                  + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override"
                  + " PartName=\"/xl/workbook.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/><Override"
                  + " PartName=\"/xl/worksheets/sheet1.xml\""
                  + " ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>"));
      put(
          zip,
          "_rels/.rels",
          text(
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                  + " Target=\"xl/workbook.xml\"/></Relationships>"));
      put(
          zip,
          "xl/_rels/workbook.xml.rels",
          text(
              "<Relationships"
                  + " xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                  + " Id=\"r1\""
                  + " Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\""
                  + " Target=\"worksheets/sheet1.xml\"/></Relationships>"));
      put(
          zip,
          "xl/workbook.xml",
          text(
              "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                  + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet"
                  + " name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"));
      put(zip, "xl/worksheets/sheet1.xml", sheet);
      zip.finish();
    };
  }

  static String cell(String place, String text) {
    return "<c r=\"" + place + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }
}
