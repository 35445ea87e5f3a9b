// SPDX-License-Identifier: GPL-3.0-or-later

/// `left` × `right` ÷ `divisor`, rounded once to an integer, half away from zero (R3).
///
/// The product is formed in 128 bits, so no intermediate digit is lost.
///
/// - Parameter divisor: greater than zero.
/// - Returns: `nil` if the result does not fit in 64 bits or `divisor` is not positive.
func roundedQuotient(_ left: Int64, times right: Int64, dividedBy divisor: Int64) -> Int64? {
  guard divisor > 0 else { return nil }
  let magnitude = UInt64(divisor)
  let product = left.magnitude.multipliedFullWidth(by: right.magnitude)
  guard product.high < magnitude else { return nil }
  var (quotient, remainder) = magnitude.dividingFullWidth(product)
  if remainder >= magnitude - remainder {
    quotient += 1
  }
  guard quotient <= UInt64(Int64.max) else { return nil }
  return (left < 0) != (right < 0) ? -Int64(quotient) : Int64(quotient)
}

func greatestCommonDivisor(_ left: Int64, _ right: Int64) -> Int64 {
  var (larger, smaller) = (left.magnitude, right.magnitude)
  while smaller != 0 {
    (larger, smaller) = (smaller, larger % smaller)
  }
  return Int64(clamping: larger)
}
