/// One row of an answer; columns count from 0.
package struct SQLRow: Hashable, Sendable {
  package let values: [SQLValue]

  package init(_ values: [SQLValue]) { self.values = values }

  package subscript(_ column: Int) -> SQLValue { values[column] }

  package func int(_ column: Int) throws(StorageError) -> Int64 {
    guard case .int(let number) = values[column] else { throw unexpected(column, "a number") }
    return number
  }

  package func text(_ column: Int) throws(StorageError) -> String {
    guard case .text(let text) = values[column] else { throw unexpected(column, "a text") }
    return text
  }

  package func optionalInt(_ column: Int) throws(StorageError) -> Int64? {
    switch values[column] {
    case .null: nil
    case .int(let number): number
    case .text: throw unexpected(column, "a number or nothing")
    }
  }

  package func optionalText(_ column: Int) throws(StorageError) -> String? {
    switch values[column] {
    case .null: nil
    case .text(let text): text
    case .int: throw unexpected(column, "a text or nothing")
    }
  }

  /// Reads a yes/no column; only 0 and 1 are answers.
  package func bool(_ column: Int) throws(StorageError) -> Bool {
    switch values[column] {
    case .int(0): false
    case .int(1): true
    default: throw unexpected(column, "0 or 1")
    }
  }

  private func unexpected(_ column: Int, _ wanted: String) -> StorageError {
    let kind =
      switch values[column] {
      case .null: "nothing"
      case .int: "a number"
      case .text: "a text"
      }
    return StorageError(.unexpectedValue, "column \(column) holds \(kind) where \(wanted) was expected")
  }
}
