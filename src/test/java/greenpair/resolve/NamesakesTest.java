package greenpair.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Entity resolution by names alone.
class NamesakesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Envision Energy Co., Ltd.      | ENVISION ENERGY
          Müller Umwelttechnik GmbH & Co. KG | Mueller Umwelttechnik
          Société Générale de Déchets S.A. | Societe Generale de Dechets
          Waste Connections, Inc.        | Waste Connections Incorporated
          Sunnova Energy                 | Sunnova Enregy
          Green Power Partners LLC       | GreenPower Partners
          Brookfield Montauk Energy      | Montauk Brookfield Energy
          深圳市能源集团股份有限公司     | 深圳能源集团
          華為技術有限公司               | 华为技术
          恒丰银行股份有限公司           | HengFeng Bank
          永辉超市                       | Yonghui Supermarket
          重庆轨道交通集团有限公司       | Chongqing Rail Transit (Group) Co., Ltd.
          无锡地铁                       | Wuxi Metro
          北京小米科技有限责任公司       | Beijing Xiaomi Technology Co., Ltd.
          远景能源                       | Yuanjing Nengyuan
          Orsted (formerly Dong Energy)  | Orsted
          晶科能源（原名：江西晶科能源） | 晶科能源有限公司
          Acme Ltd / Borealis            | Acme/Borealis Limited
          Renewable Energy Systems Ltd (RES) | Renewable Energy Systems
          J M Stratton & Co              | J.M. Stratton and Co Ltd
          ООО "Зелёная Энергия"          | Зеленая энергия
          江阴兴澄特种钢铁有限公司       | Jiangyin Xingcheng Special Steel Co., Ltd.
          大冶特殊钢有限公司             | Daye Special Steel Co Ltd
          山西太钢不锈钢股份有限公司     | Shanxi Taigang Stainless Steel Co., Ltd.
          甘肃上峰水泥股份有限公司       | Gansu Shangfeng Cement Co., Ltd
          沈阳惠天热电股份有限公司       | Shenyang Huitian Thermal Power Co.,Ltd
          天齐锂业股份有限公司           | Tianqi Lithium Corporation
          内蒙古远兴能源股份有限公司     | Inner Mongolia Yuan Xing Energy Company Limited
          哈尔滨博实自动化股份有限公司   | Harbin Boshi Automation Co., Ltd.
          南京云海特种金属股份有限公司   | Nanjing Yunhai Special Metals Co.,Ltd
          """)
  void oneFirm_inTwoSpellings_isOne(String one, String two) {
    assertEquals("match", Given.decision(Given.named("a", one), Given.named("b", two)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          深圳能源                 | 深圳能源环保
          深圳能源集团             | 深圳能源环保股份有限公司
          Envision Solar           | Envision Energy
          City of Burbank, CA      | City of Glendale, CA
          City of Riverside, CA    | County of Riverside, CA
          District 15              | District 16
          Viento del Sur XI, SL    | Viento del Sur XII, SL
          Viento del Sur XI, SL    | Viento del Sur X, SL
          China Energy             | China Power
          北京公交集团             | 上海公交集团
          恒丰银行                 | Hengfeng Paper
          Renewable Energy Systems | Energia Renewables
          Farm Energy              | Agricultural Energy Company
          First Renewable          | Renewables First
          Wind Electric            | Wind Power Ltd
          Greencoat (formerly Renesola) | Renesola UK
          江苏恒力石化             | Jiangsu Hengli Hydraulic
          河北津西钢铁             | Hebei Jinye Iron and Steel
          """)
  void namesakesAndSubsidiaries_stayApart(String one, String two) {
    assertEquals("apart", Given.decision(Given.named("a", one), Given.named("b", two)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Envision                 | Envision Energy
          Lloyds                   | Lloyds Bank
          EDF                      | EDF Inc.
          Republic Services        | Republic Bank
          Edinburgh College        | University of Edinburgh
          Edgar Middleton          | Elgar Middleton
          Astra Ventures           | Asta Ventures
          Harmony HS (JB) Limited  | Harmony HS (JV) Limited
          Conergy                  | Conergy UK
          恒丰纸业                 | 恒峰纸业
          德展大健康股份有限公司   | Dezhan Co., Ltd.
          瑞泰科技                 | Ruitai Materials Technology
          """)
  void whatNamesAloneCannotTell_isAsked(String one, String two) {
    assertEquals("review", Given.decision(Given.named("a", one), Given.named("b", two)));
  }
}
