import Ground

/// How a value of the office is written, and the shape that this has: one description, so that the two cannot differ.
struct Wire<Value>: Sendable {
  let shape: Shape
  let write: @Sendable (Value) -> JSON

  /// An object with a name in the document.
  static func record(_ name: String, _ members: [Member<Value>]) -> Wire {
    Wire(shape: .named(name, .object(members.map(\.property)))) { value in
      .object(members.map { JSON.Member(name: $0.property.name, value: $0.write(value)) })
    }
  }

  static func choice() -> Wire where Value: CaseIterable & RawRepresentable<String> & SendableMetatype {
    Wire(shape: .choice(Value.allCases.map(\.rawValue))) { .text($0.rawValue) }
  }

  static func id<Owner>() -> Wire where Value == Identifier<Owner> { Wire(shape: .id) { .text($0.text) } }

  static func optional<Part>(_ part: Wire<Part>) -> Wire where Value == Part? {
    Wire(shape: .optional(part.shape)) { $0.map(part.write) ?? .null }
  }

  static func list<Item>(_ item: Wire<Item>) -> Wire where Value == [Item] {
    Wire(shape: .list(item.shape, Shape.anyLength)) { .list($0.map(item.write)) }
  }
}

/// A member of a record: always written, `null` where there is nothing.
struct Member<Value>: Sendable {
  let property: Property
  let write: @Sendable (Value) -> JSON

  init<Part>(_ name: String, _ wire: Wire<Part>, _ part: @escaping @Sendable (Value) -> Part) {
    property = Property(name, wire.shape)
    write = { wire.write(part($0)) }
  }
}

extension Wire where Value == String {
  static var text: Wire { Wire(shape: .text) { .text($0) } }
}

extension Wire where Value == Words {
  /// The words, or the mark that stands where the law had them erased.
  static var words: Wire { Wire(shape: .text) { .text($0.shown) } }
}

extension Wire where Value == Bilingual {
  static var both: Wire {
    .record("Bilingual", [Member("zh", .text) { $0.chinese }, Member("en", .text) { $0.english }])
  }
}

extension Wire where Value == CivilDate {
  static var day: Wire { Wire(shape: .day) { .text($0.iso) } }
}

extension Wire where Value == Instant {
  /// `2026-03-12T09:05:00+08:00`; the seconds are cut.
  static var moment: Wire {
    Wire(shape: .moment) { instant in
      let clock: HTML = "\(instant.minuteOfDay / 60, width: 2):\(instant.minuteOfDay % 60, width: 2)"
      return .text("\(instant.civilDate.iso)T\(clock.string):00+08:00")
    }
  }
}

extension Wire where Value == Int {
  static var count: Wire { Wire(shape: .integer(0...Int.max)) { .int($0) } }
  static func integer(_ range: ClosedRange<Int>) -> Wire { Wire(shape: .integer(range)) { .int($0) } }
}

extension Wire where Value == Bool {
  static var flag: Wire { Wire(shape: .flag) { .flag($0) } }
}
