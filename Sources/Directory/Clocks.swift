package import Ground

/// When a district's offices are open, and from when on a matter counts as near its due day or as quiet.
package struct Clocks: Hashable, Codable, Sendable {
  package let opening: WorkHours
  /// How many workdays are left when a matter turns yellow.
  package let nearWorkdays: Int
  /// After how many workdays without a word from its unit a matter counts as quiet.
  package let quietWorkdays: Int

  /// Three workdays, as is usual (DOMAIN §1.4).
  package static let usual = Clocks(opening: .usual, nearWorkdays: 3, quietWorkdays: 10)

  package init(opening: WorkHours, nearWorkdays: Int, quietWorkdays: Int) {
    (self.opening, self.nearWorkdays, self.quietWorkdays) = (opening, nearWorkdays, quietWorkdays)
  }
}

extension Directory {
  package var clocks: Clocks { district.clocks ?? .usual }
}
