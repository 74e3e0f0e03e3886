package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import greenpair.resolve.name.Party;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two firms never become one because they share a town, a trade, a legal form or a kind of body.
/// Names of one party are separated by semicolons. Names are those of real firms and public bodies.
class IdentityTest {
  private static Party party(String key, String names) {
    return new Party(
        key,
        List.of(names.strip().split("\\s*;\\s*", -1)),
        null,
        List.of(),
        "CN",
        "广东",
        List.of("广州"),
        1999,
        Set.of("transport"),
        Set.of());
  }

  /// All facts are the same, which is more than any registry says of two firms.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Guangzhou Public Transport Group; 广州公交集团; 广州公交 | Guangzhou Metro Group; 广州地铁
          广州公交集团             | 广州巴士集团
          广州市公共交通集团       | 广州地铁集团
          Guangzhou Bus Group      | Guangzhou Public Transport Group
          北京公交集团             | 北京地铁
          Beijing Public Transport | 北京地铁
          Beijing Bus              | 北京公共自行车
          上海地铁                 | 上海公交
          Shanghai Metro           | 上海铁路
          China Development Bank; 国家开发银行; CDB; 国开行 | Industrial and Commercial Bank of China; 中国工商银行; ICBC; 工行
          Bank of China            | China Construction Bank
          中国银行                 | 中国建设银行
          中国银行                 | China Development Bank
          Agricultural Bank of China | 中国农业发展银行
          Agricultural Development Bank of China | Agricultural Bank of China
          Shanghai Pudong Development Bank; 浦发银行 | Bank of Shanghai; 上海银行
          Hua Xia Bank; 华夏银行   | China Development Bank; 国家开发银行
          Beijing Enterprises Water Group; 北控水务集团; BEWG | Beijing Drainage Group; 北京城市排水集团有限责任公司; 北排集团
          Beijing Water Group      | 北京排水集团
          Shenzhen Water           | Shenzhen Wastewater
          深圳水务集团             | 深圳排水集团
          Beijing Gas Group; 北京燃气集团; 北燃 | Beijing District Heating Group; 北京热力集团; BDHG
          Taiyuan Heating Power Group; 太原热力 | Tangshan Heating Company; 唐山市热力总公司
          China Energy Conservation and Environmental Protection Group; 中国节能环保集团; CECEP | China Energy Construction Group Investment; 中能建投资; Energy China
          China Energy             | Energy China
          China Energy Investment; China Energy | China Energy Engineering; Energy China
          State Grid Changzhou; 国网常州供电公司; 常州供电公司 | State Grid Xuzhou Power Supply Company; 国网徐州供电公司
          国网常州供电公司         | State Grid Xuzhou Power Supply
          国网江苏省电力有限公司   | 国网浙江省电力有限公司
          国网江苏省电力           | State Grid Zhejiang Electric Power
          国网邳州市供电公司       | 国网新沂市供电公司
          华能洮北风力发电         | 华能洮南风力发电
          中国石油                 | 中国石化
          中国移动                 | 中国电信
          China Mobile             | China Telecom
          上海电力                 | 上海电气
          Shanghai Electric        | Shanghai Electric Power
          上海电气集团             | Shanghai Electric Power
          中国建筑                 | 中国建设
          北京建工集团             | 北京建设集团
          中国重工                 | 中国机械
          China Everbright Environment; 光大环境; China Everbright International | China Everbright Greentech; 光大绿色环保
          深圳能源                 | 深圳能源环保
          Chongqing Environment Sanitation Holding; 重庆环卫集团 | Chongqing Sanfeng Environment Group; 重庆三峰环境集团
          CRRC Dalian; 中车大连    | CRRC Nanjing Puzhen; 中车南京浦镇车辆
          Nanjing Golden Dragon Bus; 南京金龙客车 | Xiamen King Long United Automotive Industry; 厦门金龙; 金龙客车
          Orange EV                | Orange Charger; Orange
          Tesla Energy; SolarCity  | Tesla (Semi trucks)
          Zero Waste Energy Development; ZWED | Zero Waste Energy
          Wuhan Water Group        | Wuhai Water Group
          City of Burbank Water    | City of Glendale Water
          Southern California Gas Company | Southern California Edison Company
          Golden State Water Company | Golden State Power Company
          Greencoat Solar Fund I   | Greencoat Solar Fund II
          Octopus Renewables Fund 1 LP | Octopus Renewables Fund 2 LP
          绿色发展基金一期         | 绿色发展基金二期
          国投创新一号基金         | 国投创新二号基金
          Metropolitan Bus Company No. 1 | Metropolitan Bus Company No. 2
          广州第一公共汽车公司     | 广州第二公共汽车公司
          Beijing Energy Group; BEG | Beijing Environment Group; BEG
          恒丰纸业                 | 恒峰纸业
          AGR Renewables           | AG Renewables
          China Three Gorges Renewables | China Three Gorges International; CTG
          Huaneng Power International; 华能国际电力 | Huaneng Renewables; 华能新能源
          中国电力建设集团         | 中国能源建设集团
          China Southern Power Grid; 南方电网 | State Grid Corporation of China; 国家电网
          南方电网深圳供电局       | Guangzhou Power Supply Bureau (CSG); 广州供电局
          首创环保集团; 首创       | 首创置业; 首创
          Solar Star California XLI LLC | Solar Star California XLII LLC
          Solar Star California XLIV LLC | Solar Star California LXIV LLC
          ACE-Stanton LLC          | ACE-Stanton A LLC
          Blue Canyon Windpower LLC | Blue Canyon Windpower V LLC
          Yangxin Kaidi Green Energy Development | Yongxin Kaidi Green Energy Development
          Everbright Urban Rural Renewable Energy (Zhongjiang) | Everbright Urban Rural Renewable Energy (Zhongxiang)
          Energy Center Phoenix LLC | Phoenix Energy
          宜春燃气; Yichun Gas     | 伊春燃气; Yichun Gas
          福州水务集团; Fuzhou Water Group | 抚州水务集团; Fuzhou Water Group
          苏州热电; Suzhou Thermal Power | 宿州热电; Suzhou Thermal Power
          山西燃气; Shanxi Gas     | 陕西燃气; Shanxi Gas
          比亚迪; BYD              | 比亚迪汽车; BYD
          Windpark Altenberg GmbH  | Windpark Altenburg GmbH
          Kensington Water Technologies | Kennington Water Technologies
          Wellington Partners      | Willington Partners
          Solarcity Arbor          | Solarcity Harbor
          Stadtwerke Oldenburg     | Stadtwerke Odenburg
          Bauer Energie            | Baur Energie
          Brook Energy             | Brooks Energy
          Lancaster Power          | Lancaster Tower
          Lancaster County Water   | Lancaster Country Water
          Orsted Onshore North America | Orsted Offshore North America
          Equinor Onshore Wind     | Equinor Offshore Wind
          Sunnyvale Renewables     | Sunnydale Renewables
          บริษัท กลาง               | บริษัท กล้าง
          कमल ऊर्जा                 | कमला ऊर्जा
          சூரிய ஆற்றல்              | சூரியா ஆற்றல்
          شركة النور               | شركة النوار
          कमल ऊर्जा; Kamal Energy   | कमला ऊर्जा; Kamal Energy
          บริษัท กลาง; Klang Power  | บริษัท กล้าง; Klang Power
          شركة النور; Al Noor Power | شركة النوار; Al Noor Power
          ООО Ромашка; Romashka Energy | ООО Ромашко; Romashka Energy
          한국남부발전; KOSPO Power | 한국남동발전; KOSPO Power
          """)
  void sisters_ofOnePlaceAndTrade_areNeverOneUnasked(String one, String two) {
    assertNotEquals("match", Given.decision(party("a", one), party("b", two)));
    assertNotEquals("match", Given.decision(party("a", two), party("b", one)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Guangzhou Metro Group; 广州地铁 | 广州地铁集团有限公司
          Guangzhou Metro Group    | 广州地铁
          北京公交集团             | 北京市公共交通集团
          Beijing Gas Group; 北京燃气集团 | Beijing Gas
          Industrial & Commercial Bank of China Ltd | Industrial and Commercial Bank of China; ICBC
          Bank of China            | 中国银行股份有限公司
          国家开发银行             | China Development Bank; 国家开发银行
          深圳市能源集团股份有限公司 | 深圳能源集团
          BYD Company; 比亚迪      | BYD Co., Ltd.
          State Grid Changzhou; 国网常州供电公司 | 国网常州供电公司
          China Everbright Environment; 光大环境 | 中国光大环境（集团）有限公司
          中国环境保护集团         | 中国环保集团
          Orange EV                | Orange EV, LLC
          Greencoat Solar Fund II  | Greencoat Solar Fund 2 LP
          Southern California Edison | Southern California Edison Co.
          Dow Chemical Company     | The Dow Chemical Co
          Votliva Energy           | Voltiva Energy
          Lancaster Electric Pwoer | Lancaster Electric Power
          Hengfeng Bank            | 恒丰银行股份有限公司
          苏州热电; Suzhou Thermal Power | 苏州热电有限公司; Suzhou Cogeneration
          Müller Energie           | Mueller Energie
          ООО Ромашка; Romashka Energy | Ромашка; Romashka Energy Ltd
          Mulbrick Cleans Energy   | Mulbrick Clean Energy
          Lancaster Engneering     | Lancaster Engineering
          Altenberg Windkraft      | Altennberg Windkraft
          株式会社日立製作所       | 日立製作所
          三菱重工業株式会社       | 三菱重工業(株)
          合同会社日立製作所       | 日立製作所
          """)
  void oneFirm_inOnePlace_isOne(String one, String two) {
    assertEquals("match", Given.decision(party("a", one), party("b", two)));
    assertEquals("match", Given.decision(party("a", two), party("b", one)));
  }

  /// One letter is a slip if the website says so, but an owner's projects share his website.
  @ParameterizedTest
  @CsvSource({
    "Kensington Water, Kennington Water, match",
    "Kensington Enrgy, Kensington Energy, match",
    "Orsted Onshore, Orsted Offshore, review",
    "Kensington Ridge Solar, Kennington Ridge Solar, review"
  })
  void oneLetter_withOneWebsite_isASlip(String one, String two, String decision) {
    Party first = Given.at(Given.named("a", one), "brand.example");
    Party second = Given.at(Given.named("b", two), "brand.example");
    assertEquals(decision, Given.decision(first, second));
  }

  /// A group takes in nobody of whom one of its members is in doubt.
  @Test
  void aRecord_thatMatchesOneOfAGroup_isAsked() {
    Resolution resolution =
        Given.resolve(
            List.of(),
            Given.named("a", "福州水务集团"),
            Given.named("b", "Fuzhou Water Group"),
            Given.named("c", "抚州水务集团"));
    assertEquals(1, resolution.leaders().size());
    assertEquals(1, resolution.doubts().size());
  }

  /// A name without a brand is one firm in one town only.
  @Test
  void aNameWithoutABrand_inTwoTowns_isAsked() {
    Party one = Given.in(Given.named("a", "Renewable Power"), "US", "Oakland");
    assertEquals(
        "review", Given.decision(one, Given.in(Given.named("b", "Renewable Power"), "US", "Reno")));
    assertEquals(
        "match",
        Given.decision(one, Given.in(Given.named("b", "Renewable Power"), "US", "Oakland")));
  }

  /// Where all firms of a list are of one town, the town tells nothing.
  @Test
  void aTown_thatAllShare_isNoEvidence() {
    Resolver resolver = new Resolver(Given.SETTINGS, List.of());
    for (int at = 0; at < 500; at++) {
      resolver.add(Given.in(Given.named("other " + at, "Firm" + at + "x"), "US", "Oakland"));
    }
    resolver.add(Given.in(Given.named("a", "Elgar Middleton"), "US", "Oakland"));
    resolver.add(Given.in(Given.named("b", "Edgar Middleton"), "US", "Oakland"));
    assertEquals(List.of(), List.copyOf(resolver.resolve().leaders().keySet()));
  }
}
