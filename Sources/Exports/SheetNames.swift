// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of sheets as spreadsheets allow them: at most 31 characters, none of `[]:*?/\`, and no two
/// alike, whatever their case.
struct SheetNames {
  private static let most = 31
  private(set) var all: [String] = []

  mutating func add(_ name: String) {
    let allowed = String(name.filter { !"[]:*?/\\'".contains($0) })
    var (candidate, number) = (String(allowed.prefix(Self.most)), 1)
    while candidate.isEmpty || all.contains(where: { $0.lowercased() == candidate.lowercased() }) {
      number += 1
      let tail = " \(number)"
      candidate = String(allowed.prefix(Self.most - tail.count)) + tail
    }
    all.append(candidate)
  }
}
