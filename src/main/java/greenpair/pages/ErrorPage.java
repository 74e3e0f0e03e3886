package greenpair.pages;

import greenpair.pages.view.Form;
import java.util.List;

/// A page with an error and the next step.
///
/// @param key of the phrases `.title`, `.text`
/// @param id of a failure, to be found in the server's log; empty if there is none
public record ErrorPage(int status, String key, String id, List<Form.Fault> faults) {
  public ErrorPage {
    faults = List.copyOf(faults);
  }
}
