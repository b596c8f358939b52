/// How many letters must be changed, added, taken away or swapped with the next to make one word of another.
enum EditDistance {
  static func between(_ one: String, _ other: String) -> Int {
    let (left, right) = (Array(one.utf8), Array(other.utf8))
    var rows = [Array(0...right.count)]
    for row in 1...max(left.count, 1) where row <= left.count {
      var line = [row]
      for column in 1...max(right.count, 1) where column <= right.count {
        let isSame = left[row - 1] == right[column - 1]
        var steps = min(
          rows[row - 1][column] + 1, line[column - 1] + 1, rows[row - 1][column - 1] + (isSame ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          steps = min(steps, rows[row - 2][column - 2] + 1)
        }
        line.append(steps)
      }
      rows.append(line)
    }
    return rows[left.count][right.count]
  }
}
