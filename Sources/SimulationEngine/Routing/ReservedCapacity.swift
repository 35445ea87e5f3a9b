// SPDX-License-Identifier: GPL-3.0-or-later

/// The longest waiting, but the last free slots are kept for one type.
struct ReservedCapacity: ContactSelector {
  var type: Int
  var slots: Int

  static var reservesSlots: Bool { true }

  func urgency(type: Int, arrival: Double, at time: Double) -> ContactUrgency {
    ContactUrgency(value: arrival)
  }

  func admits(type: Int, freeSlots: Int) -> Bool { type == self.type || freeSlots > slots }
}
