import Directory
import Ground
import Matters
import Operations
import Web

extension Pages {
  static let choices = ListChoices(
    units: Qinghe.units, leaders: [Qinghe.he],
    meetings: [MeetingLabel(id: Qinghe.meeting.id, number: 7, day: Qinghe.meeting.day)])

  static let views = [
    SavedView(id: "v-1", name: "本周消防", query: "field=fire&due=week"),
    SavedView(id: "v-2", name: "全部", query: ""),
  ]

  static let list = MatterList(
    filter: MatterFilter(unit: Qinghe.emergency.id), rows: (0..<50).map(row), total: .exact(57), counts: counts,
    choices: choices, views: views, next: "2026-03-20~QH-d2026-d0012")

  /// Words looked for, every condition set, groups, and more than are counted.
  static let searched = MatterList(
    filter: MatterFilter(
      phases: [.assigned, .underway], unit: Qinghe.emergency.id, part: .either, field: .fire, leader: Qinghe.he.id,
      meeting: Qinghe.meeting.id, standing: .overdue, due: .between(Qinghe.day("2026-03-01"), Qinghe.day("2026-03-31")),
      words: "消防", group: .unit),
    rows: (0..<6).map(row),
    headings: [
      0: .unit(Qinghe.emergency), 1: .field(.fire), 2: .meeting(choices.meetings[0]), 3: .meeting(nil),
      4: .due(.nextWeek), 5: .due(.none),
    ],
    hits: [Qinghe.name(0).id: [HitPiece("要加强人员密集场所的", isHit: false), HitPiece("消防", isHit: true)]],
    total: .moreThan(10_000), counts: nil, search: .newestOnly(5000), choices: choices, views: views, next: nil)

  static let tooShort = MatterList(
    filter: MatterFilter(view: .mine, phases: Phase.allCases, due: DueRange.none, words: "消", order: .rested), rows: [],
    total: .exact(0), counts: counts, search: .tooShort, choices: choices, next: nil)

  static let bulk = BulkPreview(
    lines: [
      BulkLine(row: row(0), version: 3), BulkLine(row: row(3), version: 9, problems: [Problem(needsOther)]),
    ], units: Qinghe.units)

  static let bulkReady = BulkPreview(lines: [BulkLine(row: row(0), version: 3)], units: Qinghe.units)
}
