package greenpair.web;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

/// Goes through a page by the tab key.
record TabKey(Browser browser, ChromeDriver driver) {
  private static final int MOST_TABS = 400;
  private static final int AT_ONCE = 8;

  private static final String WATCH_STOPS =
      """
      if (!window.stops) {
        addEventListener('focusin', event => {
          const e = event.target;
          const label = e.labels?.length ? e.labels[0].textContent : '';
          const seen = getComputedStyle(e);
          const shown = seen.outlineStyle !== 'none' && parseFloat(seen.outlineWidth) > 0;
          const own = e.getAttribute('role') === 'group' ? 'GROUP' : e.innerText;
          window.elements.push(e);
          window.stops.push((shown ? '' : 'UNSEEN ')
            + (label || own || e.tagName).replace(/\\s+/g, ' ').trim());
        });
      }
      window.stops = [];
      window.elements = [];
      """;

  /// Goes on until the element that has the focus says or is labelled with these words; each stop
  /// must show that it has the focus. Keys are sent a few at a time, since each sending is a
  /// conversation with the browser; what went too far gets the focus back.
  void to(String words) {
    List<String> stops = new ArrayList<>();
    browser.run(WATCH_STOPS);
    while (stops.size() < MOST_TABS) {
      List<String> more = tabs(AT_ONCE);
      for (int at = 0; at < more.size(); at++) {
        String here = more.get(at);
        if (!stops.isEmpty() && here.equals(stops.getFirst())) {
          fail("no way by the tab key to \"" + words + "\" on " + browser.path() + ": " + stops);
        }
        stops.add(here);
        if (here.startsWith("UNSEEN")) {
          fail("the focus does not show on " + here + " of " + browser.path());
        }
        if (here.contains(words)) {
          browser.run("window.elements[arguments[0]].focus()", stops.size() - 1);
          return;
        }
      }
    }
    fail("no end of stops on " + browser.path() + ": " + stops);
  }

  /// Presses the tab key so many times.
  ///
  /// @return what got the focus
  @SuppressWarnings("unchecked")
  private List<String> tabs(int times) {
    Actions keys = new Actions(driver);
    for (int i = 0; i < times; i++) {
      keys.sendKeys(Keys.TAB);
    }
    keys.perform();
    return (List<String>) browser.run("return window.stops.splice(0)");
  }
}
