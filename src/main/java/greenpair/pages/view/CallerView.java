package greenpair.pages.view;

import greenpair.catalog.Entry;

/// The view of an entry that the caller may see, beyond the public one.
@FunctionalInterface
public interface CallerView {
  CallerView OPEN = open -> open;

  /// The entry as the caller may see it.
  ///
  /// @param open the public view of it
  Entry see(Entry open);
}
