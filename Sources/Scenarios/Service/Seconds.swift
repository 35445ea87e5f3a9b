// SPDX-License-Identifier: GPL-3.0-or-later

/// A length of time in seconds; never NaN where a validated scenario holds it.
@frozen
public struct Seconds: Hashable, Comparable, Sendable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  public var value: Double

  @inlinable public init(_ value: Double) { self.value = value }
  @inlinable public init(floatLiteral value: Double) { self.value = value }
  @inlinable public init(integerLiteral value: Int) { self.value = Double(value) }

  @inlinable public static func minutes(_ count: Double) -> Seconds { Seconds(count * 60) }
  @inlinable public static func hours(_ count: Double) -> Seconds { Seconds(count * 3600) }
  @inlinable public static func days(_ count: Double) -> Seconds { Seconds(count * 86_400) }

  @inlinable public static func < (left: Seconds, right: Seconds) -> Bool {
    left.value < right.value
  }
  @inlinable public static func + (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value + right.value)
  }
  @inlinable public static func - (left: Seconds, right: Seconds) -> Seconds {
    Seconds(left.value - right.value)
  }
}
