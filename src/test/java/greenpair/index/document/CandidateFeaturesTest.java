package greenpair.index.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import module java.base;

import greenpair.catalog.City;
import greenpair.catalog.Code;
import greenpair.catalog.Entry;
import greenpair.catalog.EntryId;
import greenpair.catalog.Grade;
import greenpair.catalog.value.Attributes;
import greenpair.index.SmallCatalog;
import greenpair.index.contract.CityTraits;
import greenpair.index.contract.Precedent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Strengths, each reckoned by hand: 1 for a code of one's own or of a case, and 3, 2, 1 for each
/// case of grade A, B, C.
class CandidateFeaturesTest {
  private final CandidateFeatures features = new CandidateFeatures();

  private void prove(Grade grade, String country, @Nullable String region, Code... codes) {
    CityTraits city =
        new CityTraits(
            new EntryId("c"),
            country,
            region,
            null,
            null,
            null,
            null,
            City.HeatingNetwork.NO,
            null,
            List.of());
    features.add(
        new Precedent(
            new EntryId("d"),
            city,
            List.of(codes),
            grade,
            null,
            null,
            null,
            true,
            true,
            Attributes.NONE,
            List.of(),
            Set.of(),
            null,
            false,
            List.of(),
            null));
  }

  private static Entry firm(String fields) {
    return SmallCatalog.entry("firm", "f", "Acme", fields);
  }

  @Test
  void firm_withoutSeatOrMarket_hasItsCodesOnly() {
    features.add(firm("'technologies':['TRN.PUB.EBS','LGT.LED']"));
    assertEquals(Map.of("TRN.PUB.EBS", 1f, "LGT.LED", 1f), features.strengths());
  }

  @Test
  void firm_withSeatAndMarket_hasItsCodesThereToo() {
    features.add(
        firm(
            "'technologies':['LGT.LED'],'headquarters':{'country':'CN','region':'CN-GD'},"
                + "'market':{'in':['CN','us-ca-losangeles'],'unclear':['WORLD'],'never':['DE']}"));
    assertEquals(
        Map.of(
            "LGT.LED", 1f,
            "LGT.LED@CN", 1f,
            "LGT.LED@CN-GD", 1f,
            "LGT.LED@us-ca-losangeles", 1f),
        features.strengths());
  }

  @Test
  void financier_withMarket_hasItsCodesThereToo() {
    features.add(
        SmallCatalog.entry(
            "financier", "b", "Bank", "'technologies':['TRN'],'market':{'in':['ODA']}"));
    assertEquals(Map.of("TRN", 1f, "TRN@ODA", 1f), features.strengths());
  }

  @Test
  void case_ofACodeThatTheFirmDoesNotState_addsTheCode() {
    prove(Grade.B, "US", "US-CA", SmallCatalog.BUS);
    assertEquals(
        Map.of("TRN.PUB.EBS", 3f, "TRN.PUB.EBS@US", 3f, "TRN.PUB.EBS@US-CA", 3f),
        features.strengths());
  }

  @Test
  void cases_ofEachGrade_addThreeTwoAndOne() {
    features.add(firm("'technologies':['TRN.PUB.EBS']"));
    prove(Grade.A, "CN", null, SmallCatalog.BUS);
    assertEquals(Map.of("TRN.PUB.EBS", 4f, "TRN.PUB.EBS@CN", 4f), features.strengths());
    prove(Grade.B, "US", null, SmallCatalog.BUS);
    prove(Grade.C, "US", null, SmallCatalog.BUS);
    assertEquals(
        Map.of("TRN.PUB.EBS", 7f, "TRN.PUB.EBS@CN", 4f, "TRN.PUB.EBS@US", 4f),
        features.strengths());
  }

  @Test
  void case_ofGradeD_addsNothing() {
    prove(Grade.D, "US", "US-CA", SmallCatalog.BUS);
    assertEquals(Map.of(), features.strengths());
  }

  @Test
  void case_ofTwoCodes_addsToBoth() {
    prove(Grade.C, "US", null, SmallCatalog.BUS, SmallCatalog.LAMP);
    assertEquals(
        Map.of("TRN.PUB.EBS", 2f, "TRN.PUB.EBS@US", 2f, "LGT.LED", 2f, "LGT.LED@US", 2f),
        features.strengths());
  }

  @Test
  void seatAndCase_inTheSamePlace_countOnce() {
    features.add(firm("'technologies':['LGT.LED'],'headquarters':{'country':'CN'}"));
    prove(Grade.B, "CN", null, SmallCatalog.LAMP);
    assertEquals(Map.of("LGT.LED", 3f, "LGT.LED@CN", 3f), features.strengths());
  }

  @Test
  void solutionNeedAndCity_haveTheirCodesOnly() {
    features.add(SmallCatalog.solution("s", "Lamp", "LGT.LED"));
    features.add(SmallCatalog.entry("need", "n", "N", "'city':'c','technologies':['TRN.PUB.EBS']"));
    features.add(SmallCatalog.entry("city", "c", "C", "'country':'CN','technologies':['TRN']"));
    assertEquals(Map.of("LGT.LED", 1f, "TRN.PUB.EBS", 1f, "TRN", 1f), features.strengths());
  }
}
