package import Ground

/// The name that a district's log signs under: `bihuan/<district>/<n>`. A restore that lost entries starts the next.
package enum LogOrigin {
  package static func first(of district: DistrictID) -> String { "bihuan/\(district)/1" }

  /// `bihuan/qinghe/1` → `bihuan/qinghe/2`.
  package static func next(after origin: String) -> String {
    var parts = origin.split(separator: "/").map(String.init)
    let number = parts.popLast().flatMap { Int($0) } ?? 1
    return (parts + [String(number + 1)]).joined(separator: "/")
  }
}
