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

  @Test func aBareQuestionMarkIsPutTogetherWhenOnlyOneReadingIsMadeOfKnownWords() {
    #expect(repaired("要配齐人员，確？！皩弻H？，專人專責”。") == "要配齐人员，确保“专岗专人，专人专责”。")
    #expect(repaired("化工及?；袠I(yè)領(lǐng)域") == "化工及危化行业领域")
  }

  @Test func aTornPlaceMayEndInALetter() {
    // The trail byte of a traditional character: 羣 is C1 74, 態 is 91 42.
    let noisy = "要以?chà)θ嗣窳t(qún)眾(zhòng)高度負(fù)責(zé)的?dǎn)B度推進(jìn)"
    #expect(repaired(noisy) == "要以对人民群众高度负责的态度推进")
  }

  @Test func aTornPlaceOfUnknownWordsIsMarkedAndKept() {
    let reading = read("會(huì)議要求整治?lián)浠鹧b(zhuāng)鏈條。")
    #expect(reading.minutes.damage.count + reading.remarks.count { $0.rule == "repair.mojibake" } == 1)
  }

  @Test func aRealQuestionStays() {
    #expect(repaired("責任在誰？大家都要答。问谁?问自己。") == "责任在谁？大家都要答。问谁?问自己。")
  }
}
