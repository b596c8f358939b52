import Glibc

/// What a column or an argument holds: text, a whole number, or nothing. There is no third kind in this house:
/// days and JSON are text, instants and yes/no are numbers.
package enum SQLValue: Hashable, Sendable {
  case null
  case int(Int64)
  case text(String)

  package init(_ number: Int) { self = .int(Int64(number)) }

  package init(_ number: Int?) { self = number.map { .int(Int64($0)) } ?? .null }

  package init(_ number: Int64) { self = .int(number) }

  package init(_ number: Int64?) { self = number.map { .int($0) } ?? .null }

  package init(_ text: String) { self = .text(text) }

  package init(_ text: String?) { self = text.map { .text($0) } ?? .null }

  /// 1 for yes, 0 for no.
  package init(_ yes: Bool) { self = .int(yes ? 1 : 0) }
}

extension SQLValue: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral, ExpressibleByNilLiteral {
  package init(integerLiteral value: Int64) { self = .int(value) }

  package init(stringLiteral value: String) { self = .text(value) }

  package init(nilLiteral: ()) { self = .null }
}

extension SQLValue: ExpressibleByBooleanLiteral {
  package init(booleanLiteral value: Bool) { self.init(value) }
}

extension String {
  /// Whether U+0000 is in it, which PostgreSQL cannot hold. Asked of every argument, so by `memchr`.
  package var holdsNul: Bool {
    utf8.withContiguousStorageIfAvailable { bytes in
      bytes.baseAddress.map { memchr($0, 0, bytes.count) != nil } ?? false
    } ?? utf8.contains(0)
  }
}
