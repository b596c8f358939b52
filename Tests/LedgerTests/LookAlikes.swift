import Ground

/// Shapes like those of the domain's events.
enum Change: Hashable, Codable {
  case issued(Order)
  case acknowledged(handler: OfficerID?, handling: Handling)
  case progressed(note: Words, handling: Handling)
  case cancelled(reason: Words, authority: Words)
  case pair(Int, second: String)
  case nothing
}

struct Order: Hashable, Codable {
  let id: MatterID
  let number: String
  let text: Words
  let fields: [Field]
  let lead: UnitID
  let supporting: [UnitID]
  let leader: OfficerID?
  let due: DueDate?
  let at: Instant
  let day: CivilDate
  let isUrgent: Bool
}

struct Handling: Hashable, Codable {
  let unit: UnitID
  let officers: [OfficerID]
  let channel: Channel?

  enum Channel: Int, Codable {
    case phone = 1
    case paper
  }
}

extension Order {
  static let sample = Order(
    id: MatterID(trusted: "m1"), number: "QH-2026-0012", text: Words("整改柳湾镇河堤隐患"),
    fields: [.fire, .foodDrug], lead: UnitID(trusted: "u-liuwan"), supporting: [UnitID(trusted: "u-shiqiao")],
    leader: nil,
    due: DueDate(
      day: CivilDate(dayNumber: 20_500), nominal: CivilDate(dayNumber: 20_499), start: CivilDate(dayNumber: 20_490),
      rule: .workdays(5), source: "directive.default",
      counted: [
        DayRun(first: CivilDate(dayNumber: 20_491), last: CivilDate(dayNumber: 20_500))
      ]), at: Instant(milliseconds: 1_790_000_000_123), day: CivilDate(dayNumber: 20_490), isUrgent: true)
}

extension Handling {
  static let sample = Handling(
    unit: UnitID(trusted: "u-liuwan"), officers: [OfficerID(trusted: "o1"), OfficerID(trusted: "o2")], channel: .paper)
}

extension Change {
  static let samples: [Change] = [
    .issued(.sample), .acknowledged(handler: nil, handling: .sample),
    .acknowledged(handler: OfficerID(trusted: "o9"), handling: .sample),
    .progressed(note: Words("已清理“三合一”场所\n共 3 处 🚒"), handling: .sample),
    .cancelled(reason: Words("重复交办"), authority: Words("区安委办")), .pair(-3, second: "x"), .nothing,
  ]
}
