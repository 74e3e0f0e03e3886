package greenpair.resolve.block;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Many short texts as bytes in pages, without an object for each.
public final class PackedTexts {
  private static final int PAGE = 1 << 20;

  private final List<byte[]> pages = new ArrayList<>();
  private int used = PAGE;
  private long[] places = new long[1 << 10];
  private int size;

  public void add(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (used + bytes.length > PAGE) {
      pages.add(new byte[Math.max(PAGE, bytes.length)]);
      used = 0;
    }
    System.arraycopy(bytes, 0, pages.getLast(), used, bytes.length);
    if (size + 1 >= places.length) {
      places = Arrays.copyOf(places, places.length + (places.length >> 1));
    }
    places[size++] = ((long) (pages.size() - 1) << 40) | ((long) used << 16) | bytes.length;
    used += bytes.length;
  }

  public String get(int number) {
    long place = places[number];
    byte[] page = pages.get((int) (place >>> 40));
    return new String(
        page, (int) (place >>> 16) & 0xFFFFFF, (int) place & 0xFFFF, StandardCharsets.UTF_8);
  }
}
