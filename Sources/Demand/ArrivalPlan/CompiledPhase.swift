// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import Scenarios

/// A phase of a promotion on the plan's slots.
struct CompiledPhase {
  /// Wall-clock seconds since 1970; the end is not included.
  let start: Int
  let end: Int
  let mix: [Double]?
  private let lift: Double
  private let decay: Double?
  private let rawProfile: [Double]?
  private var profile: [Double]?

  var profileCount: Int? { rawProfile?.count }

  init(
    _ phase: PromotionPhase, wave: String, stream: DemandStream, context: PlanContext
  ) throws(DemandError) {
    start = phase.start.secondsSince1970
    end = phase.end.secondsSince1970
    guard start < end else {
      throw .emptyPhase(stream: stream.name, wave: wave, phase: phase.name)
    }
    let field = "promotions.\(wave).\(phase.name)"
    try requireRange(phase.lift, stream.name, "\(field).lift", 0...)
    if let decay = phase.decay, !(decay.value > 0) {
      throw .outOfRange(
        stream: stream.name, field: "\(field).decay", found: decay.value, allowed: "> 0")
    }
    if let profile = phase.profile {
      try validateProfile(profile, stream: stream.name, field: "\(field).profile")
    }
    lift = phase.lift
    decay = phase.decay.map(\.value)
    rawProfile = phase.profile
    if let own = phase.mix { mix = try mixShares(own, stream, context) } else { mix = nil }
  }

  /// A stretch at a level, with the day's own profile and mix.
  init(start: Int, end: Int, lift: Double) {
    self.start = start
    self.end = end
    self.lift = lift
    mix = nil
    decay = nil
    rawProfile = nil
  }

  func spread(over slots: Int) -> CompiledPhase {
    var copy = self
    copy.profile = rawProfile.map { Demand.spread($0, over: slots) }
    return copy
  }

  /// Weight of a slot of the day in this phase; the ordinary day's where it has no own profile.
  func weight(_ position: Int, _ ordinary: Double) -> Double {
    profile?[position] ?? ordinary
  }

  /// Mean over a slot of 1 + (lift − 1) exp(−t / decay), t since the phase's start.
  func meanLift(from slotStart: Int, length: Int) -> Double {
    guard let decay, decay.isFinite else { return lift }
    let from = Double(slotStart - start) / decay
    let span = Double(length) / decay
    return 1 + (lift - 1) * exp(-from) * -expm1(-span) / span
  }
}
