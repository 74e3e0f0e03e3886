package greenpair.message;

/// An exception whose message exists in both languages.
public interface Translated {
  Message text();
}
