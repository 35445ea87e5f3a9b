// SPDX-License-Identifier: GPL-3.0-or-later

/// Whole numbers from 0 as people and schedulers write them: `3,7-9`.
package struct IndexList: Equatable, Sendable, CustomStringConvertible {
  /// Ascending, each once.
  package let numbers: [Int]

  /// Far more than any scheduler takes.
  private static let most = 10_000_000

  package init(_ numbers: some Sequence<Int>) { self.numbers = Set(numbers).sorted() }

  /// - Returns: nil for text that is no such list.
  package init?(_ text: String) {
    var numbers: [Int] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = Self.number(ends[0]),
        let last = Self.number(ends[ends.count - 1]), first <= last,
        numbers.count + last - first < Self.most
      else { return nil }
      numbers += first...last
    }
    self.init(numbers)
  }

  private static func number(_ text: Substring) -> Int? {
    guard !text.isEmpty, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
    return Int(text)
  }

  /// As short as it can be written; empty without numbers.
  package var description: String {
    var parts: [String] = []
    var index = 0
    while index < numbers.count {
      var last = index
      while last + 1 < numbers.count, numbers[last + 1] == numbers[last] + 1 { last += 1 }
      parts.append(index == last ? "\(numbers[index])" : "\(numbers[index])-\(numbers[last])")
      index = last + 1
    }
    return parts.joined(separator: ",")
  }

  /// One of so many nearly equal pieces, in order; some are empty where there are more pieces than
  /// numbers.
  ///
  /// - Parameter piece: From 0.
  package func piece(_ piece: Int, of count: Int) -> IndexList {
    let all = numbers.count
    return IndexList(numbers[all * piece / count..<all * (piece + 1) / count])
  }
}
