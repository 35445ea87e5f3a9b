// SPDX-License-Identifier: GPL-3.0-or-later

package import Money
import Wording

/// One value of a row, written the same way on every platform.
package enum CSVCell: Equatable, Sendable {
  case text(String)
  case integer(Int)
  /// So many decimal places; empty where the number is not finite.
  case fixed(Double, places: Int)
  /// The shortest text that reads back as the same number; empty where it is not finite.
  case number(Double)
  /// A decimal number that somebody else has written exactly.
  case decimal(String)
  /// Yuan with two places, exact.
  case money(Money)
  /// `true` or `false`.
  case flag(Bool)
  /// Nothing to say.
  case empty

  /// The text before quoting.
  package var text: String {
    switch self {
    case .text(let text): Harmless.cell(text)
    case .integer(let value): String(value)
    case .fixed(let value, let places): Decimals.fixed(value, places: places)
    case .number(let value): Decimals.shortest(value)
    case .decimal(let text): text
    case .money(let money): money.description
    case .flag(let value): value ? "true" : "false"
    case .empty: ""
    }
  }
}
