import Ground
import Operations

extension Shape {
  /// Everything that is wrong with a value that came, each with its place, e.g. `fields[2]`.
  func problems(of value: JSON, at place: String) -> [Problem] {
    switch self {
    case .text: isText(value, place) { _ in nil }
    case .words(let limit): isText(value, place) { words($0, limit, place) }
    case .id: isText(value, place) { Identifier<OperationTag>($0) == nil ? Problem(.memberID, at: place) : nil }
    case .day: isText(value, place) { CivilDate($0) == nil ? Problem(.memberDay, at: place, ["day": $0]) : nil }
    case .time: isText(value, place) { Shape.isTime($0) ? nil : wrongType(place, "HH:MM").first }
    case .moment, .file: [Problem(.memberType, at: place, ["place": place, "type": "string"])]
    case .integer(let range): integer(value, range, place)
    case .flag: if case .flag = value { [] } else { wrongType(place, "boolean") }
    case .choice(let choices): isText(value, place) { choices.contains($0) ? nil : unknown($0, choices, place) }
    case .list(let item, let range): list(value, item, range, place)
    case .object(let properties): object(value, properties, place)
    case .optional(let shape): if case .null = value { [] } else { shape.problems(of: value, at: place) }
    case .named(_, let shape): shape.problems(of: value, at: place)
    }
  }

  private static func isTime(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return false }
    return parts[0] < "24" && parts[1] < "60"
  }

  private func isText(_ value: JSON, _ place: String, _ check: (String) -> Problem?) -> [Problem] {
    guard case .text(let text) = value else { return wrongType(place, "string") }
    if text.utf8.contains(0) { return [Problem(.memberNul, at: place, ["place": place])] }
    return check(text).map { [$0] } ?? []
  }

  private func words(_ text: String, _ limit: Int, _ place: String) -> Problem? {
    let length = text.unicodeScalars.count
    guard length <= limit, text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else {
      return Problem(.memberLength, at: place, ["place": place, "limit": String(limit)])
    }
    return nil
  }

  private func integer(_ value: JSON, _ range: ClosedRange<Int>, _ place: String) -> [Problem] {
    guard case .int(let number) = value else { return wrongType(place, "integer") }
    guard range.contains(number) else {
      return [
        Problem(
          .memberRange, at: place,
          ["place": place, "least": String(range.lowerBound), "most": String(range.upperBound)])
      ]
    }
    return []
  }

  private func list(_ value: JSON, _ item: Shape, _ range: ClosedRange<Int>, _ place: String) -> [Problem] {
    guard case .list(let items) = value else { return wrongType(place, "array") }
    guard range.contains(items.count) else {
      return [
        Problem(
          .memberCount, at: place,
          ["place": place, "least": String(range.lowerBound), "most": String(range.upperBound)])
      ]
    }
    return items.enumerated().flatMap { item.problems(of: $1, at: "\(place)[\($0)]") }
  }

  private func object(_ value: JSON, _ properties: [Property], _ place: String) -> [Problem] {
    guard case .object(let members) = value else { return wrongType(place.isEmpty ? "body" : place, "object") }
    func inside(_ name: String) -> String { place.isEmpty ? name : "\(place).\(name)" }
    var problems: [Problem] = []
    for member in members where !properties.contains(where: { $0.name == member.name }) {
      problems.append(Problem(.memberUnknown, at: inside(member.name), ["place": inside(member.name)]))
    }
    let names = Set(members.map(\.name))
    for property in properties {
      if let member = value[property.name] {
        problems += property.shape.problems(of: member, at: inside(property.name))
        problems += property.with.filter { !names.contains($0) }.map {
          Problem(.memberMissing, at: inside($0), ["place": inside($0)])
        }
      } else if property.isRequired {
        problems.append(Problem(.memberMissing, at: inside(property.name), ["place": inside(property.name)]))
      }
    }
    return problems
  }

  private func wrongType(_ place: String, _ type: String) -> [Problem] {
    [Problem(.memberType, at: place, ["place": place, "type": type])]
  }

  private func unknown(_ value: String, _ choices: [String], _ place: String) -> Problem {
    Problem(.memberChoice, at: place, ["value": value, "choices": choices.joined(separator: ", ")])
  }
}
