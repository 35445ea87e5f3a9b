// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser

/// A share written as `90%`, `90 %` or `0.9`; nil where the option is left out.
func share(
  _ text: String?, _ option: String, in allowed: ClosedRange<Double>
) throws -> Double? {
  guard let text else { return nil }
  let digits = text.filter { $0 != " " }
  let isPercent = digits.hasSuffix("%")
  let number = Double(isPercent ? String(digits.dropLast()) : digits)
  guard let share = number.map({ isPercent ? $0 / 100 : $0 }), allowed.contains(share) else {
    let bounds = [allowed.lowerBound, allowed.upperBound].map { "\(Int(($0 * 100).rounded()))%" }
    throw ValidationError(option, found: text, allowed: "\(bounds[0]) to \(bounds[1])")
  }
  return share
}
