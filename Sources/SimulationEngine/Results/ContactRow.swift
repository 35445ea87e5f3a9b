// SPDX-License-Identifier: GPL-3.0-or-later

/// The numbers of one row of a `ContactTable` where they lie, valid while they are read.
package struct ContactRow {
  package let counters: UnsafeBufferPointer<UInt32>
  package let times: TimeSums
  /// Of the scorecards; empty where nobody asks for one.
  package let scores: UnsafeBufferPointer<Double>
}
