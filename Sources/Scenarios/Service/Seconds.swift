// SPDX-License-Identifier: GPL-3.0-or-later

/// A length of time in seconds; never NaN where a validated scenario holds it.
@frozen
public struct Seconds: Hashable, Comparable, Sendable, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral
{
  /// The number of seconds.
  public var value: Double

  /// A number of seconds.
  @inlinable public init(_ value: Double) { self.value = value }
  /// A number of seconds, as a literal.
  @inlinable public init(floatLiteral value: Double) { self.value = value }
  /// A number of seconds, as a literal.
  @inlinable public init(integerLiteral value: Int) { self.value = Double(value) }

  /// A number of minutes.
  @inlinable public static func minutes(_ count: Double) -> Seconds { Seconds(count * 60) }
  /// A number of hours.
  @inlinable public static func hours(_ count: Double) -> Seconds { Seconds(count * 3600) }

  /// Whether the left is the shorter.
  @inlinable public static func < (left: Seconds, right: Seconds) -> Bool {
    left.value < right.value
  }
}
