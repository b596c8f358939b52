import Ground
import Matters
import Operations
import Packs

/// The words and terms of a fictional district, and a bulletin read anew by them.
extension Pages {
  private static func line(_ position: Int, _ happening: WordHappening) -> WordStoryLine {
    WordStoryLine(
      position: position, at: Instant(milliseconds: 1_773_277_500_000), by: .officer(Qinghe.zhou), happening: happening)
  }

  private static let shipped = TermLine(
    rule: .calendarDays(20), source: Words("地方督查办法：会议纪要未写明时限的二十日内办结"), checked: .none)
  private static let own = TermLine(rule: .workdays(10), source: Words("清政办〔2026〕3号第九条"), checked: .statute)

  static let ownTerm = TermSheet(
    code: "directive.default", title: Bilingual("会议要求（未写时限）", "Meeting demand, no day stated"), shipped: shipped,
    own: own, version: 3,
    story: [line(90, .term(own)), line(94, .shippedTerm(Words("等区政府办重新发文"))), line(98, .term(own))])

  static let words = WordsAndTerms(
    lists: WordList.all.map {
      WordsAndTerms.Row(list: $0, shipped: 40, added: $0 == .field(.fire) ? 2 : 0, dropped: $0 == .attitude ? 1 : 0)
    },
    terms: [
      ownTerm,
      TermSheet(
        code: "directive.immediate", title: Bilingual("立即（特急）", "At once"),
        shipped: TermLine(rule: .workdays(3), source: Words("领导批示急件一至五日"), checked: .none), own: nil, version: 0,
        story: []),
    ])

  static let fireWords = WordListSheet(
    list: .field(.fire), shipped: [WordEntry(word: "消防", beside: "4"), WordEntry(word: "楼道", beside: "3")],
    added: [WordEntry(word: "瓶装<气>", beside: "4")], dropped: ["楼道"], version: 11,
    story: [
      line(
        80,
        .words(
          added: [Words("瓶装<气>"), Words("电瓶车棚")], removed: [Words("旧词")], dropped: [Words("楼道")],
          restored: [Words("起火")]))
    ])

  static let personWords = WordListSheet(
    list: .persons, shipped: [WordEntry(word: "稳控")], added: [], dropped: [], version: 0, story: [])

  static let rereading = Rereading(
    meeting: Qinghe.meeting.id, title: Qinghe.meeting.title, refusal: Bilingual("讲座、培训通知或报道", "a lecture or training"),
    facts: [
      FactDifference(fact: .chair, before: [], after: [Words("林知远")]),
      FactDifference(fact: .units, before: [Words("应急局"), Words("住建局")], after: [Words("应急局")]),
    ],
    clauses: [
      ClauseDifference(
        place: 120,
        before: [
          ClauseDifference.Standing(clause: 0, words: Words("要开展液化气瓶<排查>。"), state: .undecided, isTouched: false)
        ],
        after: [Words("要开展液化气瓶<排查>。")],
        parts: [
          PartDifference(part: .fields, before: [.field(.productionSafety)], after: [.field(.gas), .field(.fire)]),
          PartDifference(part: .kind, before: [.slogan(true)], after: [.slogan(false)]),
          PartDifference(part: .persons, before: [.flag(false)], after: [.flag(true)]),
          PartDifference(part: .lead, before: [], after: [.words(Words("住房和城乡建设局"))]),
          PartDifference(part: .due, before: [.day(Qinghe.day("2026-03-20"))], after: [.day(Qinghe.day("2026-04-01"))]),
          PartDifference(part: .urgency, before: [.urgency(.normal)], after: [.urgency(.critical)]),
          PartDifference(part: .standard, before: [.standard(Bilingual("书面核查", "On paper"))], after: []),
        ], canBeTaken: true),
      ClauseDifference(
        place: 200,
        before: [ClauseDifference.Standing(clause: 1, words: Words("要巡查，要拆除。"), state: .issued, isTouched: true)],
        after: [Words("要巡查，"), Words("要拆除。")], parts: [], canBeTaken: false),
      ClauseDifference(
        place: 260,
        before: [ClauseDifference.Standing(clause: 2, words: Words("要加强值守。"), state: .undecided, isTouched: true)],
        after: [], parts: [], canBeTaken: false),
      ClauseDifference(place: 300, before: [], after: [Words("要清理飞线。")], parts: [], canBeTaken: true),
    ], same: 24, byHand: 1, mark: 7_000_003)

  static let effects = [
    WordEffect(meeting: Qinghe.meeting, differ: 3, same: 24, byHand: 1, problem: nil),
    WordEffect(meeting: Qinghe.meeting, differ: 0, same: 0, byHand: 0, problem: Problem(.sourceErased)),
  ]
}
