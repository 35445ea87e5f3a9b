// SPDX-License-Identifier: GPL-3.0-or-later

/// A published list of prices, each traceable to the line of the source.
package struct RateCard: Equatable, Sendable {
}
