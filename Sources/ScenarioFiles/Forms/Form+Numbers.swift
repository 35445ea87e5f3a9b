// SPDX-License-Identifier: GPL-3.0-or-later

import Scenarios
import Tables
import Wording

/// A decimal number as planners write it; YAML's hexadecimal, sexagesimal, infinite and NaN forms
/// are not numbers here.
func plainNumber(_ text: some StringProtocol) -> Double? {
  let isPlain = text.utf8.allSatisfy { byte in
    (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
      || [".", "-", "+", "e", "E"].contains(UnicodeScalar(byte))
  }
  guard isPlain, let value = Double(text), value.isFinite else { return nil }
  return value
}

/// A number shown without a needless fraction.
func shown(_ value: Double) -> String {
  value == value.rounded() && value.magnitude < 1e15 ? String(Int64(value)) : String(value)
}

/// The seconds of a duration as planners write it, or nil.
func parsedDuration(_ text: String) -> Double? {
  let digits = text.prefix { !$0.isLetter }
  let units = ["": 1.0, "s": 1, "sec": 1, "min": 60, "h": 3600, "d": 86_400]
  guard let unit = units[String(text.dropFirst(digits.count))] else { return nil }
  return plainNumber(digits.trimmed).map { $0 * unit }
}

extension Form<Int> {
  static func integer(_ range: ClosedRange<Int>) -> Form {
    .scalar(
      "\(range.lowerBound) to \(range.upperBound)",
      schema: [
        "type": "integer", "minimum": .number(Double(range.lowerBound)),
        "maximum": .number(Double(range.upperBound)),
      ]
    ) { text in
      guard let value = Int(text), range.contains(value) else { return nil }
      return value
    }
  }
}

extension Form<Double> {
  static func number(_ range: ClosedRange<Double>) -> Form {
    .scalar(
      "\(shown(range.lowerBound)) to \(shown(range.upperBound))",
      schema: [
        "type": "number", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
    ) { text in
      guard let value = plainNumber(text), range.contains(value) else { return nil }
      return value
    }
  }

  /// Above zero.
  static func positive(upTo limit: Double = 1e9) -> Form {
    .scalar(
      "above 0, up to \(shown(limit))",
      schema: ["type": "number", "exclusiveMinimum": 0, "maximum": .number(limit)]
    ) { text in
      guard let value = plainNumber(text), value > 0, value <= limit else { return nil }
      return value
    }
  }

  /// A part of one, written `0.05` or `5 %`.
  static func share(_ range: ClosedRange<Double> = 0...1) -> Form {
    let low = shown(range.lowerBound)
    let high = shown(range.upperBound)
    return .scalar(
      "\(low) to \(high), or \(shown(range.lowerBound * 100)) % to \(shown(range.upperBound * 100)) %",
      schema: [
        "anyOf": [
          [
            "type": "number", "minimum": .number(range.lowerBound),
            "maximum": .number(range.upperBound),
          ],
          ["type": "string", "pattern": "^[+-]?[0-9.]+ ?%$"],
        ]
      ]
    ) { text in
      guard let value = share(text), range.contains(value) else { return nil }
      return value
    }
  }

  private static func share(_ text: String) -> Double? {
    guard text.hasSuffix("%") else { return plainNumber(text) }
    return plainNumber(text.dropLast().trimmed).map { $0 / 100 }
  }

  /// A length of time in seconds, written `480`, `480 s`, `8 min` or `2 h`.
  static func duration(_ range: ClosedRange<Double> = 0...31_622_400) -> Form {
    .scalar(
      "\(shown(range.lowerBound)) s to \(shown(range.upperBound)) s, as in 480, 480 s, 8 min or 2 h",
      schema: [
        "anyOf": [
          [
            "type": "number", "minimum": .number(range.lowerBound),
            "maximum": .number(range.upperBound),
          ],
          ["type": "string", "pattern": "^[0-9.]+ ?(s|sec|min|h|d)$"],
        ]
      ]
    ) { text in
      guard let value = parsedDuration(text), range.contains(value) else { return nil }
      return value
    }
  }
}

extension Form<Seconds> {
  static func seconds(_ range: ClosedRange<Double> = 0...31_622_400) -> Form {
    Form<Double>.duration(range).map { Seconds($0) }
  }
}

extension Form<UInt64> {
  static let seed = Form.scalar(
    "a whole number from 0 to 18446744073709551615", schema: ["type": "integer", "minimum": 0]
  ) { UInt64($0) }
}

extension StringProtocol {
  /// Without blanks at both ends.
  var trimmed: String {
    var part = self[...]
    while part.first == " " { part.removeFirst() }
    while part.last == " " { part.removeLast() }
    return String(part)
  }
}
