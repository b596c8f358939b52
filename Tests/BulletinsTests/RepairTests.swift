import Bulletins
import Ground
import Testing

/// What the repair takes out, and what it leaves.
struct RepairTests {
  func repaired(_ text: String) -> String {
    let reading = read(text)
    return reading.repaired.string(0..<reading.repaired.bytes.count)
  }

  @Test(arguments: [
    ("全區(qū)安(an)全會(huì )議", "全区安全会议"), ("食品（貨品）", "食品（货品）"), ("危化品(液氯)", "危化品（液氯）"),
    ("第(2)項", "第（2）项"), ("附件(a)和3米(m)", "附件（a）和3米（m）"), ("檢查，，整改。。", "检查，整改。"),
    ("要整改</p>要檢查&nbsp;", "要整改\n要检查 "), ("????要整改", "要整改"), ("共10,000处,全部整改", "共10,000处，全部整改"),
  ])
  func noiseGoesAndTextStays(noisy: String, clean: String) { #expect(repaired(noisy) == clean) }

  @Test func everyByteKnowsItsSource() {
    let source = "區(qū)里檢查（貨品）</p>完"
    let reading = read(source)
    let text = reading.repaired.bytes
    for index in text.indices {
      let span = reading.repaired.source(of: index..<index + 1)
      #expect(span.start < span.end && span.end <= source.utf8.count)
    }
    #expect(reading.remarks.count { $0.rule == "repair.pinyin" } == 1)
  }

  @Test func aTornPlaceIsPutTogetherWhenTheConversionProvesIt() {
    let reading = read("要加强進口冷鏈?zhǔn)称罚ㄘ浧罚┙?jīng)營企業檢查。")
    #expect(reading.repaired.string(0..<reading.repaired.bytes.count) == "要加强进口冷链食品（货品）经营企业检查。")
    #expect(reading.remarks.contains { $0.rule == "repair.mojibake" })
  }

  @Test func aBareQuestionMarkIsOnlySuggested() {
    let reading = read("要配齐人员，確？！皩弻H？，專人專責”。")
    #expect(reading.minutes.damage.isEmpty == false)
    #expect(!reading.remarks.contains { $0.rule == "repair.mojibake" })
  }

  @Test func aRealQuestionStays() {
    #expect(repaired("責任在誰？大家都要答。问谁?问自己。") == "责任在谁？大家都要答。问谁?问自己。")
  }
}
