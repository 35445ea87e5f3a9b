// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// One `--set path=values`: a scenario key and the values it takes in turn.
///
/// Values are a list (`a,b,c`), a range with a step (`200..800/100`, both ends included where the
/// step meets them), or a single value; commas inside brackets, braces and quotes part nothing, so
/// that `[a, b]` is one list. Numbers keep the decimals they were written with.
package struct Setting: Equatable, Sendable {
  package var path: String
  package var values: [String]

  package enum Problem: Error, Equatable, Sendable {
    case noEqualsSign(String)
    case emptyPath(String)
    case noValues(String)
    case unbalanced(String)
    case badRange(String)
    case tooManyValues(String, Int)
    /// A path of more steps than any file has.
    case tooDeep(String, Int)
    /// The path was set before, by another setting or by an option of its own.
    case twice(String, by: String)
  }

  package static let mostValues = 10_000
  /// Steps of a path.
  package static let mostSteps = 64

  package init(parsing text: String) throws(Problem) {
    guard let equals = text.firstIndex(of: "=") else { throw .noEqualsSign(text) }
    path = String(text[..<equals])
    guard !path.isEmpty else { throw .emptyPath(text) }
    let steps = path.count { $0 == "." } + 1
    guard steps <= Self.mostSteps else { throw .tooDeep(text, steps) }
    let right = text[text.index(after: equals)...]
    guard !right.isEmpty else { throw .noValues(text) }
    if let dots = right.range(of: ".."), FixedPoint(right[..<dots.lowerBound]) != nil {
      values = try Self.range(
        from: right[..<dots.lowerBound], rest: right[dots.upperBound...], text: text)
    } else {
      guard let items = Self.items(right) else { throw .unbalanced(text) }
      guard items.allSatisfy({ !$0.isEmpty }) else { throw .noValues(text) }
      values = items
    }
  }

  /// The text cut at its outer commas; nil if a bracket or a leading quote is left open.
  private static func items(_ text: Substring) -> [String]? {
    var items = [""]
    var depth = 0
    var quote: Character?
    for character in text {
      // As in YAML, a quotation mark or a bracket within plain text is text.
      let opens = depth > 0 || items[items.count - 1].isEmpty
      if let open = quote {
        if character == open { quote = nil }
      } else if opens, character == "\"" || character == "'" {
        quote = character
      } else if opens, character == "[" || character == "{" {
        depth += 1
      } else if depth > 0, character == "]" || character == "}" {
        depth -= 1
      } else if character == ",", depth == 0 {
        items.append("")
        continue
      }
      items[items.count - 1].append(character)
    }
    return depth == 0 && quote == nil ? items : nil
  }

  private static func range(from first: Substring, rest: Substring, text: String)
    throws(Problem) -> [String]
  {
    let parts = rest.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let low = FixedPoint(first), let high = FixedPoint(parts[0]),
      let step = FixedPoint(parts[1])
    else { throw .badRange(text) }
    let places = max(low.places, high.places, step.places)
    guard let low = low.units(places: places), let high = high.units(places: places),
      let step = step.units(places: places), step > 0, high >= low
    else { throw .badRange(text) }
    let count = (high - low) / step + 1
    guard count <= mostValues else { throw .tooManyValues(text, count) }
    return (0..<count).map { FixedPoint(units: low + $0 * step, places: places).description }
  }
}

/// A decimal with its number of places, so that a grid of 0.1 steps has no rounding.
private struct FixedPoint: CustomStringConvertible {
  let units: Int
  let places: Int

  init(units: Int, places: Int) {
    self.units = units
    self.places = places
  }

  init?(_ text: some StringProtocol) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, text.count <= 15, let units = Int(parts.joined()),
      parts.count == 1 || !parts[1].isEmpty
    else { return nil }
    self.init(units: units, places: parts.count == 2 ? parts[1].count : 0)
  }

  func units(places wanted: Int) -> Int? {
    var result = units
    for _ in places..<max(places, wanted) {
      let (product, overflow) = result.multipliedReportingOverflow(by: 10)
      guard !overflow else { return nil }
      result = product
    }
    return result
  }

  var description: String {
    guard places > 0 else { return String(units) }
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: -places)
    return (units < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
  }
}

/// Every combination of the settings' values, the last setting moving fastest.
struct SettingGrid {
  /// Points of a grid; each is a comparison of its own.
  static let mostPoints = 10_000

  var settings: [Setting]

  /// How many combinations there are; a number too large to count is the largest.
  var pointCount: Int {
    settings.reduce(1) { product, setting in
      let (next, overflow) = product.multipliedReportingOverflow(by: setting.values.count)
      return overflow ? .max : next
    }
  }

  var combinations: [[(path: String, value: String)]] {
    settings.reduce([[]]) { rows, setting in
      rows.flatMap { row in setting.values.map { row + [(setting.path, $0)] } }
    }
  }
}
