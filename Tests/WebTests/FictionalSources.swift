import Directory
import Ground
import Operations
import Packs

/// A rule that was read at its official place and reads otherwise since, and an article that nobody has read.
extension Pages {
  private static let reading = ReadingLine(
    document: Words("信访工作条例<官方>"), article: Words("第三十四条"), day: CivilDate("2026-03-02")!,
    excerpt: Words("应当自受理之日起60日内办结"), unit: Qinghe.unit("anwei", "区安委办"), on: CivilDate("2026-03-02")!)

  static let readSource = ReadingSheet(
    line: ReadingRow(
      kind: .term, code: "petition.decide", title: Bilingual("申诉求决办理", "To decide a claim"), article: "第三十四条",
      rule: .calendarDays(60), source: "信访工作条例", checked: .copy, reading: reading, isOutdated: true),
    version: 3,
    story: [
      story(70, reading, nil), story(72, nil, Words("条文号写错了")), story(75, reading, nil),
    ])

  static let openSource = ReadingSheet(
    line: ReadingRow(
      kind: .reference, code: "petitions.34", title: Bilingual("信访工作条例", "Regulations on petitions"),
      article: "第三十四条", rule: nil, source: nil, checked: .copy, reading: nil, isOutdated: false),
    version: 0, story: [])

  private static func story(_ position: Int, _ reading: ReadingLine?, _ reason: Words?) -> ReadingStoryLine {
    ReadingStoryLine(
      position: position, at: Instant(milliseconds: 1_773_277_500_000), by: .officer(Qinghe.zhou), reading: reading,
      reason: reason)
  }
}
