// SPDX-License-Identifier: GPL-3.0-or-later

/// The longest waiting, across types.
struct FirstComeFirstServed: ContactSelector {
  @inline(__always)
  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    ContactUrgency(value: arrival)
  }
}
