package greenpair.web.program;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmissionHandlerTest {
  /// Found from outside: an address at `co.uk` could claim any British firm.
  @ParameterizedTest
  @CsvSource({
    "li@catl.com, www.catl.com, true", "li@mail.catl.com, catl.com, true",
    "li@yutong.com, en.yutong.com, true", "li@byd.com, en.byd.com, true",
    "li@gem.com.cn, english.gem.com.cn, true", "li@solar.huawei.com, solar.huawei.com, true",
    "li@evilcatl.com, catl.com, false", "li@com, catl.com, false",
    "li@co.uk, www.biffa.co.uk, false", "li@any.co.uk, www.co.uk, false",
    "li@any.com.cn, en.com.cn, false", "li@any.gov.cn, cn.gov.cn, false",
    "li@weebly.com, acme.weebly.com, false", "li@github.io, acme.github.io, false",
    "li@qq.com, acme.qzone.qq.com, false", "li@qq.com, mp.weixin.qq.com, false",
    "li@163.com, www.163.com, false", "li@gmail.com, gmail.com, false",
    "li@yahoo.co.jp, yahoo.co.jp, false", "li@sina.com.cn, www.sina.com.cn, false"
  })
  void address_provesAFirm_onlyAtItsOwnDomain(String email, String host, boolean own) {
    assertEquals(own, SubmissionHandler.isOf(email, host));
  }
}
