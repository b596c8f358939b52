import Ground

extension Shape {
  /// JSON Schema 2020-12, as OpenAPI 3.1 takes it. What comes in may hold nothing else; answers may grow.
  func schema(closed: Bool = false, _ language: Language) -> JSON {
    switch self {
    case .text: ["type": "string"]
    case .words(let limit):
      ["type": "string", "minLength": 1, "maxLength": .int(limit), "pattern": .text(Shape.notBlank)]
    case .id: ["type": "string", "pattern": .text(Shape.idPattern)]
    case .day: ["type": "string", "format": "date", "pattern": .text(Shape.dayPattern)]
    case .time: ["type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"]
    case .moment: ["type": "string", "format": "date-time"]
    case .integer(let range): Shape.integer(range)
    case .flag: ["type": "boolean"]
    case .choice(let choices): ["type": "string", "enum": .list(choices.map { .text($0) })]
    case .list(let item, let range):
      JSON(members: [
        ("type", "array"), ("items", item.schema(closed: closed, language)),
        ("minItems", range.lowerBound > 0 ? .int(range.lowerBound) : nil),
        ("maxItems", range.upperBound < .max ? .int(range.upperBound) : nil),
      ])
    case .object(let properties): Shape.object(properties, closed: closed, language)
    case .optional(let shape): ["anyOf": [shape.schema(closed: closed, language), ["type": "null"]]]
    case .named(let name, _): ["$ref": .text("#/components/schemas/\(name)")]
    case .file: ["type": "string", "format": "binary"]
    }
  }

  /// The named shapes inside, each once.
  func collect(into known: inout [String: Shape]) {
    switch self {
    case .named(let name, let shape):
      guard known.updateValue(shape, forKey: name) == nil else { return }
      shape.collect(into: &known)
    case .list(let item, _): item.collect(into: &known)
    case .optional(let shape): shape.collect(into: &known)
    case .object(let properties): for property in properties { property.shape.collect(into: &known) }
    default: break
    }
  }

  /// The alphabet of ids: 1 to 64 of it.
  static let idPattern = "^[a-z0-9._-]{1,64}$"
  /// At least one character that is no white space, and no U+0000.
  static let notBlank = "^[^\\x00]*[^\\x00\\s][^\\x00]*$"
  /// A day from 1900 on; whether February has its 29th that year is the format's to say.
  static let dayPattern =
    "^(19|[2-9][0-9])[0-9]{2}-(02-(0[1-9]|[12][0-9])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|"
    + "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01]))$"

  private static func integer(_ range: ClosedRange<Int>) -> JSON {
    JSON(members: [
      ("type", "integer"), ("minimum", range.lowerBound > .min ? .int(range.lowerBound) : nil),
      ("maximum", range.upperBound < .max ? .int(range.upperBound) : nil),
    ])
  }

  private static func object(_ properties: [Property], closed: Bool, _ language: Language) -> JSON {
    let members = properties.map { property -> JSON.Member in
      let schema = property.shape.schema(closed: closed, language)
      guard let about = property.about, case .object(let parts) = schema else {
        return JSON.Member(name: property.name, value: schema)
      }
      let said = JSON.Member(name: "description", value: .text(about[language]))
      return JSON.Member(name: property.name, value: .object(parts + [said]))
    }
    let required = properties.filter(\.isRequired).map { JSON.text($0.name) }
    let together = properties.filter { !$0.with.isEmpty }.map {
      JSON.Member(name: $0.name, value: .list($0.with.map { .text($0) }))
    }
    return JSON(members: [
      ("type", "object"), ("properties", .object(members)),
      ("required", required.isEmpty ? nil : .list(required)),
      ("dependentRequired", together.isEmpty ? nil : .object(together)),
      ("additionalProperties", closed ? false : nil),
    ])
  }
}
