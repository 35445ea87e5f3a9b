// SPDX-License-Identifier: GPL-3.0-or-later

/// A day's shape by name, for shops without a history of their own.
package struct DayProfile: Equatable, Sendable {
  package let name: String
  /// `assumed`, or `published` where a source gives the numbers.
  package let status: String
  package let source: String
  /// Weight of each of the 24 hours; not normalised.
  package let weights: [Double]

  /// Every profile of the data file, in its order.
  package static let all: [DayProfile] = parse(
    String(decoding: PackageResources.day_profiles_csv, as: UTF8.self))

  package static var names: [String] { all.map(\.name) }

  package static func named(_ name: String) -> DayProfile? { all.first { $0.name == name } }

  private static func parse(_ text: String) -> [DayProfile] {
    text.split(whereSeparator: \.isNewline).dropFirst().compactMap { row in
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let weights = cells.dropFirst(3).compactMap { Double($0) }
      guard cells.count == 27, weights.count == 24 else { return nil }
      return DayProfile(
        name: String(cells[0]), status: String(cells[1]), source: String(cells[2]),
        weights: weights)
    }
  }
}
