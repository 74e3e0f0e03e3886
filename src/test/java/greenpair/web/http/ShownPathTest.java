package greenpair.web.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What logs show of an address.
class ShownPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/feeds/", "/unsubscribe/", "/api/v1/submissions/"})
  void secretOfAPrivateAddress_isLeftOut(String address) {
    assertEquals(address, ShownPath.of(address + "5ec2e7/more"));
  }

  @Test
  void otherPaths_areShown() {
    assertEquals("/cities/cn-jilin", ShownPath.of("/cities/cn-jilin"));
  }
}
