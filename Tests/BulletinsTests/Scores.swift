import Bulletins
import Formats
import Foundation
import Ground

/// What a labelled text says about itself; `docs/READING.md` tells how such a file is written.
struct Labels {
  struct Item {
    let type, persons: String
    /// Any of them is right.
    let fields: [String]
    let units: Set<String>
    let deadline: String
    let starts, ends: [UInt32]
    /// A heading that may be an item of its own or part of the first one below it.
    let isOptional: Bool
  }

  var kind = "meeting"
  var date = ""
  var chair = ""
  var units: Set<String> = []
  var items: [Item] = []

  init(_ text: String) {
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      switch parts[0] {
      case "kind": kind = parts[1]
      case "date": date = parts[1]
      case "chair": chair = parts[1]
      case "units": units = Set(parts[1].split(separator: "、").map(String.init))
      default:
        items.append(
          Item(
            type: parts[0], persons: parts[1], fields: parts[2].split(separator: "/").map(String.init),
            units: Set(parts[3].split(separator: "、").map(String.init)), deadline: parts[4],
            starts: scalars(bare(parts[5])), ends: scalars(bare(parts[6])), isOptional: parts.count > 7))
      }
    }
  }
}

func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

/// So many right ones of so many.
struct Share {
  var right = 0
  var of = 0

  var value: Double { of == 0 ? 1 : Double(right) / Double(of) }

  mutating func add(_ isRight: Bool) {
    of += 1
    if isRight { right += 1 }
  }

  static func += (left: inout Share, right: Share) {
    (left.right, left.of) = (left.right + right.right, left.of + right.of)
  }
}

/// How well texts were read, by the measures of LABELLING: strict boundaries (start and end within four characters),
/// and of the items found their type, field, units and deadline.
struct Scores {
  var found = 0
  var read = 0
  var labelled = 0
  var kind = Share()
  var type = Share()
  var field = Share()
  var persons = Share()
  var deadline = Share()
  var date = Share()
  var chair = Share()
  var itemUnits = Share()
  var itemUnitsRead = Share()
  var units = Share()
  var unitsRead = Share()
  /// Items read out of texts that are no meeting.
  var outOfNothing = 0
  var mistakes: [String] = []
  /// Of each item that was read: how sure the reader is of it, and whether boundaries, type and field are right.
  var sureness: [(confidence: Int, isRight: Bool)] = []

  var precision: Double { read == 0 ? 1 : Double(found) / Double(read) }
  var recall: Double { labelled == 0 ? 1 : Double(found) / Double(labelled) }
  var boundaries: Double { read + labelled == 0 ? 1 : Double(2 * found) / Double(read + labelled) }

  private static let tolerance = 4

  mutating func add(_ name: String, _ labels: Labels, _ reading: Reading) {
    let minutes = reading.minutes
    let whole = reading.repaired.string(0..<reading.repaired.bytes.count)
    let text = scalars(bare(whole))
    kind.add(minutes.kind.code == labels.kind || minutes.kind.code != "not_meeting" && labels.kind != "not_meeting")
    guard labels.kind != "not_meeting" else {
      outOfNothing += minutes.items.count
      return
    }
    date.add((minutes.date ?? "") == labels.date)
    chair.add((minutes.chair ?? "") == labels.chair)
    Scores.compare(labels.units, Set(minutes.units), &units, &unitsRead)
    let places = minutes.items.map { item -> Range<Int> in
      let low = scalars(bare(reading.repaired.string(0..<item.shown.lowerBound))).count
      return low..<low + scalars(bare(item.text)).count
    }
    var used: Set<Int> = []
    var from = 0
    var heading: Range<Int>?
    for label in labels.items {
      guard let place = Scores.place(label, in: text, from: from) else {
        mistakes.append("\(name): a label that is not in the text")
        labelled += 1
        continue
      }
      from = place.lowerBound + 1
      let hit = places.indices.first { index in
        !used.contains(index) && Scores.isNear(places[index].upperBound, place.upperBound)
          && (Scores.isNear(places[index].lowerBound, place.lowerBound)
            || heading.map { Scores.isNear(places[index].lowerBound, $0.lowerBound) } ?? false)
      }
      heading = label.isOptional && hit == nil ? place : nil
      guard let hit else {
        if !label.isOptional {
          labelled += 1
          mistakes.append(
            "\(name): missed \(String(String.UnicodeScalarView(text[place].compactMap(Unicode.Scalar.init))))")
        }
        continue
      }
      used.insert(hit)
      (labelled, found) = (labelled + 1, found + 1)
      compare(name, label, minutes.items[hit])
    }
    read += minutes.items.count
    for index in places.indices where !used.contains(index) {
      mistakes.append("\(name): no requirement: \(minutes.items[index].text)")
      sureness.append((minutes.items[index].confidence, false))
    }
  }

  private mutating func compare(_ name: String, _ label: Labels.Item, _ item: Clause) {
    type.add(item.type.rawValue == label.type)
    field.add(label.fields.contains(item.field?.rawValue ?? ""))
    let isRight = item.type.rawValue == label.type && label.fields.contains(item.field?.rawValue ?? "")
    sureness.append((item.confidence, isRight))
    persons.add(item.persons == (label.persons == "yes"))
    deadline.add((item.deadline ?? "") == label.deadline)
    Scores.compare(label.units, Set(item.units), &itemUnits, &itemUnitsRead)
    if item.type.rawValue != label.type { mistakes.append("\(name): \(item.type) for \(label.type): \(item.text)") }
    if !label.fields.contains(item.field?.rawValue ?? "") {
      mistakes.append(
        "\(name): \(item.field?.rawValue ?? "–") for \(label.fields.joined(separator: "/")): \(item.text)")
    }
  }

  private static func compare(
    _ labelled: Set<String>, _ read: Set<String>, _ recall: inout Share, _ precision: inout Share
  ) {
    let right = labelled.intersection(read).count
    recall += Share(right: right, of: labelled.count)
    precision += Share(right: right, of: read.count)
  }

  private static func isNear(_ left: Int, _ right: Int) -> Bool { abs(left - right) <= tolerance }

  private static func place(_ label: Labels.Item, in text: [UInt32], from: Int) -> Range<Int>? {
    guard let low = find(label.starts, in: text, from: from),
      let end = find(label.ends, in: text, from: max(low, low + label.starts.count - label.ends.count))
    else { return nil }
    return low..<end + label.ends.count
  }

  private static func find(_ needle: [UInt32], in text: [UInt32], from: Int) -> Int? {
    guard !needle.isEmpty, from + needle.count <= text.count else { return nil }
    return (from...text.count - needle.count).first {
      text[$0] == needle[0] && text[$0..<$0 + needle.count].elementsEqual(needle)
    }
  }

  static func f(_ precision: Share, _ recall: Share) -> Double {
    let (p, r) = (precision.value, recall.value)
    return p + r == 0 ? 0 : 2 * p * r / (p + r)
  }

  var row: String {
    func show(_ value: Double) -> String { String(format: "%.3f", value) }
    return [
      "\(labelled)", show(boundaries), show(precision), show(recall), show(type.value), show(field.value),
      show(Scores.f(itemUnitsRead, itemUnits)), show(deadline.value), show(Scores.f(unitsRead, units)),
      show(date.value),
      show(chair.value), show(kind.value), "\(outOfNothing)",
    ].joined(separator: " | ")
  }

  static let titles =
    "items | boundaries F1 | P | R | type | field | units F1 | deadline | document's units F1 | date | chair | kind | out of nothing"
}
