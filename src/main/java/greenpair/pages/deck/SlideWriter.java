package greenpair.pages.deck;

import greenpair.catalog.Language;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.poi.common.usermodel.fonts.FontGroup;
import org.apache.poi.sl.usermodel.Placeholder;
import org.apache.poi.sl.usermodel.ShapeType;
import org.apache.poi.sl.usermodel.TableCell.BorderEdge;
import org.apache.poi.sl.usermodel.TextParagraph.TextAlign;
import org.apache.poi.sl.usermodel.VerticalAlignment;
import org.apache.poi.xslf.usermodel.SlideLayout;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFAutoShape;
import org.apache.poi.xslf.usermodel.XSLFSlide;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.openxmlformats.schemas.drawingml.x2006.main.CTRegularTextRun;

/// Writes a deck as PPTX in 16:9. Fonts are named, not embedded: Arial and Microsoft YaHei, which a
/// machine without them replaces.
final class SlideWriter {
  private static final Dimension PAGE = new Dimension(960, 540);
  private static final int LEFT = 36;
  private static final int WIDE = PAGE.width - 2 * LEFT;
  private static final double[] COLUMNS = {222, 276, 186, 204};
  private static final int TABLE = 92;

  private static final Color INK = new Color(0x18211f);
  private static final Color SOFT = new Color(0x4d5a56);
  private static final Color LINE = new Color(0xd9dfda);
  private static final Color BRAND = new Color(0x0b5f54);
  private static final Color WARN = new Color(0x7a4b00);

  private final XMLSlideShow show;
  private final Deck deck;

  private SlideWriter(XMLSlideShow show, Deck deck) {
    this.show = show;
    this.deck = deck;
  }

  static byte[] write(Deck deck) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (XMLSlideShow show = new XMLSlideShow()) {
      show.setPageSize(PAGE);
      show.getProperties().getCoreProperties().setTitle(deck.title());
      show.getProperties().getCoreProperties().setCreator("Greenpair");
      SlideWriter writer = new SlideWriter(show, deck);
      writer.brand();
      if (!deck.cover().isEmpty()) {
        writer.cover();
      }
      deck.cities().forEach(writer::city);
      show.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /// A band on the master, so that it is on every slide and behind all else.
  private void brand() {
    XSLFAutoShape band = show.getSlideMasters().getFirst().createAutoShape();
    band.setShapeType(ShapeType.RECT);
    band.setAnchor(new Rectangle(0, 0, PAGE.width, 8));
    band.setFillColor(BRAND);
  }

  /// A slide whose title is a real one: screen readers and outlines list it. POI keeps the place of
  /// a placeholder in its layout, so all slides of a layout have it at the same place.
  private XSLFSlide slide(SlideLayout layout, String title, int top, double size) {
    XSLFSlide slide = show.createSlide(show.getSlideMasters().getFirst().getLayout(layout));
    write(slide.getPlaceholder(0), top, (int) (size * 1.5), title, size, true);
    return slide;
  }

  private void write(
      XSLFTextShape shape, int top, int height, String text, double size, boolean isTitle) {
    shape.setAnchor(new Rectangle(LEFT, top, WIDE, height));
    plain(shape, isTitle ? VerticalAlignment.MIDDLE : VerticalAlignment.TOP);
    text.lines()
        .forEach(
            line -> add(shape.addNewTextParagraph(), line, size, isTitle ? INK : SOFT, isTitle));
  }

  private void cover() {
    XSLFSlide slide = slide(SlideLayout.TITLE, deck.title(), 180, 38);
    write(slide.getPlaceholder(1), 250, 100, String.join("\n", deck.cover()), 18, false);
    write(slide.createTextBox(), 500, 24, deck.footer(), 8, false);
  }

  private void city(CitySlide city) {
    XSLFSlide slide = slide(SlideLayout.TITLE_ONLY, city.city(), 24, 28);
    if (!city.second().isEmpty()) {
      XSLFTextParagraph title = slide.getPlaceholder(0).getTextParagraphs().getFirst();
      add(title, "  " + city.second(), 16, SOFT, false);
    }
    write(slide.createTextBox(), 64, 20, city.where(), 11, false);
    boolean hasFailures = !city.failures().isEmpty();
    int bottom = hasFailures ? 478 - 15 * (city.failures().size() + 1) : 478;
    if (!city.rows().isEmpty()) {
      table(slide, city.rows(), bottom - (city.more().isEmpty() ? 0 : 18));
    }
    if (!city.more().isEmpty()) {
      int top = city.rows().isEmpty() ? TABLE : bottom - 18;
      write(slide.createTextBox(), top, 18, city.more(), 11, false);
    }
    if (hasFailures) {
      XSLFTextShape failures = box(slide, bottom, 478 - bottom);
      add(failures.addNewTextParagraph(), deck.failures(), 10, WARN, true);
      city.failures()
          .forEach(
              each ->
                  add(
                      failures.addNewTextParagraph(),
                      TypeSize.line(each, WIDE, 10),
                      10,
                      INK,
                      false));
    }
    write(slide.createTextBox(), 490, 40, city.sources() + "\n" + deck.footer(), 8, false);
    notes(slide, city.notes());
  }

  private void notes(XSLFSlide slide, String notes) {
    for (XSLFTextShape each : show.getNotesSlide(slide).getPlaceholders()) {
      if (each.getTextType() == Placeholder.BODY) {
        each.clearText();
        notes.lines().forEach(line -> add(each.addNewTextParagraph(), line, 10, INK, false));
      }
    }
  }

  private void table(XSLFSlide slide, List<CitySlide.Row> rows, int bottom) {
    TypeSize fit = TypeSize.of(rows, COLUMNS, bottom - TABLE - 22);
    XSLFTable table = slide.createTable(rows.size() + 1, COLUMNS.length);
    table.setAnchor(new Rectangle(LEFT, TABLE, WIDE, bottom - TABLE));
    for (int column = 0; column < COLUMNS.length; column++) {
      table.setColumnWidth(column, COLUMNS[column]);
      XSLFTableCell head = cell(table, 0, column);
      add(head.addNewTextParagraph(), deck.headings().get(column), 10, BRAND, true);
    }
    table.setRowHeight(0, 20);
    for (int row = 0; row < rows.size(); row++) {
      List<CitySlide.Cell> cells = rows.get(row).cells();
      table.setRowHeight(row + 1, fit.height(row));
      for (int column = 0; column < COLUMNS.length; column++) {
        XSLFTableCell cell = cell(table, row + 1, column);
        CitySlide.Cell text = cells.get(column);
        boolean isBold = column < COLUMNS.length - 1;
        add(cell.addNewTextParagraph(), text.first(), fit.size(), INK, isBold);
        if (!text.second().isEmpty()) {
          add(cell.addNewTextParagraph(), fit.second(text), fit.small(), SOFT, false);
        }
      }
    }
  }

  private static XSLFTableCell cell(XSLFTable table, int row, int column) {
    XSLFTableCell cell = table.getCell(row, column);
    plain(cell, VerticalAlignment.TOP);
    cell.setLeftInset(column == 0 ? 0 : TypeSize.INSET);
    cell.setRightInset(TypeSize.INSET);
    cell.setTopInset(TypeSize.INSET / 2);
    cell.setBottomInset(TypeSize.INSET / 2);
    // Neighbours draw the same line: programs differ in which of the two they show.
    for (BorderEdge edge :
        row == 0 ? List.of(BorderEdge.bottom) : List.of(BorderEdge.top, BorderEdge.bottom)) {
      cell.setBorderColor(edge, row == 0 || (row == 1 && edge == BorderEdge.top) ? BRAND : LINE);
      cell.setBorderWidth(edge, 1);
    }
    return cell;
  }

  private static XSLFTextShape box(XSLFSlide slide, int top, int height) {
    XSLFTextShape box = slide.createTextBox();
    box.setAnchor(new Rectangle(LEFT, top, WIDE, height));
    plain(box, VerticalAlignment.TOP);
    return box;
  }

  private static void plain(XSLFTextShape shape, VerticalAlignment vertical) {
    shape.clearText();
    shape.setVerticalAlignment(vertical);
    shape.setLeftInset(0);
    shape.setRightInset(0);
    shape.setTopInset(0);
    shape.setBottomInset(0);
  }

  private void add(
      XSLFTextParagraph paragraph, String text, double size, Color color, boolean bold) {
    paragraph.setTextAlign(TextAlign.LEFT);
    paragraph.setBullet(false);
    XSLFTextRun run = paragraph.addNewTextRun();
    run.setText(text);
    run.setFontSize(size);
    run.setFontColor(color);
    run.setBold(bold);
    run.setFontFamily("Arial", FontGroup.LATIN);
    run.setFontFamily("Microsoft YaHei", FontGroup.EAST_ASIAN);
    if (run.getXmlObject() instanceof CTRegularTextRun regular) {
      regular.getRPr().setLang(deck.language() == Language.ZH ? "zh-CN" : "en-US");
    }
  }
}
